package org.migrationhub.core.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of the JSON form, field by field. What is wrong is noted, and something empty is returned in its
 * place, so that reading goes on and finds everything. Not thread-safe.
 */
final class JsonFields {

    private final Map<?, ?> fields;
    private final String path;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();

    JsonFields(Map<?, ?> fields, String path, Findings findings) {
        this.fields = new LinkedHashMap<>(fields); // a sorted map would not even look for a key of another type
        this.path = path;
        this.findings = findings;
    }

    /** Reads one element of a list, or nothing if it is wrong. */
    @FunctionalInterface
    interface Reader<T> {
        @Nullable
        T read(Object value, String path);
    }

    String text(String name) {
        String text = value(name, this::text);
        return text == null ? "" : text;
    }

    boolean flag(String name) {
        Boolean flag = value(name, this::flag);
        return flag != null && flag;
    }

    @Nullable
    Integer year(String name) {
        Long year = number(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return year == null ? null : year.intValue();
    }

    @Nullable
    Long number(String name, long least, long most) {
        return value(name, (value, at) -> number(value, at, least, most));
    }

    /** A value by its code; {@code what} says in the message what it should have been. */
    <T> @Nullable T code(String name, Function<String, Optional<T>> find, String what) {
        return value(name, (value, at) -> code(value, at, find, what));
    }

    <T> List<T> codes(String name, Function<String, Optional<T>> find, String what) {
        return list(name, (value, at) -> code(value, at, find, what));
    }

    List<String> texts(String name) {
        return list(name, this::text);
    }

    <T> List<T> objects(String name, Function<JsonFields, @Nullable T> reader) {
        return list(name, (value, at) -> object(value, at, reader));
    }

    <T> @Nullable T object(String name, Function<JsonFields, @Nullable T> reader) {
        return value(name, (value, at) -> object(value, at, reader));
    }

    /** The names of the fields that are there. */
    List<String> names() {
        return fields.keySet().stream().map(String::valueOf).toList();
    }

    /** Notes that this object must have a field, if it lacks it. */
    JsonFields require(String... names) {
        for (String name : names) {
            note(!fields.containsKey(name), Pointer.below(path, name), "field.required", "This field is required.");
        }
        return this;
    }

    /** Notes something about one of the fields. */
    void note(String name, String code, String message) {
        findings.add(Pointer.below(path, name), code, message);
    }

    /** Notes every field that nobody asked for. */
    void refuseOthers() {
        for (String name : names()) {
            note(!known.contains(name), Pointer.below(path, name), "field.unknown", "There is no such field here.");
        }
    }

    private <T> @Nullable T value(String name, Reader<T> reader) {
        known.add(name);
        return fields.containsKey(name) ? read(fields.get(name), Pointer.below(path, name), reader) : null;
    }

    private <T> List<T> list(String name, Reader<T> reader) {
        List<T> list = value(name, (value, at) -> list(value, at, reader));
        return list == null ? List.of() : list;
    }

    private <T> @Nullable List<T> list(Object value, String at, Reader<T> reader) {
        if (!(value instanceof List<?> elements)) {
            wrongType(at, "a list");
            return null;
        }
        List<T> read = new ArrayList<>();
        int index = 0;
        for (Object element : elements) {
            T found = read(element, Pointer.below(at, index++), reader);
            if (found != null) {
                read.add(found);
            }
        }
        return read;
    }

    private <T> @Nullable T object(Object value, String at, Function<JsonFields, @Nullable T> reader) {
        if (!(value instanceof Map<?, ?> map)) {
            wrongType(at, "an object");
            return null;
        }
        JsonFields object = new JsonFields(map, at, findings);
        T read = reader.apply(object);
        object.refuseOthers();
        return read;
    }

    private <T> @Nullable T code(Object value, String at, Function<String, Optional<T>> find, String what) {
        String code = text(value, at);
        if (code == null) {
            return null;
        }
        Optional<T> found = find.apply(code);
        note(found.isEmpty(), at, "code.unknown", "This is not " + what + ".");
        return found.orElse(null);
    }

    private @Nullable String text(Object value, String at) {
        if (value instanceof String text) {
            return text;
        }
        wrongType(at, "a text");
        return null;
    }

    private @Nullable Boolean flag(Object value, String at) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        wrongType(at, "true or false");
        return null;
    }

    private @Nullable Long number(Object value, String at, long least, long most) {
        if (!(value instanceof Long || value instanceof Integer)) {
            wrongType(at, "a whole number");
            return null;
        }
        long number = ((Number) value).longValue();
        boolean outside = number < least || number > most;
        note(outside, at, "number.range", "Give a number from %d to %d.".formatted(least, most));
        return outside ? null : number;
    }

    private <T> @Nullable T read(@Nullable Object value, String at, Reader<T> reader) {
        if (value == null) {
            findings.add(at, "field.null", "Null is no value here: leave out what is not given.");
            return null;
        }
        return reader.read(value, at);
    }

    private void wrongType(String at, String expected) {
        findings.add(at, "field.type", "This must be " + expected + ".");
    }

    private void note(boolean wrong, String at, String code, String message) {
        findings.addIf(wrong, at, code, message);
    }
}
