package org.migrationhub.server.message;

import java.util.Optional;

/**
 * The server of mail to which messages are handed.
 *
 * @param host its name
 * @param port where it listens
 * @param user as whom to log in; empty for not at all
 * @param password of the user
 * @param startTls whether nothing is said before the connection is encrypted; otherwise nothing ever is
 * @param from the address from which messages come
 */
public record SmtpSettings(String host, int port, String user, String password, boolean startTls, String from) {

    /**
     * Looks whether letters can be handed over: it connects and logs in, and sends nothing.
     *
     * @return why not, as a code such as {@code server-unreachable}; empty if they can
     */
    public Optional<String> unreachable() {
        try (Mailer mailer = new Mailer(this)) {
            return mailer.unreachable();
        }
    }

    /** Without user and password: they must not get into a log. */
    @Override
    public String toString() {
        return "%s:%d, from %s, %s".formatted(host, port, from, startTls ? "encrypted" : "not encrypted");
    }
}
