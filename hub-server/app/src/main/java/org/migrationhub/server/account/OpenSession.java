package org.migrationhub.server.account;

/**
 * A session that the present request belongs to.
 *
 * @param secret what the cookie holds
 * @param session what it is
 * @param account whose it is
 */
public record OpenSession(String secret, Session session, Account account) {

    /** What forms and scripts of this session send along, to show that they were made by this site. */
    public String formToken() {
        return Secrets.derived(secret, "form");
    }

    /** Whether this is the session's form token. */
    public boolean hasFormToken(String token) {
        return Secrets.same(token, formToken());
    }

    /** What shows that this session has been given a text. */
    public String sealOf(String text) {
        return Secrets.derived(secret, "seal " + text);
    }

    /** Whether this session was given a text. */
    public boolean hasSealed(String text, String seal) {
        return Secrets.same(seal, sealOf(text));
    }

    /** Without the secret: it must not get into a log. */
    @Override
    public String toString() {
        return "session " + session.id();
    }
}
