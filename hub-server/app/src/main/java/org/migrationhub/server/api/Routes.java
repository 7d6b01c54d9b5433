package org.migrationhub.server.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What there is at which address, found part by part: the web framework would try every pattern one after the other, of which
 * pages in six languages have many. Thread-safe once it is filled.
 *
 * @param <R> what is found
 */
final class Routes<R> {

    private final Node<R> root = new Node<>();

    /** An address up to one of its slashes, as parts of routes. */
    private static final class Node<R> {

        final Map<String, Node<R>> named = new HashMap<>();

        /** Where any part that isn't empty will do. */
        @Nullable
        Node<R> parameter;

        final Map<String, Ending<R>> endings = new TreeMap<>();
    }

    /** A route's end: what it leads to, and for each part of the way the parameter that it is, or the empty text. */
    private record Ending<R>(R route, List<String> parameters) {}

    /**
     * What was found.
     *
     * @param route where an address leads
     * @param parameters what stands in the address for each parameter, as it stands there
     */
    record Found<R>(R route, Map<String, String> parameters) {}

    /**
     * Adds a route.
     *
     * @param path with parameters in braces, each a whole part between slashes
     * @throws IllegalArgumentException if there is one already, or a parameter is only a piece of a part
     */
    void add(String method, String path, R route) {
        Node<R> node = root;
        List<String> parameters = new ArrayList<>();
        for (String part : parts(path)) {
            String parameter = parameter(part);
            parameters.add(parameter);
            node = parameter.isEmpty() ? node.named.computeIfAbsent(part, any -> new Node<>()) : anything(node);
        }
        if (node.endings.putIfAbsent(method, new Ending<>(route, parameters)) != null) {
            throw new IllegalArgumentException("There is %s %s already".formatted(method, path));
        }
    }

    private static String parameter(String part) {
        boolean whole = part.startsWith("{") && part.endsWith("}");
        if (!whole && part.contains("{")) {
            throw new IllegalArgumentException("A parameter must be all of \"" + part + "\"");
        }
        return whole ? part.substring(1, part.length() - 1) : "";
    }

    private static <R> Node<R> anything(Node<R> node) {
        Node<R> parameter = node.parameter == null ? new Node<>() : node.parameter;
        node.parameter = parameter;
        return parameter;
    }

    /** The methods by which an operation is reached: what answers GET answers HEAD. */
    static List<String> methods(Operation operation) {
        return operation.method().equals("GET") ? List.of("GET", "HEAD") : List.of(operation.method());
    }

    /** Where an address leads by a method; null if nowhere. What is named goes before what is a parameter. */
    @Nullable
    Found<R> find(String method, String address) {
        String[] parts = parts(address);
        Ending<R> ending = ending(root, method, parts, 0);
        return ending == null ? null : new Found<>(ending.route(), values(ending.parameters(), parts));
    }

    private static <R> @Nullable Ending<R> ending(Node<R> node, String method, String[] parts, int at) {
        if (at == parts.length) {
            return node.endings.get(method);
        }
        Node<R> named = node.named.get(parts[at]);
        Ending<R> found = named == null ? null : ending(named, method, parts, at + 1);
        return found != null || node.parameter == null || parts[at].isEmpty()
                ? found
                : ending(node.parameter, method, parts, at + 1);
    }

    private static Map<String, String> values(List<String> parameters, String[] parts) {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < parts.length; at++) {
            if (!parameters.get(at).isEmpty()) {
                values.put(parameters.get(at), parts[at]);
            }
        }
        return values;
    }

    /** What is possible at an address; empty if there is nothing. */
    Collection<String> at(String address) {
        SortedSet<String> methods = new TreeSet<>();
        collect(root, parts(address), 0, methods);
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private static <R> void collect(Node<R> node, String[] parts, int at, Collection<String> methods) {
        if (at == parts.length) {
            methods.addAll(node.endings.keySet());
            return;
        }
        Node<R> named = node.named.get(parts[at]);
        if (named != null) {
            collect(named, parts, at + 1, methods);
        }
        if (node.parameter != null && !parts[at].isEmpty()) {
            collect(node.parameter, parts, at + 1, methods);
        }
    }

    private static String[] parts(String address) {
        return address.split("/", -1);
    }
}
