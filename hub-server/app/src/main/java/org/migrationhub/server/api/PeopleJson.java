package org.migrationhub.server.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.json.Tree;

/** Renders the records of organisations and persons. Stateless and thread-safe. */
final class PeopleJson {

    private PeopleJson() {}

    static Map<String, Object> organisation(Organisation organisation) {
        return new Tree()
                .text("id", organisation.id())
                .put("name", organisation.name())
                .list("aliases", organisation.aliases(), alias -> alias)
                .put("sector", organisation.sector().code())
                .text("partOf", organisation.partOf())
                .done();
    }

    /** A person, with the side of the review rule on which they stand as of now. */
    static Map<String, Object> person(Person person, Instant now) {
        return new Tree()
                .text("id", person.id())
                .words("name", person.profile().name())
                .words("email", person.profile().email())
                .put("sector", person.affiliations().sectorAt(now).code())
                .list("affiliations", person.affiliations().history(), PeopleJson::affiliation)
                .put("roster", roster(person.roster()))
                .flag("erased", person.erased())
                .done();
    }

    private static Map<String, Object> affiliation(Affiliation affiliation) {
        return new Tree()
                .text("organisation", affiliation.organisation())
                .put("sector", affiliation.sector().code())
                .text("from", affiliation.from())
                .text("until", affiliation.until())
                .done();
    }

    private static @Nullable Map<String, Object> roster(@Nullable RosterEntry entry) {
        return entry == null
                ? null
                : new Tree()
                        .list("languages", entry.languages(), Language::tag)
                        .list("expertise", entry.expertise(), Objective::code)
                        .put("capacity", entry.capacity())
                        .list("absences", entry.absences(), PeopleJson::absence)
                        .list("conflicts", entry.conflicts(), OrganisationId::value)
                        .done();
    }

    private static Map<String, Object> absence(Absence absence) {
        return new Tree()
                .text("from", absence.from())
                .text("until", absence.until())
                .done();
    }
}
