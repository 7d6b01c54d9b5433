package org.migrationhub.server;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.message.MessageSettings;
import org.migrationhub.server.message.SmtpSettings;

/** Reads how people are to be told. Not thread-safe. */
final class MessageSettingsReader {

    private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,255}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final Section section;

    MessageSettingsReader(Section section) {
        this.section = section;
    }

    /**
     * Reads it.
     *
     * @param address of the site, if it was said
     * @param host at which the server listens
     * @param port where
     * @param demo whether this is a demonstration
     */
    MessageSettings read(@Nullable URI address, String host, int port, boolean demo) {
        String site = address == null ? "" : address.toString();
        SmtpSettings smtp = smtp();
        if (smtp != null && site.isEmpty()) {
            section.refuse(
                    "site.address", "is missing, to which messages refer; give one such as https://hub.example.org");
        }
        return new MessageSettings(site.isEmpty() ? "http://%s:%d".formatted(inAddress(host), port) : site, smtp, demo);
    }

    private @Nullable SmtpSettings smtp() {
        String host = section.optional("smtp.host");
        String user = section.optional("smtp.user");
        String password = section.optional("smtp.password");
        String from = section.optional("smtp.from");
        String startTls = section.optional("smtp.starttls");
        int port = section.number("smtp.port", 587, 1, 65_535);
        if (host.isEmpty()) {
            if (!(user + password + from + startTls).isEmpty()) {
                section.refuse("smtp.host", "is missing, so the rest is for nothing; give it, or remove them");
            }
            return null;
        }
        SmtpSettings settings = new SmtpSettings(host, port, user, password, !startTls.equals("never"), from);
        check(settings, startTls);
        return settings;
    }

    private void check(SmtpSettings settings, String startTls) {
        if (!ADDRESS.matcher(settings.from()).matches()) {
            section.refuse("smtp.from", "give the address from which messages come, such as no-reply@hub.example.org");
        }
        if (settings.user().isEmpty() != settings.password().isEmpty()) {
            section.refuse("smtp.user", "there is only one of smtp.user and smtp.password; give both, or none");
        }
        if (!Set.of("", "required", "never").contains(startTls)) {
            section.refuse("smtp.starttls", "\"" + startTls + "\" is none; give required or never");
        }
        if (!settings.startTls() && !settings.user().isEmpty() && !LOOPBACK.contains(settings.host())) {
            section.refuse("smtp.starttls", "the password would go in clear over the network; remove it");
        }
    }

    private static String inAddress(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
