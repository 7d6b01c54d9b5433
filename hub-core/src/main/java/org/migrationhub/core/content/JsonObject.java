package org.migrationhub.core.content;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Term;

/** Writes one object of the JSON form, field by field; what is empty is left out. Not thread-safe. */
final class JsonObject {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    JsonObject text(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : put(name, value);
    }

    /** A value whose {@code toString} is its code, such as an id. */
    JsonObject code(String name, @Nullable Object value) {
        return value == null ? this : put(name, value.toString());
    }

    JsonObject term(String name, @Nullable Term term) {
        return term == null ? this : put(name, term.code());
    }

    JsonObject language(String name, @Nullable Language language) {
        return language == null ? this : put(name, language.tag());
    }

    JsonObject number(String name, @Nullable Number value) {
        return value == null ? this : put(name, value.longValue());
    }

    JsonObject flag(String name, boolean value) {
        return value ? put(name, true) : this;
    }

    JsonObject terms(String name, Collection<? extends Term> terms) {
        return list(name, terms.stream().map(Term::code).sorted().toList());
    }

    JsonObject list(String name, List<String> values) {
        return values.isEmpty() ? this : put(name, List.copyOf(values));
    }

    JsonObject object(String name, Map<String, Object> object) {
        return object.isEmpty() ? this : put(name, object);
    }

    /** A list of objects: unlike other values, an empty one among them keeps its place. */
    <T> JsonObject objects(String name, List<T> values, BiConsumer<JsonObject, T> writer) {
        List<Map<String, Object>> objects = values.stream()
                .map(value -> {
                    JsonObject object = new JsonObject();
                    writer.accept(object, value);
                    return object.done();
                })
                .toList();
        return objects.isEmpty() ? this : put(name, objects);
    }

    Map<String, Object> done() {
        return Collections.unmodifiableMap(fields);
    }

    private JsonObject put(String name, Object value) {
        fields.put(name, value);
        return this;
    }
}
