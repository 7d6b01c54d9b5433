package org.migrationhub.core.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.migrationhub.core.content.OrganisationId;

/**
 * Everything a person has belonged to, over time.
 *
 * @param history in the order in which it was recorded
 */
public record Affiliations(List<Affiliation> history) {

    /** Somebody of whom no affiliation is known. */
    public static final Affiliations NONE = new Affiliations(List.of());

    /** Copies the list. */
    public Affiliations {
        history = List.copyOf(history);
    }

    /**
     * The side on which the person stands at the instant: {@link Sector#UNDETERMINED} when no affiliation holds, or
     * when those that hold don't agree.
     */
    public Sector sectorAt(Instant at) {
        Sector found = null;
        for (Affiliation affiliation : history) {
            if (affiliation.holdsAt(at)) {
                if (found != null && found != affiliation.sector()) {
                    return Sector.UNDETERMINED;
                }
                found = affiliation.sector();
            }
        }
        return found == null ? Sector.UNDETERMINED : found;
    }

    /** The organisations to which the person belongs at the instant. */
    public SortedSet<OrganisationId> organisationsAt(Instant at) {
        return organisationsWithin(at, at);
    }

    /** The organisations to which the person belongs at the instant, or belonged to at some time after the earlier one. */
    public SortedSet<OrganisationId> organisationsWithin(Instant since, Instant at) {
        return history.stream()
                .filter(affiliation -> affiliation.holdsAt(at) || affiliation.holdsWithin(since, at))
                .map(Affiliation::organisation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the person belongs to the organisation at the instant. */
    public boolean includes(OrganisationId organisation, Instant at) {
        return organisationsAt(at).contains(organisation);
    }

    /** With a further affiliation beside those that hold. */
    public Affiliations with(Affiliation further) {
        List<Affiliation> longer = new ArrayList<>(history);
        longer.add(further);
        return new Affiliations(longer);
    }

    /** With those to this organisation ended at the instant, where they go on beyond it. */
    public Affiliations ended(OrganisationId organisation, Instant until) {
        return new Affiliations(history.stream()
                .map(held -> held.organisation().equals(organisation) ? held.endedBy(until) : held)
                .toList());
    }

    /** With a new affiliation in place of all that hold at its beginning: a change of employer. */
    public Affiliations changedTo(Affiliation next) {
        List<Affiliation> ended = new ArrayList<>();
        history.forEach(affiliation -> ended.add(affiliation.endedBy(next.from())));
        return new Affiliations(ended).with(next);
    }
}
