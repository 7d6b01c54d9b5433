package org.migrationhub.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.storage.PersonQuery;

/** Whom somebody names for the first time, however often at once, is registered once. */
class AcquaintancesTest {

    private static final PersonId OWNER = new PersonId("owner");
    private static final EmailAddress EMAIL = Installation.email("named@example.org");

    private final Installation here = new Installation();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void severalWhoAreNamedAtOnceAreOnePerson() {
        PersonId first = named(id -> {
            assertThat(named(this::register)).isEqualTo(id); // the other one overtakes
            register(id);
        });
        assertThat(people()).extracting(Person::id).containsExactly(first);
        assertThat(named(this::register)).isEqualTo(first);
    }

    @Test
    void aNamingThatWasCutOffIsBroughtToItsEndByTheNext() {
        assertThatThrownBy(() -> named(id -> {
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        assertThat(here.accounts.acquaintances().find(OWNER, EMAIL)).isEmpty();
        PersonId named = named(this::register);
        assertThat(people()).extracting(Person::id).containsExactly(named);
        assertThat(here.accounts.acquaintances().find(OWNER, EMAIL)).contains(named);
        assertThat(here.accounts.acquaintances().of(OWNER))
                .containsExactly(new Acquaintances.Called(named, "Sample named", "named@example.org"));
    }

    @Test
    void ofANameThatNobodyCanHaveNothingIsKept() {
        assertThatThrownBy(() -> here.accounts.acquaintances().named(OWNER, "Sample\u0000named", EMAIL, this::register))
                .isInstanceOf(RefusedException.class);
        assertThat(here.accounts.acquaintances().of(OWNER)).isEmpty();
    }

    private PersonId named(Consumer<PersonId> register) {
        return here.accounts.acquaintances().named(OWNER, "Sample named", EMAIL, register);
    }

    private void register(PersonId id) {
        here.hub.as(keeper()).people().register(id, new Profile("Sample named", EMAIL.text()), null, null);
    }

    private List<Person> people() {
        return here.hub.as(keeper()).people().people(PersonQuery.all());
    }

    private static Actor keeper() {
        return Actor.secretariat(new PersonId("keeper"));
    }
}
