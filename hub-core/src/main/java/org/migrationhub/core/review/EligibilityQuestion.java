package org.migrationhub.core.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.people.Organisation;

/**
 * What an eligibility rule is asked: may this person judge this item, now?
 *
 * @param candidate the person
 * @param item what the item discloses
 * @param rounds all rounds of the submission so far
 * @param policy whose settings apply
 * @param at as of when
 */
record EligibilityQuestion(Candidate candidate, Disclosure item, List<Round> rounds, ReviewPolicy policy, Instant at) {

    /**
     * The same about ids alone. That two records resemble each other is for whoever seats a panel to look at; later it would
     * let a submitter who takes a reviewer's name find out by trial who reviews.
     */
    EligibilityQuestion withoutResemblance() {
        Disclosure byId = item.withoutProfiles();
        return new EligibilityQuestion(candidate, byId, rounds, policy, at);
    }

    /** The bodies to which the candidate belongs, or belonged within the policy's window, and what those are part of. */
    SortedSet<OrganisationId> organisations() {
        Instant since = at.minus(policy.conflictWindow());
        SortedSet<OrganisationId> family =
                new TreeSet<>(candidate.person().affiliations().organisationsWithin(since, at));
        boolean grown = !family.isEmpty();
        while (grown) {
            grown = candidate.organisations().stream()
                    .filter(body -> family.contains(body.id()) && body.partOf() != null)
                    .map(body -> family.add(body.partOf()))
                    .reduce(false, Boolean::logicalOr);
        }
        return family;
    }

    /** Which of the references may mean a body of the candidate's, as written. */
    List<String> namedAmong(List<OrganisationRef> references) {
        Set<OrganisationId> own = organisations();
        List<Organisation> records = candidate.organisations().stream()
                .filter(body -> own.contains(body.id()))
                .toList();
        Predicate<OrganisationRef> meantById = reference -> reference.id() != null && own.contains(reference.id());
        Predicate<OrganisationRef> meantByName =
                reference -> records.stream().anyMatch(body -> body.mayBeMeantBy(reference));
        return references.stream()
                .filter(meantById.or(meantByName))
                .map(OrganisationRef::name)
                .toList();
    }

    /** Whether the candidate fell out of a former seat on this submission because of a conflict. */
    boolean wasRecused() {
        return rounds.stream()
                .flatMap(round -> round.seats().stream())
                .anyMatch(seat -> seat.person().equals(candidate.id()) && seat.state() instanceof SeatState.Recused);
    }

    /** Whether the candidate sits on the open round's panel. */
    boolean isSeated() {
        return !rounds.isEmpty()
                && rounds.get(rounds.size() - 1).isOpen()
                && rounds.get(rounds.size() - 1).seatOf(candidate.id()).isPresent();
    }
}
