package org.migrationhub.server.site.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;

/**
 * A practice or resource as its page shows it, whether it is public or not.
 *
 * @param kind {@code practice} or {@code resource}
 * @param type what it is
 * @param title its title, in the language that is shown
 * @param outcome the sentence that an editor wrote; null if there is none
 * @param parts its text, part by part
 * @param disclaimer whose views these are; null if it doesn't say
 * @param texts the languages in which there is text
 * @param original the language in which it was written
 * @param missing whether there is no text in the language of the page
 * @param exemplifies whether it names guiding principles
 * @param facts what else is known of it
 * @param objectives what it mainly serves
 * @param secondary what it also serves
 * @param gallery the pictures among its files
 * @param files its other files
 * @param links pages elsewhere
 */
public record ItemBody(
        String kind,
        Said type,
        Said title,
        @Nullable Said outcome,
        List<Part> parts,
        @Nullable Said disclaimer,
        List<Variant> texts,
        Said original,
        boolean missing,
        boolean exemplifies,
        List<Fact> facts,
        List<Tally> objectives,
        List<Tally> secondary,
        Gallery gallery,
        List<Download> files,
        List<Elsewhere> links) {

    /** The same under another title: for what has none yet. */
    public ItemBody titled(Said other) {
        return new ItemBody(
                kind,
                type,
                other,
                outcome,
                parts,
                disclaimer,
                texts,
                original,
                missing,
                exemplifies,
                facts,
                objectives,
                secondary,
                gallery,
                files,
                links);
    }

    /**
     * A part of the text.
     *
     * @param heading what it tells
     * @param text in the language that is shown
     */
    public record Part(String heading, Said text) {}

    /**
     * A language in which there is text.
     *
     * @param said what the language calls itself
     * @param address of the page that shows it
     * @param shown whether this page does
     */
    public record Variant(Said said, String address, boolean shown) {}

    /**
     * Something that is known of it.
     *
     * @param name what it is
     * @param values what is known
     */
    public record Fact(String name, List<Linked> values) {}

    /**
     * A file.
     *
     * @param name of the file
     * @param about what it holds, as its submitter says; may be empty
     * @param address where to get it
     * @param format and size
     * @param language in which it is; null if that isn't known
     */
    public record Download(
            Said name,
            Said about,
            String address,
            String format,
            @Nullable Said language) {

        /** What stands for a picture where it isn't seen. */
        public Said standIn() {
            return about.isBlank() ? name : about;
        }
    }

    /**
     * A page elsewhere.
     *
     * @param said what to click on
     * @param address of the page
     * @param site where that is
     * @param hreflang the tag of its language; null if that isn't known
     */
    public record Elsewhere(
            Said said,
            String address,
            String site,
            @Nullable String hreflang) {}
}
