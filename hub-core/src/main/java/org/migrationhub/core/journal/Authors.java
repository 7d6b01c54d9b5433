package org.migrationhub.core.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionEvent.DraftSaved;
import org.migrationhub.core.review.SubmissionEvent.Judged;
import org.migrationhub.core.review.SubmissionEvent.Represented;
import org.migrationhub.core.review.SubmissionEvent.Reviewed;
import org.migrationhub.core.review.SubmissionEvent.RevisionSubmitted;
import org.migrationhub.core.review.SubmissionEvent.RoundOpened;
import org.migrationhub.core.review.SubmissionEvent.SeatAccepted;
import org.migrationhub.core.review.SubmissionEvent.SeatDeclined;
import org.migrationhub.core.review.SubmissionEvent.SeatFilled;
import org.migrationhub.core.review.SubmissionEvent.SeatRecused;
import org.migrationhub.core.review.SubmissionEvent.SeatReplaced;
import org.migrationhub.core.review.SubmissionEvent.Started;
import org.migrationhub.core.review.SubmissionEvent.Withdrawn;

/**
 * Whether each entry of a submission was made by somebody who can have made it:
 *
 * <ul>
 *   <li>what is a submitter's to do by the submitter, or by who represents them,
 *   <li>what is done from a seat by who sits there,
 *   <li>anything else by nobody of the submitter's side, but that a revision opens the next round for those who sat in the last;
 *   <li>what the secretariat decides by nobody who has, or ever had, a seat;
 *   <li>and those of whoever represents the submitter all name the submitter, from the entry on that says so, no others name
 *       anybody, and nobody represents who has acted otherwise before.
 * </ul>
 *
 * <p>Which roles somebody had each entry says, and isn't asked here: whoever runs the Hub gives them. Not thread-safe.
 */
public final class Authors {

    private final List<Entry> entries;
    private final PersonId submitter;
    private final Set<PersonId> representatives = new HashSet<>();
    private final Set<PersonId> others = new HashSet<>();
    private final Set<PersonId> everSeated = new HashSet<>();
    private final Map<Integer, PersonId> seats = new HashMap<>();

    private Authors(List<Entry> entries) {
        this.entries = entries;
        this.submitter = submitter(entries);
    }

    /**
     * Looks through a submission's entries.
     *
     * @param entries the first of its chain, in order; that each event follows from those before is for a replay to say
     * @throws IllegalArgumentException at the first that can't be its actor's, or names the wrong person, or nobody where it
     *     should, saying so
     */
    public static void check(List<Entry> entries) {
        Authors authors = new Authors(entries);
        for (int index = 0; index < entries.size(); index++) {
            authors.check(index);
        }
    }

    private void check(int index) {
        Entry entry = entries.get(index);
        PersonId person = entry.actor().person();
        if (entry.event() instanceof Represented represented) {
            require(represented.person().equals(person), "it is by somebody else than who represents");
            require(!others.contains(represented.person()), "its actor has acted otherwise before");
            representatives.add(represented.person());
        }
        boolean represents = representatives.contains(person) || (index == 0 && beginsFor(person));
        if (person != null && !represents) {
            others.add(person);
        }
        require(
                represents ? submitter.equals(entry.behalf()) : entry.behalf() == null,
                represents
                        ? "its actor represents the submitter, and it doesn't say so"
                        : "it says to be on somebody's behalf, whom its actor doesn't represent");
        checkPart(index, person, represents || submitter.equals(person));
    }

    /** Whether somebody of the submitter's side, or of no side, may have this part in what happened. */
    private void checkPart(int index, @Nullable PersonId person, boolean submits) {
        SubmissionEvent event = (SubmissionEvent) entries.get(index).event();
        Collection<PersonId> before = Set.copyOf(seats.values());
        take(event);
        Integer seat = seatFromWhich(event);
        if (isOfSubmitter(event)) {
            require(submits, "only the submitter's side does this, and its actor isn't of it");
        } else if (seat != null) {
            require(
                    person != null && person.equals(seats.get(seat)),
                    "it is done from seat " + seat + ", where its actor doesn't sit");
        } else if (submits) {
            require(
                    event instanceof RoundOpened opened && goesOn(index, opened, before),
                    "its actor is of the submitter's side, which doesn't do this");
        } else if (isOfSecretariat(event)) {
            require(!everSeated.contains(person), "its actor has, or had, a seat, and so doesn't do this");
        }
    }

    /** Whether a round is opened by the revision right before it, for none but those who sat in the round before. */
    private boolean goesOn(int index, RoundOpened opened, Collection<PersonId> before) {
        Entry revision = entries.get(index - 1);
        Entry round = entries.get(index);
        return revision.event() instanceof RevisionSubmitted
                && revision.actor().equals(round.actor())
                && revision.at().equals(round.at())
                && opened.round() > 1
                && opened.seats().stream().map(Seating::person).allMatch(before::contains);
    }

    /** Remembers who sits where in the last round. */
    private void take(SubmissionEvent event) {
        if (event instanceof RoundOpened opened) {
            seats.clear();
            opened.seats().forEach(this::take);
        } else if (event instanceof SeatFilled filled) {
            take(filled.seat());
        } else if (event instanceof SeatReplaced replaced) {
            seats.remove(replaced.former());
            take(replaced.seat());
        }
    }

    private void take(Seating seating) {
        seats.put(seating.number(), seating.person());
        everSeated.add(seating.person());
    }

    private static boolean isOfSubmitter(SubmissionEvent event) {
        return event instanceof Started
                || event instanceof Represented
                || event instanceof DraftSaved
                || event instanceof RevisionSubmitted
                || event instanceof Withdrawn;
    }

    /** A verdict, and a conflict that a rule found, come of whatever was done before them. */
    private static boolean isOfSecretariat(SubmissionEvent event) {
        return !(event instanceof Judged || event instanceof SeatRecused);
    }

    /** The number of the seat from which this is done; null if from none. A conflict that a rule found is nobody's act. */
    private static @Nullable Integer seatFromWhich(SubmissionEvent event) {
        if (event instanceof SeatAccepted accepted) {
            return accepted.seat();
        }
        if (event instanceof SeatDeclined declined) {
            return declined.seat();
        }
        if (event instanceof Reviewed reviewed) {
            return reviewed.seat();
        }
        return event instanceof SeatRecused recused && recused.reasons().equals(List.of(SeatRecused.DECLARED))
                ? recused.seat()
                : null;
    }

    /** Whether whoever made the first entry made it to represent the submitter: the second says so. */
    private boolean beginsFor(@Nullable PersonId person) {
        return entries.size() > 1
                ? entries.get(1).event() instanceof Represented next
                        && next.person().equals(person)
                : entries.get(0).behalf() != null;
    }

    private static PersonId submitter(List<Entry> entries) {
        if (!entries.isEmpty() && entries.get(0).event() instanceof Started started) {
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
