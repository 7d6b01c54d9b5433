package org.migrationhub.server;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.server.account.OidcFailedException;
import org.migrationhub.server.account.OidcProvider;
import org.migrationhub.server.account.OidcUnavailableException;
import org.migrationhub.server.message.SmtpSettings;

/** Everything outside that the settings name. */
final class Neighbours {

    private Neighbours() {}

    static List<Check.Neighbour> of(Settings settings) {
        List<Check.Neighbour> all = new ArrayList<>(List.of(settings.kept()));
        SmtpSettings smtp = settings.messages().smtp();
        if (smtp != null) {
            all.add(new MailServer(smtp));
        }
        settings.accounts().providers().forEach(provider -> all.add(new IdentityProvider(provider)));
        return all;
    }

    private record MailServer(SmtpSettings smtp) implements Check.Neighbour {

        @Override
        public String name() {
            return "the mail server at %s:%d".formatted(smtp.host(), smtp.port());
        }

        @Override
        public void ask() {
            smtp.unreachable().ifPresent(why -> {
                throw new StartRefusedException(
                        "smtp.host: %s takes no messages (%s); %s".formatted(name(), why, remedy(why)));
            });
        }

        private static String remedy(String why) {
            return switch (why) {
                case "login-refused" -> "give another smtp.user and smtp.password.";
                case "not-encrypted" ->
                    "it must offer STARTTLS with a certificate for its name, or, on this machine alone, smtp.starttls be never.";
                default -> "see that it runs there, or give another smtp.host and smtp.port.";
            };
        }
    }

    private record IdentityProvider(OidcProvider provider) implements Check.Neighbour {

        @Override
        public String name() {
            return "the identity provider " + provider.issuer();
        }

        @Override
        public void ask() {
            try {
                provider.look();
            } catch (OidcUnavailableException | OidcFailedException e) {
                StartRefusedException refused = new StartRefusedException(
                        "%s.issuer: %s doesn't say how to log in there; see that it is its issuer's address, and that it runs."
                                .formatted(provider, provider.issuer()));
                refused.initCause(e);
                throw refused;
            }
        }
    }
}
