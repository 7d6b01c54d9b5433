package org.migrationhub.core.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.Sector;

/** What a panel must be as a whole: its size, its mix, and that nobody sits on it twice. */
final class PanelRules {

    private PanelRules() {}

    /** What speaks against these people as a whole panel. */
    static List<Violation> violations(ReviewPolicy policy, List<Candidate> candidates, Instant at) {
        List<Violation> violations = new ArrayList<>();
        if (candidates.size() != policy.seats()) {
            violations.add(violation("panel.size", "A panel has %d seats, not %d.", policy.seats(), candidates.size()));
        }
        int un = count(candidates, Sector.UN, at);
        if (un < policy.minimumUn()) {
            violations.add(violation(
                    "panel.un", "At least %d of the panel must be from the UN; %d is.", policy.minimumUn(), un));
        }
        int nonUn = count(candidates, Sector.NON_UN, at);
        if (nonUn < policy.minimumNonUn()) {
            violations.add(violation(
                    "panel.non-un",
                    "At least %d of the panel must be from outside the UN; %d is.",
                    policy.minimumNonUn(),
                    nonUn));
        }
        Set<PersonId> persons = new HashSet<>();
        if (!candidates.stream().allMatch(candidate -> persons.add(candidate.id())) || shareAddress(candidates)) {
            violations.add(violation("panel.twice", "One person can't fill two seats."));
        }
        if (policy.separateOrganisations() && shareOrganisation(candidates, at)) {
            violations.add(violation("panel.same-organisation", "The panel must come from different organisations."));
        }
        return violations;
    }

    /** What speaks against this person as a further member of an open round's panel. */
    static List<Reason> objections(EligibilityQuestion question, Round round) {
        ReviewPolicy policy = question.policy();
        Candidate candidate = question.candidate();
        Sector sector = candidate.person().affiliations().sectorAt(question.at());
        List<Reason> reasons = new ArrayList<>();
        if (policy.judge(round, question.at()) instanceof Judgement.Tied tied) {
            if (!tied.sectors().contains(sector)) {
                reasons.add(mix("One further approval from this side would not decide the round."));
            }
        } else if (!keepsMix(policy, round, sector)) {
            reasons.add(mix("With this person the panel could no longer hold both sides as the policy asks."));
        }
        if (policy.separateOrganisations() && sharesOrganisation(candidate, round, question.at())) {
            reasons.add(new Reason(
                    "same-organisation-as-panel-member",
                    "This person's organisation sits on the panel already.",
                    candidate.id().value(),
                    "Choose a reviewer from another organisation."));
        }
        return reasons;
    }

    /** Whether the panel's regular seats, with one more from this side, can still get the mix. */
    static boolean keepsMix(ReviewPolicy policy, Round round, Sector joining) {
        int un = joining == Sector.UN ? 1 : 0;
        int nonUn = joining == Sector.NON_UN ? 1 : 0;
        int vacancies = policy.seats() - 1;
        for (Seat seat : round.seats()) {
            if (seat.isStanding() && !seat.isFurther()) {
                un += seat.seating().sector() == Sector.UN ? 1 : 0;
                nonUn += seat.seating().sector() == Sector.NON_UN ? 1 : 0;
                vacancies--;
            }
        }
        return policy.canReachMix(un, nonUn, Math.max(vacancies, 0));
    }

    private static int count(List<Candidate> candidates, Sector sector, Instant at) {
        return (int) candidates.stream()
                .filter(candidate -> candidate.person().affiliations().sectorAt(at) == sector)
                .count();
    }

    /** One human being may have two records; the rule counts human beings. */
    private static boolean shareAddress(List<Candidate> candidates) {
        for (int index = 1; index < candidates.size(); index++) {
            Profile profile = candidates.get(index).person().profile();
            if (candidates.subList(0, index).stream()
                    .anyMatch(before -> before.person().profile().hasAddressOf(profile))) {
                return true;
            }
        }
        return false;
    }

    private static boolean shareOrganisation(List<Candidate> candidates, Instant at) {
        Set<OrganisationId> seen = new HashSet<>();
        return !candidates.stream()
                .flatMap(candidate -> candidate.organisationsAt(at).stream())
                .allMatch(seen::add);
    }

    private static boolean sharesOrganisation(Candidate candidate, Round round, Instant at) {
        SortedSet<OrganisationId> own = candidate.organisationsAt(at);
        return round.standing().stream()
                .filter(seat -> !seat.person().equals(candidate.id()))
                .anyMatch(seat -> seat.seating().organisations().stream().anyMatch(own::contains));
    }

    private static Reason mix(String sentence) {
        return new Reason("mix", sentence, "", "Choose a reviewer from the other side.");
    }

    private static Violation violation(String code, String sentence, Object... figures) {
        return new Violation("/reviewers", code, sentence.formatted(figures));
    }
}
