package org.migrationhub.core.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Candidate;
import org.migrationhub.core.vocabulary.Language;

/** The people and bodies of a script, by name. */
final class ScriptPeople {

    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, Person> persons = new LinkedHashMap<>();
    private final Map<String, Integer> openSeats = new LinkedHashMap<>();

    /** Somebody whom nothing else is known of, unless they are known already. */
    Person introduce(String name) {
        return persons.computeIfAbsent(name, unknown -> Samples.person(unknown, null));
    }

    void introduceReviewer(String name, Sector sector, String organisation) {
        introduce(name);
        if (sector != Sector.UNDETERMINED) {
            belongsTo(name, organisation, sector, Samples.LONG_AGO);
        }
        onRoster(name, entry -> entry);
    }

    void belongsTo(String name, String organisation, Sector sector, Instant from) {
        Affiliation affiliation = new Affiliation(body(organisation).id(), sector, from, null);
        persons.put(name, find(name).with(find(name).affiliations().with(affiliation)));
    }

    void movesTo(String name, String organisation, Sector sector, Instant from) {
        Affiliation affiliation = new Affiliation(body(organisation).id(), sector, from, null);
        persons.put(name, find(name).with(find(name).affiliations().changedTo(affiliation)));
    }

    void leaves(String name, String organisation, Instant until) {
        OrganisationId left = body(organisation).id();
        List<Affiliation> history = new ArrayList<>();
        for (Affiliation held : find(name).affiliations().history()) {
            boolean ends = held.organisation().equals(left) && held.until() == null;
            history.add(ends ? new Affiliation(left, held.sector(), held.from(), until) : held);
        }
        persons.put(name, find(name).with(new Affiliations(history)));
    }

    void hasAddressOf(String name, String other) {
        Profile same =
                new Profile(find(name).profile().name(), find(other).profile().email());
        persons.put(name, find(name).with(same));
    }

    /** Changes what somebody declares on the roster, who joins it with what everybody declares. */
    void onRoster(String name, UnaryOperator<RosterEntry> change) {
        RosterEntry entry =
                Optional.ofNullable(find(name).roster()).orElseGet(() -> RosterEntry.in(Language.EN, Language.FR));
        persons.put(name, find(name).onRoster(change.apply(entry)));
    }

    void offRoster(String name) {
        persons.put(name, find(name).onRoster(null));
    }

    void holdsOpenSeats(String name, int number) {
        openSeats.put(find(name).id().value(), number);
    }

    void isPartOf(String branch, String whole) {
        Organisation body = body(branch);
        organisations.put(
                branch,
                new Organisation(
                        body.id(),
                        body.name(),
                        body.aliases(),
                        body.sector(),
                        body(whole).id()));
    }

    Organisation body(String organisation) {
        return organisations.computeIfAbsent(
                organisation,
                unknown -> Samples.organisation(unknown, "Body called " + unknown + " in samples", Sector.NON_UN));
    }

    OrganisationRef reference(String organisation, boolean byName) {
        Organisation body = body(organisation);
        return byName ? OrganisationRef.named(body.name()) : OrganisationRef.of(body.id(), body.name());
    }

    /** The first body to which somebody belongs now. */
    Organisation bodyOf(String name, Instant at) {
        return find(name).affiliations().organisationsAt(at).stream()
                .findFirst()
                .map(id -> body(id.value()))
                .orElseThrow(() -> new ScriptProblem(name + " belongs to no organisation"));
    }

    SortedSet<OrganisationId> bodiesOf(String name, Instant at) {
        return new TreeSet<>(find(name).affiliations().organisationsAt(at));
    }

    Person find(String name) {
        return Optional.ofNullable(persons.get(name))
                .orElseThrow(() -> new ScriptProblem(
                        "nobody is called " + name + "; the script knows " + String.join(", ", persons.keySet())));
    }

    Candidate candidate(PersonId id) {
        return new Candidate(
                find(id.value()), List.copyOf(organisations.values()), openSeats.getOrDefault(id.value(), 0));
    }

    List<Profile> profiles(Collection<PersonId> ids) {
        return ids.stream().map(id -> find(id.value()).profile()).toList();
    }
}
