package org.migrationhub.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationhub.server.account.Installation.NETWORK;
import static org.migrationhub.server.account.Installation.PASSWORD;
import static org.migrationhub.server.account.Installation.email;
import static org.migrationhub.server.account.Installation.from;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.AccountLetter.Kind;

/** What time does to sessions, links, tokens and tries. */
class OverTimeTest {

    private final Installation here = new Installation();
    private final Accounts accounts = here.accounts;

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void aSessionThatRestsTooLongIsOverAndOneThatIsUsedGoesOnForAWeek() {
        here.account("ana@example.org");
        String resting = enter("ana@example.org").open().secret();
        String used = enter("ana@example.org").open().secret();
        for (int hours = 0; hours < 13; hours++) {
            here.pass(Duration.ofHours(1));
            assertThat(accounts.bySession(used)).isPresent();
        }
        assertThat(accounts.bySession(resting)).isEmpty();
        for (int hours = 13; hours < 7 * 24 - 1; hours++) {
            here.pass(Duration.ofHours(1));
            assertThat(accounts.bySession(used)).isPresent();
        }
        here.pass(Duration.ofHours(1));
        assertThat(accounts.bySession(used)).isEmpty();
    }

    @Test
    void aLinkIsGoodForADay() {
        accounts.registration().ask(email("late@example.org"), "Late", PASSWORD, Language.EN, NETWORK);
        here.pass(Duration.ofHours(24));
        assertThatThrownBy(() -> accounts.registration().confirm(here.token(), PASSWORD))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aTokenExpires() {
        Account account = here.account("ana@example.org");
        String secret =
                accounts.tokens().make(account, "import", Set.of(Scope.READ), 2).secret();
        here.pass(Duration.ofHours(47));
        assertThat(accounts.byToken(secret, true)).isPresent();
        here.pass(Duration.ofHours(1));
        assertThat(accounts.byToken(secret, true)).isEmpty();
    }

    @Test
    void tokensThatAreGoodNoMoreCountForNoLimit() {
        Account account = here.account("ana@example.org");
        for (int number = 0; number < 50; number++) {
            accounts.tokens().make(account, "import", Set.of(Scope.READ), 2);
        }
        assertThatThrownBy(() -> accounts.tokens().make(account, "one more", Set.of(Scope.READ), 2))
                .isInstanceOf(RefusedException.class);
        here.pass(Duration.ofDays(3));
        assertThat(accounts.tokens()
                        .make(account, "one more", Set.of(Scope.READ), 2)
                        .secret())
                .isNotEmpty();
    }

    @Test
    void whoGuessesWaitsAndTheOwnersBrowserDoesNot() {
        here.account("ana@example.org");
        String device = enter("ana@example.org").device();
        for (String address : new String[] {"ana@example.org", "nobody@example.org"}) {
            for (int guess = 0; guess < 10; guess++) {
                assertThatThrownBy(() -> accounts.login().enter(email(address), "wrong", from(NETWORK, null)))
                        .isInstanceOf(LoginFailedException.class);
            }
            assertThatThrownBy(() -> accounts.login().enter(email(address), PASSWORD, from(NETWORK, null)))
                    .isInstanceOfSatisfying(
                            TooManyTriesException.class,
                            e -> assertThat(e.seconds()).isEqualTo(60));
        }
        assertThat(accounts.login().enter(email("ana@example.org"), PASSWORD, from(NETWORK, device)))
                .isNotNull();
        assertThat(accounts.login().enter(email("ana@example.org"), PASSWORD, from("198.51.100.7", null)))
                .isNotNull();
        here.pass(Duration.ofSeconds(60));
        assertThat(accounts.login().enter(email("ana@example.org"), PASSWORD, from(NETWORK, null)))
                .isNotNull();
    }

    /** Whoever was taken off at the provider would otherwise keep what they were for as long as a session or a token lasts. */
    @Test
    void whatAProviderHasSaidEndsADayAfterItHasSaidSoForTheLastTime() {
        Account ana = here.account("ana@example.org");
        PersonId provider = Roles.provider("sample");
        String token = accounts.tokens()
                .make(ana, "program", Set.of(Scope.READ, Scope.MODERATE), 300)
                .secret();
        accounts.roles().set(Actor.administrator(new PersonId("root")), ana.id(), Set.of(Role.EDITOR), null);
        accounts.roles().follow(ana, Set.of(Role.MODERATOR), provider);
        here.pass(Duration.ofHours(23));
        accounts.roles().follow(ana, Set.of(Role.MODERATOR), provider);
        here.pass(Duration.ofHours(23));
        assertThat(accounts.roles().of(ana)).containsExactly(Role.MODERATOR, Role.EDITOR);
        assertThat(accounts.byToken(token, false).orElseThrow().actor().roles()).contains(Role.MODERATOR);

        here.pass(Duration.ofHours(2));

        assertThat(accounts.roles().of(ana)).containsExactly(Role.EDITOR);
        assertThat(accounts.byToken(token, false).orElseThrow().actor().roles()).doesNotContain(Role.MODERATOR);
        long changes = changes(ana);
        accounts.sweep();
        accounts.sweep();
        assertThat(changes(ana)).isEqualTo(changes + 1);
        assertThat(accounts.roles().history(ana))
                .filteredOn(granted -> granted.role() == Role.MODERATOR)
                .singleElement()
                .satisfies(granted -> assertThat(granted.takenBackBy()).isEqualTo(provider));

        accounts.roles().follow(ana, Set.of(Role.MODERATOR), provider);
        assertThat(accounts.roles().of(ana)).containsExactly(Role.MODERATOR, Role.EDITOR);
    }

    @Test
    void whoIsAnAdministratorByAProviderIsNoneForTheLastOneToRelyOn() {
        Account ana = here.account("ana@example.org");
        Account eva = here.account("eva@example.org");
        Actor root = Actor.administrator(new PersonId("root"));
        accounts.roles().set(root, ana.id(), Set.of(Role.ADMINISTRATOR), null);
        accounts.roles().follow(eva, Set.of(Role.ADMINISTRATOR), Roles.provider("sample"));
        assertThatThrownBy(() -> accounts.roles().set(root, ana.id(), Set.of(), null))
                .isInstanceOf(RefusedException.class);
        accounts.roles().set(root, eva.id(), Set.of(), null);
        assertThat(accounts.roles().of(eva)).isEmpty();
    }

    /** How often the journal says that somebody is something else. */
    private long changes(Account account) {
        return here.storage.feed(0, 1_000).stream()
                .filter(fed -> fed.entry().event() instanceof PersonEvent.RolesChanged)
                .filter(fed -> fed.entry().chain().equals(ChainId.of(account.person())))
                .count();
    }

    /** Whoever keeps all places taken would otherwise use up the owner's tries, too. */
    @Test
    void whoIsSentAwayUnheardHasTriedNothing() {
        here.account("ana@example.org");
        String device = enter("ana@example.org").device();
        List<Place> all = IntStream.range(0, 16)
                .mapToObj(number -> Place.ofStranger("region " + number))
                .toList();
        all.forEach(
                place -> assertThat(accounts.passwords().places().take(place)).isTrue());
        for (int tried = 0; tried < 20; tried++) {
            assertThatThrownBy(() -> accounts.login().enter(email("ana@example.org"), PASSWORD, from(NETWORK, null)))
                    .isInstanceOf(Passwords.BusyException.class);
        }
        assertThat(accounts.login().enter(email("ana@example.org"), PASSWORD, from(NETWORK, device)))
                .isNotNull();
        all.forEach(accounts.passwords().places()::leave);
        assertThat(accounts.login().enter(email("ana@example.org"), PASSWORD, from(NETWORK, null)))
                .isNotNull();
    }

    @Test
    void manyNetworksOfOneRegionAreCountedTogether() {
        here.account("ana@example.org");
        for (int guess = 1; guess < Login.OF_REGION.burst(); guess++) {
            accounts.throttle().take(Login.OF_REGION.by("region"));
        }
        assertThatThrownBy(() -> accounts.login()
                        .enter(email("nobody@example.org"), "wrong", new Arrival("network", "region", null)))
                .isInstanceOf(LoginFailedException.class);
        assertThatThrownBy(() -> accounts.login()
                        .enter(email("ana@example.org"), PASSWORD, new Arrival("another network", "region", null)))
                .isInstanceOf(TooManyTriesException.class);
        assertThat(accounts.login().enter(email("ana@example.org"), PASSWORD, from(NETWORK, null)))
                .isNotNull();
    }

    @Test
    void aBrowserThatAnotherAccountKnowsHasNoTriesOfItsOwn() {
        here.account("ana@example.org");
        here.account("eve@example.org");
        String evesDevice = enter("eve@example.org").device();
        for (int guess = 0; guess < 10; guess++) {
            assertThatThrownBy(
                            () -> accounts.login().enter(email("ana@example.org"), "wrong", from(NETWORK, evesDevice)))
                    .isInstanceOf(LoginFailedException.class);
        }
        assertThatThrownBy(() -> accounts.login().enter(email("ana@example.org"), "wrong", from(NETWORK, evesDevice)))
                .isInstanceOf(TooManyTriesException.class);
    }

    @Test
    void anAddressGetsOnlySoManyLettersAndTheEarlierOnesStayGood() {
        here.account("ana@example.org");
        int before = here.letters.size();
        accounts.credentials().askReset(email("ana@example.org"), Language.EN, "192.0.2.100");
        String first = here.token();
        for (int network = 101; network < 130; network++) {
            accounts.credentials().askReset(email("ana@example.org"), Language.EN, "192.0.2." + network);
        }
        assertThat(here.letters.size() - before).isLessThanOrEqualTo(24);
        assertThat(accounts.credentials().reset(first, "another long password")).isNotEmpty();
        assertThat(here.last().kind()).isEqualTo(Kind.PASSWORD_RESET);
        assertThat(here.last().isSecret()).isFalse();
    }

    @Test
    void othersWhoAskForAnAddressKeepItsOwnerFromNoLetter() {
        here.account("ana@example.org");
        for (int network = 1; network <= 6; network++) {
            for (int time = 0; time < 3; time++) {
                accounts.credentials().askReset(email("ana@example.org"), Language.EN, "203.0.113." + network);
            }
        }
        for (int network = 1; network <= 20; network++) {
            accounts.registration()
                    .ask(email("ana@example.org"), "Other", PASSWORD, Language.EN, "198.51.100." + network);
        }
        int before = here.letters.size();
        accounts.credentials().askReset(email("ana@example.org"), Language.EN, NETWORK);
        assertThat(here.letters).hasSize(before + 1);
        assertThat(here.last().kind()).isEqualTo(Kind.RESET_PASSWORD);
    }

    @Test
    void aLetterGoesToTheAddressAsItsOwnerWritesItAndNotAsWhoeverAsksDoes() {
        here.account("ana@example.org");
        EmailAddress typed = email("Ana@\uff25XAMPLE.org"); // another text of the same key
        accounts.credentials().askReset(typed, Language.EN, NETWORK);
        assertThat(here.last().address()).isEqualTo("ana@example.org");
        accounts.registration().ask(typed, "Other", PASSWORD, Language.EN, NETWORK);
        assertThat(here.last().kind()).isEqualTo(Kind.ALREADY_REGISTERED);
        assertThat(here.last().address()).isEqualTo("ana@example.org");
    }

    /** Checking a password takes long enough for somebody to set another meanwhile. */
    @Test
    void whoWasStillBeingCheckedWhenThePasswordWasSetAnewGetsNothingByTheFormerOne() {
        here.account("ana@example.org");
        OpenSession open = enter("ana@example.org").open();
        accounts.credentials().askReset(email("ana@example.org"), Language.EN, NETWORK);
        String token = here.token();
        AccountTable.Row verified = accounts.login().verified(email("ana@example.org"), PASSWORD, from(NETWORK, null));
        AccountTable.Row required = accounts.login().require(open.account(), PASSWORD);

        accounts.credentials().reset(token, "another long password");

        for (AccountTable.Row row : List.of(verified, required)) {
            assertThatThrownBy(() -> accounts.login().enter(row)).isInstanceOf(LoginFailedException.class);
        }
        assertThat(rows("session")).isZero();
    }

    @Test
    void onlySoManyLettersAreSentToOthersForOneAccount() {
        here.account("ana@example.org");
        OpenSession open = enter("ana@example.org").open();
        for (int other = 0; other < 10; other++) {
            accounts.credentials().askAddress(open, PASSWORD, email("other" + other + "@example.org"));
        }
        assertThatThrownBy(() -> accounts.credentials().askAddress(open, PASSWORD, email("more@example.org")))
                .isInstanceOf(TooManyTriesException.class);
    }

    @Test
    void oneNetworkAsksForOneAddressOnlySoOften() {
        for (int time = 0; time < 3; time++) {
            accounts.credentials().askReset(email("nobody@example.org"), Language.EN, NETWORK);
        }
        assertThatThrownBy(() -> accounts.credentials().askReset(email("nobody@example.org"), Language.EN, NETWORK))
                .isInstanceOf(TooManyTriesException.class);
    }

    @Test
    void aLetterIsWrittenInTheLanguageOfItsReaderAndLeadsToAPage() {
        accounts.registration().ask(email("ana@example.org"), "Ana", PASSWORD, Language.AR, NETWORK);
        assertThat(here.last().kind()).isEqualTo(Kind.CONFIRM_REGISTRATION);
        assertThat(here.last().link()).startsWith("https://hub.example.org/ar/account/confirm?token=");
        assertThat(here.last().toString()).doesNotContain("token").doesNotContain("ana@");
    }

    @Test
    void aRegistrationThatWasCutOffIsConfirmedTheNextTime() {
        accounts.registration().ask(email("ana@example.org"), "Ana", PASSWORD, Language.EN, NETWORK);
        String token = here.token();
        accounts.registration().ask(email("ana@example.org"), "Ana", PASSWORD, Language.EN, NETWORK);
        Account account = accounts.registration().confirm(token, PASSWORD);
        assertThat(accounts.bySession(enter("ana@example.org").open().secret()).map(Caller::actor))
                .hasValueSatisfying(actor -> assertThat(actor.person()).isEqualTo(account.person()));
        assertThatThrownBy(() -> accounts.registration().confirm(here.token(), PASSWORD))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void theSweepTakesWhatIsOverAndTheAccountsOfTheErased() {
        Account erased = here.account("ana@example.org");
        here.account("eva@example.org");
        enter("ana@example.org");
        enter("eva@example.org");
        here.hub.as(Actor.administrator(new PersonId("keeper"))).people().erase(erased.person());
        accounts.sweep();
        assertThat(rows("account")).isEqualTo(1);
        assertThat(rows("session")).isEqualTo(1);
        here.pass(Duration.ofDays(366));
        accounts.sweep();
        assertThat(rows("account")).isEqualTo(1);
        assertThat(rows("session") + rows("device") + rows("one_time_secret") + rows("throttle"))
                .isZero();
    }

    @Test
    void twoClicksAtOnceMakeOneAccount() {
        accounts.registration().ask(email("ana@example.org"), "Ana", PASSWORD, Language.EN, NETWORK);
        String token = here.token();
        List<CompletableFuture<Boolean>> clicks = IntStream.range(0, 6)
                .mapToObj(click -> CompletableFuture.supplyAsync(() -> isConfirmed(token)))
                .toList();
        assertThat(clicks.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(rows("account")).isEqualTo(1);
    }

    @Test
    void ofTwoAccountsThatWantOneAddressAtOnceOneGetsIt() {
        List<CompletableFuture<Boolean>> clicks = IntStream.range(0, 4)
                .mapToObj(number -> tokenForSame("owner" + number + "@example.org", "198.51.100." + number))
                .toList()
                .stream()
                .map(token -> CompletableFuture.supplyAsync(() -> isChanged(token)))
                .toList();
        assertThat(clicks.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    @Test
    void aNewPasswordLetsNoEarlierLetterChangeTheAddress() {
        String token = tokenForSame("owner@example.org", NETWORK);
        OpenSession open = enter("owner@example.org").open();
        accounts.credentials().changePassword(open, PASSWORD, "another long password");
        assertThatThrownBy(() -> accounts.credentials().confirmAddress(token)).isInstanceOf(RefusedException.class);
    }

    /** The token with which a new account would get one address that several want. */
    private String tokenForSame(String owner, String network) {
        accounts.registration().ask(email(owner), "Owner", PASSWORD, Language.EN, network);
        accounts.registration().confirm(here.token(), PASSWORD);
        OpenSession open = accounts.login()
                .enter(email(owner), PASSWORD, from(network, null))
                .open();
        accounts.credentials().askAddress(open, PASSWORD, email("wanted@example.org"));
        return here.token();
    }

    private boolean isChanged(String token) {
        try {
            accounts.credentials().confirmAddress(token);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    @Test
    void whatFailsInTheDatabaseTellsNothingOfWhoItWasFor() {
        here.account("ana@example.org");
        assertThatThrownBy(() -> here.tables.write(handle -> handle.createUpdate(
                                "insert into server.account (id, email, nonsense) values (:id, :email, 1)")
                        .bind("id", "x")
                        .bind("email", "secret@example.org")
                        .execute()))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret@"));
    }

    private boolean isConfirmed(String token) {
        try {
            accounts.registration().confirm(token, PASSWORD);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private int rows(String table) {
        return here.tables.read(handle -> handle.createQuery("select count(*) from server." + table)
                .mapTo(Integer.class)
                .one());
    }

    private Entrance enter(String email) {
        return accounts.login().enter(email(email), PASSWORD, from(NETWORK, null));
    }
}
