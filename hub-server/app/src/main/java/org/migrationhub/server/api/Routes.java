package org.migrationhub.server.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods there are at which address. Immutable and thread-safe. */
final class Routes {

    private static final Pattern PARAMETER = Pattern.compile("\\{[a-z0-9]+}");

    private final Map<String, SortedSet<String>> methods = new LinkedHashMap<>();
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    Routes(List<Operation> operations) {
        for (Operation operation : operations) {
            methods.computeIfAbsent(operation.path(), Routes::options).addAll(methods(operation));
            patterns.computeIfAbsent(operation.path(), Routes::pattern);
        }
    }

    /** The methods by which an operation is reached: what answers GET answers HEAD. */
    static List<String> methods(Operation operation) {
        return operation.method().equals("GET") ? List.of("GET", "HEAD") : List.of(operation.method());
    }

    /** Every path, with its parameters in braces, and what is possible there. */
    Map<String, SortedSet<String>> all() {
        return methods;
    }

    /** What is possible at an address; empty if there is nothing. */
    Collection<String> at(String address) {
        return patterns.entrySet().stream()
                .filter(route -> route.getValue().matcher(address).matches())
                .map(route -> methods.get(route.getKey()))
                .findFirst()
                .<Collection<String>>map(found -> found)
                .orElse(List.of());
    }

    private static SortedSet<String> options(String path) {
        return new TreeSet<>(List.of("OPTIONS"));
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(PARAMETER.matcher(path).replaceAll("[^/]+").replace(".", "\\."));
    }
}
