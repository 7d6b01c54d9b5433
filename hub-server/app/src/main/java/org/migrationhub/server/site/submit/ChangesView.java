package org.migrationhub.server.site.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.difference.Difference.Piece;
import org.migrationhub.server.site.page.Said;

/**
 * What has changed.
 *
 * @param title of the item
 * @param between which versions
 * @param changes by field and language
 * @param back where it is told how it stands
 */
public record ChangesView(Said title, String between, List<Change> changes, String back) {

    /**
     * A field that has changed.
     *
     * @param name of it
     * @param language of the text; null where it is none
     * @param lang the tag of that language
     * @param dir which way it runs
     * @param before what was there
     * @param after what is there
     */
    public record Change(
            String name,
            @Nullable Said language,
            @Nullable String lang,
            @Nullable String dir,
            List<Piece> before,
            List<Piece> after) {

        /** Whether it is a text, and not a list of values. */
        public boolean isText() {
            return language != null;
        }
    }
}
