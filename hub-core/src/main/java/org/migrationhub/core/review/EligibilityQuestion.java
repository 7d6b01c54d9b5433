package org.migrationhub.core.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.RosterEntry;

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
        return candidate.withWider(candidate.person().affiliations().organisationsWithin(since, at));
    }

    /** Which of the references may mean a body of the candidate's, as written. */
    List<String> namedAmong(List<OrganisationRef> references) {
        return meaning(organisations(), references).map(OrganisationRef::name).toList();
    }

    /**
     * The bodies with which the candidate has declared a conflict and that have a part in the item. As with an employer, a
     * body counts together with what it is part of, and by its names.
     */
    List<OrganisationId> declaredConflicts() {
        RosterEntry entry = candidate.person().roster();
        return entry == null
                ? List.of()
                : entry.conflicts().stream().filter(this::hasPart).toList();
    }

    private boolean hasPart(OrganisationId body) {
        SortedSet<OrganisationId> family = candidate.withWider(new TreeSet<>(Set.of(body)));
        return family.stream().anyMatch(item.submittingOrganisations()::contains)
                || meaning(family, item.implementers()).findAny().isPresent()
                || meaning(family, item.partners()).findAny().isPresent();
    }

    /** Which of the references may mean one of these bodies: by id, or by name. */
    private Stream<OrganisationRef> meaning(Set<OrganisationId> bodies, List<OrganisationRef> references) {
        List<Organisation> records = candidate.organisations().stream()
                .filter(body -> bodies.contains(body.id()))
                .toList();
        Predicate<OrganisationRef> meantById = reference -> reference.id() != null && bodies.contains(reference.id());
        Predicate<OrganisationRef> meantByName =
                reference -> records.stream().anyMatch(body -> body.mayBeMeantBy(reference));
        return references.stream().filter(meantById.or(meantByName));
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
