package org.migrationhub.server.site.secretariat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Bodies;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Reserved;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/** Everybody whom the Hub knows, and how somebody comes to be known. Stateless and thread-safe. */
final class PeoplePages {

    static final String SECTION = "desk.people";

    private static final String NEW = Names.PEOPLE + "/new";
    private static final int PAGE = 30;

    private PeoplePages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(Names.PEOPLE, PeoplePages::list, "q", "roster", "cursor")
                        .personal(),
                Route.of(NEW, PeoplePages::ask).personal(),
                Route.post(NEW, PeoplePages::register).personal());
    }

    private static Answer list(Visit visit) {
        String words = visit.ask().query().one("q").orElse("").strip();
        boolean roster = !visit.ask().query().one("roster").orElse("").isEmpty();
        PersonId after =
                visit.ask().query().one("cursor").flatMap(PersonId::find).orElse(null);
        List<Known> found = found(visit, words, new PersonQuery(roster, after, SubmissionQuery.MOST));
        List<Known> shown = found.subList(0, Math.min(PAGE, found.size()));
        String address =
                visit.at().to(Names.PEOPLE) + "?q=" + Addresses.encoded(words) + (roster ? "&roster=true" : "");
        PeopleView page = new PeopleView(
                words,
                roster,
                shown.stream().map(Known::line).toList(),
                found.size() > PAGE
                        ? address + "&cursor=" + shown.get(PAGE - 1).person().id()
                        : null,
                after == null ? null : address);
        return visit.own("secretariat/people", visit.desk(visit.voice().plain("desk.people"), SECTION), page);
    }

    /** Somebody, and how they are told. */
    private record Known(Person person, PeopleView.Line line) {}

    /** One more than a page has room for. */
    private static List<Known> found(Visit visit, String words, PersonQuery from) {
        List<Known> found = new ArrayList<>();
        PeopleDesk people = visit.ask().people();
        Names names = new Names(visit);
        FoldedName wanted = FoldedName.of(words);
        PersonQuery query = from;
        List<Person> page = people.people(query);
        while (!page.isEmpty() && found.size() <= PAGE) {
            page.stream()
                    .map(person -> new Known(person, line(visit, names, person)))
                    .filter(known -> matches(known.line(), wanted))
                    .limit(PAGE + 1L - found.size())
                    .forEach(found::add);
            query = query.after(page.get(page.size() - 1).id());
            page = page.size() < SubmissionQuery.MOST ? List.of() : people.people(query);
        }
        return found;
    }

    private static boolean matches(PeopleView.Line line, FoldedName wanted) {
        return wanted.isEmpty()
                || FoldedName.of(line.person().said().text()).contains(wanted)
                || line.organisations().stream()
                        .anyMatch(one -> FoldedName.of(one.said().text()).contains(wanted));
    }

    private static PeopleView.Line line(Visit visit, Names names, Person person) {
        return new PeopleView.Line(
                new Linked(names.name(person), visit.at().to(Names.PEOPLE + "/" + person.id())),
                person.profile().email(),
                names.organisations(
                        person.affiliations().organisationsAt(visit.ask().now())),
                side(visit, person),
                person.roster() != null);
    }

    private static String side(Visit visit, Person person) {
        Instant now = visit.ask().now();
        return visit.voice()
                .say(
                        person.affiliations().organisationsAt(now).isEmpty()
                                ? "secretariat.affiliations.missing"
                                : "sector."
                                        + person.affiliations().sectorAt(now).code());
    }

    // Somebody new.

    private static Answer ask(Visit visit) {
        return asked(visit, 200, Reserved.form(visit));
    }

    private static Answer asked(Visit visit, int status, Typed typed) {
        Keeping.requireRecords(visit);
        List<String> organisations =
                visit.ask().people().organisations(OrganisationQuery.all().limit(SubmissionQuery.MOST)).stream()
                        .map(Organisation::name)
                        .toList();
        NewPersonView page = new NewPersonView(typed, organisations);
        return visit.own(
                status,
                "secretariat/newperson",
                visit.desk(visit.voice().plain("secretariat.person.new"), SECTION),
                page);
    }

    /** The form brings the id along: sent twice, it registers one person. */
    private static Answer register(Visit visit) {
        Typed typed = visit.typed();
        PersonId id = new PersonId(Reserved.id(visit, typed));
        return ItemPages.attempt(
                visit,
                typed,
                () -> {
                    PeopleDesk people = visit.ask().people();
                    Profile profile = new Profile(typed.text("name"), typed.text("email"));
                    try {
                        people.register(id, profile, organisation(people, typed), null);
                    } catch (StaleVersionException e) {
                        return visit.leadTo(Names.PEOPLE + "/" + id);
                    }
                    return visit.leadTo(Names.PEOPLE + "/" + id, "secretariat-registered");
                },
                refusal -> asked(visit, refusal.status(), refusal.typed()));
    }

    private static @Nullable OrganisationId organisation(PeopleDesk people, Typed typed) {
        return typed.given("organisation")
                .map(text -> Bodies.meant(people, "/organisation", text))
                .orElse(null);
    }
}
