package org.migrationhub.core.storage;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.ItemText;
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
 * @param titled only what was handed in, and of whose last revision the title, in any language, holds these words one after the
 *     other, whatever the case and accents; empty means any
 * @param stages only in one of these; empty means any
 * @param after only what comes after this one in the order of the list: the last of the page before
 * @param limit at most so many, 1 to 200
 */
public record SubmissionQuery(
        @Nullable PersonId submitter,
        @Nullable PersonId awaited,
        @Nullable PersonId reviewer,
        @Nullable Instant overdueAt,
        String titled,
        Set<StageName> stages,
        @Nullable SubmissionId after,
        int limit) {

    /** The largest page. */
    public static final int MOST = 200;

    private static final SubmissionQuery ALL = new SubmissionQuery(null, null, null, null, "", Set.of(), null, 50);

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
        return new SubmissionQuery(person, awaited, reviewer, overdueAt, titled, stages, after, limit);
    }

    /** Only where this person's review is awaited. */
    public SubmissionQuery awaiting(PersonId person) {
        return new SubmissionQuery(submitter, person, reviewer, overdueAt, titled, stages, after, limit);
    }

    /** Only where this person has filed a review that stands. */
    public SubmissionQuery reviewedBy(PersonId person) {
        return new SubmissionQuery(submitter, awaited, person, overdueAt, titled, stages, after, limit);
    }

    /** Only where a review is overdue at this instant. */
    public SubmissionQuery overdue(Instant at) {
        return new SubmissionQuery(submitter, awaited, reviewer, at, titled, stages, after, limit);
    }

    /** Only what was handed in under a title with these words. */
    public SubmissionQuery titled(String words) {
        return new SubmissionQuery(submitter, awaited, reviewer, overdueAt, words, stages, after, limit);
    }

    /** Only in one of these stages. */
    public SubmissionQuery in(Set<StageName> some) {
        return new SubmissionQuery(submitter, awaited, reviewer, overdueAt, titled, some, after, limit);
    }

    /** The page after the one that ended with this submission. */
    public SubmissionQuery after(@Nullable SubmissionId last) {
        return new SubmissionQuery(submitter, awaited, reviewer, overdueAt, titled, stages, last, limit);
    }

    /** At most so many. */
    public SubmissionQuery limit(int most) {
        return new SubmissionQuery(submitter, awaited, reviewer, overdueAt, titled, stages, after, most);
    }

    /**
     * Whether the list shows it; page and limit apart.
     *
     * @param shown its last revision, or the draft while nothing was handed in
     */
    public boolean matches(Submission submission, ContentItem shown) {
        return isTitled(submission, shown)
                && (submitter == null || isOfSide(submission, submitter))
                && (stages.isEmpty() || stages.contains(submission.stage().name()))
                && (awaited == null || awaits(submission, awaited))
                && (reviewer == null || hasReviewed(submission, reviewer))
                && (overdueAt == null || isOverdue(submission, overdueAt));
    }

    private boolean isTitled(Submission submission, ContentItem shown) {
        FoldedName wanted = FoldedName.of(titled);
        return wanted.isEmpty()
                || (submission.revision().isPresent()
                        && shown.texts().byLanguage().values().stream()
                                .map(ItemText::title)
                                .anyMatch(title -> FoldedName.of(title).contains(wanted)));
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
