package org.migrationhub.server.message;

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

    /** Without user and password: they must not get into a log. */
    @Override
    public String toString() {
        return "%s:%d, from %s, %s".formatted(host, port, from, startTls ? "encrypted" : "not encrypted");
    }
}
