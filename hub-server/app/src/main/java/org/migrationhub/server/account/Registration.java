package org.migrationhub.server.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.AccountLetter.Kind;
import org.migrationhub.server.account.OneTimeSecrets.Kept;
import org.migrationhub.server.account.OneTimeSecrets.Purpose;

/**
 * Comes to have an account: by registering and confirming the address, or by an invitation of the secretariat. Whether an
 * address has an account already can be told neither from what is answered nor from how long it takes; the letter says it.
 * Thread-safe.
 */
public final class Registration {

    private static final Rate BY_NETWORK = new Rate("registration", 30, Duration.ofMinutes(1));

    private final Parts parts;

    Registration(Parts parts) {
        this.parts = parts;
    }

    /**
     * Asks for an account. Nothing comes of it before the address is confirmed.
     *
     * @param network from where it is asked
     * @throws RefusedException with everything that speaks against name and password
     * @throws TooManyTriesException if it was asked too often from there
     */
    public void ask(EmailAddress email, String name, String password, Language language, String network) {
        List<Violation> violations = new ArrayList<>(FormRules.malformedName("/name", name));
        violations.addAll(PasswordRules.violations("/password", password, email));
        refuse(violations);
        parts.throttle().take(BY_NETWORK.by(network), Letters.BY_NETWORK.by(email.key(), network));
        String hash = parts.passwords().hash(password, Place.ofStranger("registration"));
        parts.tables().write(handle -> {
            Account holder = AccountTable.byAddress(handle, email)
                    .map(AccountTable.Row::account)
                    .orElse(null);
            boolean known = holder != null;
            Purpose purpose = known ? Purpose.NOTHING : Purpose.REGISTRATION;
            String token =
                    parts.secrets().keep(handle, new Kept(purpose, null, People.newId(), email, name, hash, language));
            parts.letters()
                    .send(
                            handle,
                            Letters.ABOUT_REGISTRATIONS,
                            known ? Kind.ALREADY_REGISTERED : Kind.CONFIRM_REGISTRATION,
                            holder == null ? email : holder.email(),
                            holder == null ? null : holder.person(),
                            language,
                            known
                                    ? parts.links().to("login", language)
                                    : parts.links().to("confirm", language, token));
            return true;
        });
    }

    /**
     * Confirms an address: from now on there is the account. Whoever has the letter may not be who asked for the account, and
     * mustn't open one to which somebody else has the password.
     *
     * @param token from the letter
     * @param password with which the account was asked for
     * @throws LoginFailedException if the password is another
     * @throws RefusedException if it was used, is too old, or the address has an account meanwhile
     */
    public Account confirm(String token, String password) {
        Kept kept = parts.tables().read(handle -> parts.secrets().read(handle, Purpose.REGISTRATION, token));
        if (!Login.matches(parts.passwords(), password, kept.password(), Place.byLetter())) {
            throw new LoginFailedException();
        }
        return make(token, kept, person(kept), kept.password());
    }

    /**
     * Asks somebody whom the hub knows to make an account.
     *
     * @param actor who asks
     * @throws ForbiddenException if that isn't the actor's to do
     * @throws RefusedException if the person has no address, or has an account
     */
    public void invite(Actor actor, PersonId id, Language language) {
        if (!AccessTable.standard().permits(actor, Right.KEEP_PEOPLE)) {
            throw new ForbiddenException(Right.KEEP_PEOPLE.code(), "Your role doesn't allow it.");
        }
        Person person = parts.people().find(id).orElseThrow(() -> new NotFoundException("person", id.value()));
        EmailAddress email = EmailAddress.find(person.profile().email())
                .orElseThrow(() -> refused("", "email.missing", "The person's record has no address to write to."));
        parts.tables().write(handle -> {
            if (AccountTable.byPerson(handle, id).isPresent()
                    || AccountTable.byAddress(handle, email).isPresent()) {
                throw refused("", "account.exists", "There is an account of this person, or with their address.");
            }
            String token =
                    parts.secrets().keep(handle, new Kept(Purpose.INVITATION, null, id, email, "", null, language));
            parts.letters()
                    .send(
                            handle,
                            Letters.ABOUT_INVITATIONS,
                            Kind.INVITATION,
                            email,
                            id,
                            language,
                            parts.links().to("invitation", language, token));
            return true;
        });
    }

    /**
     * Accepts an invitation: from now on there is the account.
     *
     * @param token from the letter
     * @throws RefusedException if it is good no more, since the person's record has another address by now, too; or with
     *     everything that speaks against the password
     */
    public Account accept(String token, String password) {
        Kept kept = parts.tables().read(handle -> parts.secrets().read(handle, Purpose.INVITATION, token));
        refuse(PasswordRules.violations("/password", password, kept.email()));
        if (!parts.people().has(kept.person(), kept.email())) {
            throw OneTimeSecrets.spent();
        }
        return make(token, kept, kept.person(), parts.passwords().hash(password, Place.byLetter()));
    }

