package org.migrationhub.server.site.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;

/**
 * The page of a practice or resource.
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
 * @param facts what else is known of it
 * @param objectives what it mainly serves
 * @param secondary what it also serves
 * @param files its files
 * @param links pages elsewhere
 * @param review how it was reviewed
 * @param versions what was published, the latest first
 * @param submitted when it was first handed in
 * @param citation how to cite it
 * @param address its own, as seen from elsewhere
 * @param shares where it can be passed on
 * @param related other items with the same objective
 */
public record ItemView(
        String kind,
        Said type,
        Said title,
        @Nullable Said outcome,
        List<Part> parts,
        @Nullable Said disclaimer,
        List<Variant> texts,
        Said original,
        boolean missing,
        List<Fact> facts,
        List<Tally> objectives,
        List<Tally> secondary,
        List<Download> files,
        List<Elsewhere> links,
        Review review,
        List<Version> versions,
        String submitted,
        Citation citation,
        String address,
        List<Share> shares,
        List<Card> related) {

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
            @Nullable Said language) {}

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

    /**
     * How it was reviewed, without anything that tells by whom.
     *
     * @param approvals how many approved
     * @param un how many of them from the UN
     * @param nonUn how many of them from outside it
     * @param on the day of the verdict
     * @param policy under which
     * @param digest of exactly this content
     */
    public record Review(int approvals, int un, int nonUn, String on, String policy, String digest) {}

    /**
     * A revision that was published.
     *
     * @param number of the revision
     * @param on the day
     * @param digest of its content
     * @param shown whether it is the one that is shown
     */
    public record Version(String number, String on, String digest, boolean shown) {}

    /**
     * How to cite it, piece by piece: pieces of different directions must not run into each other.
     *
     * @param by who carried it; may be empty
     * @param year in which it was published
     * @param title in the language that is shown
     * @param on the day of its publication, as ISO 8601 has it
     */
    public record Citation(String by, String year, Said title, String on) {}

    /**
     * A way to pass it on.
     *
     * @param name of the way
     * @param address where that happens
     */
    public record Share(String name, String address) {}
}
