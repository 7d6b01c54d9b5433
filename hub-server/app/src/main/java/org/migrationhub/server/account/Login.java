package org.migrationhub.server.account;

import java.time.Duration;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.account.AccountTable.Row;
import org.migrationhub.server.account.Rate.Try;

/**
 * Lets in whoever knows the password.
 *
 * <p>Wrong passwords are counted by address together with network, by network, and by address alone; whoever has used up
 * their tries waits some seconds for the next. A browser from which the account was entered before has tries of its own, so
 * nobody can keep an owner out by guessing, and whoever isn't known there can enter by a new password. What is counted and
 * what is computed is the same whether there is an account or not.
 *
 * <p>Checking a password takes long enough for it to be replaced meanwhile. So whatever it lets somebody do is done in a
 * transaction that holds the account and finds the same password there still. Thread-safe.
 */
public final class Login {

    private static final Rate FROM_NETWORK = new Rate("login-pair", 10, Duration.ofSeconds(60));
    private static final Rate OF_NETWORK = new Rate("login-network", 100, Duration.ofSeconds(10));
    /** Of all networks that one client may have. */
    static final Rate OF_REGION = new Rate("login-region", 300, Duration.ofSeconds(5));

    private static final Rate OF_ADDRESS = new Rate("login-address", 100, Duration.ofSeconds(10));
    private static final Rate OF_DEVICE = new Rate("login-device", 10, Duration.ofSeconds(60));
    private static final int LONGEST = 4 * PasswordRules.LONGEST;

    private final Parts parts;

    Login(Parts parts) {
        this.parts = parts;
    }

    /**
     * Lets somebody in, into a session that nobody has seen before.
     *
     * @param from where they come from
     * @throws LoginFailedException if address and password don't belong together
     * @throws TooManyTriesException if too many wrong ones were tried
     * @throws Passwords.BusyException if too many are computed already; that counts as no try
     */
    public Entrance enter(EmailAddress email, String password, Arrival from) {
        return enter(verified(email, password, from));
    }

    /** Lets in whoever was verified, unless the password was replaced meanwhile. */
    Entrance enter(Row row) {
        return parts.tables().write(handle -> {
            requireUnchanged(handle, row);
            return open(handle, row.account(), "password");
        });
    }

    /** The account that somebody may enter, as long as its password stays this one. */
    Row verified(EmailAddress email, String password, Arrival from) {
        Row row = parts.tables()
                .read(handle -> AccountTable.byAddress(handle, email))
                .orElse(null);
        String id = row == null ? "" : row.account().id();
        String device = from.device();
        boolean known =
                device != null && parts.tables().read(handle -> parts.sessions().knows(handle, id, device));
        boolean right = (device != null && known)
                ? isRight(password, row, Place.ofAccount(id), OF_DEVICE.by(device))
                : isRight(password, row, Place.ofStranger(from.region()), ofStranger(email, from));
        if (row == null || !right) {
            throw new LoginFailedException();
        }
        return row;
    }

    private static Try[] ofStranger(EmailAddress email, Arrival from) {
        return new Try[] {
            FROM_NETWORK.by(email.key(), from.network()),
            OF_NETWORK.by(from.network()),
            OF_REGION.by(from.region()),
            OF_ADDRESS.by(email.key())
        };
    }

    /** Whether the password is right; if not, that counts. Whoever wasn't even looked at has tried nothing. */
    private boolean isRight(String password, @Nullable Row row, Place place, Try... tries) {
        parts.throttle().take(tries);
        boolean right;
        try {
            right = matches(parts.passwords(), password, row == null ? null : row.password(), place);
        } catch (Passwords.BusyException e) {
            parts.throttle().giveBack(tries);
            throw e;
        }
        if (right) {
            parts.throttle().giveBack(tries);
        }
        return right;
    }

    /**
     * Holds that the password is still the one that was verified, and keeps it from being replaced before the transaction ends.
     *
     * @throws LoginFailedException if it is another meanwhile
     */
    static void requireUnchanged(Handle handle, Row verified) {
        boolean same = AccountTable.locked(handle, verified.account().id())
                .filter(row -> Objects.equals(row.password(), verified.password()))
                .isPresent();
        if (!same) {
            throw new LoginFailedException();
        }
    }

    /**
     * Holds that somebody who is in knows the password, before something that only the owner should do.
     *
     * @return what was verified, for {@link #requireUnchanged}
     * @throws LoginFailedException if it is another
     * @throws TooManyTriesException if too many wrong ones were tried
     */
    Row require(Account account, String password) {
        Row row = parts.tables()
                .read(handle -> AccountTable.byId(handle, account.id()))
                .orElseThrow(LoginFailedException::new);
        if (!isRight(password, row, Place.ofAccount(account.id()), OF_DEVICE.by("account", account.id()))) {
            throw new LoginFailedException();
        }
        return row;
    }

    /** Opens a session for somebody who has shown who they are. */
    Entrance open(Account account, String way) {
        return parts.tables().write(handle -> open(handle, account, way));
    }

    private Entrance open(Handle handle, Account account, String way) {
        return new Entrance(
                parts.sessions().open(handle, account, way), parts.sessions().remember(handle, account));
    }

    /** What can be no password isn't normalised for long. */
    static boolean matches(Passwords passwords, String password, @Nullable String kept, Place place) {
        return password.length() > LONGEST
                ? passwords.matches("", null, place)
                : passwords.matches(password, kept, place);
    }
}
