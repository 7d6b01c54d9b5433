package org.migrationhub.core.review;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.vocabulary.Language;

/** Something that happened to a submission. Its events in order are all there is to know of it besides the words. */
public sealed interface SubmissionEvent extends HubEvent {

    /** The digest of the one note that was written with it; null if there is none, or if there is one for each language. */
    default @Nullable Sha256 note() {
        return null;
    }

    /** The digests of all notes that were written with it. */
    default Collection<Sha256> notes() {
        Sha256 note = note();
        return note == null ? List.of() : List.of(note);
    }

    /**
     * The submission came into being.
     *
     * @param kind of the item
     * @param submitter who submits
     * @param organisations for which the submitter submits: their own at that time
     * @param policy under which it will be judged
     */
    record Started(Kind kind, PersonId submitter, SortedSet<OrganisationId> organisations, PolicyRef policy)
            implements SubmissionEvent {
        /** Copies the organisations. */
        public Started {
            organisations = Collections.unmodifiableSortedSet(new TreeSet<>(organisations));
        }
    }

    /**
     * A draft was saved.
     *
     * @param digest of the draft
     */
    record DraftSaved(ContentDigest digest) implements SubmissionEvent {}

    /**
     * A revision was handed in; any open round is void.
     *
     * @param number of the revision
     * @param digest of its content
     * @param disclosure see {@link Revision#disclosure()}
     */
    record RevisionSubmitted(int number, ContentDigest digest, Sha256 disclosure) implements SubmissionEvent {}

    /**
     * The secretariat returned it at screening.
     *
     * @param note what is asked for
     */
    record Returned(Sha256 note) implements SubmissionEvent {}

    /**
     * The secretariat declined it at screening.
     *
     * @param note why
     */
    record DeclinedAtScreening(Sha256 note) implements SubmissionEvent {}

    /**
     * A round was opened with these seats; fewer than the policy asks for when former reviewers couldn't go on.
     *
     * @param round its number
     * @param revision under review
     * @param seats in order
     */
    record RoundOpened(int round, int revision, List<Seating> seats) implements SubmissionEvent {
        /** Copies the seats. */
        public RoundOpened {
            seats = List.copyOf(seats);
        }
    }

    /**
     * Somebody took a vacant seat, or the further seat.
     *
     * @param round its number
     * @param seat the new seat
     */
    record SeatFilled(int round, Seating seat) implements SubmissionEvent {}

    /**
     * Somebody took over from another.
     *
     * @param round its number
     * @param former the number of the seat given up
     * @param seat the new seat
     */
    record SeatReplaced(int round, int former, Seating seat) implements SubmissionEvent {}

    /**
     * A reviewer declared to have no conflict of interest.
     *
     * @param round its number
     * @param seat its number
     */
    record SeatAccepted(int round, int seat) implements SubmissionEvent {}

    /**
     * A reviewer couldn't take part.
     *
     * @param round its number
     * @param seat its number
     * @param note why, if said
     */
    record SeatDeclined(int round, int seat, @Nullable Sha256 note) implements SubmissionEvent {}

    /**
     * A seat fell vacant because of a conflict of interest; a review filed from it no longer counts.
     *
     * @param round its number
     * @param seat its number
     * @param reasons the codes of the rules that found the conflict; only {@link #DECLARED} when the reviewer declared it
     * @param note why, if said
     */
    record SeatRecused(
            int round,
            int seat,
            List<String> reasons,
            @Nullable Sha256 note) implements SubmissionEvent {
        /** The one reason where the reviewer declared the conflict. */
        public static final String DECLARED = "declared";

        /** Copies the reasons; there is one at least, and a declaration stands alone. */
        public SeatRecused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty() || (reasons.size() > 1 && reasons.contains(DECLARED))) {
                throw new IllegalArgumentException("Nobody loses a seat for " + reasons);
            }
        }
    }

    /**
     * A review was filed.
     *
     * @param round its number
     * @param seat its number
     * @param digest of the revision that was judged
     * @param outcome what the reviewer says
     * @param note the reviewer's comments
     */
    record Reviewed(int round, int seat, ContentDigest digest, ReviewOutcome outcome, Sha256 note)
            implements SubmissionEvent {}

    /**
     * The round was judged. On replay the policy judges again and must come to the same.
     *
     * @param round its number
     * @param policy that judged
     * @param digest of the revision
     * @param outcome of the verdict
     * @param approvals the numbers of the seats that approved
     */
    record Judged(int round, PolicyRef policy, ContentDigest digest, VerdictOutcome outcome, List<Integer> approvals)
            implements SubmissionEvent {
        /** Copies the approvals. */
        public Judged {
            approvals = List.copyOf(approvals);
        }
    }

    /**
     * The submitter took it back, or took back the next revision of what is public.
     *
     * @param note why, if said
     */
    record Withdrawn(@Nullable Sha256 note) implements SubmissionEvent {}

    /**
     * An editor featured what is public, or worded anew what is said of it.
     *
     * @param revision the number of the public revision
     * @param sentences the note of each language
     */
    record Featured(int revision, SortedMap<Language, Sha256> sentences) implements SubmissionEvent {
        /** Copies the sentences. */
        public Featured {
            sentences = Collections.unmodifiableSortedMap(new TreeMap<>(sentences));
        }

        @Override
        public Collection<Sha256> notes() {
            return sentences.values();
        }
    }

    /** It is featured no longer. */
    record Unfeatured() implements SubmissionEvent {}

    /**
     * What was public was taken down.
     *
     * @param note why
     */
    record Retracted(Sha256 note) implements SubmissionEvent {}

    /**
     * Somebody of the secretariat began to act on the submitter's behalf. From here on this person stands on the submitter's
     * side, and nowhere else, as long as the submission lasts.
     *
     * @param person who acts
     * @param note why: how the submitter asked for it
     */
    record Represented(PersonId person, Sha256 note) implements SubmissionEvent {}
}
