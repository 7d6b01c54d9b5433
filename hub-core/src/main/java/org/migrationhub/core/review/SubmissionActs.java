package org.migrationhub.core.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.vocabulary.Language;

/**
 * What can be done to a submission, decided on facts that are handed in. Each method either gives the change that the
 * act makes, or throws and changes nothing:
 *
 * <ul>
 *   <li>{@link WrongStageException} if the act isn't possible in the present stage or state of the seat,
 *   <li>{@link NotFoundException} if there is no such seat,
 *   <li>{@link RefusedException} with every reason if a rule speaks against it.
 * </ul>
 *
 * Who may do it is decided before, by the access table. Immutable and thread-safe.
 */
public final class SubmissionActs {

    private final Submission submission;
    private final ReviewContext context;

    SubmissionActs(Submission submission, ReviewContext context) {
        this.submission = submission;
        this.context = context.on(submission);
    }

    /** Hands in the first revision. */
    public Change submit(ContentDigest digest) {
        require(Act.SUBMIT);
        return handIn(digest).change(Act.SUBMIT);
    }

    /**
     * Hands in a further revision. It voids the approvals of the last; where a panel had it, a new round opens with
     * those who may still judge it.
     */
    public Change revise(ContentDigest digest) {
        require(Act.REVISE);
        boolean unchanged = atHand().filter(digest::equals).isPresent();
        refuseIf(unchanged, "", "revision.unchanged", "Nothing was changed since the last revision.");
        Optional<Round> former = panelToGoOn();
        Recording recording = handIn(digest);
        former.ifPresent(round -> reopen(recording, round));
        return recording.change(Act.REVISE);
    }

    /** Takes it back, or takes back the next revision of what is public. */
    public Change withdraw(@Nullable Sha256 note) {
        require(Act.WITHDRAW);
        return record(new SubmissionEvent.Withdrawn(note)).change(Act.WITHDRAW);
    }

    /** Returns it to the submitter at screening; the note says what is asked for. */
    public Change returnToSubmitter(Note note) {
        require(Act.RETURN);
        requireWords(note, "Say what the submitter should change.");
        return record(new SubmissionEvent.Returned(note.digest())).change(Act.RETURN);
    }

    /** Declines it at screening; the note says why. */
    public Change decline(Note note) {
        require(Act.DECLINE);
        requireWords(note, "Say why it is declined.");
        return record(new SubmissionEvent.DeclinedAtScreening(note.digest())).change(Act.DECLINE);
    }

    /** Seats a full panel, which opens a round. */
    public Change seatPanel(List<PersonId> reviewers) {
        require(Act.SEAT_PANEL);
        List<Candidate> candidates = reviewers.stream().map(context.people()).toList();
        Panel panel = policy().panel(candidates, context.item(), submission.rounds(), at());
        return record(new SubmissionEvent.RoundOpened(
                        submission.rounds().size() + 1, lastRevision().number(), panel.seats()))
                .change(Act.SEAT_PANEL);
    }

    /** Fills a vacancy of the panel. */
    public Change fillSeat(PersonId reviewer) {
        require(Act.FILL_SEAT);
        boolean vacant = policy().judge(round(), at()) instanceof Judgement.Pending pending && pending.vacancies() > 0;
        refuseIf(!vacant, "", "panel.full", "The panel has no vacancy; replace somebody instead.");
        Seating seating = seating(reviewer, round(), false);
        return record(new SubmissionEvent.SeatFilled(round().number(), seating)).change(Act.FILL_SEAT);
    }

    /** Replaces somebody who has not reviewed; the new seat starts empty. */
    public Change replaceSeat(int seatNumber, PersonId reviewer) {
        require(Act.REPLACE_SEAT);
        Seat former = seat(seatNumber, Act.REPLACE_SEAT);
        Round without = round().withState(seatNumber, new SeatState.Replaced(round().nextSeatNumber()));
        boolean same = former.person().equals(reviewer);
        refuseIf(same, "/reviewer", "already-seated", "This person already sits in this seat.");
        Seating seating = seating(reviewer, without, former.isFurther());
        return record(new SubmissionEvent.SeatReplaced(round().number(), seatNumber, seating))
                .change(Act.REPLACE_SEAT);
    }

