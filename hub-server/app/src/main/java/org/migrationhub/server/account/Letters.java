package org.migrationhub.server.account;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.AccountLetter.Kind;

/**
 * Sends letters, and not so many that they would be a nuisance. Whoever asks is counted by network, and by network together
 * with address, so that nobody uses up what somebody else may ask for. Only if several networks ask for one address does it
 * get no more for a while: of those about passwords, of those about registrations and of those about addresses each for
 * itself, so that one can't be used up by another, and without anybody being told, since the letters that it has got are
 * still good. Thread-safe.
 */
final class Letters {

    private static final int MOST = 24;
    private static final Duration AGAIN = Duration.ofMinutes(30);

    /** Of one network to one address; whoever asks more often is told to wait, whether there is an account or not. */
    static final Rate BY_NETWORK = new Rate("letter", 3, Duration.ofMinutes(10));

    /** To one address, that somebody wants a new password: each that is about an account holds a link that is good for a day. */
    static final Rate ABOUT_PASSWORDS = new Rate("letters-password", MOST, AGAIN);

    /** To one address, that somebody wants an account. */
    static final Rate ABOUT_REGISTRATIONS = new Rate("letters-registration", MOST, AGAIN);

    /** To one address, that somebody is invited to make an account. */
    static final Rate ABOUT_INVITATIONS = new Rate("letters-invitation", MOST, AGAIN);

    /** To one address, that somebody wants it to be that of their account. */
    static final Rate ABOUT_ADDRESSES = new Rate("letters-address", MOST, AGAIN);

    private final AccountMail mail;
    private final Throttle throttle;
    private final OneTimeSecrets secrets;

    Letters(AccountMail mail, Throttle throttle, OneTimeSecrets secrets) {
        this.mail = mail;
        this.throttle = throttle;
        this.secrets = secrets;
    }

    /**
     * Sends one, if the address hasn't got too many.
     *
     * @param rate of those about the same, whether there is an account or not
     */
    void send(
            Handle handle,
            Rate rate,
            Kind kind,
            EmailAddress email,
            @Nullable PersonId person,
            Language language,
            String link) {
        if (throttle.take(handle, rate.by(email.key())).isZero()) {
            mail.queue(handle, new AccountLetter(kind, email.text(), person, language, link, secrets.end()));
        }
    }

    /** Nothing that waits for somebody whose data is erased is sent. */
    void forget(Handle handle, Account account) {
        mail.forget(handle, account.person(), account.email().text());
    }

    /** Tells the holder of an account what happened to it: always. */
    void tell(Handle handle, Kind kind, Account account, String link) {
        tell(handle, kind, account.email(), account.person(), account.language(), link);
    }

    /** The same of somebody who may have no account. */
    void tell(Handle handle, Kind kind, EmailAddress email, PersonId person, Language language, String link) {
        Instant now = secrets.end().minus(OneTimeSecrets.LIFE);
        mail.queue(handle, new AccountLetter(kind, email.text(), person, language, link, now));
    }
}
