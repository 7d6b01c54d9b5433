package org.migrationhub.server.site.secretariat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.Account;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Bodies;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Words;

/** Somebody's record: what is known of them, and each thing that can be changed. Stateless and thread-safe. */
final class PersonPages {

    private static final String PERSON = Names.PEOPLE + "/{id}";
    private static final String ERASURE = PERSON + "/erasure";

    private PersonPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PERSON, PersonPages::show).personal(),
                edit(PersonView.PROFILE, ProfileForm::new, "secretariat-saved"),
                post(PersonView.AFFILIATION, PersonPages::affiliate, "secretariat-affiliation"),
                edit(PersonView.ROSTER, EntryForm::new, "secretariat-roster"),
                post(PersonView.INVITATION, PersonPages::invite, "secretariat-invited"),
                post(PersonView.ROLES, PersonPages::grant, "secretariat-roles"),
                Route.of(ERASURE, PersonPages::askErasure).personal(),
                Route.post(ERASURE, PersonPages::erase).personal());
    }

    /** Something that a form changes. */
    private interface Change {
        void made(Visit visit, PersonId id, Typed typed);
    }

    /** A form that, when it is refused, is shown again within the whole page. */
    private static Route post(String form, Change change, String told) {
        return Route.post(PERSON + "/" + form, visit -> {
                    PersonId id = visit.ask().person();
                    Typed typed = visit.typed();
                    Supplier<Answer> act = () -> {
                        change.made(visit, id, typed);
                        return visit.leadTo(Names.PEOPLE + "/" + id, told);
                    };
                    return ItemPages.attempt(
                            visit, typed, act, refusal -> shown(visit, refusal.status(), form, refusal.typed()));
                })
                .personal();
    }

    /** A form that shows what is there, to be changed. */
    private static Route edit(String code, Function<Visit, RecordForm> form, String told) {
        return Route.post(PERSON + "/" + code, visit -> new RecordEdit(visit, code, form.apply(visit), told).answer())
                .personal();
    }

    private static Answer show(Visit visit) {
        return shown(visit, 200, "", Typed.nothing());
    }

    private static Answer shown(Visit visit, int status, String open, Typed typed) {
        return shown(visit, status, open, Seen.sent(typed), typed);
    }

    /** The page, with a form that wasn't done and what whoever sent it goes on from. */
    static Answer shown(Visit visit, int status, String open, Seen seen, Typed typed) {
        Keeping.requireRecords(visit);
        PersonSheet sheet = new PersonSheet(visit);
        return visit.own(
                status,
                "secretariat/person",
                visit.desk(sheet.name(), PeoplePages.SECTION),
                sheet.page(open, seen, typed));
    }

    private static PeopleDesk people(Visit visit, Typed typed) {
        return visit.ask().desk(ItemPages.version(typed)).people();
    }

    private static void affiliate(Visit visit, PersonId id, Typed typed) {
        PeopleDesk people = people(visit, typed);
        Optional<OrganisationId> left = OrganisationId.find(typed.text("left"));
        if (left.isPresent()) {
            people.endAffiliation(id, left.get());
            return;
        }
        OrganisationId organisation = Bodies.meant(people, "/organisation", typed.text("organisation"));
        Sector sector = sector(typed.text("sector"), people, organisation);
        if (typed.has("beside", "true")) {
            people.addAffiliation(id, organisation, sector);
        } else {
            people.changeAffiliation(id, organisation, sector);
        }
    }

    /** The side that was said, or else that on which the organisation's people stand. */
    private static Sector sector(String code, PeopleDesk people, OrganisationId organisation) {
        return Arrays.stream(Sector.values())
                .filter(sector -> sector.code().equals(code))
                .findFirst()
                .orElseGet(() -> people.organisation(organisation).value().sector());
    }

    private static void invite(Visit visit, PersonId id, Typed typed) {
        Language language = Language.find(typed.text("language"))
                .filter(Words.LANGUAGES::contains)
                .orElse(visit.voice().language());
        visit.ask().door().accounts().registration().invite(visit.ask().actor(), id, language);
    }

    /** Only from what whoever grants has seen: a role that somebody else gave meanwhile isn't taken away unseen. */
    private static void grant(Visit visit, PersonId id, Typed typed) {
        Accounts accounts = visit.ask().door().accounts();
        Account account =
                accounts.of(visit.ask().actor(), id).orElseThrow(() -> new NotFoundException("account", id.value()));
        long version = accounts.roles().version(account);
        List<String> present =
                accounts.roles().of(account).stream().map(Role::code).toList();
        if (!present.equals(typed.all("seen"))) {
            throw new RefusedException(
                    new Violation("", "roles.changed", "The roles have changed since you read them."));
        }
        List<Role> wanted = typed.all("roles").stream()
                .flatMap(code -> Role.find(code).stream())
                .toList();
        accounts.roles().set(visit.ask().actor(), account.id(), wanted, version);
    }

    // What is lost for good.

    private static Answer askErasure(Visit visit) {
        return askedErasure(visit, 200, Typed.nothing());
    }

    private static Answer askedErasure(Visit visit, int status, Typed typed) {
        Keeping.requireErasing(visit);
        PersonSheet sheet = new PersonSheet(visit);
        ErasureView page = new ErasureView(sheet.page("", Seen.sent(typed), Typed.nothing()), typed);
        return visit.own(
                status,
                "secretariat/erasure",
                visit.desk(visit.voice().plain("secretariat.erase"), PeoplePages.SECTION),
                page);
    }

    private static Answer erase(Visit visit) {
        PersonId id = visit.ask().person();
        Typed typed = visit.typed();
        return ItemPages.attempt(
                visit,
                typed,
                () -> {
                    visit.ask().erase(id, ItemPages.version(typed));
                    return visit.leadTo(Names.PEOPLE, "secretariat-erased");
                },
                refusal -> askedErasure(visit, refusal.status(), refusal.typed()));
    }
}
