package org.migrationhub.server.api;

import java.util.List;
import org.migrationhub.server.account.Account;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.Caller;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.account.OpenSession;
import org.migrationhub.server.account.Scope;

/**
 * Who came in by which door.
 *
 * @param caller who
 * @param accounts all that there are
 * @param cookies how they are called here, and what sets them
 */
public record Door(Caller caller, Accounts accounts, Cookies cookies) {

    /** The same, but that whatever is done to accounts is only tried. */
    Door rehearsing() {
        return new Door(caller, accounts.rehearsal(), cookies);
    }

    /** What the forms of a page are to send along as the field {@code formToken}; empty for whoever isn't logged in. */
    public String formToken() {
        OpenSession session = caller.session();
        return session == null ? "" : session.formToken();
    }

    /** The session of whoever asks; told as a problem if there is none. */
    public OpenSession session() {
        OpenSession session = caller.session();
        if (session == null) {
            throw needsSession();
        }
        return session;
    }

    /** The account of whoever asks, by session or token; told as a problem if there is none. */
    public Account account() {
        Account account = caller.account();
        if (account == null) {
            throw needsSession();
        }
        return account;
    }

    /**
     * Holds that what they came by is good for something about themselves.
     *
     * @param scopes one of which will do
     * @throws ProblemException if it is a personal token with none of these scopes
     */
    void require(List<Scope> scopes) {
        if (scopes.stream().noneMatch(caller::isGoodFor)) {
            throw Problems.scopeMissing(scopes);
        }
    }

    /**
     * Holds that no personal token is what they came by: what is done to one's own record isn't for programs.
     *
     * @throws ProblemException if it is one
     */
    void requireNoPersonalToken() {
        if (caller.isNarrowed()) {
            throw needsSession();
        }
    }

    private ProblemException needsSession() {
        return caller.actor().person() == null
                ? Problems.tokenRequired()
                : Problem.SESSION_REQUIRED.plain("Log in with your account: a token isn't enough for this.");
    }
}
