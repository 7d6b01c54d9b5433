package org.migrationhub.server.site.secretariat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;

/**
 * Who could be seated.
 *
 * @param head of the item
 * @param placing for what somebody is sought, as addresses name it
 * @param several whether a whole panel is chosen at once
 * @param about for what somebody is sought, in words
 * @param filter what is asked for
 * @param sides to choose from
 * @param languages to choose from
 * @param objectives to choose from
 * @param chosen who was chosen on another page
 * @param people who is shown
 * @param total how many there are on all pages, in words
 * @param next the cursor of the next page; null for the last
 * @param typed with what is wrong with what was chosen
 * @param called what those are called of whom something is wrong, by the ids of their boxes
 */
public record CandidatesView(
        ItemHead head,
        String placing,
        boolean several,
        String about,
        Asked filter,
        List<Option> sides,
        List<Option> languages,
        List<Option> objectives,
        List<Person> chosen,
        List<Person> people,
        String total,
        @Nullable String next,
        Typed typed,
        Map<String, String> called) {

    /**
     * What is asked for.
     *
     * @param name part of the name
     * @param barred whether those are shown, too, who can't be seated
     */
    public record Asked(String name, boolean barred) {}

    /**
     * Something to choose.
     *
     * @param value of it
     * @param said what it is called
     * @param chosen whether it is chosen
     */
    public record Option(String value, Said said, boolean chosen) {}

    /**
     * Somebody on the roster.
     *
     * @param id of theirs
     * @param name of theirs
     * @param address of their record
     * @param side of the review rule
     * @param free whether they can be seated
     * @param chosen whether they are chosen
     * @param reasons what speaks for them
     * @param objections what speaks against them
     */
    public record Person(
            String id,
            Said name,
            String address,
            String side,
            boolean free,
            boolean chosen,
            List<Reason> reasons,
            List<Objection> objections) {}

    /**
     * What speaks for somebody.
     *
     * @param name what it is
     * @param values of it
     */
    public record Reason(String name, List<Said> values) {}

    /**
     * What speaks against somebody.
     *
     * @param text in a sentence
     * @param evidence on what that rests; may be empty
     * @param remedy what would change it
     */
    public record Objection(Said text, List<Said> evidence, Said remedy) {}
}
