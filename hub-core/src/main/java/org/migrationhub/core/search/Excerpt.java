package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a text, cut where words were found in it.
 *
 * @param pieces one after the other, found ones between others
 * @param cutBefore whether there is more text before it
 * @param cutAfter whether there is more text behind it
 */
public record Excerpt(List<Piece> pieces, boolean cutBefore, boolean cutAfter) {

    private static final String ELLIPSIS = "\u2026";

    /** Copies the list. */
    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    /**
     * A piece of it.
     *
     * @param text as it was written
     * @param found whether it is what the query looks for
     */
    public record Piece(String text, boolean found) {
        /** Refuses null. */
        public Piece {
            requireNonNull(text, "text");
        }
    }

    /** The text alone, with an ellipsis where it was cut. */
    public String text() {
        return cut(pieces.stream().map(Piece::text).collect(Collectors.joining()));
    }

    /** For a page: what was found stands in {@code mark} elements, and everything that was written is escaped. */
    public String html() {
        return cut(pieces.stream()
                .map(piece -> piece.found() ? "<mark>" + escaped(piece.text()) + "</mark>" : escaped(piece.text()))
                .collect(Collectors.joining()));
    }

    private String cut(String text) {
        return (cutBefore ? ELLIPSIS : "") + text + (cutAfter ? ELLIPSIS : "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
