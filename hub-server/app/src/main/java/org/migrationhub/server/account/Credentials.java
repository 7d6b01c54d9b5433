package org.migrationhub.server.account;

import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.AccountLetter.Kind;
import org.migrationhub.server.account.AccountTable.Row;
import org.migrationhub.server.account.OneTimeSecrets.Kept;
import org.migrationhub.server.account.OneTimeSecrets.Purpose;

/**
 * Changes what lets somebody in: password and address. Every such change ends the other sessions, and the owner is told by a
 * letter. Thread-safe.
 */
public final class Credentials {

    private static final Rate BY_NETWORK = new Rate("reset", 30, Duration.ofMinutes(1));

    /** Whoever is in could otherwise have letters sent to anybody. */
    private static final Rate BY_ACCOUNT = new Rate("address", 10, Duration.ofMinutes(10));

    private static final String UNIQUE = "23505";

    private final Parts parts;
    private final Login login;
    private final ApiTokens tokens;

    Credentials(Parts parts, Login login, ApiTokens tokens) {
        this.parts = parts;
        this.login = login;
        this.tokens = tokens;
    }

    /**
     * Asks for a letter with which a password can be set. Whether the address has an account can't be told from here: one
     * without gets a letter that says so.
     *
     * @param language of a letter to nobody known
     * @param network from where it is asked
     * @throws TooManyTriesException if it was asked too often from there
     */
    public void askReset(EmailAddress email, Language language, String network) {
        parts.throttle().take(BY_NETWORK.by(network), Letters.BY_NETWORK.by(email.key(), network));
        parts.tables().write(handle -> {
            Row row = AccountTable.byAddress(handle, email).orElse(null);
            boolean known = row != null;
            Language reads = row == null ? language : row.account().language();
            Purpose purpose = known ? Purpose.RESET : Purpose.NOTHING;
            String account = row == null ? null : row.account().id();
            PersonId person = row == null ? People.newId() : row.account().person();
            EmailAddress to =
                    row == null ? email : row.account().email(); // as its owner writes it, not as whoever asks does
            String token = parts.secrets().keep(handle, new Kept(purpose, account, person, to, "", null, reads));
            parts.letters()
                    .send(
                            handle,
                            Letters.ABOUT_PASSWORDS,
                            known ? Kind.RESET_PASSWORD : Kind.NO_ACCOUNT,
                            to,
                            row == null ? null : person,
                            reads,
                            known
                                    ? parts.links().to("reset", reads, token)
                                    : parts.links().to("register", reads));
            return true;
        });
    }

    /**
     * Sets a password with the token of a letter, ends all sessions, revokes all tokens for programs and uses up all letters:
     * somebody else may have got in before, and whatever they left behind lets nobody in any more. Whoever does so hasn't
     * logged in by it, but is known by the browser from now on.
     *
     * @return what the browser is to show at the next login
     * @throws RefusedException if the token is good no more, or with everything that speaks against the password
     */
    public String reset(String token, String password) {
        Kept kept = parts.tables().read(handle -> parts.secrets().read(handle, Purpose.RESET, token));
        Registration.refuse(PasswordRules.violations("/password", password, kept.email()));
        String hash = parts.passwords().hash(password, Place.byLetter());
        return parts.tables().write(handle -> {
            parts.secrets().use(handle, token);
            Account account = AccountTable.byId(handle, String.valueOf(kept.account()))
                    .orElseThrow(OneTimeSecrets::spent)
                    .account();
            if (!account.email().key().equals(kept.email().key())) {
                throw OneTimeSecrets.spent(); // the account has another address meanwhile
            }
            setPassword(handle, account, hash, Kind.PASSWORD_RESET);
            tokens.revokeAll(handle, account);
            return parts.sessions().remember(handle, account);
        });
    }

