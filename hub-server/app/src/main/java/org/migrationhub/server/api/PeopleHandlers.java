package org.migrationhub.server.api;

import java.util.List;
import java.util.Optional;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.server.account.Acquaintances;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.account.Scope;
import org.migrationhub.server.form.RosterForm;
import org.migrationhub.server.form.SectorForm;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;
import org.migrationhub.server.json.Tree;

/** The records of persons, and the roster. */
final class PeopleHandlers {

    /** To read one's own record; a reviewer needs its version to change what they declare. */
    private static final List<Scope> OWN_RECORD = List.of(Scope.READ, Scope.REVIEW);

    private static final List<Scope> OWN_ENTRY = List.of(Scope.REVIEW);

    private static final String ORGANISATION = "the id of an organisation";

    private PeopleHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("registerPerson", "POST", Api.at("people"), PeopleHandlers::register).creating(),
                new Operation("addReviewer", "POST", Api.at("reviewers"), PeopleHandlers::addReviewer).creating(),
                new Operation("listPeople", "GET", Api.at("people"), PeopleHandlers::list)
                        .taking("roster", "limit", "cursor"),
                new Operation("readPerson", "GET", Api.at("people/{id}"), PeopleHandlers::read),
                new Operation("updateProfile", "PUT", Api.at("people/{id}/profile"), PeopleHandlers::updateProfile)
                        .changing(),
                new Operation(
                                "recordAffiliation",
                                "POST",
                                Api.at("people/{id}/affiliations"),
                                PeopleHandlers::recordAffiliation)
                        .changing(),
                new Operation(
                                "endAffiliation",
                                "DELETE",
                                Api.at("people/{id}/affiliations/{organisation}"),
                                PeopleHandlers::endAffiliation)
                        .changing(),
                new Operation("enrol", "PUT", Api.at("people/{id}/roster-entry"), PeopleHandlers::enrol).changing(),
                new Operation("leaveRoster", "DELETE", Api.at("people/{id}/roster-entry"), PeopleHandlers::leaveRoster)
                        .changing(),
                new Operation("erasePerson", "POST", Api.at("people/{id}/erasure"), PeopleHandlers::erase).changing());
    }

    private static Answer register(Ask ask) {
        Form form = ask.form();
        Field<String> name = form.text("name").required();
        Field<String> email = form.text("email");
        form.end();
        PersonId self = ask.actor().person();
        boolean isSubmitter = ask.desk().may(Right.START) && !ask.desk().may(Right.KEEP_PEOPLE);
        return registered(
                isSubmitter && self != null
                        ? named(ask, self, name.get(), email.or(""))
                        : register(ask, name.get(), email.or("")));
    }

    private static PersonId register(Ask ask, String name, String email) {
        return ask.once(() -> ask.people().register(name, email), PersonId::new);
    }

    /** Whom a submitter is to name in an item, as on the pages: an address is somebody of theirs, and newcomers are counted. */
    private static PersonId named(Ask ask, PersonId self, String name, String email) {
        Acquaintances acquaintances = ask.door().accounts().acquaintances();
        Optional<EmailAddress> address = EmailAddress.find(email);
        Optional<PersonId> known = address.flatMap(one -> acquaintances.find(self, one));
        if (known.isPresent()) {
            return known.get();
        }
        acquaintances.takeNewcomer(self);
        return address.map(one -> acquaintances.named(
                        self,
                        name,
                        one,
                        id -> ask.desk().creating(id.value()).people().register(name, one.text())))
                .orElseGet(() -> register(ask, name, email));
    }

    private static Answer addReviewer(Ask ask) {
        Form form = ask.form();
        Field<String> name = form.text("name").required();
        Field<String> email = form.text("email");
        Field<OrganisationId> organisation =
                form.code("organisation", OrganisationId::find, ORGANISATION).required();
        RosterForm roster = RosterForm.of(form);
        form.end();
        return registered(ask.once(
                () -> ask.people().addReviewer(name.get(), email.or(""), organisation.get(), roster.entry()),
                PersonId::new));
    }

    /** Only the id: whoever registers somebody need not be allowed to read the record. */
    private static Answer registered(PersonId id) {
        return Answer.created(Api.at("people/" + id), new Tree().text("id", id).done());
    }

    private static Answer list(Ask ask) {
        Page page = Page.of("people", ask.query());
        PersonQuery query = (ask.query().flag("roster") ? PersonQuery.roster() : PersonQuery.all())
                .after(ask.query()
                        .code("cursor", PersonId::find, "where a page ended")
                        .orElse(null))
                .limit(page.asked());
        return page.answer(
                ask.query(),
                ask.people().people(query),
                person -> PeopleJson.person(person, ask.now()),
                person -> person.id().value());
    }

    private static Answer read(Ask ask) {
        requireOfToken(ask, OWN_RECORD);
        return record(ask, ask.person());
    }

    /** What one may do with a record only because it is one's own, a personal token must be good for. */
    private static void requireOfToken(Ask ask, List<Scope> scopes) {
        if (ask.person().equals(ask.actor().person()) && !ask.desk().may(Right.KEEP_PEOPLE)) {
            ask.door().require(scopes);
        }
    }

    private static Answer updateProfile(Ask ask) {
        Form form = ask.form();
        Field<String> name = form.text("name").required();
        Field<String> email = form.text("email");
        form.end();
        PersonId id = ask.person();
        if (id.equals(ask.actor().person())) {
            ask.door().requireNoPersonalToken();
        }
        ask.correct(ask.people(), id, new Profile(name.get(), email.or("")));
        return record(ask, id);
    }

    private static Answer recordAffiliation(Ask ask) {
        Form form = ask.form();
        Field<OrganisationId> organisation =
                form.code("organisation", OrganisationId::find, ORGANISATION).required();
        Field<Sector> sector = SectorForm.of(form).required();
        Field<Boolean> beside = form.flag("beside");
        form.end();
        if (beside.or(false)) {
            ask.people().addAffiliation(ask.person(), organisation.get(), sector.get());
        } else {
            ask.people().changeAffiliation(ask.person(), organisation.get(), sector.get());
        }
        return record(ask, ask.person());
    }

    private static Answer endAffiliation(Ask ask) {
        ask.noForm();
        OrganisationId organisation =
                OrganisationId.find(ask.inPath("organisation")).orElseThrow(Problems::notFound);
        ask.people().endAffiliation(ask.person(), organisation);
        return Answer.noContent();
    }

    private static Answer enrol(Ask ask) {
        Form form = ask.form();
        RosterForm roster = RosterForm.of(form);
        form.end();
        requireOwnEntry(ask);
        ask.people().enrol(ask.person(), roster.entry());
        return record(ask, ask.person());
    }

    private static Answer leaveRoster(Ask ask) {
        ask.noForm();
        requireOwnEntry(ask);
        ask.people().leaveRoster(ask.person());
        return Answer.noContent();
    }

    /** What somebody declares of themselves they declare as a reviewer, whatever else they are. */
    private static void requireOwnEntry(Ask ask) {
        if (ask.person().equals(ask.actor().person())) {
            ask.door().require(OWN_ENTRY);
        }
    }

    private static Answer erase(Ask ask) {
        ask.noForm();
        ask.erase(ask.person());
        return Answer.noContent();
    }

    private static Answer record(Ask ask, PersonId id) {
        Stored<Person> stored = ask.people().person(id);
        return Answer.ok(PeopleJson.person(stored.value(), ask.now())).with("ETag", Version.tag(stored));
    }
}
