package org.migrationhub.server.account;

import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.tables.ServerTables;

/** The accounts of an installation: who may act, and how they come in. Thread-safe; holds no state of its own. */
public final class Accounts {

    private final ServerTables tables;
    private final Hub hub;
    private final InstantSource clock;
    private final AccountMail mail;
    private final Supplier<URI> base;
    private final Parts parts;
    private final Login login;
    private final Registration registration;
    private final Credentials credentials;
    private final ApiTokens tokens;
    private final OwnData ownData;
    private final Oidc oidc;
    private final Waiting waiting;
    private final Acquaintances acquaintances;
    private final FormerAddresses formerAddresses;

    /**
     * The accounts beside a hub.
     *
     * @param tables where they are kept
     * @param hub that knows the persons
     * @param clock what says the time, to the hub too
     * @param mail takes their letters
     * @param base the address of the site, with which every link begins
     * @param providers who may vouch for somebody
     */
    public Accounts(
            ServerTables tables,
            Hub hub,
            InstantSource clock,
            AccountMail mail,
            Supplier<URI> base,
            List<OidcProvider> providers) {
        this.tables = tables;
        this.hub = hub;
        this.clock = clock;
        this.mail = mail;
        this.base = base;
        Throttle throttle = new Throttle(tables, clock);
        OneTimeSecrets secrets = new OneTimeSecrets(clock);
        People people = new People(hub);
        this.parts = new Parts(
                tables,
                clock,
                people,
                new Passwords(),
                throttle,
                new Sessions(tables, clock),
                new Roles(tables, clock, people),
                secrets,
                new Letters(mail, throttle, secrets),
                new AccountLinks(base));
        this.login = new Login(parts);
        this.registration = new Registration(parts);
        this.tokens = new ApiTokens(parts);
        this.credentials = new Credentials(parts, login, tokens);
        this.ownData = new OwnData(parts);
        this.waiting = new Waiting(parts);
        this.acquaintances = new Acquaintances(parts);
        this.formerAddresses = new FormerAddresses(parts);
        this.oidc = new Oidc(parts, registration, login, base, providers);
    }

    /** The same accounts, with which whatever is done is only tried: nothing is kept, and nobody is told. */
    public Accounts rehearsal() {
        return new Accounts(tables.rehearsal(), hub.rehearsal(), clock, mail, base, oidc.providers());
    }

    /** What passwords are checked with. */
    Passwords passwords() {
        return parts.passwords();
    }

    /** How to come in by a password. */
    public Login login() {
        return login;
    }

    /** How to come in by an identity provider. */
    public Oidc oidc() {
        return oidc;
    }

    /** What waits for somebody to come back from an identity provider. */
    public Waiting waiting() {
        return waiting;
    }

    /** Whom people have named in their items. */
    public Acquaintances acquaintances() {
        return acquaintances;
    }

    /** How to come to have an account. */
    public Registration registration() {
        return registration;
    }

    /** How to change password and address. */
    public Credentials credentials() {
        return credentials;
    }

    /** Who has come in. */
    public Sessions sessions() {
        return parts.sessions();
    }

    /** Tokens for programs. */
    public ApiTokens tokens() {
        return tokens;
    }

    /** What the holders of accounts are to the Hub. */
    public Roles roles() {
        return parts.roles();
    }

    /** What somebody can do about their own data. */
    public OwnData ownData() {
        return ownData;
    }

    /** Counts tries, for whoever has something that may not be tried too often. */
    public Throttle throttle() {
        return parts.throttle();
    }

    /** Who comes by a session; empty if it has ended, or its holder's data was erased. */
    public Optional<Caller> bySession(String secret) {
        return sessions()
                .find(secret)
                .flatMap(open -> actor(open.account()).map(actor -> new Caller(actor, open.account(), open, null)));
    }

    /**
     * Who shows a personal token, or one of an identity provider; empty if nobody, or their data was erased.
     *
     * @param reads whether the request only reads
     */
    public Optional<Caller> byToken(String secret, boolean reads) {
        if (!secret.startsWith(ApiTokens.PREFIX)) {
            return oidc.bearer(secret)
                    .flatMap(vouched -> actor(vouched.account())
                            .map(actor -> new Caller(with(actor, vouched.roles()), vouched.account(), null, null)));
        }
        return tokens.find(secret)
                .flatMap(found -> actor(found.account())
                        .map(actor -> new Caller(
                                new Actor(actor.person(), Scope.narrow(found.scopes(), actor.roles(), reads)),
                                found.account(),
                                null,
                                found.scopes())));
    }

