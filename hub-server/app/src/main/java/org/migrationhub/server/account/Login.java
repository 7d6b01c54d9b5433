package org.migrationhub.server.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.account.AccountTable.Row;
import org.migrationhub.server.account.Rate.Try;

/**
 * Lets in whoever knows the password.
 *
 * <p>Wrong passwords are counted by address together with network, by network, and by address alone; whoever has used up
 * their tries waits some seconds for the next. A browser from which the account was entered before has tries of its own, so
 * nobody can keep an owner out by guessing, and whoever isn't known there can enter by a new password. What is counted and
 * what is computed is the same whether there is an account or not. Thread-safe.
 */
public final class Login {

    private static final Rate FROM_NETWORK = new Rate("login-pair", 10, Duration.ofSeconds(60));
    private static final Rate OF_NETWORK = new Rate("login-network", 100, Duration.ofSeconds(10));
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
     * @param network from where they come
     * @param device what their browser shows; null if nothing
     * @throws LoginFailedException if address and password don't belong together
     * @throws TooManyTriesException if too many wrong ones were tried
     */
    public Entrance enter(EmailAddress email, String password, String network, @Nullable String device) {
        Row row = parts.tables()
                .read(handle -> AccountTable.byAddress(handle, email))
                .orElse(null);
        String id = row == null ? "" : row.account().id();
        boolean known =
                device != null && parts.tables().read(handle -> parts.sessions().knows(handle, id, device));
        Try[] tries = device != null && known
                ? new Try[] {OF_DEVICE.by(device)}
                : new Try[] {FROM_NETWORK.by(email.key(), network), OF_NETWORK.by(network), OF_ADDRESS.by(email.key())};
        parts.throttle().take(tries);
        boolean right = matches(parts.passwords(), password, row == null ? null : row.password());
        if (row == null || !right) {
            throw new LoginFailedException();
        }
        parts.throttle().giveBack(tries);
        return open(row.account(), "password");
    }

    /**
     * Holds that somebody who is in knows the password, before something that only the owner should do.
     *
     * @throws LoginFailedException if it is another
     * @throws TooManyTriesException if too many wrong ones were tried
     */
    void require(Account account, String password) {
        Try one = OF_DEVICE.by("account", account.id());
        parts.throttle().take(one);
        Row row = parts.tables()
                .read(handle -> AccountTable.byId(handle, account.id()))
                .orElseThrow(LoginFailedException::new);
        if (!matches(parts.passwords(), password, row.password())) {
            throw new LoginFailedException();
        }
        parts.throttle().giveBack(one);
    }

    /** Opens a session for somebody who has shown who they are. */
    Entrance open(Account account, String way) {
        return parts.tables()
                .write(handle -> new Entrance(
                        parts.sessions().open(handle, account, way),
                        parts.sessions().remember(handle, account)));
    }

    /** What can be no password isn't normalised for long. */
    static boolean matches(Passwords passwords, String password, @Nullable String kept) {
        return password.length() > LONGEST ? passwords.matches("", null) : passwords.matches(password, kept);
    }
}
