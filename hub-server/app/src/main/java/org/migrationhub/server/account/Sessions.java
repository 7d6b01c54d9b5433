package org.migrationhub.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.tables.ServerTables;

/**
 * Sessions, in the database: they survive a restart, every server knows them, and one that is ended is ended everywhere at
 * once. Of what the cookie holds only a digest is kept. Thread-safe.
 */
public final class Sessions {

    /** After how long without a request a session ends. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** After how long it ends in any case. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** How long a browser is remembered as one from which an account was entered. */
    public static final Duration DEVICE = Duration.ofDays(365);

    private static final Duration TOUCH = Duration.ofMinutes(5);
    private static final String COLUMNS =
            "t.id as session_id, t.way, t.created_at as opened_at, t.seen_at, t.expires_at";

    private final ServerTables tables;
    private final InstantSource clock;

    Sessions(ServerTables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** The session with this secret; empty if there is none, or it has ended. */
    public Optional<OpenSession> find(String secret) {
        Instant now = now();
        Optional<OpenSession> found = tables.read(
                handle -> handle.createQuery(AccountTable.joined("session", COLUMNS, "t.digest = :digest" + ALIVE))
                        .bind("digest", Secrets.digest(secret))
                        .bind("now", Times.of(now))
                        .bind("idle", Times.of(now.minus(IDLE)))
                        .map((row, context) -> new OpenSession(secret, session(row), AccountTable.account(row)))
                        .findOne());
        found.filter(open -> open.session().seen().isBefore(now.minus(TOUCH))).ifPresent(open -> touch(open, now));
        return found;
    }

    /** Whose a session is or, if it has ended by itself, was; empty if nothing is known of it any more. */
    public Optional<PersonId> holder(String secret) {
        return tables.read(handle -> handle.createQuery(AccountTable.joined("session", COLUMNS, "t.digest = :digest"))
                .bind("digest", Secrets.digest(secret))
                .map((row, context) -> AccountTable.account(row).person())
                .findOne());
    }

    private static final String ALIVE = " and t.expires_at > :now and t.seen_at > :idle";

    /** The sessions of an account, the latest first. */
    public List<Session> of(Account account) {
        Instant now = now();
        return tables.read(
                handle -> handle.createQuery("select " + COLUMNS + " from server.session t where t.account = :account"
                                + ALIVE + " order by t.created_at desc, t.id")
                        .bind("account", account.id())
                        .bind("now", Times.of(now))
                        .bind("idle", Times.of(now.minus(IDLE)))
                        .map((row, context) -> session(row))
                        .list());
    }

    /** Ends one; whether the account had it. */
    public boolean end(Account account, String id) {
        return tables.write(
                handle -> handle.createUpdate("delete from server.session where account = :account and id = :id")
                                .bind("account", account.id())
                                .bind("id", id)
                                .execute()
                        == 1);
    }

    /** Ends all of an account. */
    public void endAll(Account account) {
        tables.write(handle -> {
            endAll(handle, account);
            return true;
        });
    }

    static void endAll(Handle handle, Account account) {
        handle.createUpdate("delete from server.session where account = :account")
                .bind("account", account.id())
                .execute();
    }

    /** Opens one, with a secret that nobody has seen before. */
    OpenSession open(Handle handle, Account account, String way) {
        Instant now = now();
        String secret = Secrets.next();
        Session session = new Session(UUID.randomUUID().toString(), way, now, now, now.plus(LONGEST));
        handle.createUpdate("insert into server.session (digest, id, account, way, created_at, seen_at, expires_at)"
                        + " values (:digest, :id, :account, :way, :now, :now, :until)")
                .bind("digest", Secrets.digest(secret))
                .bind("id", session.id())
                .bind("account", account.id())
                .bind("way", way)
                .bind("now", Times.of(now))
                .bind("until", Times.of(session.until()))
                .execute();
        return new OpenSession(secret, session, account);
    }

    /** Whether the account was entered from this browser. */
    boolean knows(Handle handle, String account, String device) {
        return handle.createQuery("select count(*) from server.device where digest = :digest and account = :account"
                                + " and expires_at > :now")
                        .bind("digest", Secrets.digest(device))
                        .bind("account", account)
                        .bind("now", Times.of(now()))
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /** Remembers a browser as one of an account; gives what it is to show. */
    String remember(Handle handle, Account account) {
        String device = Secrets.next();
        handle.createUpdate(
                        "insert into server.device (digest, account, expires_at) values (:digest, :account, :until)")
                .bind("digest", Secrets.digest(device))
                .bind("account", account.id())
                .bind("until", Times.of(now().plus(DEVICE)))
                .execute();
        return device;
    }

    void sweep(Handle handle) {
        Instant now = now();
        handle.createUpdate("delete from server.session where expires_at < :now or seen_at < :idle")
                .bind("now", Times.of(now))
                .bind("idle", Times.of(now.minus(IDLE)))
                .execute();
        handle.createUpdate("delete from server.device where expires_at < :now")
                .bind("now", Times.of(now))
                .execute();
    }

    private void touch(OpenSession open, Instant now) {
        tables.write(handle -> handle.createUpdate("update server.session set seen_at = :now where id = :id")
                .bind("now", Times.of(now))
                .bind("id", open.session().id())
                .execute());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("session_id"),
                row.getString("way"),
                Times.at(row, "opened_at"),
                Times.at(row, "seen_at"),
                Times.at(row, "expires_at"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
