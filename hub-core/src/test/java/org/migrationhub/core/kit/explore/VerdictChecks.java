package org.migrationhub.core.kit.explore;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.PanelVerdict;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.VerdictOutcome;

/** Holds a verdict to what the ledger says should have come out. */
record VerdictChecks(Setting setting, World world, Ledger ledger, SubmissionEvent.Judged judged, Findings findings) {

    static void check(
            Setting setting,
            World world,
            Ledger ledger,
            Deed deed,
            SubmissionEvent.Judged judged,
            Change change,
            Findings findings) {
        VerdictChecks checks = new VerdictChecks(setting, world, ledger, judged, findings);
        findings.expect(
                judged.digest().equals(ledger.content().digest()),
                Invariant.EXACT_CONTENT,
                "the verdict is on other content than was reviewed");
        if (judged.outcome() == VerdictOutcome.APPROVED) {
            checks.approval();
            checks.published(change);
        } else {
            checks.refusal(deed);
        }
    }

    private void approval() {
        Promise promise = setting.promise();
        complete();
        List<Place> approving = ledger.standing().filter(this::counts).toList();
        long persons = approving.stream().map(Place::persona).distinct().count();
        findings.expect(
                persons >= promise.approvals(),
                Invariant.ENOUGH_APPROVALS,
                "approved with %d valid approvals: %s",
                persons,
                approving);
        atLeast(promise.minimumUn(), Sector.UN, approving);
        atLeast(promise.minimumNonUn(), Sector.NON_UN, approving);
        separate(approving);
        findings.expect(
                ledger.refusals() == 0 || ledger.isApproved(promise),
                Invariant.REFUSAL_BLOCKS,
                "approved in spite of %d refusals",
                ledger.refusals());
    }

    private boolean counts(Place place) {
        if (!place.approves()) {
            return false;
        }
        boolean exact = place.filing().digest().equals(ledger.content().digest());
        List<String> conflicts =
                new Fitness(setting.promise(), world, ledger.content(), ledger).conflicts(place.persona());
        findings.expect(
                conflicts.isEmpty(),
                Invariant.NO_CONFLICT_AT_DECISION,
                "approved with %s, who %s",
                place.persona(),
                conflicts);
        return exact && conflicts.isEmpty();
    }

    private void complete() {
        findings.expect(
                ledger.isComplete(setting.promise()),
                Invariant.TOO_FEW_NEVER_ADVANCE,
                "a verdict with %d of %d reviews",
                ledger.standing().filter(Place::hasFiled).count(),
                setting.promise().reviewers());
    }

    private void atLeast(int minimum, Sector side, List<Place> approving) {
        long number = approving.stream()
                .filter(place -> place.filing().side() == side)
                .count();
        findings.expect(
                number >= minimum, Invariant.MIX, "approved with %d of %s, promised are %d", number, side, minimum);
    }

    private void separate(List<Place> approving) {
        if (setting.promise().separateOrganisations()) {
            Set<OrganisationId> seen = new HashSet<>();
            boolean separate = approving.stream()
                    .flatMap(place -> place.filing().employers().stream())
                    .allMatch(seen::add);
            findings.expect(
                    separate,
                    Invariant.SEPARATE_ORGANISATIONS,
                    "two of those who approved belonged to one body when they did: %s",
                    approving);
        }
    }

    /** The refused round was complete, or lost; and what should have been approved was not refused. */
    private void refusal(Deed deed) {
        boolean early = deed.act() == Act.CLOSE_ROUND;
        if (early) {
            findings.expect(
                    ledger.isLost(setting.promise()),
                    Invariant.TOO_FEW_NEVER_ADVANCE,
                    "a round with %d refusals was closed though it could still lead to publication",
                    ledger.refusals());
        } else {
            complete();
        }
        findings.expect(
                !ledger.isApproved(setting.promise()), Invariant.PUBLISHED_AT_ONCE, "refused what all have approved");
    }

    private void published(Change change) {
        Optional<Publication> publication = change.after().publication();
        findings.expect(publication.isPresent(), Invariant.PUBLISHED_AT_ONCE, "approved but not public");
        publication.ifPresent(this::publication);
    }

    private void publication(Publication publication) {
        findings.expect(
                publication.digest().equals(ledger.content().digest()),
                Invariant.EXACT_CONTENT,
                "what is public is not what was approved");
        PanelVerdict verdict = publication.verdict();
        findings.expect(
                verdict.policy().equals(setting.policy().ref()),
                Invariant.EXACT_CONTENT,
                "judged by %s",
                verdict.policy());
        for (Seat seat : verdict.approvals()) {
            Optional<Place> place = ledger.find(seat.number())
                    .filter(found -> found.approves() && found.persona().id().equals(seat.person()));
            findings.expect(
                    place.isPresent(),
                    Invariant.ENOUGH_APPROVALS,
                    "the verdict counts an approval of %s, who gave none or is out",
                    seat.person());
            findings.expect(
                    place.isEmpty()
                            || place.get().filing().side() == seat.seating().sector(),
                    Invariant.MIX,
                    "the verdict counts %s on another side than at approval",
                    seat.person());
        }
    }
}