    /**
     * The account of a person; empty if they have none.
     *
     * @throws ForbiddenException if accounts aren't the actor's to see
     */
    public Optional<Account> of(Actor actor, PersonId person) {
        requireKeeping(actor);
        return parts.tables()
                .read(handle -> AccountTable.byPerson(handle, person))
                .map(AccountTable.Row::account);
    }

    /** The language in which somebody wants to be written to; empty if they haven't said so. */
    public Optional<Language> language(PersonId person) {
        return parts.tables()
                .read(handle -> AccountTable.byPerson(handle, person))
                .map(row -> row.account().language())
                .filter(language -> !language.equals(Account.UNSAID));
    }

    /**
     * Accounts by ascending id.
     *
     * @param after the last of the page before; the empty text for the first page
     * @throws ForbiddenException if accounts aren't the actor's to see
     */
    public List<Account> list(Actor actor, String after, int limit) {
        requireKeeping(actor);
        return parts.tables().read(handle -> AccountTable.page(handle, after, limit));
    }

    /**
     * One account.
     *
     * @throws ForbiddenException if accounts aren't the actor's to see
     * @throws NotFoundException if there is none
     */
    public Account read(Actor actor, String id) {
        requireKeeping(actor);
        return parts.tables()
                .read(handle -> AccountTable.byId(handle, id))
                .orElseThrow(() -> new NotFoundException("account", id))
                .account();
    }

    /**
     * Removes the account of somebody whose data was erased from the hub, with everything that lets them in and every letter
     * that waits. Of what they were to the Hub the history stays, without a name.
     */
    public void erased(PersonId person) {
        parts.tables().write(handle -> {
            AccountTable.byPerson(handle, person).ifPresent(row -> {
                AccountTable.delete(handle, row.account().id());
                parts.secrets().forget(handle, row.account().email());
                parts.letters().forget(handle, row.account());
            });
            Registration.forget(handle, person);
            Acquaintances.forget(handle, person);
            FormerAddresses.forget(handle, person);
            Waiting.forget(handle, person);
            handle.createUpdate("delete from server.upload where person = :person")
                    .bind("person", person.value())
                    .execute();
            handle.createUpdate("delete from server.one_time_secret where person = :person")
                    .bind("person", person.value())
                    .execute();
            handle.createUpdate("delete from server.erasure_request where person = :person")
                    .bind("person", person.value())
                    .execute();
            return true;
        });
    }

    /**
     * Holds that whoever has an account puts no address into their own record that they haven't confirmed: whoever got into
     * a session could otherwise turn away what its owner is told, and have anybody written to who doesn't know this place.
     *
     * @param present the address that the record has
     * @param wanted the one that it is to have
     * @throws RefusedException if it is neither that nor the account's
     */
    public void requireConfirmed(PersonId person, String present, String wanted) {
        boolean refused = !wanted.equals(present)
                && parts.tables()
                        .read(handle -> AccountTable.byPerson(handle, person))
                        .filter(row -> !row.account().email().isSame(wanted))
                        .isPresent();
        if (refused) {
            throw new RefusedException(new Violation(
                    "/email", "email.unconfirmed", "Your address changes once you confirm the new one: ask for that."));
        }
    }

    /**
     * Notes the addresses of people's records that are about to get others: once they have, {@link #tellFormer} tells the
     * former ones, or else the next sweep does, should the server be killed before.
     */
    public void noteFormer(Map<PersonId, String> addresses) {
        formerAddresses.note(addresses);
    }

    /** Tells the addresses that were noted and that the person's record hasn't any more. */
    public void tellFormer(PersonId person) {
        formerAddresses.tell(person);
    }

