package org.migrationhub.core.search;

import java.util.Optional;
import java.util.regex.Pattern;
import org.migrationhub.core.review.SubmissionId;

/**
 * Which document of an index: its kind and, among those, its id. The order is that of the texts.
 *
 * @param value such as {@code item/0190a…}: the kind in small letters, a slash, and 1 to 64 letters, digits, dots, hyphens and
 *     underscores, the first a letter or digit
 */
public record DocumentId(String value) implements Comparable<DocumentId> {

    /** The kind of practices and resources. */
    public static final String ITEM = "item";

    private static final Pattern FORM = Pattern.compile("[a-z]{1,32}/[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Refuses what isn't a document's id. */
    public DocumentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a document's id: \"" + value + "\"");
        }
    }

    /** The document of this id among those of a kind. */
    public static DocumentId of(String kind, String id) {
        return new DocumentId(kind + "/" + id);
    }

    /** The document of a practice or resource. */
    public static DocumentId of(SubmissionId item) {
        return of(ITEM, item.value());
    }

    /** The kind: which part of the hub knows it. */
    public String kind() {
        return value.substring(0, value.indexOf('/'));
    }

    /** The id among those of its kind. */
    public String id() {
        return value.substring(value.indexOf('/') + 1);
    }

    /** The practice or resource; empty if the document is of another kind. */
    public Optional<SubmissionId> item() {
        return kind().equals(ITEM) ? Optional.of(new SubmissionId(id())) : Optional.empty();
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
