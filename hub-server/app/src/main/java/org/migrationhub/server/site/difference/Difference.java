package org.migrationhub.server.site.difference;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Voice;

/**
 * What has changed between two contents of one item: everything that the digest covers, and nothing else. The template
 * {@code part/difference} shows it. Immutable and thread-safe.
 *
 * @param changes each field that has changed, texts first, in the order of an item's page
 */
public record Difference(List<Change> changes) {

    /** What became of a piece. */
    public enum Fate {
        /** It is as it was. */
        KEPT,
        /** It is new. */
        ADDED,
        /** It is there no longer. */
        REMOVED,
        /** Something long that is as it was, and isn't shown. */
        LEFT_OUT
    }

    /**
     * A part of what a field holds.
     *
     * @param fate what became of it
     * @param said the part; empty if it is left out
     */
    public record Piece(Fate fate, Said said) {

        /** Whether it is as it was. */
        public boolean isKept() {
            return fate == Fate.KEPT;
        }

        /** Whether it is new. */
        public boolean isAdded() {
            return fate == Fate.ADDED;
        }

        /** Whether it is there no longer. */
        public boolean isRemoved() {
            return fate == Fate.REMOVED;
        }
    }

    /**
     * A field that has changed.
     *
     * @param field its JSON pointer in the form without the first slash, such as {@code texts/fr/summary}
     * @param name what the field is called
     * @param language what the language of a text is called; null of everything else
     * @param lang the tag of that language, with which the text is marked
     * @param dir which way that language runs
     * @param pieces of a text, one after the other; or each value that it has now or had before
     */
    public record Change(
            String field,
            String name,
            @Nullable Said language,
            @Nullable String lang,
            @Nullable String dir,
            List<Piece> pieces) {

        /** Copies the list. */
        public Change {
            pieces = List.copyOf(pieces);
        }

        /** Whether it is a text, and not a list of values. */
        public boolean isText() {
            return language != null;
        }
    }

    /** Copies the list. */
    public Difference {
        changes = List.copyOf(changes);
    }

    /**
     * What has changed.
     *
     * @param before the content that was there first
     * @param after the content that came after it
     * @param voice how fields and terms are called
     * @param names what persons are called to whoever looks at it
     * @throws IllegalArgumentException if one is a practice and the other a resource
     */
    public static Difference between(
            ContentItem before, ContentItem after, Voice voice, Function<PersonId, String> names) {
        if (before.kind() != after.kind()) {
            throw new IllegalArgumentException("a " + before.kind() + " and a " + after.kind());
        }
        return new Difference(new ItemComparison(voice, names).changes(before, after));
    }

    /** Whether nothing has changed. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