    /** A person's address: that of their account or, where there is none, of their record, if it has one. */
    public Optional<EmailAddress> address(PersonId person) {
        return parts.tables()
                .read(handle -> AccountTable.byPerson(handle, person))
                .map(row -> row.account().email())
                .or(() -> parts.people()
                        .find(person)
                        .flatMap(one -> EmailAddress.find(one.profile().email())));
    }

    /** Whether a person has an account. */
    public boolean has(PersonId person) {
        return parts.tables()
                .read(handle -> AccountTable.byPerson(handle, person).isPresent());
    }

    /** What the holder of a person's account was said to be; nothing for whoever has none. */
    public Set<Role> granted(PersonId person) {
        return parts.tables()
                .read(handle -> AccountTable.byPerson(handle, person)
                        .map(row -> parts.roles().of(handle, row.account().id()))
                        .orElseGet(Set::of));
    }

    /** Whether the configuration has said that this person is an administrator, and nobody has taken that back. */
    public boolean isNamedAdministrator(PersonId person) {
        return parts.tables()
                .read(handle -> AccountTable.byPerson(handle, person)
                        .filter(row -> parts.roles()
                                .isGranted(handle, row.account(), Role.ADMINISTRATOR, FirstAdministrator.CONFIGURATION))
                        .isPresent());
    }

    /**
     * Makes an account for somebody whom the configuration or a demonstration brings along; nothing if the person or the
     * address has one. What they are is in the journal before it holds.
     *
     * @param hash what is kept of the password
     * @param roles what they are to the Hub
     */
    public void bring(PersonId person, EmailAddress email, String hash, Set<Role> roles) {
        if (parts.tables().read(handle -> isThere(handle, person, email))) {
            return;
        }
        parts.people().recordRoles(Actor.administrator(FirstAdministrator.CONFIGURATION), person, roles);
        parts.tables().write(handle -> {
            boolean there = isThere(handle, person, email); // another server may have started in the same moment
            if (!there) {
                Account account = registration.insert(handle, person, email, Account.UNSAID, hash);
                roles.stream()
                        .filter(role -> role != Role.VISITOR)
                        .forEach(role -> parts.roles().add(handle, account, role, FirstAdministrator.CONFIGURATION));
            }
            return there;
        });
    }

    private static boolean isThere(Handle handle, PersonId person, EmailAddress email) {
        return AccountTable.byPerson(handle, person).isPresent()
                || AccountTable.byAddress(handle, email).isPresent();
    }

    /** What is good no more goes, and the accounts of those whose data was erased while nobody saw to it. */
    public void sweep() {
        parts.tables().write(handle -> {
            parts.sessions().sweep(handle);
            parts.secrets().sweep(handle);
            parts.throttle().sweep(handle);
            registration.sweep(handle);
            oidc.sweep(handle);
            waiting.sweep(handle);
            handle.execute("delete from server.upload u where not exists"
                    + " (select 1 from hub.attachment a where a.digest = u.digest)");
            return true;
        });
        formerAddresses.sweep();
        parts.roles().sweep();
        for (Account account : all()) {
            if (parts.people().find(account.person()).isEmpty()) {
                erased(account.person());
            }
        }
    }

    /** The first administrator. */
    public FirstAdministrator firstAdministrator() {
        return new FirstAdministrator(parts, registration);
    }

    private List<Account> all() {
        return parts.tables().read(handle -> AccountTable.page(handle, "", Integer.MAX_VALUE));
    }

    /** What somebody is: what was granted, and a reviewer as long as they are on the roster. */
    private Optional<Actor> actor(Account account) {
        return parts.people().find(account.person()).map(person -> new Actor(account.person(), roles(account, person)));
    }

    private Set<Role> roles(Account account, Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(parts.roles().of(account));
        if (person.roster() != null) {
            roles.add(Role.REVIEWER);
        }
        return roles;
    }

    private static Actor with(Actor actor, Set<Role> more) {
        Set<Role> roles = EnumSet.copyOf(actor.roles());
        roles.addAll(more);
        return new Actor(actor.person(), roles);
    }

    private static void requireKeeping(Actor actor) {
        if (!AccessTable.standard().permits(actor, Right.KEEP_PEOPLE)) {
            throw new ForbiddenException(Right.KEEP_PEOPLE.code(), "Your role doesn't allow it.");
        }
    }
}
