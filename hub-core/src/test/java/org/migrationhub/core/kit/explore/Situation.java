package org.migrationhub.core.kit.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Candidate;
import org.migrationhub.core.vocabulary.Language;

/**
 * How a persona stands at one time: what this package knows of it, and the same as the hub is told.
 *
 * @param employments all there ever were
 * @param onRoster whether a reviewer
 * @param declaresConflict whether a conflict with the implementing body stands on the roster
 * @param trail which turns the persona's life has taken, as a short mark
 * @param candidate what the hub is told
 */
record Situation(
        List<Employment> employments, boolean onRoster, boolean declaresConflict, String trail, Candidate candidate) {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    static Situation atFirst(Persona persona) {
        boolean onRoster = persona.part() != Part.OFF_ROSTER;
        boolean declares = persona.part() == Part.CONFLICT_DECLARED;
        List<Employment> employments = persona.part() == Part.UNDETERMINED
                ? List.of()
                : List.of(new Employment(firstBody(persona), persona.part().side(), LONG_AGO, null));
        List<Affiliation> history = employments.stream()
                .map(employment -> affiliation(employment.body(), employment.side(), LONG_AGO))
                .toList();
        Person person = new Person(persona.id(), persona.profile()).with(new Affiliations(history));
        return new Situation(employments, onRoster, declares, "", candidate(person, onRoster, declares));
    }

    /** After leaving everybody for somebody else. */
    Situation movesTo(OrganisationId body, Sector side, Instant at, String mark) {
        List<Employment> next = new ArrayList<>();
        employments.forEach(employment -> next.add(employment.endedAt(at)));
        next.add(new Employment(body, side, at, null));
        Affiliations changed = person().affiliations().changedTo(affiliation(body, side, at));
        return with(next, person().with(changed), mark);
    }

    /** After taking a second post beside the others. */
    Situation joins(OrganisationId body, Sector side, Instant at, String mark) {
        List<Employment> next = new ArrayList<>(employments);
        next.add(new Employment(body, side, at, null));
        Affiliations changed = person().affiliations().with(affiliation(body, side, at));
        return with(next, person().with(changed), mark);
    }

    Situation leavesRoster(String mark) {
        return new Situation(
                employments, false, declaresConflict, trail + mark, candidate(person(), false, declaresConflict));
    }

    Situation declares(String mark) {
        return new Situation(employments, onRoster, true, trail + mark, candidate(person(), onRoster, true));
    }

    /** The side on which the persona stands now. */
    Sector side() {
        Set<Sector> sides = EnumSet.noneOf(Sector.class);
        employments.stream().filter(Employment::goesOn).forEach(employment -> sides.add(employment.side()));
        return sides.size() == 1 ? sides.iterator().next() : Sector.UNDETERMINED;
    }

    /** For whom the persona works now. */
    Set<OrganisationId> employers() {
        return employments.stream()
                .filter(Employment::goesOn)
                .map(Employment::body)
                .collect(Collectors.toSet());
    }

    /** For whom the persona works now or worked until less than this time ago. */
    Set<OrganisationId> employersWithin(Duration time, Instant now) {
        return employments.stream()
                .filter(employment -> employment.goesOnOrEndedAfter(now.minus(time)))
                .map(Employment::body)
                .collect(Collectors.toSet());
    }

    private Person person() {
        return candidate.person();
    }

    private Situation with(List<Employment> next, Person person, String mark) {
        return new Situation(
                List.copyOf(next),
                onRoster,
                declaresConflict,
                trail + mark,
                candidate(person, onRoster, declaresConflict));
    }

    private static Candidate candidate(Person person, boolean onRoster, boolean declares) {
        RosterEntry plain = RosterEntry.in(Language.EN);
        RosterEntry entry = declares ? plain.withConflicts(Cast.IMPLEMENTING_BODY) : plain;
        List<Organisation> bodies = person.affiliations().history().stream()
                .map(affiliation -> Content.record(affiliation.organisation()))
                .toList();
        return new Candidate(person.onRoster(onRoster ? entry : null), bodies, 0);
    }

    private static OrganisationId firstBody(Persona persona) {
        return switch (persona.part()) {
            case OF_SUBMITTING -> Cast.SUBMITTING_BODY;
            case OF_IMPLEMENTING -> Cast.IMPLEMENTING_BODY;
            case OF_PARTNERING -> Cast.PARTNERING_BODY;
            default -> persona.ownBody();
        };
    }

    private static Affiliation affiliation(OrganisationId body, Sector side, Instant since) {
        return new Affiliation(body, side, since, null);
    }
}
