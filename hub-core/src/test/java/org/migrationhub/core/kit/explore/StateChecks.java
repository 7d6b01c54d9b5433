package org.migrationhub.core.kit.explore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.Representation;
import org.migrationhub.core.review.Review;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;

/** Holds a state to its ledger, and to the events that made it. */
record StateChecks(Setting setting, State state, Findings findings) {

    void check() {
        publicAsWritten();
        lastRoundAsWritten();
        judgedWhenComplete();
        panelWithinReach();
        representedAsWritten();
        replays();
    }

    private void representedAsWritten() {
        Set<PersonId> written = setting.cast().all().stream()
                .filter(state.ledger()::represents)
                .map(Persona::id)
                .collect(Collectors.toSet());
        Set<PersonId> found = submission().representations().stream()
                .map(Representation::person)
                .collect(Collectors.toSet());
        findings.expect(
                found.equals(written), Invariant.REPRESENTS_APART, "%s represent, written are %s", found, written);
    }

    private void publicAsWritten() {
        Optional<ContentDigest> shown = submission().publication().map(Publication::digest);
        Content written = state.ledger().published();
        findings.expect(
                shown.equals(Optional.ofNullable(written).map(Content::digest)),
                Invariant.EXACT_CONTENT,
                "public is %s, approved was %s",
                shown,
                written);
        findings.expect(
                submission().stage().name().isPublic() == shown.isPresent(),
                Invariant.PUBLIC_STAYS,
                "stage %s, public %s",
                submission().stage().name().code(),
                shown);
    }

    private void lastRoundAsWritten() {
        List<Place> places = state.ledger().places();
        List<Seat> seats = submission().round().map(Round::seats).orElse(List.of());
        findings.expect(
                submission().openRound().isPresent() == state.ledger().open(),
                Invariant.REPLAY,
                "the events and the round don't agree on whether it is open");
        findings.expect(
                places.size() == seats.size(),
                Invariant.REPLAY,
                "%d seats, written are %d",
                seats.size(),
                places.size());
        for (int i = 0; i < Math.min(seats.size(), places.size()); i++) {
            asWritten(seats.get(i), places.get(i));
        }
    }

    private void asWritten(Seat seat, Place place) {
        boolean same = seat.number() == place.seat()
                && seat.person().equals(place.persona().id())
                && seat.isFurther() == place.further()
                && seat.state().name() == place.state();
        findings.expect(same, Invariant.REPLAY, "seat %s, written is %s", seat, place);
        Optional<Review> review = seat.review();
        boolean asFiled = review.isPresent() == place.hasFiled()
                && (review.isEmpty()
                        || review.get().outcome() == place.filing().outcome()
                                && review.get().digest().equals(place.filing().digest()));
        findings.expect(asFiled, Invariant.REVIEWS_STAND, "review %s, filed was %s", review, place);
    }

    private void judgedWhenComplete() {
        Ledger ledger = state.ledger();
        if (ledger.open() && ledger.isComplete(setting.promise())) {
            findings.expect(
                    ledger.isTied(setting.promise()),
                    Invariant.PUBLISHED_AT_ONCE,
                    "all have reviewed, %s, and there is no verdict",
                    ledger.isApproved(setting.promise()) ? "and approve" : "not all approve");
        }
    }

    private void panelWithinReach() {
        if (state.ledger().open()) {
            List<Place> panel = state.ledger().panel();
            long un = panel.stream().filter(place -> place.side() == Sector.UN).count();
            long nonUn = panel.stream()
                    .filter(place -> place.side() == Sector.NON_UN)
                    .count();
            int vacancies = setting.promise().reviewers() - panel.size();
            long missing = Math.max(0, setting.promise().minimumUn() - un)
                    + Math.max(0, setting.promise().minimumNonUn() - nonUn);
            findings.expect(
                    vacancies >= 0 && missing <= vacancies,
                    Invariant.PANEL,
                    "%d vacancies, %d of the UN and %d from outside sit on the panel",
                    vacancies,
                    un,
                    nonUn);
        }
    }

    private void replays() {
        try {
            Submission replayed = setting.machine().replay(Deeds.SUBMISSION, state.events(), setting.policy());
            findings.expect(
                    replayed.equals(submission()), Invariant.REPLAY, "replayed is %s, not %s", replayed, submission());
        } catch (IllegalArgumentException e) {
            findings.add(Invariant.REPLAY, "the events don't replay: %s", e.getMessage());
        }
    }

    /** There is a way on, and a way out, from every stage but the final ones. */
    void limbo(boolean movesOn, boolean wayOut) {
        StageName stage = submission().stage().name();
        if (!stage.isFinal()) {
            findings.expect(
                    movesOn, Invariant.NO_LIMBO, "in stage %s nobody can do anything that leads on", stage.code());
            findings.expect(
                    wayOut, Invariant.NO_LIMBO, "in stage %s it can be neither withdrawn nor retracted", stage.code());
        }
    }

    private Submission submission() {
        return state.submission();
    }
}
