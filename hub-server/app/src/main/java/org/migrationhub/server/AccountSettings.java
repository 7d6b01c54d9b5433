package org.migrationhub.server;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.account.OidcProvider;

/**
 * What accounts need to be told.
 *
 * @param site the address of the site, with which every link of a letter begins; null for where the server listens
 * @param secureCookies whether the cookies go over TLS alone
 * @param administrator the address of the first administrator; null for none
 * @param administratorPassword theirs to begin with; empty if they are to choose it
 * @param providers who may vouch for somebody
 */
record AccountSettings(
        @Nullable URI site,
        boolean secureCookies,
        @Nullable EmailAddress administrator,
        String administratorPassword,
        List<OidcProvider> providers) {

    AccountSettings {
        providers = List.copyOf(providers);
    }

    /** Whether browsers know the site only by an address of this machine, so that no proxy stands before it. */
    boolean isOfThisMachine(String host) {
        return AccountReader.LOOPBACK.contains(site == null ? host : site.getHost());
    }

    /** Without the password: it must not get into a log. */
    @Override
    public String toString() {
        return "site " + site + ", secure cookies " + secureCookies;
    }
}