    /** Makes an account without a letter, for somebody whose address somebody else vouches for. */
    Account make(Handle handle, PersonId person, EmailAddress email, Language language, @Nullable String hash) {
        Account account = insert(handle, person, email, language, hash);
        parts.roles().add(handle, account, Role.CONTRIBUTOR, People.REGISTRATION);
        return account;
    }

    /** The account with an address for which somebody else vouches: the one that there is, or else a new one. */
    Account ofAddress(Handle handle, PersonId person, EmailAddress email) {
        return AccountTable.byAddress(handle, email)
                .map(AccountTable.Row::account)
                .orElseGet(() -> {
                    Account account = account(person, email, Account.UNSAID, null);
                    if (AccountTable.insert(handle, account, null, account.since())) {
                        parts.roles().add(handle, account, Role.CONTRIBUTOR, People.REGISTRATION);
                        return account;
                    }
                    return AccountTable.byAddress(handle, email) // made in the same moment
                            .map(AccountTable.Row::account)
                            .orElseThrow(Registration::exists);
                });
    }

    /** The same for somebody who is nothing to the Hub yet. */
    Account insert(Handle handle, PersonId person, EmailAddress email, Language language, @Nullable String hash) {
        Account account = account(person, email, language, hash);
        if (!AccountTable.insert(handle, account, hash, account.since())) {
            throw exists();
        }
        return account;
    }

    private Account account(PersonId person, EmailAddress email, Language language, @Nullable String hash) {
        return new Account(UUID.randomUUID().toString(), person, email, language, hash != null, parts.now());
    }

    private static RefusedException exists() {
        return refused("/token", "account.exists", "There is an account of this person, or with this address.");
    }

    /** Who comes to have an account with a confirmed address: whom the hub knows by it, or else somebody new. */
    PersonId person(EmailAddress email, PersonId otherwise, String name) {
        for (Person known : parts.people().withAddress(email)) {
            boolean free = parts.tables()
                    .read(handle -> AccountTable.byPerson(handle, known.id()).isEmpty());
            if (free) {
                return known.id();
            }
        }
        return newcomer(email, otherwise, name);
    }

    /** Registers somebody whom the hub doesn't know. */
    PersonId newcomer(EmailAddress email, PersonId otherwise, String name) {
        PersonId newcomer = parts.tables().write(handle -> reserved(handle, email, otherwise));
        parts.people().register(newcomer, name, email);
        return newcomer;
    }

    /** Of several who come with one address at once all become the same person: whom the first has reserved for it. */
    private PersonId reserved(Handle handle, EmailAddress email, PersonId id) {
        String digest = Secrets.digest(email.key());
        handle.createUpdate("insert into server.newcomer (digest, person, reserved_at) values (:digest, :person, :now)"
                        + " on conflict do nothing")
                .bind("digest", digest)
                .bind("person", id.value())
                .bind("now", Times.of(parts.now()))
                .execute();
        return handle.createQuery("select person from server.newcomer where digest = :digest")
                .bind("digest", digest)
                .map((row, context) -> new PersonId(row.getString("person")))
                .one();
    }

    /** Lets an address be a newcomer's again that isn't this person's any more. */
    static void forget(Handle handle, PersonId person) {
        handle.createUpdate("delete from server.newcomer where person = :person")
                .bind("person", person.value())
                .execute();
    }

    /** Forgets reservations that nobody can be in the midst of using. */
    void sweep(Handle handle) {
        handle.createUpdate("delete from server.newcomer where reserved_at < :before")
                .bind("before", Times.of(parts.now().minus(OneTimeSecrets.LIFE)))
                .execute();
    }

    private PersonId person(Kept kept) {
        boolean taken = parts.tables()
                .read(handle -> AccountTable.byAddress(handle, kept.email()).isPresent());
        if (taken) {
            throw OneTimeSecrets.spent();
        }
        return person(kept.email(), kept.person(), kept.name());
    }

    /** Writes into the journal what whoever comes to have an account is, before it holds. */
    void tell(PersonId person) {
        parts.people().recordRoles(Actor.administrator(People.REGISTRATION), person, Set.of(Role.CONTRIBUTOR));
    }

    private Account make(String token, Kept kept, PersonId person, @Nullable String hash) {
        tell(person);
        return parts.tables().write(handle -> {
            parts.secrets().use(handle, token);
            return make(handle, person, kept.email(), kept.language(), hash);
        });
    }

    static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
    }

    private static RefusedException refused(String pointer, String code, String sentence) {
        return new RefusedException(new Violation(pointer, code, sentence));
    }
}
