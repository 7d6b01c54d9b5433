package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;

/**
 * What is featured, and what else could be.
 *
 * @param featured what is, the last first
 * @param words that were looked for; empty if none
 * @param others what isn't, the newest first or what fits the words best
 */
public record FeaturedView(List<Line> featured, String words, List<Line> others) {

    /**
     * An item.
     *
     * @param address of the page on which it is featured
     * @param title of it
     * @param sentence what is said of it; null if nothing
     * @param about what else is told
     */
    public record Line(String address, Said title, @Nullable Said sentence, String about) {}
}
