package org.migrationhub.server.site.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.migrationhub.core.content.Sha256;

/**
 * What stood in a form when somebody opened it, as the form brings it along: its version, and of each field enough to tell
 * whether it was changed, by whom ever. So what two people changed in the same form at once is merged field by field, and
 * neither overwrites the other unseen. Rows of a list are one field.
 *
 * @param version of what the form changes
 * @param fields of each that held something, its name and the beginning of a digest
 */
public record Seen(String version, String fields) {

    private static final String VERSION = "version";
    private static final String FIELDS = "seen";

    /** What an empty form brings along: one that brings nothing at all does not say what was in it. */
    private static final String NOTHING = "none";

    private static final int ENOUGH = 12;

    /** Fields that say which form it is, not what was typed. */
    private static final Set<String> SIGNS = Set.of("formToken", VERSION, FIELDS, "id", "seal", "do");

    private static final Pattern ROW = Pattern.compile("/\\d+(/.*)?$");

    /** Under which number something in a row is known isn't anybody's words. */
    private static final Pattern NUMBER = Pattern.compile("/\\d+/id$");

    /** Of what stands in a form that is shown. */
    public static Seen of(long version, Typed shown) {
        String fields = units(shown).entrySet().stream()
                .map(unit -> unit.getKey() + "=" + digest(unit.getValue()))
                .collect(Collectors.joining(" "));
        return new Seen(String.valueOf(version), fields.isEmpty() ? NOTHING : fields);
    }

    /** What a form that was sent has brought along: of one that is refused, what whoever sent it goes on from. */
    public static Seen sent(Typed typed) {
        return new Seen(typed.text(VERSION), typed.text(FIELDS));
    }

    /** Whether two forms hold the same. */
    public static boolean isSame(Typed one, Typed other) {
        return units(one).equals(units(other));
    }

    /** What a field that holds rows, or something of its own, is told as. */
    public interface Wording {
        /** What it is called, where it stands in the form, and what is there. */
        Typed.Meanwhile told(String field, Map<String, List<String>> values);
    }

    /**
     * What is there by now, with what was changed since this was seen: what only others changed is as they left it, and of what
     * both changed it is told what is there.
     *
     * @param mine what was typed
     * @param theirs what is there by now
     */
    public Typed merged(Typed mine, Typed theirs, Wording wording) {
        Map<String, Map<String, List<String>>> typed = units(mine);
        Map<String, Map<String, List<String>>> there = units(theirs);
        Map<String, String> before = before();
        Map<String, List<String>> merged = new LinkedHashMap<>(mine.values());
        List<Typed.Meanwhile> both = new ArrayList<>();
        for (String unit : all(typed, there)) {
            Map<String, List<String>> my = typed.getOrDefault(unit, Map.of());
            Map<String, List<String>> their = there.getOrDefault(unit, Map.of());
            String seen = before.getOrDefault(unit, digest(Map.of()));
            boolean isUnknown = fields.isEmpty() && !their.isEmpty();
            if (my.equals(their) || (!isUnknown && digest(their).equals(seen))) {
                continue;
            }
            if (!isUnknown && digest(my).equals(seen)) {
                replace(merged, unit, theirs.values());
            } else {
                both.add(wording.told(unit, their));
            }
        }
        return new Typed(merged, mine.complaints(), both);
    }

    private static void replace(Map<String, List<String>> merged, String unit, Map<String, List<String>> by) {
        merged.keySet().removeIf(field -> unit(field).equals(unit));
        by.forEach((field, values) -> {
            if (unit(field).equals(unit)) {
                merged.put(field, values);
            }
        });
    }

    private Map<String, String> before() {
        Map<String, String> before = new LinkedHashMap<>();
        for (String one : fields.split(" ", -1)) {
            int end = one.lastIndexOf('=');
            if (end > 0) {
                before.put(one.substring(0, end), one.substring(end + 1));
            }
        }
        return before;
    }

    private static Set<String> all(Map<String, ?> one, Map<String, ?> other) {
        Set<String> all = new LinkedHashSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }

    /** What holds something, by the name under which it is one. */
    private static Map<String, Map<String, List<String>>> units(Typed form) {
        Map<String, Map<String, List<String>>> units = new TreeMap<>();
        form.values().forEach((field, values) -> {
            List<String> said = values.stream()
                    .map(value -> value.replace("\r\n", "\n").strip())
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!said.isEmpty()
                    && !SIGNS.contains(field)
                    && !NUMBER.matcher(field).find()) {
                units.computeIfAbsent(unit(field), any -> new TreeMap<>()).put(field, said);
            }
        });
        return units;
    }

    private static String unit(String field) {
        return ROW.matcher(field).replaceFirst("");
    }

    private static String digest(Map<String, List<String>> values) {
        String text = values.isEmpty() ? "" : new TreeMap<>(values).toString();
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, ENOUGH);
    }
}
