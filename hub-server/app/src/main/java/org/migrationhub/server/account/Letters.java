package org.migrationhub.server.account;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.AccountLetter.Kind;

/**
 * Sends letters, and not so many that they would be a nuisance: an address that has got its share gets no more for a while,
 * without anybody being told, since the letters that it has got are still good. Thread-safe.
 */
final class Letters {

    /** Of one network to one address; whoever asks more often is told to wait, whether there is an account or not. */
    static final Rate BY_NETWORK = new Rate("letter", 3, Duration.ofMinutes(10));

    private static final Rate TO_ADDRESS = new Rate("letters", 6, Duration.ofMinutes(20));

    private final AccountMail mail;
    private final Throttle throttle;
    private final OneTimeSecrets secrets;

    Letters(AccountMail mail, Throttle throttle, OneTimeSecrets secrets) {
        this.mail = mail;
        this.throttle = throttle;
        this.secrets = secrets;
    }

    /** Sends one, if the address hasn't got too many. */
    void send(Handle handle, Kind kind, EmailAddress email, @Nullable PersonId person, Language language, String link) {
        if (throttle.take(handle, TO_ADDRESS.by(email.key())).isZero()) {
            mail.queue(handle, new AccountLetter(kind, email.text(), person, language, link, secrets.end()));
        }
    }

    /** Nothing that waits for somebody whose data is erased is sent. */
    void forget(Handle handle, Account account) {
        mail.forget(handle, account.person(), account.email().text());
    }

    /** Tells the holder of an account what happened to it: always. */
    void tell(Handle handle, Kind kind, Account account, String link) {
        mail.queue(
                handle,
                new AccountLetter(
                        kind,
                        account.email().text(),
                        account.person(),
                        account.language(),
                        link,
                        secrets.end().minus(OneTimeSecrets.LIFE)));
    }
}
