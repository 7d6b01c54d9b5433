package org.migrationhub.core.kit.explore;

import java.util.List;
import java.util.Optional;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SeatState;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.TransitionTable;
import org.migrationhub.core.review.VerdictOutcome;

/** Holds what an act made of a submission to what it was before: that the past is past, and the table kept. */
record PassageChecks(State state, Deed deed, Change change, Findings findings) {

    void check() {
        version();
        table();
        constants();
        publicStays();
        past();
        lastRound();
    }

    private Submission before() {
        return state.submission();
    }

    private Submission after() {
        return change.after();
    }

    private void version() {
        long grown = after().version() - before().version();
        findings.expect(
                grown == change.events().size() && grown > 0,
                Invariant.VERSION,
                "the version grew by %d with %d events",
                grown,
                change.events().size());
    }

    private void table() {
        StageName from = before().stage().name();
        StageName to = after().stage().name();
        Act act = deed.act();
        findings.expect(!from.isFinal(), Invariant.FINAL_IS_FINAL, "%s in stage %s", act.code(), from.code());
        findings.expect(
                TransitionTable.standard().targets(from, act).contains(to),
                Invariant.TABLE,
                "%s led from %s to %s",
                act.code(),
                from.code(),
                to.code());
        PersonId person = deed.persona() == null ? null : deed.persona().id();
        findings.expect(
                before().offers(act, person, state.world().now()),
                Invariant.TABLE,
                "%s succeeded but was not on offer",
                act.code());
    }

    private void constants() {
        boolean same = before().id().equals(after().id())
                && before().policy().equals(after().policy())
                && before().submitter().equals(after().submitter())
                && before().organisations().equals(after().organisations())
                && before().startedAt().equals(after().startedAt());
        findings.expect(same, Invariant.PAST_IS_PAST, "id, policy, submitter or beginning changed");
    }

    private void publicStays() {
        Optional<Publication> earlier = before().publication();
        Optional<Publication> later = after().publication();
        boolean approved = change.events().stream()
                .anyMatch(event ->
                        event instanceof SubmissionEvent.Judged judged && judged.outcome() == VerdictOutcome.APPROVED);
        boolean mayChange = approved || deed.act() == Act.RETRACT;
        findings.expect(
                mayChange || earlier.equals(later),
                Invariant.PUBLIC_STAYS,
                "%s changed what is public from %s to %s",
                deed.act().code(),
                earlier,
                later);
        findings.expect(
                deed.act() != Act.RETRACT || later.isEmpty(),
                Invariant.PUBLIC_STAYS,
                "still public after a retraction");
    }

    private void past() {
        findings.expect(
                beginsWith(after().revisions(), before().revisions()), Invariant.PAST_IS_PAST, "a revision changed");
        List<Round> closed =
                before().rounds().stream().filter(round -> !round.isOpen()).toList();
        findings.expect(
                beginsWith(after().rounds(), closed), Invariant.PAST_IS_PAST, "a closed round or its verdict changed");
        findings.expect(
                after().rounds().size() >= before().rounds().size(), Invariant.PAST_IS_PAST, "a round has gone");
    }

    private void lastRound() {
        before().openRound().ifPresent(earlier -> {
            if (after().rounds().size() >= earlier.number()) {
                seats(earlier, after().rounds().get(earlier.number() - 1));
            }
        });
    }

    private void seats(Round earlier, Round later) {
        boolean same = earlier.revision() == later.revision()
                && earlier.digest().equals(later.digest())
                && earlier.openedAt().equals(later.openedAt())
                && earlier.seats().size() <= later.seats().size();
        findings.expect(same, Invariant.PAST_IS_PAST, "the open round lost a seat or turned to other content");
        for (Seat seat : earlier.seats()) {
            later.seat(seat.number()).ifPresent(next -> seat(seat, next));
        }
    }

    private void seat(Seat earlier, Seat later) {
        findings.expect(
                earlier.seating().equals(later.seating()),
                Invariant.PAST_IS_PAST,
                "seat %d changed hands",
                earlier.number());
        findings.expect(
                earlier.isStanding() || earlier.state().equals(later.state()),
                Invariant.PAST_IS_PAST,
                "seat %d, which was left, changed",
                earlier.number());
        if (earlier.state() instanceof SeatState.Reviewed) {
            findings.expect(
                    earlier.state().equals(later.state()) || later.state() instanceof SeatState.Recused,
                    Invariant.REVIEWS_STAND,
                    "the review in seat %d turned from %s to %s",
                    earlier.number(),
                    earlier.state(),
                    later.state());
        } else if (earlier.state() instanceof SeatState.Invited) {
            findings.expect(
                    !(later.state() instanceof SeatState.Reviewed),
                    Invariant.DECLARED_FIRST,
                    "seat %d reviewed without declaring",
                    earlier.number());
        }
    }

    private static <T> boolean beginsWith(List<T> longer, List<T> beginning) {
        return longer.size() >= beginning.size()
                && longer.subList(0, beginning.size()).equals(beginning);
    }
}
