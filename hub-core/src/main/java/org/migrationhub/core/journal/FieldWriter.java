package org.migrationhub.core.journal;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes one object of the journal's JSON, field by field; null is left out. Not thread-safe. */
final class FieldWriter {

    private final Map<String, Object> fields = new TreeMap<>();

    /** The object that the writer makes of a value. */
    static <T> Map<String, Object> object(T value, BiConsumer<T, FieldWriter> writer) {
        FieldWriter object = new FieldWriter();
        writer.accept(value, object);
        return object.done();
    }

    /** A value whose {@code toString} is its code, such as an id or a digest. */
    FieldWriter code(String name, @Nullable Object value) {
        return value == null ? this : put(name, value.toString());
    }

    FieldWriter text(String name, String value) {
        return put(name, normalised(value));
    }

    FieldWriter time(String name, @Nullable Instant at) {
        return at == null ? this : put(name, JournalTime.write(at));
    }

    FieldWriter number(String name, long value) {
        return put(name, value);
    }

    FieldWriter flag(String name, boolean value) {
        return put(name, value);
    }

    /** A list, in its order. */
    <T> FieldWriter list(String name, Collection<? extends T> values, Function<T, Object> form) {
        return put(name, values.stream().map(value -> form.apply(value)).toList());
    }

    /** A set of codes or texts, sorted as they are written: after normalisation, without those that became the same. */
    <T> FieldWriter set(String name, Collection<? extends T> values, Function<T, String> form) {
        List<String> written = values.stream()
                .map(value -> normalised(form.apply(value)))
                .distinct()
                .sorted()
                .toList();
        return put(name, written);
    }

    <T> FieldWriter object(String name, @Nullable T value, BiConsumer<T, FieldWriter> writer) {
        return value == null ? this : put(name, object(value, writer));
    }

    FieldWriter put(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    Map<String, Object> done() {
        return Collections.unmodifiableMap(fields);
    }

    /** As canonical JSON will write it; done here already, since it may change how texts are sorted. */
    private static String normalised(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
    }
}
