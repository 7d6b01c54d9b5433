package org.migrationhub.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of the configuration that begin alike, each taken once. Not thread-safe. */
final class Section {

    private final String prefix;
    private final Map<String, String> left;
    private final UnaryOperator<String> naming;
    private final List<String> reasons;

    /**
     * A section.
     *
     * @param prefix with which its keys begin
     * @param fields its values by the rest of the key
     * @param naming how whoever gave a key calls it
     * @param reasons takes what is wrong with it
     */
    Section(String prefix, Map<String, String> fields, UnaryOperator<String> naming, List<String> reasons) {
        this.prefix = prefix;
        this.left = new TreeMap<>(fields);
        this.naming = naming;
        this.reasons = reasons;
    }

    /** A value that must be there. */
    String required(String name, String what) {
        String value = left.remove(name);
        if (value == null || value.isEmpty()) {
            refuse(name, "is missing; give " + what);
            return "";
        }
        return value;
    }

    /** A value that may be there. */
    String optional(String name) {
        String value = left.remove(name);
        return value == null ? "" : value;
    }

    /** A number that may be there. */
    int number(String name, int usual, int least, int most) {
        String value = optional(name);
        try {
            int number = value.isEmpty() ? usual : Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as one that is out of bounds
        }
        refuse(name, "\"%s\" is no such number; give %d to %d".formatted(value, least, most));
        return usual;
    }

    /** Something by its code; null if it is missing or wrong, which is noted. */
    <T> @Nullable T code(String name, Function<String, Optional<T>> find, String what) {
        String value = required(name, what);
        return value.isEmpty() ? null : found(name, value, find, what);
    }

    /** Several by their codes, apart by commas. */
    <T> List<T> codes(String name, String values, Function<String, Optional<T>> find, String what) {
        return parts(values, ",").stream()
                .flatMap(value -> Optional.ofNullable(found(name, value, find, what)).stream())
                .toList();
    }

    /** Notes what is wrong with a key, and what to do. */
    void refuse(String name, String wrongAndRemedy) {
        reasons.add("%s: %s.".formatted(naming.apply(prefix + name), wrongAndRemedy));
    }

    /** Notes every key that nobody asked for. */
    void end() {
        left.keySet()
                .forEach(name ->
                        refuse(name, "there is no such setting; remove it, or see the README for what there is"));
    }

    /** The parts of a list. */
    static List<String> parts(String list, String separator) {
        return Arrays.stream(list.split(Pattern.quote(separator), -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private <T> @Nullable T found(String name, String value, Function<String, Optional<T>> find, String what) {
        Optional<T> found = find.apply(value);
        if (found.isEmpty()) {
            refuse(name, "\"" + value + "\" is none; give " + what);
        }
        return found.orElse(null);
    }
}