    /** Seats the one further reviewer whose review decides a tie. */
    public Change seatFurther(PersonId reviewer) {
        require(Act.SEAT_FURTHER);
        boolean tied = policy().judge(round(), at()) instanceof Judgement.Tied;
        refuseIf(!tied, "", "round.not-tied", "One further review can't decide this round as it stands.");
        Seating seating = seating(reviewer, round(), true);
        return record(new SubmissionEvent.SeatFilled(round().number(), seating)).change(Act.SEAT_FURTHER);
    }

    /** Declares that the reviewer has no conflict of interest; the content is disclosed from then on. */
    public Change acceptSeat(PersonId reviewer) {
        require(Act.ACCEPT_SEAT);
        Seat seat = seatOf(reviewer, Act.ACCEPT_SEAT);
        refuseUnlessStillEligible(seat);
        return record(new SubmissionEvent.SeatAccepted(round().number(), seat.number()))
                .change(Act.ACCEPT_SEAT);
    }

    /** Says that the reviewer can't take part. Where only this one's review was awaited, the round is judged without. */
    public Change declineSeat(PersonId reviewer, @Nullable Sha256 note) {
        require(Act.DECLINE_SEAT);
        Seat seat = seatOf(reviewer, Act.DECLINE_SEAT);
        Recording recording = record(new SubmissionEvent.SeatDeclined(round().number(), seat.number(), note));
        judge(recording);
        return recording.change(Act.DECLINE_SEAT);
    }

    /** Declares a conflict of interest; a review that was filed from the seat no longer counts. */
    public Change recuse(PersonId reviewer, @Nullable Sha256 note) {
        require(Act.RECUSE);
        Seat seat = seatOf(reviewer, Act.RECUSE);
        List<String> declared = List.of(SubmissionEvent.SeatRecused.DECLARED);
        Recording recording = record(new SubmissionEvent.SeatRecused(round().number(), seat.number(), declared, note));
        judge(recording);
        return recording.change(Act.RECUSE);
    }

    /**
     * Files a review of the revision with this digest. When it is the last that was awaited, the round is judged in the
     * same change.
     */
    public Change review(PersonId reviewer, ContentDigest digest, ReviewOutcome outcome, Note note) {
        require(Act.REVIEW);
        Seat seat = seatOf(reviewer, Act.REVIEW);
        if (!digest.equals(round().digest())) {
            throw submission.table().otherContent(stage(), seat.state().name(), Act.REVIEW, round());
        }
        refuseIf(
                outcome != ReviewOutcome.APPROVE && note.isSilent(),
                "/text",
                "review.comment-required",
                "Say to the submitter why you don't approve.");
        refuseUnlessStillEligible(seat);
        Recording recording =
                record(new SubmissionEvent.Reviewed(round().number(), seat.number(), digest, outcome, note.digest()));
        judge(recording);
        return recording.change(Act.REVIEW);
    }

    /**
     * Ends a round that can no longer lead to publication, or whose tie shall not be broken. Whoever turns out to be
     * conflicted loses the seat first; where publication was impossible only because of them, the round goes on.
     */
    public Change closeRound() {
        require(Act.CLOSE_ROUND);
        refuseIf(
                !mayClose(round()),
                "",
                "round.open",
                "Reviews still to come could lead to publication; wait for them.");
        Recording recording = new Recording(submission, at());
        loseConflicted(recording);
        Round left = lastRound(recording);
        if (left.isOpen() && mayClose(left)) {
            recording.record(Fold.event(policy().refusal(left, at())));
        }
        return recording.change(Act.CLOSE_ROUND);
    }

    private boolean mayClose(Round round) {
        return new Fold(submission.id(), policy(), submission.table()).mayClose(policy().judge(round, at()), round);
    }

