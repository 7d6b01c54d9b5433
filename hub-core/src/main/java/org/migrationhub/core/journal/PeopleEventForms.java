package org.migrationhub.core.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent.Recorded;
import org.migrationhub.core.people.PersonEvent.AffiliationEnded;
import org.migrationhub.core.people.PersonEvent.AffiliationRecorded;
import org.migrationhub.core.people.PersonEvent.Erased;
import org.migrationhub.core.people.PersonEvent.ProfileChanged;
import org.migrationhub.core.people.PersonEvent.Registered;
import org.migrationhub.core.people.PersonEvent.RolesChanged;
import org.migrationhub.core.people.PersonEvent.RosterChanged;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

/** How the events of persons and organisations are written. */
final class PeopleEventForms {

    private PeopleEventForms() {}

    static List<EventForm<?>> all() {
        return List.of(
                new EventForm<>("person-registered", Registered.class, (event, out) -> {}, in -> new Registered()),
                new EventForm<>(
                        "profile-changed", ProfileChanged.class, (event, out) -> {}, in -> new ProfileChanged()),
                new EventForm<>(
                        "affiliation-recorded",
                        AffiliationRecorded.class,
                        (event, out) -> out.object("affiliation", event.affiliation(), PeopleEventForms::affiliation)
                                .flag("beside", event.beside()),
                        in -> new AffiliationRecorded(
                                in.object("affiliation", PeopleEventForms::affiliation), in.flag("beside"))),
                new EventForm<>(
                        "affiliation-ended",
                        AffiliationEnded.class,
                        (event, out) ->
                                out.code("organisation", event.organisation()).time("until", event.until()),
                        in -> new AffiliationEnded(in.made("organisation", OrganisationId::new), in.time("until"))),
                new EventForm<>(
                        "roster-changed",
                        RosterChanged.class,
                        (event, out) -> out.object("entry", event.entry(), PeopleEventForms::entry),
                        in -> new RosterChanged(in.objectIfAny("entry", PeopleEventForms::entry))),
                new EventForm<>(
                        "roles-changed",
                        RolesChanged.class,
                        (event, out) -> out.set("roles", event.roles(), PeopleEventForms::role),
                        in -> new RolesChanged(in.set("roles", PeopleEventForms::role))),
                new EventForm<>("person-erased", Erased.class, (event, out) -> {}, in -> new Erased()),
                new EventForm<>(
                        "organisation-recorded",
                        Recorded.class,
                        (event, out) ->
                                out.object("organisation", event.organisation(), PeopleEventForms::organisation),
                        in -> new Recorded(in.object("organisation", PeopleEventForms::organisation))));
    }

    /** Refuses what is no code of a role: free text could name somebody, and would be here for ever. */
    private static String role(String code) {
        if (Role.find(code).isEmpty()) {
            throw new IllegalArgumentException("this is no code of a role: \"" + code + "\"");
        }
        return code;
    }

    static Optional<Sector> sector(String code) {
        return Arrays.stream(Sector.values())
                .filter(sector -> sector.code().equals(code))
                .findFirst();
    }

    private static void affiliation(Affiliation affiliation, FieldWriter out) {
        out.code("organisation", affiliation.organisation())
                .code("sector", affiliation.sector().code())
                .time("from", affiliation.from())
                .time("until", affiliation.until());
    }

    private static Affiliation affiliation(FieldReader in) {
        return new Affiliation(
                in.made("organisation", OrganisationId::new),
                in.code("sector", PeopleEventForms::sector),
                in.time("from"),
                in.timeIfAny("until"));
    }

    private static void entry(RosterEntry entry, FieldWriter out) {
        out.set("expertise", entry.expertise(), Objective::code)
                .set("languages", entry.languages(), Language::tag)
                .number("capacity", entry.capacity())
                .list("absences", entry.absences(), PeopleEventForms::absence)
                .set("conflicts", entry.conflicts(), OrganisationId::value);
    }

    private static RosterEntry entry(FieldReader in) {
        return new RosterEntry(
                in.set("expertise", FieldReader.found(Objective::find)),
                in.set("languages", FieldReader.found(Language::find)),
                in.small("capacity"),
                in.list("absences", (absence, at) -> FieldReader.object(absence, at, PeopleEventForms::absence)),
                in.set("conflicts", OrganisationId::new));
    }

    private static Map<String, Object> absence(Absence absence) {
        return FieldWriter.object(
                absence, (some, out) -> out.time("from", some.from()).time("until", some.until()));
    }

    private static Absence absence(FieldReader in) {
        return new Absence(in.time("from"), in.time("until"));
    }

    private static void organisation(Organisation organisation, FieldWriter out) {
        out.code("id", organisation.id())
                .text("name", organisation.name())
                .set("aliases", organisation.aliases(), UnaryOperator.identity())
                .code("sector", organisation.sector().code())
                .code("partOf", organisation.partOf());
    }

    private static Organisation organisation(FieldReader in) {
        return new Organisation(
                in.made("id", OrganisationId::new),
                in.text("name"),
                in.set("aliases", UnaryOperator.identity()),
                in.code("sector", PeopleEventForms::sector),
                in.madeIfAny("partOf", OrganisationId::new));
    }
}
