package org.migrationhub.server.account;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.migrationhub.core.access.Role;

/**
 * An identity provider whose word an installation takes (OpenID Connect).
 *
 * @param name by which addresses and settings refer to it
 * @param label by which people know it
 * @param issuer as it calls itself
 * @param client as which this installation is known to it
 * @param secret with which the client shows that; empty for a public client
 * @param audience for whom its bearer tokens must be meant; empty if none are taken
 * @param claim whose values say what somebody is; empty if nothing there does
 * @param roles what each value says
 * @param plainHttp whether it may be asked over plain http, on this machine alone: for tests
 */
public record OidcProvider(
        String name,
        String label,
        URI issuer,
        String client,
        String secret,
        String audience,
        String claim,
        Map<String, Role> roles,
        boolean plainHttp) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Copies the roles. */
    public OidcProvider {
        roles = Map.copyOf(roles);
    }

    /**
     * Asks the provider what it says of itself: whether somebody could begin to log in there.
     *
     * @throws OidcFailedException if it isn't reached over TLS throughout
     * @throws OidcUnavailableException if it doesn't answer, or says what can't be used
     */
    public void look() {
        new OidcClient(this).look();
    }

    /** Whether something of the provider's may be asked for at this address. */
    public boolean mayBeAskedAt(URI address) {
        String host = String.valueOf(address.getHost());
        return "https".equals(address.getScheme())
                || (plainHttp && "http".equals(address.getScheme()) && LOOPBACK.contains(host));
    }

    /** Without the secret: it must not get into a log. */
    @Override
    public String toString() {
        return "oidc." + name;
    }
}