    /**
     * Lets somebody of the secretariat act on the submitter's behalf from now on, and never again on the other side; the note
     * says why.
     *
     * @param hasActed whether this person has done anything to this submission before, in whatever part
     */
    public Change represent(PersonId person, boolean hasActed, Note note) {
        require(Act.REPRESENT);
        List<Violation> violations = new ArrayList<>(Representing.violations(submission, person, hasActed));
        if (note.isSilent()) {
            violations.add(Representation.REASON_REQUIRED);
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return record(new SubmissionEvent.Represented(person, note.digest())).change(Act.REPRESENT);
    }

    /**
     * Features what is public, or words anew what is said of it.
     *
     * @param sentences what came of it, one by language
     */
    public Change feature(Map<Language, Note> sentences) {
        require(Act.FEATURE);
        refuseIf(
                sentences.isEmpty(), "/sentences", "sentence.required", "Write the sentence in one language at least.");
        SortedMap<Language, Sha256> digests = new TreeMap<>();
        sentences.forEach((language, note) -> digests.put(language, note.digest()));
        int revision = submission.publication().orElseThrow().revision();
        return record(new SubmissionEvent.Featured(revision, digests)).change(Act.FEATURE);
    }

    /** Takes back that it is featured. */
    public Change unfeature() {
        require(Act.UNFEATURE);
        refuseIf(submission.feature().isEmpty(), "", "feature.missing", "It isn't featured.");
        return record(new SubmissionEvent.Unfeatured()).change(Act.UNFEATURE);
    }

    /** Takes down what is public; the note says why, to the public. */
    public Change retract(Note note) {
        require(Act.RETRACT);
        requireWords(note, "Say why it is retracted.");
        return record(new SubmissionEvent.Retracted(note.digest())).change(Act.RETRACT);
    }

    /** What a next revision must differ from: what is public where nothing else is under way, else the last revision. */
    private Optional<ContentDigest> atHand() {
        return submission.stage() instanceof Stage.Published published
                ? Optional.of(published.publication().digest())
                : submission.revision().map(Revision::digest);
    }

    private Recording handIn(ContentDigest digest) {
        return record(new SubmissionEvent.RevisionSubmitted(
                submission.revisions().size() + 1, digest, context.item().digest()));
    }

    /** The round whose panel goes on with the next revision: the last, unless screening or publication came after it. */
    private Optional<Round> panelToGoOn() {
        boolean goesOn = submission.stage() instanceof Stage.InReview
                || (submission.stage() instanceof Stage.ChangesRequested requested && requested.verdict() != null);
        return goesOn ? submission.round() : Optional.empty();
    }

    private void reopen(Recording recording, Round former) {
        Revision judged = submission.revisions().get(former.revision() - 1);
        boolean nothingNewToDeclare =
                judged.disclosure().equals(lastRevision(recording).disclosure());
        Round next =
                new Round(submission.id(), submission.rounds().size() + 1, lastRevision(recording), at(), List.of());
        for (Seat seat : former.standing()) {
            if (!seat.isFurther() && mayGoOn(seat, next)) {
                boolean declared = nothingNewToDeclare && !(seat.state() instanceof SeatState.Invited);
                Candidate candidate = context.people().apply(seat.person());
                Seating seating = policy().seating(next.nextSeatNumber(), candidate, declared, false, at());
                next = next.with(Seat.taken(seating, at()));
            }
        }
        List<Seating> seatings = next.seats().stream().map(Seat::seating).toList();
        recording.record(new SubmissionEvent.RoundOpened(next.number(), next.revision(), seatings));
    }

    private boolean mayGoOn(Seat seat, Round next) {
        EligibilityQuestion question = question(seat.person());
        return policy().objections(question, CheckTime.FILING).isEmpty()
                && PanelRules.objections(question, next).isEmpty();
    }

    /**
     * Judges the round if it is due. Whoever turns out to be conflicted now loses the seat; without them the round goes
     * on, or is due all the same where only the further seat was lost.
     */
    private void judge(Recording recording) {
        Judgement judgement = policy().judge(lastRound(recording), at());
        if (judgement instanceof Judgement.Pending) {
            return;
        }
        if (loseConflicted(recording)) {
            judge(recording);
        } else if (judgement instanceof Judgement.Decided decided) {
            recording.record(Fold.event(decided.verdict()));
        }
    }

    /** Takes the seats of all who are conflicted now; says whether there was one. */
    private boolean loseConflicted(Recording recording) {
        boolean lostSeats = false;
        for (Seat seat : lastRound(recording).standing()) {
            List<Reason> conflicts = policy().objections(question(seat.person()), CheckTime.DECISION);
            if (!conflicts.isEmpty()) {
                List<String> codes = conflicts.stream().map(Reason::code).toList();
                recording.record(new SubmissionEvent.SeatRecused(round().number(), seat.number(), codes, null));
                lostSeats = true;
            }
        }
        return lostSeats;
    }

    private Seating seating(PersonId reviewer, Round round, boolean further) {
        Candidate candidate = context.people().apply(reviewer);
        List<Round> rounds = new ArrayList<>(submission.rounds());
        rounds.set(rounds.size() - 1, round);
        List<Violation> violations = policy().eligibility(candidate, context.item(), rounds, at()).reasons().stream()
                .map(reason -> new Violation("/reviewer", reason.code(), reason.sentence()))
                .toList();
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        boolean again = round.standing().stream()
                .map(seat -> context.people().apply(seat.person()).person().profile())
                .anyMatch(candidate.person().profile()::hasAddressOf);
        refuseIf(again, "/reviewer", "panel.twice", "One person can't fill two seats.");
        return policy().seating(round.nextSeatNumber(), candidate, false, further, at());
    }

    private void refuseUnlessStillEligible(Seat seat) {
        EligibilityQuestion question = question(seat.person());
        List<Violation> violations = new ArrayList<>();
        policy().objections(question, CheckTime.FILING)
                .forEach(reason -> violations.add(new Violation("", reason.code(), reason.sentence())));
        if (hasMoved(question.candidate(), seat)) {
            violations.add(new Violation(
                    "",
                    "affiliation-changed",
                    "The reviewer's affiliation has changed since the seat was given; the secretariat must replace the"
                            + " seat."));
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
    }

    /** Whether what the panel was put together by no longer holds: the side, and the bodies where they must differ. */
    private boolean hasMoved(Candidate candidate, Seat seat) {
        return candidate.person().affiliations().sectorAt(at())
                        != seat.seating().sector()
                || (policy().separateOrganisations()
                        && !candidate
                                .organisationsAt(at())
                                .equals(seat.seating().organisations()));
    }

    private EligibilityQuestion question(PersonId person) {
        return new EligibilityQuestion(
                context.people().apply(person), context.item(), submission.rounds(), policy(), at());
    }

    private Seat seatOf(PersonId reviewer, Act act) {
        Seat seat = round().seatOf(reviewer)
                .orElseThrow(() -> new NotFoundException("seat", submission.id() + "/" + reviewer.value()));
        submission.table().require(stage(), seat.state().name(), act);
        return seat;
    }

    private Seat seat(int number, Act act) {
        Seat seat =
                round().seat(number).orElseThrow(() -> new NotFoundException("seat", submission.id() + "/" + number));
        submission.table().require(stage(), seat.state().name(), act);
        return seat;
    }

    private Recording record(SubmissionEvent event) {
        return new Recording(submission, at()).record(event);
    }

    private void require(Act act) {
        submission.table().require(stage(), act);
    }

    private StageName stage() {
        return submission.stage().name();
    }

    private Round round() {
        return submission.rounds().get(submission.rounds().size() - 1);
    }

    private Revision lastRevision() {
        return submission.revisions().get(submission.revisions().size() - 1);
    }

    private static Revision lastRevision(Recording recording) {
        List<Revision> revisions = recording.current().revisions();
        return revisions.get(revisions.size() - 1);
    }

    private static Round lastRound(Recording recording) {
        List<Round> rounds = recording.current().rounds();
        return rounds.get(rounds.size() - 1);
    }

    private ReviewPolicy policy() {
        return submission.policy();
    }

    private Instant at() {
        return context.at();
    }

    private static void requireWords(Note note, String sentence) {
        refuseIf(note.isSilent(), "/text", "note.required", sentence);
    }

    private static void refuseIf(boolean wrong, String path, String code, String sentence) {
        if (wrong) {
            throw new RefusedException(List.of(new Violation(path, code, sentence)));
        }
    }
}
