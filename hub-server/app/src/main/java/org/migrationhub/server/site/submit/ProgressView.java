package org.migrationhub.server.site.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;

/**
 * Where a submission stands.
 *
 * @param title of it
 * @param kind of it
 * @param stage where it stands, by its code
 * @param said where it stands
 * @param tone how that looks
 * @param behalf who does the submitter's part; null if only the submitter does
 * @param reason how they were asked to; null if nothing is known of it
 * @param next what happens now, and who is asked
 * @param note what was said with the last decision; null if nothing
 * @param from the key of who said it
 * @param version of what is shown
 * @param events what happened so far, in order
 * @param acts what can be done
 * @param published where it is public; empty if it isn't
 */
public record ProgressView(
        Said title,
        String kind,
        String stage,
        String said,
        String tone,
        @Nullable Said behalf,
        @Nullable Said reason,
        String next,
        @Nullable Said note,
        String from,
        String version,
        List<Event> events,
        Acts acts,
        String published) {

    /**
     * Something that happened.
     *
     * @param said what
     * @param on the day; empty if that isn't told
     * @param state {@code was} or {@code now}
     * @param note what the secretariat said with it; null if nothing
     * @param reviews what was said in it
     * @param address where what was handed in can be read; empty if nowhere
     */
    public record Event(
            String said, String on, String state, @Nullable Said note, List<Review> reviews, String address) {

        /** Something of which nothing else is told. */
        static Event of(String said, String on, String state) {
            return new Event(said, on, state, null, List.of(), "");
        }
    }

    /**
     * What a reviewer said, without who it was.
     *
     * @param side of the review rule on which they stand
     * @param outcome the code of what they say
     * @param said what they say
     * @param text why; may be empty
     * @param remarks by criterion
     */
    public record Review(String side, String outcome, String said, Said text, List<Remark> remarks) {}

    /**
     * What a reviewer said of one criterion.
     *
     * @param criterion which
     * @param text what
     */
    public record Remark(String criterion, Said text) {}

    /**
     * What can be done; each is where that is done, and empty where it can't be.
     *
     * @param write where the draft is written
     * @param check where it is handed in
     * @param revise where one is begun
     * @param preview where the last that was handed in, or the draft, is shown as a page
     * @param compare where what has changed is shown
     * @param withdraw where it is taken back
     */
    public record Acts(String write, String check, String revise, String preview, String compare, String withdraw) {}
}
