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

    /**
     * The beginning of a text of which nothing is marked, cut where a word ends if one ends soon before.
     *
     * @param length how many characters to show at most; the whole text if it has no more
     */
    public static Excerpt beginning(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return new Excerpt(List.of(new Piece(text, false)), false, false);
        }
        String cut = text.substring(0, text.offsetByCodePoints(0, length));
        int space = cut.lastIndexOf(' ');
        return new Excerpt(List.of(new Piece(space > length / 2 ? cut.substring(0, space) : cut, false)), false, true);
    }

    /** How many pieces of it are what the query looks for. */
    public long found() {
        return pieces.stream().filter(Piece::found).count();
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
