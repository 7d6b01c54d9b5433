package org.migrationhub.server.account;

/**
 * That somebody has come in.
 *
 * @param open the session, with what its cookie is to hold
 * @param device what the browser is to show next time, so that others' guesses don't keep it waiting
 */
public record Entrance(OpenSession open, String device) {

    /** Without the secrets: they must not get into a log. */
    @Override
    public String toString() {
        return open.toString();
    }
}
