package org.migrationhub.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.message.Outcome.Fate;

/** What one connection to a server of mail comes to. */
class MailerTest {

    private static final Letter LETTER =
            new Letter(Language.EN, "Subject", "Hello,", "Text.", List.of(), null, "Footer");

    @Test
    void whereNothingIsEncryptedNothingIsSaid() {
        try (PostOffice office = PostOffice.open()) {
            assertThat(send(new SmtpSettings("127.0.0.1", office.port(), "", "", true, PostOffice.FROM)))
                    .isEqualTo(new Outcome(Fate.NONE_NOW, "not-encrypted"));
            assertThat(office.letters()).isEmpty();
        }
    }

    @Test
    void whoHasToLogInDoes() {
        try (PostOffice office = PostOffice.open("hub", "right")) {
            assertThat(send(new SmtpSettings("127.0.0.1", office.port(), "hub", "wrong", false, PostOffice.FROM)))
                    .isEqualTo(new Outcome(Fate.NONE_NOW, "login-refused"));
            assertThat(send(new SmtpSettings("127.0.0.1", office.port(), "hub", "right", false, PostOffice.FROM)))
                    .isEqualTo(Outcome.sent());
            assertThat(office.letters())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.headers()).contains("part-of-id"));
        }
    }

    @Test
    void whereNobodyListensItIsNoMessagesFault() {
        int port;
        try (PostOffice office = PostOffice.open()) {
            port = office.port();
        }
        assertThat(send(new SmtpSettings("127.0.0.1", port, "", "", false, PostOffice.FROM)))
                .isEqualTo(new Outcome(Fate.NONE_NOW, "server-unreachable"));
    }

    private static Outcome send(SmtpSettings settings) {
        try (Mailer mailer = new Mailer(settings)) {
            return mailer.send("id", "ana@example.org", LETTER, Instant.EPOCH);
        }
    }
}
