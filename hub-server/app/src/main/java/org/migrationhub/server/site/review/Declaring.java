package org.migrationhub.server.site.review;

import java.util.List;
import java.util.Map;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;

/**
 * The page on which a reviewer declares whether there is a conflict of interest, before they may see more.
 *
 * @param path of the submission's pages, behind the language
 * @param version of the submission that is shown
 * @param title in its language
 * @param kind what it is
 * @param due until when the review is asked for; empty if that is over
 * @param overdue whether it is late
 * @param again whether they have reviewed an earlier revision
 * @param facts what a conflict is judged by
 * @param typed what was typed, with what is wrong
 * @param kept what was typed into the form of a review that a new revision came before
 * @param open whether there is still something to declare
 * @param changed whether it has changed since they read it
 */
public record Declaring(
        String path,
        long version,
        Said title,
        String kind,
        String due,
        boolean overdue,
        boolean again,
        List<Fact> facts,
        Typed typed,
        Map<String, List<String>> kept,
        boolean open,
        boolean changed) {

    /** Copies the list. */
    public Declaring {
        facts = List.copyOf(facts);
    }

    /**
     * Something that may speak of a conflict.
     *
     * @param name what it is
     * @param values who or which
     */
    public record Fact(String name, List<Said> values) {}
}
