package org.migrationhub.server.site.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.Excerpt.Piece;
import org.migrationhub.core.vocabulary.Language;

/**
 * A text in which may be marked what was looked for.
 *
 * @param pieces one after the other
 * @param lang the tag of its language; null if it is that of the page
 * @param dir which way it runs; null if it goes as the page does
 */
public record Marked(
        List<Piece> pieces, @Nullable String lang, @Nullable String dir) {

    private static final Piece CUT = new Piece("…", false);

    /** Copies the list. */
    public Marked {
        pieces = List.copyOf(pieces);
    }

    /** A text in which nothing is marked. */
    public static Marked plain(Said said) {
        return new Marked(List.of(new Piece(said.text(), false)), said.lang(), said.dir());
    }

    /** A part of a text as the search has cut it. */
    public static Marked of(Excerpt excerpt, Language language) {
        List<Piece> pieces = new ArrayList<>();
        if (excerpt.cutBefore()) {
            pieces.add(CUT);
        }
        pieces.addAll(excerpt.pieces());
        if (excerpt.cutAfter()) {
            pieces.add(CUT);
        }
        return new Marked(pieces, language.tag(), language.direction().code());
    }

    /** Whether there is nothing to see. */
    public boolean isBlank() {
        for (Piece piece : pieces) {
            if (!piece.text().isBlank()) {
                return false;
            }
        }
        return true;
    }
}
