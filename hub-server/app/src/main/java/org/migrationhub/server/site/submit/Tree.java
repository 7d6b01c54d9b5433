package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item in its JSON form, and the same as the fields of a form: a field is called by the JSON pointer of its value without
 * the first slash, and what is a list of values is one field with many. Stateless and thread-safe.
 */
final class Tree {

    private Tree() {}

    /** The fields of an item, each with its values. */
    static Map<String, List<String>> fields(Map<String, ?> tree) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        tree.forEach((name, value) -> flatten(name, value, fields));
        return fields;
    }

    private static void flatten(String name, Object value, Map<String, List<String>> fields) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((below, one) -> flatten(name + "/" + below, one, fields));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int index = 0; index < list.size(); index++) {
                flatten(name + "/" + index, list.get(index), fields);
            }
        } else if (value instanceof List<?> list) {
            fields.put(name, list.stream().map(String::valueOf).toList());
        } else {
            fields.put(name, List.of(String.valueOf(value)));
        }
    }

    /** A copy whose objects and lists can be changed. */
    static Map<String, Object> copy(Map<?, ?> tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach((name, value) -> copy.put(String.valueOf(name), copied(value)));
        return copy;
    }

    private static Object copied(Object value) {
        if (value instanceof Map<?, ?> object) {
            return copy(object);
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(Tree::copied).toList())
                : value;
    }

    /**
     * Takes out what stands at a pointer, and puts in its place what stood there in an earlier form, where there was
     * anything: elements of lists aren't what they were, so nothing takes their place.
     */
    static void restore(Map<String, Object> tree, String pointer, Map<String, ?> before) {
        List<String> path = path(pointer);
        Object holder = at(tree, path.subList(0, path.size() - 1));
        String last = path.get(path.size() - 1);
        if (holder instanceof Map<?, ?>) {
            boolean inList = path.stream().anyMatch(step -> step.matches("\\d+"));
            Object old = inList ? null : at(before, path);
            put(holder, last, old);
        } else if (holder instanceof List<?> list && last.matches("\\d{1,6}") && Integer.parseInt(last) < list.size()) {
            list.remove(Integer.parseInt(last));
        }
    }

    @SuppressWarnings("unchecked") // trees have texts as names
    private static void put(Object holder, String name, @Nullable Object value) {
        Map<String, Object> object = (Map<String, Object>) holder;
        if (value == null) {
            object.remove(name);
        } else {
            object.put(name, value);
        }
    }

    private static @Nullable Object at(Map<String, ?> tree, List<String> path) {
        Object found = tree;
        for (String step : path) {
            if (found instanceof Map<?, ?> object) {
                found = object.get(step);
            } else if (found instanceof List<?> list && step.matches("\\d{1,6}")) {
                int index = Integer.parseInt(step);
                found = index < list.size() ? list.get(index) : null;
            } else {
                return null;
            }
        }
        return found;
    }

    private static List<String> path(String pointer) {
        return List.of(pointer.substring(1).split("/", -1));
    }
}
