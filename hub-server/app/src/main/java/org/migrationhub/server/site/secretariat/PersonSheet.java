package org.migrationhub.server.site.secretariat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.account.Account;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.Roles;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.RosterFields;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.page.Words;
import org.migrationhub.server.site.secretariat.CandidatesView.Option;

/** Makes the page of a person. Not thread-safe. */
final class PersonSheet {

    private final Visit visit;
    private final Voice voice;
    private final Desk desk;
    private final Names names;
    private final Times times;
    private final PersonId id;
    private final Person person;
    private final long version;

    PersonSheet(Visit visit) {
        this.visit = visit;
        this.voice = visit.voice();
        this.desk = visit.ask().desk();
        this.names = new Names(visit);
        this.times = new Times(voice, visit.ask().now());
        this.id = visit.ask().person();
        Stored<Person> stored = desk.people().person(id);
        this.person = stored.value();
        this.version = stored.head().sequence();
    }

    Said name() {
        return names.name(person);
    }

    /**
     * The page.
     *
     * @param open the form that was refused; empty if none was
     * @param seen what whoever typed it goes on from
     * @param typed what was typed into it
     */
    PersonView page(String open, Seen seen, Typed typed) {
        Accounts accounts = visit.ask().door().accounts();
        Account account = accounts.of(visit.ask().actor(), id).orElse(null);
        return new PersonView(
                visit.at().to(Names.PEOPLE + "/" + id),
                version,
                name(),
                person.erased(),
                isOwn(),
                behalf(),
                accounts.ownData()
                        .requestOf(id)
                        .map(request -> times.day(request.at()))
                        .orElse(""),
                facts(),
                affiliations(),
                roster(person.roster()),
                awaited(),
                account == null ? List.of() : account(account, accounts.roles().of(account)),
                account == null ? List.of() : grants(accounts.roles().history(account)),
                forms(
                        open,
                        seen,
                        typed,
                        account == null ? List.of() : accounts.roles().of(account)),
                open,
                desk.people().organisations(OrganisationQuery.all().limit(SubmissionQuery.MOST)).stream()
                        .map(Organisation::name)
                        .toList(),
                account != null && desk.may(Right.GRANT_ROLES),
                desk.may(Right.ERASE_PERSON));
    }

    private boolean isOwn() {
        return id.equals(visit.ask().actor().person());
    }

    /** On one's own record nobody looks for it. */
    private PersonView.Behalf behalf() {
        if (!desk.may(Right.START_ON_BEHALF)) {
            return new PersonView.Behalf(false, List.of());
        }
        List<Violation> objections = desk.whyNotStartingOnBehalf(id);
        return new PersonView.Behalf(
                objections.isEmpty(),
                isOwn() ? List.of() : objections.stream().map(voice::complaint).toList());
    }

    // What is known.

    private List<DeskItem.Fact> facts() {
        List<DeskItem.Fact> facts = new ArrayList<>();
        if (!person.profile().email().isEmpty()) {
            add(
                    facts,
                    "secretariat.person.email",
                    List.of(new Said(person.profile().email(), null, "ltr")));
        }
        add(
                facts,
                "secretariat.filter.side",
                List.of(voice.plain(
                        "sector." + person.affiliations().sectorAt(times.now()).code())));
        return facts;
    }

    private void add(List<DeskItem.Fact> facts, String key, List<Said> values) {
        if (!values.isEmpty()) {
            facts.add(new DeskItem.Fact(
                    voice.say(key), values.stream().map(Linked::plain).toList()));
        }
    }

    private List<PersonView.Affiliation> affiliations() {
        List<PersonView.Affiliation> affiliations = new ArrayList<>();
        for (Affiliation held : person.affiliations().history()) {
            Instant until = held.until();
            affiliations.add(
                    0,
                    new PersonView.Affiliation(
                            held.organisation().value(),
                            names.organisation(held.organisation()),
                            voice.say("sector." + held.sector().code()),
                            until == null
                                    ? voice.say("secretariat.since", times.day(held.from()))
                                    : voice.say("secretariat.time", times.day(held.from()), times.day(until)),
                            held.holdsAt(times.now())));
        }
        return affiliations;
    }

