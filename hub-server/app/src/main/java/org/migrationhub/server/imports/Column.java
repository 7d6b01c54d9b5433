package org.migrationhub.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A column of a table, and where its values stand in the JSON form of a row.
 *
 * @param name in the header
 * @param place what it fills
 * @param required whether a table without it is refused
 * @param help what it is, for people
 * @param sample what may stand in it
 */
record Column(String name, Place place, boolean required, String help, String sample) {

    /** Where values stand. */
    sealed interface Place {}

    /** A field, perhaps of an object within the row. */
    record Field(List<String> path, Function<String, Object> shape) implements Place {}

    /** A field of each object of a list. */
    record Each(String list, String field, Function<String, String> shape) implements Place {}

    static Column of(String name, String path, Function<String, Object> shape, String help, String sample) {
        return new Column(name, new Field(List.of(path.split("/")), shape), false, help, sample);
    }

    static Column each(
            String name, String list, String field, Function<String, String> shape, String help, String sample) {
        return new Column(name, new Each(list, field, shape), false, help, sample);
    }

    Column require() {
        return new Column(name, place, true, help, sample);
    }

    /** Puts what a cell says into a row's tree. */
    void put(String cell, Map<String, Object> tree) {
        if (place instanceof Field field) {
            Map<String, Object> object = tree;
            for (String step : field.path().subList(0, field.path().size() - 1)) {
                object = Shape.below(object, step);
            }
            object.put(field.path().get(field.path().size() - 1), field.shape().apply(cell));
        } else if (place instanceof Each each) {
            putEach(each, Shape.parts(cell), tree);
        }
    }

    @SuppressWarnings("unchecked") // trees are built here
    private static void putEach(Each each, List<String> parts, Map<String, Object> tree) {
        List<Map<String, Object>> objects =
                (List<Map<String, Object>>) tree.computeIfAbsent(each.list(), absent -> new ArrayList<>());
        for (int index = 0; index < parts.size(); index++) {
            if (objects.size() == index) {
                objects.add(new LinkedHashMap<>());
            }
            if (!parts.get(index).isEmpty()) {
                objects.get(index).put(each.field(), each.shape().apply(parts.get(index)));
            }
        }
    }

    /** Whether this column fills what a pointer points to. */
    boolean isAt(String pointer) {
        if (place instanceof Field field) {
            String own = "/" + String.join("/", field.path());
            return pointer.equals(own) || pointer.startsWith(own + "/");
        }
        Each each = (Each) place;
        return pointer.matches("/\\Q" + each.list() + "\\E/[0-9]+/\\Q" + each.field() + "\\E");
    }

    /** The list of which it fills a field; empty if it fills none. */
    String list() {
        return place instanceof Each each ? each.list() : "";
    }
}
