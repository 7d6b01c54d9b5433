package org.migrationhub.server.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;

/**
 * Reads a JSON object field by field and notes everything that is wrong with its shape, each by its JSON pointer. Codes
 * and sentences are those with which the core reads an item. Not thread-safe.
 */
public final class Form {

    /** How many findings are told at once. */
    private static final int MOST_VIOLATIONS = 500;

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Map<?, ?> fields;
    private final String path;
    private final List<Violation> violations;
    private final Set<String> known = new HashSet<>();

    private Form(Map<?, ?> fields, String path, List<Violation> violations) {
        this.fields = fields;
        this.path = path;
        this.violations = violations;
    }

    /**
     * The form that a body is.
     *
     * @throws InvalidBodyException if it is no object
     */
    public static Form of(@Nullable Object body) {
        return new Form(requireObject(body), "", new ArrayList<>());
    }

    /**
     * Lets a JSON object pass.
     *
     * @throws InvalidBodyException if it is another value
     */
    @SuppressWarnings("unchecked") // what JSON has for keys
    public static Map<String, ?> requireObject(@Nullable Object body) {
        if (body instanceof Map<?, ?> object) {
            return (Map<String, ?>) object;
        }
        throw new InvalidBodyException(List.of(new Violation("", "field.type", "This must be an object.")));
    }

    /** Ends the reading of the whole form: notes every field that nobody asked for. */
    public void end() {
        refuseOthers();
        if (!violations.isEmpty()) {
            throw new InvalidBodyException(violations);
        }
    }

    /** A text. */
    public Field<String> text(String name) {
        return field(name, this::text);
    }

    /** True or false. */
    public Field<Boolean> flag(String name) {
        return field(name, (value, at) -> ofType(Boolean.class, value, at, "true or false"));
    }

    /** A whole number between two, both included. */
    public Field<Integer> number(String name, int least, int most) {
        return field(name, (value, at) -> number(value, at, least, most));
    }

    /** An instant with a time zone, cut to the microseconds that the Hub keeps. */
    public Field<Instant> instant(String name) {
        return field(name, this::instant);
    }

    /** Something by its code or id; {@code what} says in the message what it should have been. */
    public <T> Field<T> code(String name, Function<String, Optional<T>> find, String what) {
        return field(name, (value, at) -> code(value, at, find, what));
    }

    /** A list of things by their codes or ids. */
    public <T> Field<List<T>> codes(String name, Function<String, Optional<T>> find, String what) {
        return field(name, (value, at) -> list(value, at, (element, there) -> code(element, there, find, what)));
    }

    /** A list of texts. */
    public Field<List<String>> texts(String name) {
        return field(name, (value, at) -> list(value, at, this::text));
    }

    /** A list of objects. The reader may give null for one that is wrong, having noted why. */
    public <T> Field<List<T>> objects(String name, Function<Form, @Nullable T> reader) {
        return field(name, (value, at) -> list(value, at, (element, there) -> object(element, there, reader)));
    }

    /** An object that somebody else reads, who refuses it by pointers into it. */
    public <T> Field<T> read(String name, Function<Map<String, ?>, T> reader) {
        return field(name, (value, at) -> read(value, at, reader));
    }

    /** Texts by code. */
    public <K extends Comparable<K>> Field<SortedMap<K, String>> textsBy(
            String name, Function<String, Optional<K>> find, String what) {
        return field(name, (value, at) -> object(value, at, object -> object.textsBy(find, what)));
    }

    /** Notes something about one of the fields. */
    public void note(String name, String code, String message) {
        noteAt(below(path, name), code, message);
    }

    private <K extends Comparable<K>> SortedMap<K, String> textsBy(Function<String, Optional<K>> find, String what) {
        SortedMap<K, String> texts = new TreeMap<>();
        for (Object key : fields.keySet()) {
            String name = (String) key;
            String text = text(name).value();
            Optional<K> found = find.apply(name);
            if (found.isEmpty()) {
                note(name, "field.unknown", "This is not " + what + ".");
            } else if (text != null) {
                texts.put(found.get(), text);
            }
        }
        return texts;
    }

    /** Reads one value, or notes what is wrong with it and gives null. */
    private interface Reader<T> {
        @Nullable
        T read(Object value, String at);
    }

    private <T> Field<T> field(String name, Reader<T> reader) {
        known.add(name);
        boolean given = fields.containsKey(name);
        return new Field<>(this, name, given, given ? read(fields.get(name), below(path, name), reader) : null);
    }

    private <T> @Nullable T read(@Nullable Object value, String at, Reader<T> reader) {
        if (value == null) {
            noteAt(at, "field.null", "Null is no value here: leave out what is not given.");
            return null;
        }
        return reader.read(value, at);
    }

    private @Nullable String text(Object value, String at) {
        return ofType(String.class, value, at, "a text");
    }

    private @Nullable Integer number(Object value, String at, int least, int most) {
        Integer number = ofType(Integer.class, value, at, "a whole number");
        if (number != null && (number < least || number > most)) {
            noteAt(at, "number.range", "Give a number from %d to %d.".formatted(least, most));
            return null;
        }
        return number;
    }

    private @Nullable Instant instant(Object value, String at) {
        String text = text(value, at);
        Optional<Instant> instant = text == null ? Optional.empty() : parsed(text);
        if (text != null && instant.isEmpty()) {
            noteAt(at, "instant.invalid", "Give an instant such as 2027-01-31T00:00:00Z.");
        }
        return instant.orElse(null);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MICROS))
                    .filter(instant -> !instant.isBefore(FIRST) && instant.isBefore(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private <T> @Nullable T code(Object value, String at, Function<String, Optional<T>> find, String what) {
        String code = text(value, at);
        Optional<T> found = code == null ? Optional.empty() : find.apply(code);
        if (code != null && found.isEmpty()) {
            noteAt(at, "code.unknown", "This is not " + what + ".");
        }
        return found.orElse(null);
    }

    private <T> @Nullable List<T> list(Object value, String at, Reader<T> reader) {
        List<?> elements = ofType(List.class, value, at, "a list");
        if (elements == null) {
            return null;
        }
        List<T> read = new ArrayList<>();
        for (int index = 0; index < elements.size(); index++) {
            T element = read(elements.get(index), at + "/" + index, reader);
            if (element != null) {
                read.add(element);
            }
        }
        return read;
    }

    private <T> @Nullable T object(Object value, String at, Function<Form, @Nullable T> reader) {
        Map<?, ?> object = ofType(Map.class, value, at, "an object");
        if (object == null) {
            return null;
        }
        Form form = new Form(object, at, violations);
        T read = reader.apply(form);
        form.refuseOthers();
        return read;
    }

    @SuppressWarnings("unchecked") // what JSON has for keys
    private <T> @Nullable T read(Object value, String at, Function<Map<String, ?>, T> reader) {
        Map<?, ?> object = ofType(Map.class, value, at, "an object");
        try {
            return object == null ? null : reader.apply((Map<String, ?>) object);
        } catch (RefusedException e) {
            e.violations().forEach(one -> noteAt(at + one.path(), one.code(), one.message()));
            return null;
        }
    }

    private void refuseOthers() {
        for (Object name : fields.keySet()) {
            if (!known.contains((String) name)) {
                note((String) name, "field.unknown", "There is no such field here.");
            }
        }
    }

    private <T> @Nullable T ofType(Class<T> type, Object value, String at, String expected) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        noteAt(at, "field.type", "This must be " + expected + ".");
        return null;
    }

    private void noteAt(String at, String code, String message) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(new Violation(at, code, message));
        }
    }

    private static String below(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
