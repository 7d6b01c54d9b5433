package org.migrationhub.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of the journal's JSON, field by field, and refuses the first thing that is wrong, naming the field.
 * Not thread-safe.
 */
final class FieldReader {

    private final Map<?, ?> fields;
    private final String path;
    private final Set<String> known = new HashSet<>();

    private FieldReader(Map<?, ?> fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    /**
     * Reads an object whole.
     *
     * @param path of the object, for messages; empty for the outermost
     * @throws IllegalArgumentException if a field is missing, wrong or unknown
     */
    static <T> T object(Object value, String path, Function<FieldReader, T> reader) {
        if (!(value instanceof Map<?, ?> map)) {
            throw refusal(path, "an object was expected");
        }
        FieldReader object = new FieldReader(map, path);
        T read = reader.apply(object);
        object.refuseOthers();
        return read;
    }

    String text(String name) {
        return value(name, FieldReader::text);
    }

    boolean flag(String name) {
        return value(name, (value, at) -> {
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw refusal(at, "true or false was expected");
        });
    }

    long number(String name) {
        return value(name, FieldReader::number);
    }

    int small(String name) {
        return value(name, FieldReader::small);
    }

    Instant time(String name) {
        return made(name, JournalTime::read);
    }

    @Nullable
    Instant timeIfAny(String name) {
        return has(name) ? time(name) : null;
    }

    /** A value made of a text; what the maker refuses is refused here. */
    <T> T made(String name, Function<String, T> maker) {
        return value(name, made(maker));
    }

    <T> @Nullable T madeIfAny(String name, Function<String, T> maker) {
        return has(name) ? made(name, maker) : null;
    }

    /** A value by its code. */
    <T> T code(String name, Function<String, Optional<T>> find) {
        return made(name, found(find));
    }

    <T> List<T> list(String name, BiFunction<Object, String, T> element) {
        return value(name, (value, at) -> elements(value, at, element));
    }

    List<Integer> numbers(String name) {
        return list(name, FieldReader::small);
    }

    <T extends Comparable<T>> SortedSet<T> set(String name, Function<String, T> maker) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(list(name, made(maker))));
    }

    <T> T object(String name, Function<FieldReader, T> reader) {
        return value(name, (value, at) -> object(value, at, reader));
    }

    <T> @Nullable T objectIfAny(String name, Function<FieldReader, T> reader) {
        return has(name) ? object(name, reader) : null;
    }

    /** Everything in this object, by reading each field. */
    <T> List<T> each(BiFunction<String, FieldReader, T> reader) {
        List<T> all = new ArrayList<>();
        for (Object name : fields.keySet()) {
            all.add(object(String.valueOf(name), field -> reader.apply(String.valueOf(name), field)));
        }
        return all;
    }

    static <T> Function<String, T> found(Function<String, Optional<T>> find) {
        return code -> find.apply(code)
                .orElseThrow(() -> new IllegalArgumentException("this code is not known: \"" + code + "\""));
    }

    static <T> BiFunction<Object, String, T> made(Function<String, T> maker) {
        return (value, at) -> {
            String text = text(value, at);
            try {
                return maker.apply(text);
            } catch (IllegalArgumentException e) {
                throw refusal(at, e.getMessage());
            }
        };
    }

    private boolean has(String name) {
        known.add(name);
        return fields.containsKey(name);
    }

    private <T> T value(String name, BiFunction<Object, String, T> reader) {
        Object value = has(name) ? fields.get(name) : null;
        if (value == null) {
            throw refusal(below(path, name), "this field is missing");
        }
        return reader.apply(value, below(path, name));
    }

    private void refuseOthers() {
        for (Object name : fields.keySet()) {
            if (!known.contains(name)) {
                throw refusal(below(path, String.valueOf(name)), "there is no such field");
            }
        }
    }

    private static <T> List<T> elements(Object value, String at, BiFunction<Object, String, T> element) {
        if (!(value instanceof List<?> list)) {
            throw refusal(at, "a list was expected");
        }
        List<T> read = new ArrayList<>();
        for (Object one : list) {
            read.add(element.apply(one, at));
        }
        return Collections.unmodifiableList(read);
    }

    private static String text(Object value, String at) {
        if (value instanceof String text) {
            return text;
        }
        throw refusal(at, "a text was expected");
    }

    private static long number(Object value, String at) {
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        throw refusal(at, "a whole number was expected");
    }

    private static int small(Object value, String at) {
        long number = number(value, at);
        if (number != (int) number) {
            throw refusal(at, "this number is too large");
        }
        return (int) number;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static IllegalArgumentException refusal(String at, @Nullable String why) {
        return new IllegalArgumentException((at.isEmpty() ? "entry" : at) + ": " + why);
    }
}
