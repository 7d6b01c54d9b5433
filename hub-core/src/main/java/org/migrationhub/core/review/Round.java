package org.migrationhub.core.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;

/**
 * One panel's judging of one revision. Only {@link Submission} makes rounds. A review belongs to its seat in its round;
 * a new revision starts a round in which no review counts yet.
 */
public final class Round {

    private final SubmissionId submission;
    private final int number;
    private final int revision;
    private final ContentDigest digest;
    private final Instant openedAt;
    private final List<Seat> seats;
    private final @Nullable PanelVerdict verdict;
    private final boolean isVoid;
    private final long endedBy;

    Round(SubmissionId submission, int number, Revision revision, Instant openedAt, List<Seat> seats) {
        this(submission, number, revision.number(), revision.digest(), openedAt, seats, null, false, 0);
    }

    private Round(
            SubmissionId submission,
            int number,
            int revision,
            ContentDigest digest,
            Instant openedAt,
            List<Seat> seats,
            @Nullable PanelVerdict verdict,
            boolean isVoid,
            long endedBy) {
        this.submission = submission;
        this.number = number;
        this.revision = revision;
        this.digest = digest;
        this.openedAt = openedAt;
        this.seats = List.copyOf(seats);
        this.verdict = verdict;
        this.isVoid = isVoid;
        this.endedBy = endedBy;
    }

    /** Of which submission. */
    public SubmissionId submission() {
        return submission;
    }

    /** 1 for the first. */
    public int number() {
        return number;
    }

    /** The number of the revision under review. */
    public int revision() {
        return revision;
    }

    /** The digest of the revision under review. */
    public ContentDigest digest() {
        return digest;
    }

    /** When it was opened. */
    public Instant openedAt() {
        return openedAt;
    }

    /** All seats that ever were in it, by number. */
    public List<Seat> seats() {
        return seats;
    }

    /** How it was judged, if it was. */
    public Optional<PanelVerdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    /** Whether a new revision or a withdrawal ended it before it was judged. */
    public boolean isVoid() {
        return isVoid;
    }

    /** The number of the submission's event that ended it; 0 while it goes on. */
    public long endedBy() {
        return endedBy;
    }

    /** Whether it is still going on. */
    public boolean isOpen() {
        return verdict == null && !isVoid;
    }

    /** The seats that count towards the panel, the further one included. */
    public List<Seat> standing() {
        return seats.stream().filter(Seat::isStanding).toList();
    }

    /** The standing seat of a person. */
    public Optional<Seat> seatOf(PersonId person) {
        for (Seat seat : seats) {
            if (seat.isStanding() && seat.person().equals(person)) {
                return Optional.of(seat);
            }
        }
        return Optional.empty();
    }

    /** The seat with this number. */
    public Optional<Seat> seat(int seatNumber) {
        return seatNumber >= 1 && seatNumber <= seats.size()
                ? Optional.of(seats.get(seatNumber - 1))
                : Optional.empty();
    }

    int nextSeatNumber() {
        return seats.size() + 1;
    }

    Round with(Seat added) {
        List<Seat> more = new ArrayList<>(seats);
        more.add(added);
        return new Round(submission, number, revision, digest, openedAt, more, verdict, isVoid, endedBy);
    }

    Round withState(int seatNumber, SeatState next) {
        List<Seat> changed = new ArrayList<>(seats);
        changed.set(seatNumber - 1, seats.get(seatNumber - 1).in(next));
        return new Round(submission, number, revision, digest, openedAt, changed, verdict, isVoid, endedBy);
    }

    Round judged(PanelVerdict by, long event) {
        return new Round(submission, number, revision, digest, openedAt, seats, by, false, event);
    }

    Round voided(long event) {
        return isOpen() ? new Round(submission, number, revision, digest, openedAt, seats, null, true, event) : this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Round that
                && submission.equals(that.submission)
                && number == that.number
                && revision == that.revision
                && digest.equals(that.digest)
                && openedAt.equals(that.openedAt)
                && seats.equals(that.seats)
                && Objects.equals(verdict, that.verdict)
                && isVoid == that.isVoid
                && endedBy == that.endedBy;
    }

    @Override
    public int hashCode() {
        return Objects.hash(submission, number, seats, verdict, isVoid, endedBy);
    }

    @Override
    public String toString() {
        return "round " + number + " of " + submission + " on revision " + revision + ": " + seats;
    }
}
