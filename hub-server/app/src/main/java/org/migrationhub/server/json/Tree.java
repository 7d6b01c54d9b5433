package org.migrationhub.server.json;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object field by field, in order. What is null is left out. Not thread-safe. */
public final class Tree {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** A text, number, truth value or tree. */
    public Tree put(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** Something by the text that stands for it: an id, a digest, an instant, a day. */
    public Tree text(String name, @Nullable Object value) {
        return put(name, value == null ? null : value.toString());
    }

    /** True, or nothing. */
    public Tree flag(String name, boolean value) {
        return put(name, value ? Boolean.TRUE : null);
    }

    /** A text, unless it is empty. */
    public Tree words(String name, @Nullable String value) {
        return put(name, value == null || value.isEmpty() ? null : value);
    }

    /** A number, unless it is 0. */
    public Tree count(String name, int value) {
        return put(name, value == 0 ? null : value);
    }

    /** A list, also if it is empty. */
    public <T> Tree list(String name, Collection<? extends T> values, Function<? super T, ?> form) {
        List<Object> forms = values.stream().<Object>map(form).toList();
        return put(name, forms);
    }

    /** The object as said so far. */
    public Map<String, Object> done() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
