package org.migrationhub.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.account.OidcProvider;
import org.migrationhub.server.account.PasswordRules;

/** Reads what accounts need to be told. Not thread-safe. */
final class AccountReader {

    static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** In place of one that is refused, so that nobody is told that it is missing, too. */
    private static final URI REFUSED = URI.create("http://localhost");

    private final Section section;

    AccountReader(Section section) {
        this.section = section;
    }

    /**
     * Reads it.
     *
     * @param host where the server listens
     * @param demo whether this is a demonstration
     * @param providers who may vouch for somebody
     */
    AccountSettings read(String host, boolean demo, List<OidcProvider> providers) {
        URI site = site(host, demo);
        String email = section.optional("admin.email");
        String password = section.optional("admin.password");
        EmailAddress administrator = EmailAddress.find(email).orElse(null);
        if (!email.isEmpty() && administrator == null) {
            section.refuse("admin.email", "this is no address; give one such as name@example.org");
        }
        checkPassword(administrator, email, password);
        boolean overTls = site == null ? !LOOPBACK.contains(host) : "https".equals(site.getScheme());
        return new AccountSettings(site, overTls, administrator, password, providers);
    }

    private void checkPassword(@Nullable EmailAddress administrator, String email, String password) {
        if (password.isEmpty()) {
            return;
        }
        if (email.isEmpty()) {
            section.refuse("admin.email", "is missing, so the password is nobody's; give it, or remove admin.password");
        }
        if (administrator != null) {
            for (Violation violation : PasswordRules.violations("", password, administrator)) {
                String sentence = violation.message();
                section.refuse("admin.password", sentence.substring(0, sentence.length() - 1));
            }
        }
    }

    private @Nullable URI site(String host, boolean demo) {
        String address = section.optional("site.address");
        if (address.isEmpty()) {
            if (!LOOPBACK.contains(host) && !demo) {
                section.refuse(
                        "site.address",
                        "is missing, though others reach this server; give the address that browsers know it by, such as"
                                + " https://hub.example.org");
            }
            return null;
        }
        URI site = parsed(address);
        if (site == null) {
            section.refuse("site.address", "this is no address of a site; give one such as https://hub.example.org");
            return REFUSED;
        }
        if (site.getScheme().equals("http") && !LOOPBACK.contains(site.getHost())) {
            section.refuse(
                    "site.address",
                    "over plain http everybody on the way reads passwords; give an address with https, or one of this"
                            + " machine alone");
        }
        return site;
    }

    private static @Nullable URI parsed(String address) {
        try {
            URI uri = new URI(address.toLowerCase(Locale.ROOT).replaceFirst("/$", ""));
            boolean ofSite = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPath().isEmpty()
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            return ofSite ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
