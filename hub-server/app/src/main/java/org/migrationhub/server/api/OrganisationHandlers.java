package org.migrationhub.server.api;

import java.util.List;
import java.util.TreeSet;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.storage.OrganisationPlace;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.server.form.SectorForm;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;

/** The register of organisations. */
final class OrganisationHandlers {

    private OrganisationHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("listOrganisations", "GET", Api.at("organisations"), OrganisationHandlers::list)
                        .taking("q", "limit", "cursor"),
                new Operation("addOrganisation", "POST", Api.at("organisations"), OrganisationHandlers::add).creating(),
                new Operation("readOrganisation", "GET", Api.at("organisations/{id}"), OrganisationHandlers::read),
                new Operation("updateOrganisation", "PUT", Api.at("organisations/{id}"), OrganisationHandlers::update)
                        .changing());
    }

    private static Answer list(Ask ask) {
        Page page = Page.of("organisations", ask.query());
        OrganisationQuery query = OrganisationQuery.all()
                .named(ask.query().one("q").orElse(""))
                .after(ask.query()
                        .code("cursor", OrganisationPlace::find, "where a page ended")
                        .orElse(null))
                .limit(page.asked());
        return page.answer(
                ask.query(),
                ask.people().organisations(query),
                PeopleJson::organisation,
                organisation -> OrganisationPlace.of(organisation).cursor());
    }

    private static Answer add(Ask ask) {
        Form form = ask.form();
        Field<String> name = form.text("name").required();
        Field<Sector> sector = SectorForm.of(form).required();
        Field<List<String>> aliases = form.texts("aliases");
        form.end();
        String[] others = aliases.or(List.of()).toArray(String[]::new);
        OrganisationId id =
                ask.once(() -> ask.people().addOrganisation(name.get(), sector.get(), others), OrganisationId::new);
        Answer record = record(ask, id);
        return record.as(201).with("Location", Api.at("organisations/" + id));
    }

    private static Answer read(Ask ask) {
        return record(ask, ask.organisation());
    }

    private static Answer update(Ask ask) {
        OrganisationId id = ask.organisation();
        Form form = ask.form();
        Field<String> name = form.text("name").required();
        Field<Sector> sector = SectorForm.of(form).required();
        Field<List<String>> aliases = form.texts("aliases");
        Field<OrganisationId> partOf = form.code("partOf", OrganisationId::find, "the id of an organisation");
        form.end();
        ask.people().updateOrganisation(organisation(id, name, sector, aliases, partOf));
        return record(ask, id);
    }

    /** What can't even be made says so as the core would. */
    private static Organisation organisation(
            OrganisationId id,
            Field<String> name,
            Field<Sector> sector,
            Field<List<String>> aliases,
            Field<OrganisationId> partOf) {
        if (name.get().isBlank()) {
            throw new RefusedException(new Violation("/name", "name.required", "Give a name."));
        }
        if (id.equals(partOf.value())) {
            throw new RefusedException(new Violation("/partOf", "organisation.circle", "It would be part of itself."));
        }
        return new Organisation(id, name.get(), new TreeSet<>(aliases.or(List.of())), sector.get(), partOf.value());
    }

    private static Answer record(Ask ask, OrganisationId id) {
        Stored<Organisation> stored = ask.people().organisation(id);
        return Answer.ok(PeopleJson.organisation(stored.value())).with("ETag", Version.tag(stored));
    }
}
