package org.migrationhub.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;

/** Personal tokens for programs. A token is shown once; what is kept of it is a digest. Thread-safe. */
public final class ApiTokens {

    /** For how many days a token is good at most. */
    public static final int MOST_DAYS = 365;

    /** With what every token begins, so that one that was published by mistake is recognised. */
    static final String PREFIX = "mhub_";

    private static final int MOST = 50;
    private static final String COLUMNS =
            "t.id as token_id, t.name, t.scopes, t.created_at as made_at, t.expires_at, t.revoked_at";

    private final Parts parts;

    ApiTokens(Parts parts) {
        this.parts = parts;
    }

    /**
     * A token that was just made.
     *
     * @param secret what a program sends; nobody can find it out later
     * @param token what is known of it
     */
    public record Made(String secret, ApiToken token) {

        /** Without the secret: it must not get into a log. */
        @Override
        public String toString() {
            return "token " + token.id();
        }
    }

    /** Whose a token is. */
    record Found(Account account, Set<Scope> scopes) {}

    /**
     * Makes a token.
     *
     * @param name by which its owner knows it
     * @param scopes for what it is good
     * @param days for how many, up to {@link #MOST_DAYS}
     * @throws RefusedException with everything that speaks against it
     */
    public Made make(Account account, String name, Collection<Scope> scopes, int days) {
        return make(account, UUID.randomUUID().toString(), name, scopes, days);
    }

    /**
     * The same under an id that the caller gives. Asked again, since the answer didn't come to be read, it is the same token
     * with a new secret, and the one before is good for nothing.
     *
     * @param id from a form of this account's, used for nothing else
     */
    public Made make(Account account, String id, String name, Collection<Scope> scopes, int days) {
        List<Violation> violations = new ArrayList<>(FormRules.malformedName("/name", name));
        if (scopes.isEmpty()) {
            violations.add(new Violation("/scopes", "scopes.required", "Say for what the token is to be good."));
        }
        if (of(account).stream()
                        .filter(token -> isGood(token) && !token.id().equals(id))
                        .count()
                >= MOST) {
            violations.add(
                    new Violation("", "tokens.too-many", "You have %d tokens; revoke one first.".formatted(MOST)));
        }
        Registration.refuse(violations);
        Instant now = parts.now();
        ApiToken token = new ApiToken(id, name, Set.copyOf(scopes), now, now.plus(Duration.ofDays(days)), null);
        String secret = PREFIX + Secrets.next();
        boolean isMade = parts.tables()
                .write(handle ->
                        insert(handle, account, token, secret) > 0 || replace(handle, account, token, secret) > 0);
        return isMade ? new Made(secret, token) : make(account, name, scopes, days); // it was revoked meanwhile
    }

    private static int insert(Handle handle, Account account, ApiToken token, String secret) {
        return bound(
                        handle.createUpdate(
                                "insert into server.api_token (id, account, digest, name, scopes, created_at,"
                                        + " expires_at) values (:id, :account, :digest, :name, :scopes, :now, :until)"
                                        + " on conflict do nothing"),
                        account,
                        token,
                        secret)
                .execute();
    }

    private static int replace(Handle handle, Account account, ApiToken token, String secret) {
        return bound(
                        handle.createUpdate(
                                "update server.api_token set digest = :digest, name = :name, scopes = :scopes,"
                                        + " created_at = :now, expires_at = :until"
                                        + " where id = :id and account = :account and revoked_at is null"),
                        account,
                        token,
                        secret)
                .execute();
    }

    private static Update bound(Update statement, Account account, ApiToken token, String secret) {
        return statement
                .bind("id", token.id())
                .bind("account", account.id())
                .bind("digest", Secrets.digest(secret))
                .bind("name", token.name())
                .bind(
                        "scopes",
                        token.scopes().stream().map(Scope::code).sorted().collect(Collectors.joining(" ")))
                .bind("now", Times.of(token.since()))
                .bind("until", Times.of(token.until()));
    }

    /** The tokens of an account, the latest first; revoked and expired ones too. */
    public List<ApiToken> of(Account account) {
        return parts.tables()
                .read(handle -> handle.createQuery(
                                "select " + COLUMNS
                                        + " from server.api_token t where t.account = :account order by t.created_at desc, t.id")
                        .bind("account", account.id())
                        .map((row, context) -> token(row))
                        .list());
    }

    private boolean isGood(ApiToken token) {
        return token.revoked() == null && token.until().isAfter(parts.now());
    }

    /** Revokes one: it is good for nothing from the next request on. Whether the account had it. */
    public boolean revoke(Account account, String id) {
        return parts.tables()
                .write(handle -> handle.createUpdate("update server.api_token set revoked_at ="
                                        + " coalesce(revoked_at, :now) where account = :account and id = :id")
                                .bind("now", Times.of(parts.now()))
                                .bind("account", account.id())
                                .bind("id", id)
                                .execute()
                        == 1);
    }

    /** Revokes all that an account has. */
    void revokeAll(Handle handle, Account account) {
        handle.createUpdate(
                        "update server.api_token set revoked_at = :now where account = :account and revoked_at is null")
                .bind("now", Times.of(parts.now()))
                .bind("account", account.id())
                .execute();
    }

    /** Whose a token is; empty if nobody's, or it is good no more. */
    Optional<Found> find(String secret) {
        return parts.tables()
                .read(handle -> handle.createQuery(AccountTable.joined(
                                "api_token",
                                COLUMNS,
                                "t.digest = :digest and t.expires_at > :now and t.revoked_at is null"))
                        .bind("digest", Secrets.digest(secret))
                        .bind("now", Times.of(parts.now()))
                        .map((row, context) ->
                                new Found(AccountTable.account(row), token(row).scopes()))
                        .findOne());
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("token_id"),
                row.getString("name"),
                Arrays.stream(row.getString("scopes").split(" ", -1))
                        .flatMap(code -> Scope.find(code).stream())
                        .collect(Collectors.toSet()),
                Times.at(row, "made_at"),
                Times.at(row, "expires_at"),
                row.getObject("revoked_at") == null ? null : Times.at(row, "revoked_at"));
    }
}
