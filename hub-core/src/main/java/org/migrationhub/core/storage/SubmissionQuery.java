package org.migrationhub.core.storage;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SeatState;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;

/**
 * Which submissions a list shows. {@link #matches} is what it means; every storage answers as if it asked it of each
 * submission. Newest first: by descending id, since ids are made in the order of time.
 *
 * @param submitter only what this person submitted, or acts on for its submitter
 * @param awaited only where this person holds a seat of an open round and has not reviewed
 * @param reviewer only where this person has filed a review that stands, in any round
 * @param overdueAt only where some review was due before this instant and is still awaited
 * @param stages only in one of these; empty means any
 * @param after only what comes after this one in the order of the list: the last of the page before
 * @param limit at most so many, 1 to 200
 */
public record SubmissionQuery(
        @Nullable PersonId submitter,
        @Nullable PersonId awaited,
        @Nullable PersonId reviewer,
        @Nullable Instant overdueAt,
        Set<StageName> stages,
        @Nullable SubmissionId after,
        int limit) {

    /** The largest page. */
    public static final int MOST = 200;

    private static final SubmissionQuery ALL = new SubmissionQuery(null, null, null, null, Set.of(), null, 50);

    /** Copies the stages; a limit outside 1 to 200 is moved there. */
    public SubmissionQuery {
        EnumSet<StageName> copy = EnumSet.noneOf(StageName.class);
        copy.addAll(stages);
        stages = Collections.unmodifiableSet(copy);
        limit = Math.max(1, Math.min(limit, MOST));
    }

    /** All, the first 50. */
    public static SubmissionQuery all() {
        return ALL;
    }

    /** Only what this person submitted, or acts on for its submitter. */
    public SubmissionQuery by(PersonId person) {
        return new SubmissionQuery(person, awaited, reviewer, overdueAt, stages, after, limit);
    }

    /** Only where this person's review is awaited. */
    public SubmissionQuery awaiting(PersonId person) {
        return new SubmissionQuery(submitter, person, reviewer, overdueAt, stages, after, limit);
    }

    /** Only where this person has filed a review that stands. */
    public SubmissionQuery reviewedBy(PersonId person) {
        return new SubmissionQuery(submitter, awaited, person, overdueAt, stages, after, limit);
    }

    /** Only where a review is overdue at this instant. */
    public SubmissionQuery overdue(Instant at) {
        return new SubmissionQuery(submitter, awaited, reviewer, at, stages, after, limit);
    }

    /** Only in one of these stages. */
    public SubmissionQuery in(Set<StageName> some) {
        return new SubmissionQuery(submitter, awaited, reviewer, overdueAt, some, after, limit);
    }

    /** The page after the one that ended with this submission. */
    public SubmissionQuery after(@Nullable SubmissionId last) {
        return new SubmissionQuery(submitter, awaited, reviewer, overdueAt, stages, last, limit);
    }

    /** At most so many. */
    public SubmissionQuery limit(int most) {
        return new SubmissionQuery(submitter, awaited, reviewer, overdueAt, stages, after, most);
    }

    /** Whether the list shows it; page and limit apart. */
    public boolean matches(Submission submission) {
        return (submitter == null || isOfSide(submission, submitter))
                && (stages.isEmpty() || stages.contains(submission.stage().name()))
                && (awaited == null || awaits(submission, awaited))
                && (reviewer == null || hasReviewed(submission, reviewer))
                && (overdueAt == null || isOverdue(submission, overdueAt));
    }

    private static boolean isOfSide(Submission submission, PersonId person) {
        return submission.submitter().equals(person) || submission.isRepresentedBy(person);
    }

    private static boolean awaits(Submission submission, PersonId person) {
        return submission
                .openRound()
                .flatMap(round -> round.seatOf(person))
                .filter(seat -> !(seat.state() instanceof SeatState.Reviewed))
                .isPresent();
    }

    private static boolean hasReviewed(Submission submission, PersonId person) {
        return submission.rounds().stream()
                .flatMap(round -> round.seats().stream())
                .anyMatch(seat -> seat.person().equals(person) && seat.state() instanceof SeatState.Reviewed);
    }

    private static boolean isOverdue(Submission submission, Instant at) {
        return submission.openRound().stream()
                .flatMap(round -> round.seats().stream())
                .anyMatch((Seat seat) -> seat.isOverdue(at));
    }
}
