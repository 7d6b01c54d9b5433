package org.migrationhub.server.site.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;

/**
 * What somebody typed into a form, and what is wrong with it: a form that is refused is shown again with both. A field that
 * the core knows is called by its JSON pointer without the first slash, so that what the core complains of finds its field.
 *
 * @param values of each field, in order
 * @param complaints what is wrong, in the order in which it is told
 * @param meanwhile what others have changed meanwhile in fields that were changed here, too
 */
public record Typed(Map<String, List<String>> values, List<Complaint> complaints, List<Meanwhile> meanwhile) {

    /**
     * Something that is wrong.
     *
     * @param field which is to be mended; empty for the form as a whole, or for what the form has no field for
     * @param said what is to be mended
     */
    public record Complaint(String field, Said said) {}

    /**
     * Something that others have changed meanwhile, too.
     *
     * @param field in which it stands otherwise
     * @param label what that is called
     * @param text what is there; blank if nothing
     */
    public record Meanwhile(String field, Said label, Said text) {}

    /** Copies the lists. */
    public Typed {
        complaints = List.copyOf(complaints);
        meanwhile = List.copyOf(meanwhile);
    }

    /** A form that nobody has filled in. */
    public static Typed nothing() {
        return new Typed(Map.of(), List.of(), List.of());
    }

    /** One that is filled in with what is known. */
    public static Typed of(Map<String, List<String>> values) {
        return new Typed(values, List.of(), List.of());
    }

    /** The text of a field; empty if it isn't there. */
    public String text(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    /** The text of a field without space around it, if there is any. */
    public Optional<String> given(String field) {
        return Optional.of(text(field).strip()).filter(text -> !text.isEmpty());
    }

    /** Everything that was chosen of a field. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether this was chosen of a field. */
    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /** What is wrong with a field; null if nothing. */
    public @Nullable Said complaint(String field) {
        return complaints.stream()
                .filter(complaint -> complaint.field().equals(field))
                .map(Complaint::said)
                .findFirst()
                .orElse(null);
    }

    /** Whether something is wrong with a field, as its mark says: {@code true}, or null. */
    public @Nullable String wrong(String field) {
        return complaint(field) == null ? null : "true";
    }

    /**
     * The ids of what a field is to be read with: what explains it, and what is wrong with it; null if there is nothing.
     *
     * @param help the ids of what explains it
     */
    public @Nullable String described(String field, String... help) {
        Stream<String> wrong = complaint(field) == null ? Stream.of() : Stream.of(field + "-wrong");
        String ids = Stream.concat(Stream.of(help), wrong).collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    /** The same with something wrong. */
    public Typed refused(String field, Said said) {
        return complaining(List.of(new Complaint(field, said)));
    }

    /** The same with what the core complains of. */
    public Typed refused(Voice voice, RefusedException refused) {
        return refused(voice, refused.violations());
    }

    /** The same with what rules are broken. */
    public Typed refused(Voice voice, List<Violation> violations) {
        return complaining(violations.stream()
                .map(one -> new Complaint(field(one.path()), voice.complaint(one)))
                .toList());
    }

    /** The same with these complaints. */
    public Typed complaining(List<Complaint> other) {
        return new Typed(values, other, meanwhile);
    }

    /** The same, where what is wrong with a field is wrong with another one, which holds a part of it. */
    public Typed moved(String field, String other) {
        return complaining(complaints.stream()
                .map(one -> one.field().equals(field) ? new Complaint(other, one.said()) : one)
                .toList());
    }

    /** The same with other values. */
    public Typed with(Map<String, List<String>> other) {
        return new Typed(other, complaints, meanwhile);
    }

    /** The same without a field. */
    public Typed without(String field) {
        Map<String, List<String>> other = new LinkedHashMap<>(values);
        other.remove(field);
        return with(other);
    }

    private static String field(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace("~1", "/").replace("~0", "~");
    }
}