    /**
     * Changes the password of somebody who is in, ends all sessions and opens another. Tokens for programs stay good: their
     * owner is here, sees them listed and can revoke them, and a change that stopped programs would not be made.
     *
     * @throws LoginFailedException if the present password is another
     * @throws RefusedException with everything that speaks against the new one
     */
    public Entrance changePassword(OpenSession open, String present, String next) {
        Account account = open.account();
        Row verified = login.require(account, present);
        Registration.refuse(PasswordRules.violations("/password", next, account.email()));
        String hash = parts.passwords().hash(next, Place.ofAccount(account.id()));
        return parts.tables().write(handle -> {
            Login.requireUnchanged(handle, verified);
            setPassword(handle, account, hash, Kind.PASSWORD_CHANGED);
            return new Entrance(
                    parts.sessions().open(handle, account, open.session().way()),
                    parts.sessions().remember(handle, account));
        });
    }

    /**
     * Asks for another address: it is the account's once its holder confirms it.
     *
     * @throws LoginFailedException if the password is another
     * @throws TooManyTriesException if this account asked too often
     */
    public void askAddress(OpenSession open, String password, EmailAddress email) {
        Account account = open.account();
        Row verified = login.require(account, password);
        parts.throttle().take(BY_ACCOUNT.by(account.id()), Letters.BY_NETWORK.by(email.key(), account.id()));
        parts.tables().write(handle -> {
            Login.requireUnchanged(handle, verified);
            Account holder =
                    AccountTable.byAddress(handle, email).map(Row::account).orElse(null);
            boolean taken = holder != null;
            Purpose purpose = taken ? Purpose.NOTHING : Purpose.ADDRESS;
            String token = parts.secrets()
                    .keep(
                            handle,
                            new Kept(purpose, account.id(), account.person(), email, "", null, account.language()));
            parts.letters()
                    .send(
                            handle,
                            Letters.ABOUT_ADDRESSES,
                            taken ? Kind.ALREADY_REGISTERED : Kind.CONFIRM_ADDRESS,
                            holder == null ? email : holder.email(),
                            holder == null ? account.person() : holder.person(),
                            account.language(),
                            taken
                                    ? parts.links().to("login", account.language())
                                    : parts.links().to("address", account.language(), token));
            return true;
        });
    }

    /**
     * Confirms another address; the former one is told.
     *
     * @throws RefusedException if the token is good no more, or the address has an account meanwhile
     */
    public void confirmAddress(String token) {
        Kept kept = parts.tables().read(handle -> parts.secrets().read(handle, Purpose.ADDRESS, token));
        boolean taken = parts.tables()
                .read(handle -> AccountTable.byAddress(handle, kept.email()).isPresent());
        if (taken) {
            throw OneTimeSecrets.spent();
        }
        parts.people().setAddress(kept.person(), kept.email());
        try {
            change(token, kept);
        } catch (UnableToExecuteStatementException e) {
            throw isTaken(e) ? OneTimeSecrets.spent() : e;
        }
    }

    private void change(String token, Kept kept) {
        parts.tables().write(handle -> {
            parts.secrets().use(handle, token);
            Account account = AccountTable.byId(handle, String.valueOf(kept.account()))
                    .orElseThrow(OneTimeSecrets::spent)
                    .account();
            AccountTable.setAddress(handle, account.id(), kept.email());
            Registration.forget(handle, account.person());
            parts.secrets().useAll(handle, Purpose.RESET, account.id());
            Sessions.endAll(handle, account);
            parts.letters()
                    .tell(handle, Kind.ADDRESS_CHANGED, account, parts.links().to("login", account.language()));
            return true;
        });
    }

    /** Whether another account has come to have the address in the same moment. */
    private static boolean isTaken(UnableToExecuteStatementException e) {
        return e.getCause() instanceof SQLException cause && UNIQUE.equals(cause.getSQLState());
    }

    /** Says in which language the account's letters are written. */
    public void setLanguage(Account account, Language language) {
        parts.tables().write(handle -> {
            AccountTable.setLanguage(handle, account.id(), language);
            return true;
        });
    }

    /** Whoever had got in before is out: no session, and no letter that was asked for meanwhile, leads in any more. */
    private void setPassword(Handle handle, Account account, String hash, Kind told) {
        AccountTable.setPassword(handle, account.id(), hash);
        Sessions.endAll(handle, account);
        parts.secrets().useAll(handle, Purpose.RESET, account.id());
        parts.secrets().useAll(handle, Purpose.ADDRESS, account.id());
        parts.letters().tell(handle, told, account, parts.links().to("reset", account.language()));
    }
}
