package org.migrationhub.server;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.migrationhub.server.api.AddressRange;
import org.migrationhub.server.api.Allowance;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.api.FrontSettings;

/** Reads how the server is operated. Not thread-safe. */
final class OperatingReader {

    private static final Pattern SECRET = Pattern.compile(".*\\.(secret|password|token|key)");
    private static final Pattern PERSONAL = Pattern.compile("token\\..*\\.(name|email)|admin\\.email|smtp\\.user");
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\[\\]:-]+");
    private static final List<String> FORMATS = List.of("text", "json");
    private static final int MOST_OF_ONE = 10_000_000;
    private static final int MOST_A_MINUTE = 1_000_000;

    private final Section section;

    OperatingReader(Section section) {
        this.section = section;
    }

    /**
     * What is said.
     *
     * @param given every setting by key
     * @param ofThisMachine whether browsers know the site only by an address of this machine
     */
    Operating read(Map<String, String> given, boolean ofThisMachine) {
        String format = section.optional("log.format");
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            section.refuse("log.format", "there is no format \"%s\"; give text or json".formatted(format));
        }
        return new Operating(front(ofThisMachine), allowance(), format.isEmpty() ? "text" : format, lines(given));
    }

    private FrontSettings front(boolean ofThisMachine) {
        Set<String> origins = new LinkedHashSet<>(
                section.codes(
                        "cors.origins",
                        section.optional("cors.origins"),
                        origin -> Optional.of(origin).filter(OperatingReader::isOrigin),
                        "origins as browsers send them, such as https://example.org, in small letters, without a path and without the usual port, or * for all"));
        String proxies = section.optional("proxy.trusted");
        List<AddressRange> trusted =
                section.codes("proxy.trusted", proxies, AddressRange::find, "addresses or ranges such as 10.0.0.0/8");
        if (trusted.stream().anyMatch(AddressRange::isEverybody)) {
            section.refuse(
                    "proxy.trusted",
                    "whom everybody is trusted to name, whoever asks could be; give the addresses of your proxies");
        }
        Map<Budget, Integer> limits = new EnumMap<>(Budget.class);
        for (Budget budget : Budget.values()) {
            limits.put(budget, section.number(budget.setting(), budget.usual(), 0, MOST_A_MINUTE));
        }
        return new FrontSettings(
                origins,
                proxies.isEmpty() ? FrontSettings.THIS_MACHINE : trusted,
                limits,
                metricsToken(),
                ofThisMachine);
    }

    /** Whether a browser could send it: it leaves out the port that goes without saying. */
    private static boolean isOrigin(String text) {
        boolean usualPort = text.matches("https://.*:443|http://.*:80");
        return text.equals("*") || (ORIGIN.matcher(text).matches() && !usualPort);
    }

    private Allowance allowance() {
        return new Allowance(
                section.number(Allowance.FILES, Allowance.USUAL.megabytes(), 0, MOST_OF_ONE),
                section.number(Allowance.SUBMISSIONS, Allowance.USUAL.submissions(), 0, MOST_OF_ONE));
    }

    private String metricsToken() {
        String token = section.optional("metrics.token");
        if (!token.isEmpty() && Tokens.couldBeGuessed(token)) {
            section.refuse(
                    "metrics.token",
                    "it could be guessed; make one of %d characters or more with: openssl rand -base64 32"
                            .formatted(Tokens.SHORTEST));
        }
        return token;
    }

    private static List<String> lines(Map<String, String> given) {
        List<String> lines = new ArrayList<>();
        given.forEach((key, value) -> {
            boolean hidden =
                    SECRET.matcher(key).matches() || PERSONAL.matcher(key).matches();
            lines.add(key + " = " + (hidden ? "(not shown)" : value));
        });
        return lines;
    }
}
