package org.migrationhub.server.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a query.
 *
 * @param path of the request
 * @param values of each parameter, in order
 */
public record Query(String path, Map<String, List<String>> values) {

    /** How many values all parameters together may have. */
    private static final int MOST_VALUES = 500;

    /** Refuses parameters that the operation doesn't take: a mistyped filter must not find everything. */
    Query allowing(List<String> parameters) {
        for (String name : values.keySet()) {
            if (!parameters.contains(name)) {
                throw Problems.query(name, "parameter.unknown", "There is no such parameter here.");
            }
        }
        if (values.values().stream().mapToInt(List::size).sum() > MOST_VALUES) {
            throw Problem.QUERY_INVALID.plain("At most %d values in all, please.".formatted(MOST_VALUES));
        }
        return this;
    }

    /** Without the parameters that a page doesn't take: others append their own to addresses that they pass on. */
    Query keeping(List<String> parameters) {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(parameters);
        return new Query(path, kept).allowing(parameters);
    }

    /** All values of a parameter. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The one value of a parameter. */
    public Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw Problems.query(name, "parameter.repeated", "Give this parameter once.");
        }
        return all.stream().findFirst();
    }

    /** Something by its code or id. */
    <T> Optional<T> code(String name, Function<String, Optional<T>> find, String what) {
        return one(name).map(value -> find(name, value, find, what));
    }

    /** Several by their codes or ids. */
    <T> List<T> codes(String name, Function<String, Optional<T>> find, String what) {
        return all(name).stream().map(value -> find(name, value, find, what)).toList();
    }

    /** Whether a parameter is {@code true}. */
    boolean flag(String name) {
        return code(name, Query::truth, "true or false").orElse(false);
    }

    /** How many a page may hold: 1 to the most. */
    int limit(int usual, int most) {
        return one("limit")
                .map(value -> Ids.number(value)
                        .filter(number -> number <= most)
                        .orElseThrow(() ->
                                Problems.query("limit", "number.range", "Give a number from 1 to %d.".formatted(most))))
                .orElse(usual);
    }

    /** The address of the page that goes on from a cursor. */
    String addressOfNext(String cursor) {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, all) -> all.stream()
                .filter(value -> !name.equals("cursor"))
                .forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        pairs.add("cursor=" + encoded(cursor));
        return path + "?" + String.join("&", pairs);
    }

    private static <T> T find(String name, String value, Function<String, Optional<T>> find, String what) {
        return find.apply(value).orElseThrow(() -> Problems.query(name, "code.unknown", "This is not " + what + "."));
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true", "" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