    private List<DeskItem.Fact> roster(@Nullable RosterEntry entry) {
        List<DeskItem.Fact> facts = new ArrayList<>();
        if (entry != null) {
            add(
                    facts,
                    "secretariat.candidate.reads",
                    entry.languages().stream().map(voice::name).toList());
            add(
                    facts,
                    "secretariat.candidate.expert",
                    entry.expertise().stream()
                            .map(one -> CandidatePages.numbered(voice, one))
                            .toList());
            add(facts, "secretariat.roster.capacity", List.of(new Said(voice.number(entry.capacity()), null, null)));
            add(
                    facts,
                    "secretariat.roster.absences",
                    entry.absences().stream()
                            .map(away -> voice.plain(
                                    "secretariat.time",
                                    times.day(away.from()),
                                    times.day(away.until().minusNanos(1))))
                            .toList());
            if (!entry.conflicts().isEmpty()) {
                facts.add(new DeskItem.Fact(
                        voice.say("secretariat.roster.conflicts"), names.organisations(entry.conflicts())));
            }
        }
        return facts;
    }

    private List<Linked> awaited() {
        return desk.submissions(SubmissionQuery.all().awaiting(id)).stream()
                .map(line -> new Linked(Said.in(line.language(), line.title()), Items.address(visit, line.id())))
                .toList();
    }

    private List<DeskItem.Fact> account(Account account, Collection<Role> roles) {
        List<DeskItem.Fact> facts = new ArrayList<>();
        add(facts, "secretariat.account.email", List.of(new Said(account.email().text(), null, "ltr")));
        add(facts, "secretariat.account.since", List.of(new Said(times.day(account.since()), null, null)));
        add(
                facts,
                "secretariat.account.roles",
                roles.stream().map(role -> voice.plain("role." + role.code())).toList());
        return facts;
    }

    private List<String> grants(List<Roles.Granted> history) {
        List<String> grants = new ArrayList<>();
        for (Roles.Granted granted : history) {
            String role = voice.say("role." + granted.role().code());
            Instant until = granted.until();
            grants.add(
                    0,
                    until == null
                            ? voice.say("secretariat.grant", role, times.minute(granted.at()), by(granted.by()))
                            : voice.say(
                                    "secretariat.grant.ended",
                                    role,
                                    times.minute(granted.at()),
                                    by(granted.by()),
                                    times.minute(until)));
        }
        return grants;
    }

    private String by(PersonId who) {
        String key = "secretariat.by." + who.value(); // what grants roles by itself is no person
        return voice.has(key) ? voice.say(key) : "\u2068" + names.name(who).text() + "\u2069";
    }

    // What can be changed.

    private PersonView.Forms forms(String open, Seen seen, Typed typed, Collection<Role> roles) {
        boolean profile = open.equals(PersonView.PROFILE);
        boolean roster = open.equals(PersonView.ROSTER);
        Typed known = new ProfileForm(visit).filled(person);
        Typed declared = new EntryForm(visit).filled(person);
        Typed entry = roster ? typed : declared;
        return new PersonView.Forms(
                profile ? typed : known,
                profile ? seen : Seen.of(version, known),
                filled(open.equals(PersonView.AFFILIATION), typed, Map.of()),
                entry,
                roster ? seen : Seen.of(version, declared),
                RosterFields.rows(entry),
                languages(),
                objectives(),
                filled(open.equals(PersonView.INVITATION), typed, Map.of("language", List.of(likely().tag()))),
                filled(
                        open.equals(PersonView.ROLES),
                        typed,
                        Map.of("roles", roles.stream().map(Role::code).toList())),
                Arrays.stream(Role.values())
                        .filter(role -> role != Role.VISITOR)
                        .map(role -> new Option(role.code(), voice.plain("role." + role.code()), roles.contains(role)))
                        .toList());
    }

    private static Typed filled(boolean refused, Typed typed, Map<String, List<String>> known) {
        return refused ? typed : Typed.of(known);
    }

    /** In which language somebody is best written to: one that they read, or else the page's. */
    private Language likely() {
        return Optional.ofNullable(person.roster()).stream()
                .flatMap(entry -> Words.LANGUAGES.stream().filter(entry.languages()::contains))
                .findFirst()
                .orElse(voice.language());
    }

    private List<Option> languages() {
        return Words.LANGUAGES.stream()
                .map(language -> new Option(language.tag(), voice.name(language), false))
                .toList();
    }

    private List<Option> objectives() {
        return Arrays.stream(Objective.values())
                .map(objective -> new Option(objective.code(), CandidatePages.numbered(voice, objective), false))
                .toList();
    }
}
