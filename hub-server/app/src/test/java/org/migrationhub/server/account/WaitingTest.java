package org.migrationhub.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.server.account.Installation.from;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.account.Waiting.Kind;

/** What waits is within bounds, and for one person. */
class WaitingTest {

    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId BEN = new PersonId("ben");

    private final Installation here = new Installation();
    private final Waiting waiting = here.accounts.waiting();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void whoFillsThePlaceForFormsKeepsOutNeitherOthersNorFiles() {
        String whole = "x".repeat(Kind.FORM.longest());
        for (int kept = 0; kept < 4; kept++) {
            assertThat(form("192.0.2.1", whole)).isPresent();
        }
        assertThat(form("192.0.2.1", "x")).isEmpty();
        assertThat(form("192.0.2.2", "x")).isPresent();
        assertThat(form("192.0.2.2", whole + "x")).isEmpty();
        assertThat(waiting.keep(Kind.FILE, "ana", ANA, whole)).isPresent();
        here.pass(Waiting.LIFE.plus(Duration.ofSeconds(1)));
        assertThat(form("192.0.2.1", "x")).isPresent();
    }

    @Test
    void whatOneHasOpenedNobodyElseOpens() {
        String secret = form("192.0.2.1", "sent").orElseThrow();
        assertThat(waiting.open(secret, ANA)).contains("sent");
        assertThat(waiting.open(secret, BEN)).isEmpty();
        assertThat(waiting.open(secret, ANA)).contains("sent");
        waiting.drop(secret);
        assertThat(waiting.open(secret, ANA)).isEmpty();
    }

    @Test
    void whatIsKnownToBeSomebodysIsTheirsFromTheBeginning() {
        String secret = waiting.keep(Kind.FORM, "192.0.2.1", ANA, "sent").orElseThrow();
        assertThat(waiting.open(secret, BEN)).isEmpty();
        assertThat(waiting.open(secret, ANA)).contains("sent");
    }

    @Test
    void anErasureTakesWhatSomebodySentAndAllFiles() {
        String ben = waiting.keep(Kind.FORM, "192.0.2.1", BEN, "sent").orElseThrow();
        String ana = waiting.keep(Kind.FORM, "192.0.2.1", ANA, "sent").orElseThrow();
        String file = waiting.keep(Kind.FILE, "ana", ANA, "ben@example.org").orElseThrow();
        here.accounts.erased(BEN);
        assertThat(waiting.open(ben, BEN)).isEmpty();
        assertThat(waiting.open(file, ANA)).isEmpty();
        assertThat(waiting.open(ana, ANA)).contains("sent");
    }

    @Test
    void whoseASessionWasIsKnownAfterItHasEndedByItself() {
        Account account = here.account("ana@example.org");
        String secret = here.accounts
                .login()
                .enter(account.email(), Installation.PASSWORD, from(Installation.NETWORK, null))
                .open()
                .secret();
        here.pass(Sessions.IDLE.plusHours(1));
        assertThat(here.accounts.sessions().find(secret)).isEmpty();
        assertThat(here.accounts.sessions().holder(secret)).contains(account.person());
    }

    private Optional<String> form(String network, String text) {
        return waiting.keep(Kind.FORM, network, null, text);
    }
}
