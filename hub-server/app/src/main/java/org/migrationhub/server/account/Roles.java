package org.migrationhub.server.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.tables.ServerTables;

/**
 * What the holders of accounts are to the Hub, who said so and when. A change counts from the next request on, on every
 * server. There is always an administrator once there was one.
 *
 * <p>What a person, the configuration or an identity provider says is in the journal before it holds, and so is that somebody
 * who comes to have an account is a contributor: no account has a role without an entry. (What the bearer token of a provider says
 * for one request is told by each entry that is made in it, which holds the roles of its actor.) Should a server be killed in between,
 * the entry stays without effect, and the next one tells what holds. What a provider says holds for a day: then it is over by
 * itself, and the next sweep says so in the journal. Thread-safe.
 */
public final class Roles {

    /** How long it holds what an identity provider has said: it may have changed its mind, and tells that at a login alone. */
    static final Duration WORD = Duration.ofDays(1);

    /** Whoever grants as an identity provider. */
    private static final String PROVIDER = "oidc-";

    private static final String OF_PROVIDER = "granted_by like '" + PROVIDER + "%'";
    private static final String SAID =
            "exists (select 1 from server.provider_word w where w.account = role_grant.account"
                    + " and w.provider = role_grant.granted_by and w.said_at > :fresh)";
    private static final String NOW = " and revoked_at is null and (not " + OF_PROVIDER + " or " + SAID + ")";
    private static final String ENDED = " and revoked_at is null and " + OF_PROVIDER + " and not " + SAID;

    private final ServerTables tables;
    private final InstantSource clock;
    private final People people;

    Roles(ServerTables tables, InstantSource clock, People people) {
        this.tables = tables;
        this.clock = clock;
        this.people = people;
    }

    /**
     * That somebody said what the holder of an account is.
     *
     * @param role what
     * @param at when
     * @param by who
     * @param until when it was taken back; null if it holds
     * @param takenBackBy who took it back; null if it holds
     */
    public record Granted(
            Role role,
            Instant at,
            PersonId by,
            @Nullable Instant until,
            @Nullable PersonId takenBackBy) {}

    /** What the holder of an account is now. */
    public Set<Role> of(Account account) {
        return tables.read(handle -> of(handle, account.id()));
    }

    /** Everything that was ever said of it, in order. */
    public List<Granted> history(Account account) {
        return tables.read(handle -> handle.createQuery(
                        "select * from server.role_grant where account = :account order by granted_at, role")
                .bind("account", account.id())
                .map((row, context) -> new Granted(
                        Role.find(row.getString("role")).orElseThrow(),
                        Times.at(row, "granted_at"),
                        new PersonId(row.getString("granted_by")),
                        row.getString("revoked_by") == null ? null : Times.at(row, "revoked_at"),
                        row.getString("revoked_by") == null ? null : new PersonId(row.getString("revoked_by"))))
                .list());
    }

    /** How often something was said of it: by that, whoever says something else tells what they have read. */
    public long version(Account account) {
        return tables.read(handle -> version(handle, account.id()));
    }

    private static long version(Handle handle, String account) {
        return handle.createQuery(
                        "select 1 + count(*) + count(revoked_at) from server.role_grant where account = :account")
                .bind("account", account)
                .mapTo(Long.class)
                .one();
    }

    /**
     * Says what the holder of an account is from now on, and nothing else.
     *
     * @param actor who says so
     * @param expected the {@link #version} that the actor has read; null if any will do
     * @throws StaleVersionException if it is another by now
     * @throws ForbiddenException if that isn't the actor's to say
     * @throws NotFoundException if there is no such account, or its holder's data was erased
     * @throws RefusedException if nobody would be an administrator any more
     */
    public void set(Actor actor, String account, Collection<Role> wanted, @Nullable Long expected) {
        PersonId by = actor.person();
        if (by == null || !AccessTable.standard().permits(actor, Right.GRANT_ROLES)) {
            throw new ForbiddenException(Right.GRANT_ROLES.code(), "Your role doesn't allow it.");
        }
        Account found = tables.read(handle -> AccountTable.byId(handle, account))
                .orElseThrow(() -> new NotFoundException("account", account))
                .account();
        Set<Role> next = EnumSet.noneOf(Role.class);
        next.addAll(wanted);
        boolean changes = !next.equals(of(found));
        change(tables.rehearsal(), found, next, by, expected); // nothing is told of what is refused
        if (changes) {
            people.recordRoles(actor, found.person(), next);
            change(tables, found, next, by, expected);
        }
    }

