package org.migrationhub.server.site.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * What somebody sent when their session had ended, or was another than that of the form: it is carried along until they are
 * in, and sent when they say so.
 *
 * @param address where it goes; empty if nothing was sent
 * @param fields what was typed, each field with its values
 */
public record Kept(String address, Map<String, List<String>> fields) {

    /** What the fields are called while they are carried along begins with this. */
    private static final String PREFIX = "kept.";

    /** Nothing. */
    static final Kept NOTHING = new Kept("", Map.of());

    /** What the present request sent. Passwords aren't carried along. */
    static Kept of(Visit visit) {
        Map<String, List<String>> fields = new LinkedHashMap<>(visit.ask().fields());
        fields.keySet().removeIf(Kept::isSecret);
        return new Kept(visit.ask().address(), fields);
    }

    /** What was carried along. */
    static Kept carried(Typed typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        typed.values().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                fields.put(name.substring(PREFIX.length()), values);
            }
        });
        String address = typed.text("again");
        return Visit.isOurs(address) ? new Kept(address, fields) : NOTHING;
    }

    /** Whether there is something. */
    public boolean isThere() {
        return !address.isEmpty();
    }

    /** What a field is called while it is carried along. */
    public String carrying(String name) {
        return PREFIX + name;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("formtoken") || lower.equals("present") || lower.contains("password");
    }
}
