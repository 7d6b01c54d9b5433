package org.migrationhub.server.site.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.RosterFields;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** What a reviewer declares on the roster, to be changed by themselves. Stateless and thread-safe. */
final class RosterPages {

    static final String PATH = "/account/roster";

    private RosterPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PATH, visit -> page(visit, 200, asItIs(new Own(visit))))
                        .personal(),
                Route.post(PATH, RosterPages::change).personal(),
                Route.post(PATH + "/leaving", RosterPages::leave).personal());
    }

    /** There is no such page for whoever isn't on the roster. */
    private static RosterEntry entry(Stored<Person> record) {
        return Optional.ofNullable(record.value().roster())
                .orElseThrow(() -> new NotFoundException(
                        "roster-entry", record.value().id().value()));
    }

    /** Each conflict is a box that is ticked. */
    private static Typed asItIs(Own own) {
        RosterEntry entry = entry(own.record());
        return RosterFields.filled(
                entry, entry.conflicts().stream().map(OrganisationId::value).toList());
    }

    private static Answer change(Visit visit) {
        Typed typed = visit.typed();
        Own own = new Own(visit);
        return own.tried(
                typed,
                () -> {
                    PeopleDesk people = visit.ask().desk(Own.version(typed)).people();
                    RosterEntry changed = RosterFields.read(typed, people);
                    return changed(own, people, changed);
                },
                refused -> page(visit, 422, refused));
    }

    /** Old boxes under a new version would undo unseen what somebody else has changed: it is shown as it is now. */
    private static Answer changed(Own own, PeopleDesk people, RosterEntry entry) {
        Visit visit = own.visit();
        try {
            people.enrol(own.account().person(), entry);
            return visit.leadTo(Own.HOME, "account-roster");
        } catch (StaleVersionException e) {
            return page(visit, 412, asItIs(own).refused("", visit.voice().plain("account.roster.stale")));
        }
    }

    private static Answer leave(Visit visit) {
        Own own = new Own(visit);
        visit.ask().people().leaveRoster(own.account().person());
        return visit.leadTo(Own.HOME, "account-left");
    }

    private static Answer page(Visit visit, int status, Typed typed) {
        Own own = new Own(visit);
        Stored<Person> record = own.record();
        RosterEntry entry = entry(record);
        RosterView view = new RosterView(
                record.head().sequence(),
                typed,
                languages(visit.voice(), entry),
                Arrays.stream(Objective.values())
                        .map(one -> new RosterView.Choice(one.code(), objective(visit.voice(), one)))
                        .toList(),
                entry.conflicts().stream().map(id -> conflict(visit, id)).toList(),
                RosterFields.rows(typed));
        return visit.own(status, "account/roster", own.frame("account.roster.title"), view);
    }

    private static List<RosterView.Choice> languages(Voice voice, RosterEntry entry) {
        return Stream.concat(Language.official().stream(), entry.languages().stream())
                .distinct()
                .map(language -> new RosterView.Choice(language.tag(), voice.name(language)))
                .toList();
    }

    private static Said objective(Voice voice, Objective objective) {
        Said label = voice.label(objective);
        String text = objective.number().isPresent()
                ? voice.say("objective.titled", objective.number().getAsInt(), label.text())
                : label.text();
        return new Said(text, label.lang(), label.dir());
    }

    private static RosterView.Choice conflict(Visit visit, OrganisationId id) {
        String name = visit.ask().people().organisation(id).value().name();
        return new RosterView.Choice(id.value(), Said.unknown(name));
    }
}