    private void change(ServerTables in, Account account, Set<Role> next, PersonId by, @Nullable Long expected) {
        in.write(handle -> {
            AccountTable.locked(handle, account.id());
            requireVersion(handle, account, expected);
            revokeEnded(handle, account.id());
            change(handle, account, next, by);
            return true;
        });
    }

    private static void requireVersion(Handle handle, Account account, @Nullable Long expected) {
        long version = version(handle, account.id());
        if (expected != null && expected != version) {
            throw new StaleVersionException("account", account.id(), expected, version);
        }
    }

    Set<Role> of(Handle handle, String account) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(handle.createQuery("select role from server.role_grant where account = :account" + NOW)
                .bind("account", account)
                .bind("fresh", fresh())
                .map((row, context) -> Role.find(row.getString("role")).orElseThrow())
                .list());
        return roles;
    }

    /** Adds a role without asking who may; nothing if the account has it. */
    void add(Handle handle, Account account, Role role, PersonId by) {
        if (!of(handle, account.id()).contains(role)) {
            grant(handle, account, role, by);
        }
    }

    /** In whose name an identity provider grants. */
    static PersonId provider(String name) {
        return new PersonId(PROVIDER + name);
    }

    /** Leaves of what this provider granted what is said now, and grants the rest of it: for a day. */
    void follow(Account account, Set<Role> said, PersonId by) {
        Set<Role> present = of(account);
        Set<Role> over = EnumSet.noneOf(Role.class);
        over.addAll(tables.read(handle -> granted(handle, account, by)));
        over.removeAll(said);
        Set<Role> next = EnumSet.noneOf(Role.class);
        next.addAll(present);
        next.removeAll(over);
        next.addAll(said);
        if (!next.equals(present)) {
            people.recordRoles(Actor.administrator(by), account.person(), next);
        }
        tables.write(handle -> {
            revokeEnded(handle, account.id());
            over.forEach(role -> revoke(handle, account, role, by));
            say(handle, account, by);
            said.forEach(role -> add(handle, account, role, by));
            return true;
        });
    }

    private void say(Handle handle, Account account, PersonId by) {
        handle.createUpdate("delete from server.provider_word where account = :account and provider = :by")
                .bind("account", account.id())
                .bind("by", by.value())
                .execute();
        handle.createUpdate("insert into server.provider_word (account, provider, said_at)"
                        + " values (:account, :by, :now) on conflict do nothing")
                .bind("account", account.id())
                .bind("by", by.value())
                .bind("now", Times.of(now()))
                .execute();
    }

    /** Takes back, in the journal too, what providers have said and not repeated since. */
    void sweep() {
        List<String> accounts = tables.read(handle -> handle.createQuery(
                        "select distinct account from server.role_grant where account in (select id from server.account)"
                                + ENDED)
                .bind("fresh", fresh())
                .mapTo(String.class)
                .list());
        for (String id : accounts) {
            tables.read(handle -> AccountTable.byId(handle, id))
                    .map(AccountTable.Row::account)
                    .filter(account -> people.find(account.person()).isPresent())
                    .ifPresent(this::end);
        }
    }

    private void end(Account account) {
        for (PersonId provider : tables.read(handle -> ended(handle, account))) {
            people.recordRoles(Actor.administrator(provider), account.person(), of(account));
        }
        tables.write(handle -> revokeEnded(handle, account.id()));
    }

    private List<PersonId> ended(Handle handle, Account account) {
        return handle.createQuery("select distinct granted_by from server.role_grant where account = :account" + ENDED)
                .bind("account", account.id())
                .bind("fresh", fresh())
                .map((row, context) -> new PersonId(row.getString("granted_by")))
                .list();
    }

    private int revokeEnded(Handle handle, String account) {
        return handle.createUpdate("update server.role_grant set revoked_at = :now, revoked_by = granted_by"
                        + " where account = :account" + ENDED)
                .bind("now", Times.of(now()))
                .bind("account", account)
                .bind("fresh", fresh())
                .execute();
    }

    private List<Role> granted(Handle handle, Account account, PersonId by) {
        return handle.createQuery(
                        "select role from server.role_grant where account = :account and granted_by = :by" + NOW)
                .bind("account", account.id())
                .bind("by", by.value())
                .bind("fresh", fresh())
                .map((row, context) -> Role.find(row.getString("role")).orElseThrow())
                .list();
    }

    /** Whether this one has granted an account this role, which it has still. */
    boolean isGranted(Handle handle, Account account, Role role, PersonId by) {
        return handle.createQuery("select count(*) from server.role_grant where account = :account and role = :role"
                                + " and granted_by = :by" + NOW)
                        .bind("account", account.id())
                        .bind("role", role.code())
                        .bind("by", by.value())
                        .bind("fresh", fresh())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Whether the holder of some account with a way in is an administrator. */
    boolean isAdministered(Handle handle) {
        return handle.createQuery("select count(*) from server.role_grant where role = :role" + NOW
                                + " and account in (select id from server.account where password is not null)")
                        .bind("role", Role.ADMINISTRATOR.code())
                        .bind("fresh", fresh())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private void change(Handle handle, Account account, Collection<Role> wanted, PersonId by) {
        List<String> administrators = lockedAdministrators(handle);
        Set<Role> present = of(handle, account.id());
        Set<Role> next = EnumSet.noneOf(Role.class);
        next.addAll(wanted);
        next.remove(Role.VISITOR);
        if (present.contains(Role.ADMINISTRATOR)
                && !next.contains(Role.ADMINISTRATOR)
                && administrators.equals(List.of(account.id()))) {
            throw new RefusedException(new Violation(
                    "/roles",
                    "role.last-administrator",
                    "This is the last administrator; say first who else is to be one."));
        }
        for (Role role : Role.values()) {
            if (next.contains(role) && !present.contains(role)) {
                grant(handle, account, role, by);
            } else if (present.contains(role) && !next.contains(role)) {
                revoke(handle, account, role, by);
            }
        }
    }

    /**
     * Those whose role doesn't end by itself: one whom a provider has said to be one may be none tomorrow. Two who take the role
     * from each other do so one after the other.
     */
    private static List<String> lockedAdministrators(Handle handle) {
        return handle
                .createQuery("select account from server.role_grant where role = :role and revoked_at is null and not "
                        + OF_PROVIDER + " and account in (select id from server.account) order by id for update")
                .bind("role", Role.ADMINISTRATOR.code())
                .mapTo(String.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private void grant(Handle handle, Account account, Role role, PersonId by) {
        handle.createUpdate("insert into server.role_grant (id, account, person, role, granted_at, granted_by)"
                        + " values (:id, :account, :person, :role, :now, :by)")
                .bind("id", UUID.randomUUID().toString())
                .bind("account", account.id())
                .bind("person", account.person().value())
                .bind("role", role.code())
                .bind("now", Times.of(now()))
                .bind("by", by.value())
                .execute();
    }

    private void revoke(Handle handle, Account account, Role role, PersonId by) {
        handle.createUpdate("update server.role_grant set revoked_at = :now, revoked_by = :by"
                        + " where account = :account and role = :role" + NOW)
                .bind("now", Times.of(now()))
                .bind("by", by.value())
                .bind("account", account.id())
                .bind("role", role.code())
                .bind("fresh", fresh())
                .execute();
    }

    /** Since when a provider must have said it for it to hold. */
    private Argument fresh() {
        return Times.of(now().minus(WORD));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
