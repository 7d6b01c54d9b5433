package org.migrationhub.core.people;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

/**
 * What a voluntary reviewer has declared on joining the roster.
 *
 * @param expertise the objectives in which the reviewer is at home
 * @param languages the languages in which the reviewer can judge a text; at least one
 * @param capacity how many items the reviewer will judge at the same time; at least 1
 * @param absences when the reviewer takes no new seat
 * @param conflicts organisations whose items the reviewer has declared not to judge, beside their own
 */
public record RosterEntry(
        SortedSet<Objective> expertise,
        SortedSet<Language> languages,
        int capacity,
        List<Absence> absences,
        SortedSet<OrganisationId> conflicts) {

    /** Refuses a reviewer without a language or capacity. */
    public RosterEntry {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("A reviewer needs at least one language");
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("A reviewer's capacity is at least 1, not " + capacity);
        }
        expertise = Collections.unmodifiableSortedSet(new TreeSet<>(expertise));
        languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
        absences = List.copyOf(absences);
        conflicts = Collections.unmodifiableSortedSet(new TreeSet<>(conflicts));
    }

    /** A reviewer who judges texts in these languages, two items at a time, and has declared nothing else. */
    public static RosterEntry in(Language... languages) {
        return new RosterEntry(new TreeSet<>(), new TreeSet<>(List.of(languages)), 2, List.of(), new TreeSet<>());
    }

    /** The same with this expertise. */
    public RosterEntry expertIn(Objective... objectives) {
        return new RosterEntry(new TreeSet<>(List.of(objectives)), languages, capacity, absences, conflicts);
    }

    /** The same with this capacity. */
    public RosterEntry withCapacity(int items) {
        return new RosterEntry(expertise, languages, items, absences, conflicts);
    }

    /** The same with these declared conflicts. */
    public RosterEntry withConflicts(OrganisationId... organisations) {
        return new RosterEntry(expertise, languages, capacity, absences, new TreeSet<>(List.of(organisations)));
    }

    /** The same with these absences. */
    public RosterEntry withAbsences(Absence... times) {
        return new RosterEntry(expertise, languages, capacity, List.of(times), conflicts);
    }
}
