package org.migrationhub.core.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionEvent;

/**
 * Whether the entries of a submission say truly on whose behalf they were made: those of whoever represents the submitter all
 * name the submitter, from the entry on that says so, no others name anybody, and nobody represents who has acted otherwise
 * before. Stateless and thread-safe.
 */
public final class Behalves {

    private Behalves() {}

    /**
     * Looks through a submission's entries.
     *
     * @param entries the first of its chain, in order; that each event follows from those before is for a replay to say
     * @throws IllegalArgumentException at the first that names the wrong person, or nobody where it should, saying so
     */
    public static void check(List<Entry> entries) {
        PersonId submitter = submitter(entries);
        Set<PersonId> representatives = new HashSet<>();
        Set<PersonId> others = new HashSet<>();
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            @Nullable PersonId person = entry.actor().person();
            if (entry.event() instanceof SubmissionEvent.Represented represented) {
                require(represented.person().equals(person), "it is by somebody else than who represents");
                require(!others.contains(represented.person()), "its actor has acted otherwise before");
                representatives.add(represented.person());
            }
            boolean represents = representatives.contains(person) || (index == 0 && beginsFor(person, entries));
            if (person != null && !represents) {
                others.add(person);
            }
            require(
                    represents ? submitter.equals(entry.behalf()) : entry.behalf() == null,
                    represents
                            ? "its actor represents the submitter, and it doesn't say so"
                            : "it says to be on somebody's behalf, whom its actor doesn't represent");
        }
    }

    /** Whether whoever made the first entry made it to represent the submitter: the second says so. */
    private static boolean beginsFor(@Nullable PersonId person, List<Entry> entries) {
        return entries.size() > 1
                ? entries.get(1).event() instanceof SubmissionEvent.Represented next
                        && next.person().equals(person)
                : entries.get(0).behalf() != null;
    }

    private static PersonId submitter(List<Entry> entries) {
        if (!entries.isEmpty() && entries.get(0).event() instanceof SubmissionEvent.Started started) {
            return started.submitter();
        }
        throw new IllegalArgumentException("The entries don't begin with a submission's start");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
