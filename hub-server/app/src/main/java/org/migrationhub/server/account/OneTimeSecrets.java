package org.migrationhub.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.vocabulary.Language;

/**
 * Secrets that are sent by mail. Each is good for one purpose, once and for a day; asking for another leaves it good, so that
 * nobody can make somebody else's useless. Only digests are kept. Thread-safe.
 */
final class OneTimeSecrets {

    static final Duration LIFE = Duration.ofHours(24);

    private final InstantSource clock;

    OneTimeSecrets(InstantSource clock) {
        this.clock = clock;
    }

    /** What a secret is good for. */
    enum Purpose {
        /** Becomes an account. */
        REGISTRATION,
        /** Becomes an account of a person who is known. */
        INVITATION,
        /** Sets a password. */
        RESET,
        /** Changes the address. */
        ADDRESS,
        /** Nothing: kept where there is no account, so that it takes as long as where there is one. */
        NOTHING;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is kept with a secret.
     *
     * @param purpose what it is good for
     * @param account of whom; null where there is none yet
     * @param person who it is, or will be
     * @param email whose holder alone got the secret
     * @param name of somebody who registers
     * @param password what is kept of theirs
     * @param language of letters
     */
    record Kept(
            Purpose purpose,
            @Nullable String account,
            PersonId person,
            EmailAddress email,
            String name,
            @Nullable String password,
            Language language) {

        /** Nothing of it. */
        @Override
        public String toString() {
            return purpose.code();
        }
    }

    /** Until when a secret that is made now is good. */
    Instant end() {
        return now().plus(LIFE);
    }

    /** Keeps something under a new secret, which it gives. */
    String keep(Handle handle, Kept kept) {
        String secret = Secrets.next();
        handle.createUpdate(
                        "insert into server.one_time_secret (digest, purpose, account, person, email, email_key, name,"
                                + " password, language, expires_at) values (:digest, :purpose, :account, :person, :email, :key,"
                                + " :name, :password, :language, :until)")
                .bind("digest", Secrets.digest(secret))
                .bind("purpose", kept.purpose().code())
                .bind("account", kept.account())
                .bind("person", kept.person().value())
                .bind("email", kept.email().text())
                .bind("key", kept.email().key())
                .bind("name", kept.name())
                .bind("password", kept.password())
                .bind("language", kept.language().tag())
                .bind("until", Times.of(end()))
                .execute();
        return secret;
    }

    /**
     * What is kept under a secret.
     *
     * @throws RefusedException if it isn't good for this, or not any more
     */
    Kept read(Handle handle, Purpose purpose, String secret) {
        Optional<Kept> kept = handle.createQuery("select * from server.one_time_secret where digest = :digest"
                        + " and purpose = :purpose and expires_at > :now")
                .bind("digest", Secrets.digest(secret))
                .bind("purpose", purpose.code())
                .bind("now", Times.of(now()))
                .map((row, context) -> new Kept(
                        purpose,
                        row.getString("account"),
                        new PersonId(row.getString("person")),
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        row.getString("name"),
                        row.getString("password"),
                        new Language(row.getString("language"))))
                .findOne();
        return kept.orElseThrow(OneTimeSecrets::spent);
    }

    /**
     * Uses it up. Of two who do so at once, one does.
     *
     * @throws RefusedException if somebody else has
     */
    void use(Handle handle, String secret) {
        int used = handle.createUpdate("delete from server.one_time_secret where digest = :digest")
                .bind("digest", Secrets.digest(secret))
                .execute();
        if (used != 1) {
            throw spent();
        }
    }

    /** Makes all that an account has for a purpose useless. */
    void useAll(Handle handle, Purpose purpose, String account) {
        handle.createUpdate("delete from server.one_time_secret where account = :account and purpose = :purpose")
                .bind("account", account)
                .bind("purpose", purpose.code())
                .execute();
    }

    /** Nothing that was ever asked for with an address is kept. */
    void forget(Handle handle, EmailAddress email) {
        handle.createUpdate("delete from server.one_time_secret where email_key = :key")
                .bind("key", email.key())
                .execute();
    }

    void sweep(Handle handle) {
        handle.createUpdate("delete from server.one_time_secret where expires_at < :now")
                .bind("now", Times.of(now()))
                .execute();
    }

    static RefusedException spent() {
        return new RefusedException(new Violation(
                "/token", "token.spent", "This link was used already or is too old; ask for another letter."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
