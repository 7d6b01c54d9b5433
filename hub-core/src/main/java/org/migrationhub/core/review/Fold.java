package org.migrationhub.core.review;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.SubmissionEvent.DeclinedAtScreening;
import org.migrationhub.core.review.SubmissionEvent.DraftSaved;
import org.migrationhub.core.review.SubmissionEvent.Featured;
import org.migrationhub.core.review.SubmissionEvent.Judged;
import org.migrationhub.core.review.SubmissionEvent.Represented;
import org.migrationhub.core.review.SubmissionEvent.Retracted;
import org.migrationhub.core.review.SubmissionEvent.Returned;
import org.migrationhub.core.review.SubmissionEvent.Reviewed;
import org.migrationhub.core.review.SubmissionEvent.RevisionSubmitted;
import org.migrationhub.core.review.SubmissionEvent.RoundOpened;
import org.migrationhub.core.review.SubmissionEvent.SeatAccepted;
import org.migrationhub.core.review.SubmissionEvent.SeatDeclined;
import org.migrationhub.core.review.SubmissionEvent.SeatFilled;
import org.migrationhub.core.review.SubmissionEvent.SeatRecused;
import org.migrationhub.core.review.SubmissionEvent.SeatReplaced;
import org.migrationhub.core.review.SubmissionEvent.Unfeatured;
import org.migrationhub.core.review.SubmissionEvent.Withdrawn;

/**
 * How an event changes a submission's state: the only place where state changes, for an act that is done now and for
 * one that a journal replays. What doesn't follow from the state before is refused, so that a forged journal can't
 * publish: a verdict in particular is judged again, never believed.
 */
record Fold(SubmissionId id, ReviewPolicy policy, TransitionTable table) {

    SubmissionState apply(SubmissionState state, SubmissionEvent event, Instant at) {
        SubmissionState next = state.at(at);
        if (event instanceof DraftSaved saved) {
            expect(!state.stage().name().isFinal(), event);
            return next.withDraft(saved.digest());
        }
        if (event instanceof Represented represented) {
            expect(mayBeginToRepresent(represented.person(), state), event);
            return next.withRepresentation(new Representation(represented.person(), represented.note(), at));
        }
        if (event instanceof RevisionSubmitted submitted) {
            return revision(next, submitted, at);
        }
        if (event instanceof Returned returned) {
            expect(state.stage() instanceof Stage.Submitted, event);
            return next.withScreening(new Screening(state.lastRevision().number(), returned.note(), at))
                    .in(new Stage.ChangesRequested(
                            null, returned.note(), state.stage().publication()));
        }
        if (event instanceof DeclinedAtScreening declined) {
            expect(state.stage() instanceof Stage.Submitted, event);
            return next.in(
                    refused(state.stage().publication(), declined.note(), new Stage.Declined(null, declined.note())));
        }
        if (event instanceof RoundOpened opened) {
            return round(next, opened, at);
        }
        if (event instanceof Judged judged) {
            return judged(next, judged, at);
        }
        if (event instanceof Withdrawn withdrawn) {
            expect(!state.stage().name().isFinal() && state.stage().name() != StageName.PUBLISHED, event);
            return next.withLastRound(round -> round.voided(next.versions().all()))
                    .in(refused(state.stage().publication(), withdrawn.note(), new Stage.Withdrawn(withdrawn.note())));
        }
        if (event instanceof Retracted retracted) {
            Publication last = state.stage().publication();
            if (last == null) {
                throw unexpected(event);
            }
            return next.withLastRound(round -> round.voided(next.versions().all()))
                    .in(new Stage.Retracted(last, retracted.note()));
        }
        if (event instanceof Featured featured) {
            expect(isPublic(featured.revision(), state) && !featured.sentences().isEmpty(), event);
            return next.withFeature(feature(featured, next, at));
        }
        if (event instanceof Unfeatured) {
            Feature last = state.feature();
            expect(last != null && isPublic(last.revision(), state), event);
            return next.withFeature(null);
        }
        return seat(next.withSeatEvent(), event, at);
    }

    /**
     * A submission may be begun on somebody's behalf, or be taken over later, but not by its submitter, and not once it had a
     * panel: whoever looks after items could read the names of the reviewers, which its submitter's side may not know.
     */
    private boolean mayBeginToRepresent(PersonId person, SubmissionState state) {
        boolean isBeginning = state.versions().all() == 1;
        return (isBeginning || table.permits(state.stage().name(), Act.REPRESENT))
                && !person.equals(state.origin().submitter())
                && !state.isRepresentedBy(person)
                && state.rounds().isEmpty();
    }

