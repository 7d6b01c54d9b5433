package org.migrationhub.server.site.account;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.RosterFields;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** What a reviewer declares on the roster, to be changed by themselves. Stateless and thread-safe. */
final class RosterPages {

    static final String PATH = "/account/roster";

    private RosterPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PATH, visit -> new Own(visit).opened(new EntryForm(visit)))
                        .personal(),
                Route.post(PATH, RosterPages::change).personal(),
                Route.post(PATH + "/leaving", RosterPages::leave).personal());
    }

    /** There is no such page for whoever isn't on the roster. */
    private static RosterEntry entry(Person person) {
        return Optional.ofNullable(person.roster())
                .orElseThrow(
                        () -> new NotFoundException("roster-entry", person.id().value()));
    }

    private static Answer change(Visit visit) {
        return new Own(visit).changed(new EntryForm(visit), RosterFields.ordered(visit.typed()));
    }

    /** The form of their entry. */
    private record EntryForm(Visit visit) implements Own.Form {

        /** Each conflict is a box that is ticked, and so is each language. */
        @Override
        public Typed filled(Person person) {
            RosterEntry entry = entry(person);
            return RosterFields.filled(
                    entry, entry.conflicts().stream().map(OrganisationId::value).toList());
        }

        @Override
        public Answer saved(long version, Typed typed) {
            PeopleDesk people = visit.ask().desk(version).people();
            RosterEntry changed = RosterFields.read(typed, people);
            people.enrol(new Own(visit).account().person(), changed);
            return visit.leadTo(Own.HOME, "account-roster");
        }

        @Override
        public Typed.Meanwhile told(String field, Map<String, List<String>> values) {
            Voice voice = visit.voice();
            String text = RosterFields.told(voice, field, values, value -> said(field, value));
            String key = "account.roster." + field;
            return new Typed.Meanwhile(
                    field, voice.has(key) ? voice.plain(key) : Said.unknown(field), Said.unknown(text));
        }

        private String said(String field, String value) {
            Voice voice = visit.voice();
            return switch (field) {
                case "languages" ->
                    Language.find(value).map(one -> voice.name(one).text()).orElse(value);
                case "expertise" ->
                    Objective.find(value)
                            .map(one -> objective(voice, one).text())
                            .orElse(value);
                case "conflicts" ->
                    OrganisationId.find(value)
                            .flatMap(id -> conflict(visit, id))
                            .map(one -> one.said().text())
                            .orElse(value);
                default -> value;
            };
        }

        @Override
        public Answer shown(int status, Seen seen, Typed typed) {
            return page(visit, status, seen, typed);
        }
    }

    private static Answer leave(Visit visit) {
        Own own = new Own(visit);
        visit.ask().people().leaveRoster(own.account().person());
        return visit.leadTo(Own.HOME, "account-left");
    }

    private static Answer page(Visit visit, int status, Seen seen, Typed typed) {
        Own own = new Own(visit);
        RosterEntry entry = entry(own.record().value());
        RosterView view = new RosterView(
                seen,
                typed,
                languages(visit.voice(), entry, typed),
                Arrays.stream(Objective.values())
                        .map(one -> new RosterView.Choice(one.code(), objective(visit.voice(), one)))
                        .toList(),
                conflicts(visit, entry, typed),
                RosterFields.rows(typed));
        return visit.own(status, "account/roster", own.frame("account.roster.title"), view);
    }

    /** What is stored, and what is still ticked though somebody else has taken it out meanwhile. */
    private static List<RosterView.Choice> conflicts(Visit visit, RosterEntry entry, Typed typed) {
        return Stream.concat(
                        entry.conflicts().stream(),
                        typed.all("conflicts").stream().flatMap(id -> OrganisationId.find(id).stream()))
                .distinct()
                .flatMap(id -> conflict(visit, id).stream())
                .toList();
    }

    private static List<RosterView.Choice> languages(Voice voice, RosterEntry entry, Typed typed) {
        return Stream.of(
                        Language.official().stream(),
                        entry.languages().stream(),
                        typed.all("languages").stream().flatMap(tag -> Language.find(tag).stream()))
                .flatMap(some -> some)
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

    /** Empty if there is no such organisation: a form may name any. */
    private static Optional<RosterView.Choice> conflict(Visit visit, OrganisationId id) {
        try {
            String name = visit.ask().people().organisation(id).value().name();
            return Optional.of(new RosterView.Choice(id.value(), Said.unknown(name)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
