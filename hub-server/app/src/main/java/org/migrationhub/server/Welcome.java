package org.migrationhub.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationhub.core.access.Role;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.demo.DemoAccounts;

/** What the server says once it listens. */
final class Welcome {

    private Welcome() {}

    /** The lines, the first of which says where it listens. */
    static List<String> to(HubServer server, Settings settings) {
        String base = "http://%s:%d/".formatted(host(settings.host()), server.port());
        List<String> lines = new ArrayList<>(List.of(
                "Migration Hub at " + base,
                "Everything is kept in " + settings.kept().where() + ".",
                "People log in with accounts; programs show tokens."));
        administrator(server, settings)
                .ifPresent(link -> lines.addAll(
                        List.of("", "The administrator chooses a password here, once and within a day:", "  " + link)));
        if (settings.messages().smtp() == null) {
            lines.add("No mail is sent (see smtp.host); what people would be told is at %sapi/v1/messages."
                    .formatted(base));
        }
        if (settings.demo()) {
            lines.addAll(demonstration(server, base));
        }
        return lines;
    }

    private static Optional<String> administrator(HubServer server, Settings settings) {
        EmailAddress email = settings.accounts().administrator();
        return email == null
                ? Optional.empty()
                : server.accounts()
                        .firstAdministrator()
                        .ensure(email, settings.accounts().administratorPassword());
    }

    private static List<String> demonstration(HubServer server, String base) {
        List<String> lines = new ArrayList<>(
                List.of(
                        "",
                        "This is a demonstration. Its texts are samples, its people are invented, and everybody knows its tokens:"));
        server.grants()
                .forEach(grant -> lines.add("  %-20s %-14s %s".formatted(grant.token(), roles(grant), grant.name())));
        lines.add("  Each has an account, too: the token and @example.org, with the password " + DemoAccounts.PASSWORD);
        lines.addAll(List.of(
                "",
                "Find what is public, and see what waits for the secretariat:",
                "  curl '%sapi/v1/items?q=rescue'".formatted(base),
                "  curl -H 'Authorization: Bearer demo-secretariat' '%sapi/v1/submissions?queue=all'".formatted(base)));
        return lines;
    }

    private static String roles(Grant grant) {
        return grant.actor().roles().stream()
                .filter(role -> role != Role.VISITOR)
                .map(Role::code)
                .collect(Collectors.joining(","));
    }

    private static String host(String host) {
        return switch (host) {
            case "127.0.0.1", "0.0.0.0", "::1", "::" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }
}