    /** Of the revision that is featured already the same is only worded anew. */
    private static Feature feature(Featured event, SubmissionState next, Instant at) {
        Feature last = next.feature();
        long begunBy = last != null && last.revision() == event.revision()
                ? last.begunBy()
                : next.versions().all();
        return new Feature(event.revision(), event.sentences(), at, begunBy);
    }

    private static boolean isPublic(int revision, SubmissionState state) {
        Publication publication = state.stage().publication();
        return publication != null && publication.revision() == revision;
    }

    private SubmissionState revision(SubmissionState state, RevisionSubmitted event, Instant at) {
        expect(
                event.number() == state.revisions().size() + 1
                        && !state.stage().name().isFinal(),
                event);
        Revision revision = new Revision(event.number(), event.digest(), event.disclosure(), at);
        return state.withRevision(revision)
                .withLastRound(round -> round.voided(state.versions().all()))
                .in(new Stage.Submitted(state.stage().publication()));
    }

    private SubmissionState round(SubmissionState state, RoundOpened event, Instant at) {
        expect(
                state.stage() instanceof Stage.Submitted
                        && event.round() == state.rounds().size() + 1,
                event);
        expect(event.revision() == state.lastRevision().number(), event);
        expect(isPanel(event.seats(), state), event);
        List<Seat> seats =
                event.seats().stream().map(seating -> Seat.taken(seating, at)).toList();
        return state.withRound(new Round(id, event.round(), state.lastRevision(), at, seats))
                .in(new Stage.InReview(state.stage().publication()));
    }

    /**
     * Whether these can be the first seats of a round: no more than the policy has, numbered from 1 on, none of them the
     * further one, nobody twice, and nobody as having declared who has not.
     */
    private boolean isPanel(List<Seating> seats, SubmissionState state) {
        Set<PersonId> persons = new HashSet<>();
        for (int index = 0; index < seats.size(); index++) {
            Seating seating = seats.get(index);
            if (seating.number() != index + 1
                    || seating.further()
                    || !persons.add(seating.person())
                    || !maySit(seating, state)
                    || (seating.declared() && !hasDeclared(seating.person(), state))) {
                return false;
            }
        }
        return seats.size() <= policy.seats();
    }

    /** Whether events alone don't bar this person: the submitter's side, nobody's side, and who fell out over a conflict. */
    private static boolean maySit(Seating seating, SubmissionState state) {
        return seating.sector() != Sector.UNDETERMINED
                && !seating.person().equals(state.origin().submitter())
                && !state.isRepresentedBy(seating.person())
                && state.rounds().stream()
                        .flatMap(round -> round.seats().stream())
                        .noneMatch(seat ->
                                seat.person().equals(seating.person()) && seat.state() instanceof SeatState.Recused);
    }

    /** Whether a declaration of the round before stays good: there was one, and there is nothing new to declare on. */
    private static boolean hasDeclared(PersonId person, SubmissionState state) {
        if (state.rounds().isEmpty()) {
            return false;
        }
        Round former = state.lastRound();
        Sha256 declaredOn = state.revisions().get(former.revision() - 1).disclosure();
        return declaredOn.equals(state.lastRevision().disclosure())
                && former.seatOf(person)
                        .filter(seat -> !(seat.state() instanceof SeatState.Invited))
                        .isPresent();
    }

