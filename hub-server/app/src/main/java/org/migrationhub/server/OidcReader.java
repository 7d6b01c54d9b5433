package org.migrationhub.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Role;
import org.migrationhub.server.account.OidcProvider;

/** Reads what is said of one identity provider. Not thread-safe. */
final class OidcReader {

    private final String name;
    private final Section section;

    OidcReader(String name, Section section) {
        this.name = name;
        this.section = section;
    }

    /** The provider; empty if something is wrong with its address, which is noted. */
    Optional<OidcProvider> read() {
        String issuer = section.required("issuer", "as the provider calls itself, such as https://id.example.org");
        String client = section.required("client", "the id by which the provider knows this installation");
        String label = section.optional("label");
        String secret = section.optional("secret");
        String audience = section.optional("audience");
        String claim = section.optional("claim");
        Map<String, Role> roles = roles(section.optional("roles"), claim);
        if (!audience.isEmpty() && audience.equals(client)) {
            section.refuse(
                    "audience",
                    "it is the client id, so what tells this site who somebody is would pass for a token that lets a program act;"
                            + " give the name of the API at the provider, or remove it");
        }
        boolean plainHttp = plainHttp(section.optional("http"));
        section.end();
        URI address = parsed(issuer);
        if (address == null) {
            return Optional.empty();
        }
        OidcProvider provider = new OidcProvider(
                name, label.isEmpty() ? name : label, address, client, secret, audience, claim, roles, plainHttp);
        if (!provider.mayBeAskedAt(address)) {
            section.refuse(
                    "issuer",
                    "it isn't reached over TLS; give an address with https, or, for a test on this machine, one of"
                            + " localhost and the setting http = loopback");
        }
        return Optional.of(provider);
    }

    private Map<String, Role> roles(String text, String claim) {
        Map<String, Role> roles = new TreeMap<>();
        for (String part : Section.parts(text, ",")) {
            String[] pair = part.split("=", 2);
            Optional<Role> role = pair.length < 2
                    ? Optional.empty()
                    : Role.find(pair[1].strip()).filter(found -> found != Role.VISITOR);
            role.ifPresentOrElse(
                    found -> roles.put(pair[0].strip(), found),
                    () -> section.refuse(
                            "roles", "\"" + part + "\" names no role; give pairs such as hub-office=secretariat"));
        }
        if (claim.isEmpty() != text.isEmpty()) {
            section.refuse("claim", "claim and roles belong together; give both, or none");
        }
        return roles;
    }

    private boolean plainHttp(String text) {
        if (!text.isEmpty() && !text.equals("loopback")) {
            section.refuse("http", "there is no \"" + text + "\"; give loopback, or remove it");
        }
        return text.equals("loopback");
    }

    private @Nullable URI parsed(String issuer) {
        try {
            URI address = new URI(issuer);
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below, as one without a host
        }
        if (!issuer.isEmpty()) {
            section.refuse("issuer", "this is no address; give one such as https://id.example.org");
        }
        return null;
    }
}
