package org.migrationhub.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Profile;
import org.migrationhub.server.account.AccountLetter.Kind;

/** The address that a record had is told that there is another, whatever becomes of the server meanwhile. */
class FormerAddressesTest {

    @AutoClose
    private final Installation here = new Installation();

    private final PeopleDesk office =
            here.hub.as(Actor.secretariat(new PersonId("sam"))).people();
    private PersonId person = new PersonId("nobody-yet");

    @BeforeEach
    void register() {
        person = office.register("Sample person", "former@example.org");
    }

    @Test
    void aServerThatIsKilledAfterTheChangeLeavesTheTellingToTheNextSweep() {
        here.accounts.noteFormer(Map.of(person, "former@example.org"));
        change("next@example.org");

        here.accounts.sweep();
        here.accounts.sweep();

        assertThat(told()).containsExactly("former@example.org");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aServerThatIsKilledBeforeTheChangeLeavesNothingToTellAndNothingBehind() {
        here.accounts.noteFormer(Map.of(person, "former@example.org"));
        here.accounts.sweep();
        assertThat(kept()).containsExactly("former@example.org"); // whoever has noted it may be about to change it

        here.pass(Duration.ofHours(2));
        here.accounts.sweep();

        assertThat(told()).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void eachAddressThatTheRecordHadIsToldOnce() {
        for (String next : List.of("second@example.org", "third@example.org", "FORMER@example.org")) {
            here.accounts.noteFormer(
                    Map.of(person, office.person(person).value().profile().email()));
            change(next);
        }

        here.accounts.tellFormer(person);
        here.accounts.tellFormer(person);

        assertThat(told()).containsExactlyInAnyOrder("second@example.org", "third@example.org");
    }

    @Test
    void nothingIsToldOfWhoeverIsErased() {
        here.accounts.noteFormer(Map.of(person, "former@example.org"));
        here.hub.as(Actor.administrator(new PersonId("root"))).people().erase(person);
        here.accounts.erased(person);
        assertThat(kept()).isEmpty();
        here.accounts.sweep();
        assertThat(told()).isEmpty();
    }

    private void change(String address) {
        office.updateProfile(person, new Profile("Sample person", address));
    }

    private List<String> told() {
        return here.letters.stream()
                .filter(letter -> letter.kind() == Kind.ADDRESS_REPLACED)
                .map(AccountLetter::address)
                .toList();
    }

    private List<String> kept() {
        return here.tables.read(handle -> handle.createQuery("select address from server.former_address")
                .mapTo(String.class)
                .list());
    }
}