    private SubmissionState seat(SubmissionState state, SubmissionEvent event, Instant at) {
        expect(state.stage() instanceof Stage.InReview && state.lastRound().isOpen(), event);
        int round = state.lastRound().number();
        if (event instanceof SeatFilled filled) {
            expect(filled.round() == round && isWanted(filled.seat(), policy.judge(state.lastRound(), at)), event);
            return joined(state, filled.seat(), event, at);
        }
        if (event instanceof SeatReplaced replaced) {
            expect(replaced.round() == round, event);
            boolean further = state.lastRound()
                    .seat(replaced.former())
                    .filter(Seat::isFurther)
                    .isPresent();
            expect(replaced.seat().further() == further, event);
            SeatState gone = new SeatState.Replaced(replaced.seat().number());
            return joined(left(state, replaced.former(), Act.REPLACE_SEAT, gone, event), replaced.seat(), event, at);
        }
        if (event instanceof SeatAccepted accepted) {
            expect(accepted.round() == round, event);
            return left(state, accepted.seat(), Act.ACCEPT_SEAT, new SeatState.Accepted(at), event);
        }
        if (event instanceof SeatDeclined declined) {
            expect(declined.round() == round, event);
            return left(state, declined.seat(), Act.DECLINE_SEAT, new SeatState.Declined(declined.note()), event);
        }
        if (event instanceof SeatRecused recused) {
            expect(recused.round() == round, event);
            return left(
                    state, recused.seat(), Act.RECUSE, new SeatState.Recused(recused.reasons(), recused.note()), event);
        }
        if (event instanceof Reviewed reviewed) {
            expect(
                    reviewed.round() == round
                            && reviewed.digest().equals(state.lastRound().digest()),
                    event);
            Review review = new Review(reviewed.digest(), reviewed.outcome(), reviewed.note(), at);
            return left(state, reviewed.seat(), Act.REVIEW, new SeatState.Reviewed(review), event);
        }
        throw unexpected(event);
    }

    /** Whether the round as it stands has a vacancy for this seat, or a tie that a further one may break. */
    private static boolean isWanted(Seating seating, Judgement standing) {
        return seating.further()
                ? standing instanceof Judgement.Tied
                : standing instanceof Judgement.Pending pending && pending.vacancies() > 0;
    }

    private SubmissionState joined(SubmissionState state, Seating seating, SubmissionEvent event, Instant at) {
        expect(seating.number() == state.lastRound().nextSeatNumber(), event);
        expect(maySit(seating, state) && !seating.declared(), event);
        expect(state.lastRound().seatOf(seating.person()).isEmpty(), event);
        return state.withLastRound(round -> round.with(Seat.taken(seating, at)));
    }

    private SubmissionState left(SubmissionState state, int seat, Act act, SeatState to, SubmissionEvent event) {
        expect(
                state.lastRound()
                        .seat(seat)
                        .filter(found -> table.permits(found.state().name(), act))
                        .isPresent(),
                event);
        return state.withLastRound(round -> round.withState(seat, to));
    }

    private SubmissionState judged(SubmissionState state, Judged event, Instant at) {
        expect(state.stage() instanceof Stage.InReview && state.lastRound().isOpen(), event);
        PanelVerdict verdict = verdict(state.lastRound(), event, at);
        Publication publicNow = state.stage().publication();
        SubmissionState judged = state.withLastRound(
                round -> round.judged(verdict, state.versions().all()));
        return switch (verdict.outcome()) {
            case APPROVED -> judged.in(new Stage.Published(new Publication(verdict, state.lastRevision())));
            case CHANGES_REQUESTED -> judged.in(new Stage.ChangesRequested(verdict, null, publicNow));
            case DECLINED -> judged.in(refused(publicNow, null, new Stage.Declined(verdict, null)));
        };
    }

    private PanelVerdict verdict(Round round, Judged event, Instant at) {
        Judgement judgement = policy.judge(round, at);
        PanelVerdict verdict = judgement instanceof Judgement.Decided decided
                ? decided.verdict()
                : mayClose(judgement, round) ? policy.refusal(round, at) : null;
        if (verdict == null || !event.equals(event(verdict))) {
            throw unexpected(event);
        }
        return verdict;
    }

    /** Whether the secretariat may end the round without a further review. */
    boolean mayClose(Judgement judgement, Round round) {
        return judgement instanceof Judgement.Tied || policy.isBeyondApproval(round);
    }

    static Judged event(PanelVerdict verdict) {
        return new Judged(
                verdict.round(),
                verdict.policy(),
                verdict.digest(),
                verdict.outcome(),
                verdict.approvals().stream().map(Seat::number).toList());
    }

    private static Stage refused(@Nullable Publication publicNow, @Nullable Sha256 note, Stage otherwise) {
        return publicNow == null ? otherwise : new Stage.Published(publicNow, note);
    }

    private void expect(boolean holds, SubmissionEvent event) {
        if (!holds) {
            throw unexpected(event);
        }
    }

    private IllegalStateException unexpected(SubmissionEvent event) {
        return new IllegalStateException(
                event.getClass().getSimpleName() + " does not follow from what happened to " + id + " before");
    }
}
