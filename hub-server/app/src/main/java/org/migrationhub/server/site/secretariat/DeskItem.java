package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;

/**
 * Everything about an item.
 *
 * @param head what it is
 * @param next what there is to do, in a sentence
 * @param deeds what can be done now
 * @param wrong why what was tried wasn't done; null if nothing was
 * @param noteTitle what the note is; empty if there is none
 * @param note what the secretariat or the submitter wrote last; null if nothing
 * @param asked what the submitter was asked to change in earlier revisions, the last first
 * @param facts who submitted it, for whom, when
 * @param reads where to read it and what happened to it
 * @param disclosed what a conflict of interest is judged by
 * @param rounds the panels, the last first
 */
public record DeskItem(
        ItemHead head,
        String next,
        List<Deed> deeds,
        @Nullable Said wrong,
        String noteTitle,
        @Nullable Said note,
        List<Asked> asked,
        List<Fact> facts,
        List<Linked> reads,
        List<Fact> disclosed,
        List<Round> rounds) {

    /**
     * What was asked for at screening.
     *
     * @param when of which revision, and on which day
     * @param text what
     */
    public record Asked(String when, Said text) {}

    /**
     * Something that can be done.
     *
     * @param name of it
     * @param address of the page where it is done
     * @param style of its button: empty for what is usually done, {@code second}, or {@code second grave}
     */
    public record Deed(String name, String address, String style) {}

    /**
     * Something that is known.
     *
     * @param name what
     * @param values one or more
     */
    public record Fact(String name, List<Linked> values) {}

    /**
     * A round.
     *
     * @param title which one
     * @param state whether it goes on, or how it was judged
     * @param tone how that is to be taken
     * @param empty that seats are empty, in words; empty if none is
     * @param seats of the panel
     */
    public record Round(String title, String state, String tone, String empty, List<Seat> seats) {}

    /**
     * A seat.
     *
     * @param number of it
     * @param person who sits there; null if that isn't told
     * @param side of the review rule
     * @param state what became of it
     * @param tone how that is to be taken
     * @param standing whether it counts
     * @param details since when, until when, what was found
     * @param note what its occupant wrote to the secretariat on leaving; null if nothing
     * @param review what was filed; null if nothing
     * @param replace where somebody else can be given it; null if that can't be done
     */
    public record Seat(
            int number,
            @Nullable Linked person,
            String side,
            String state,
            String tone,
            boolean standing,
            List<String> details,
            @Nullable Said note,
            @Nullable Review review,
            @Nullable String replace) {}

    /**
     * A review.
     *
     * @param outcome what the reviewer says
     * @param tone how that is to be taken
     * @param text to the submitter; null if nothing
     * @param confidential to the secretariat; null if nothing
     * @param remarks by criterion
     */
    public record Review(
            String outcome,
            String tone,
            @Nullable Said text,
            @Nullable Said confidential,
            List<Remark> remarks) {}

    /**
     * What a reviewer says by one criterion.
     *
     * @param criterion which
     * @param text what
     */
    public record Remark(String criterion, Said text) {}
}
