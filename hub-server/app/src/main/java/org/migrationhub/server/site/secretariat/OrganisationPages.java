package org.migrationhub.server.site.secretariat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.storage.OrganisationPlace;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Bodies;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Reserved;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.secretariat.CandidatesView.Option;

/** The register of organisations. Stateless and thread-safe. */
final class OrganisationPages {

    private static final String SECTION = "desk.organisations";
    private static final String NEW = Names.ORGANISATIONS + "/new";
    private static final String ONE = Names.ORGANISATIONS + "/{id}";
    private static final String ALIASES = "aliases";
    private static final String PART_OF = "partOf";
    private static final String SECTOR = "sector";
    private static final int PAGE = 30;

    /** What fields are called by another name in the words. */
    private static final Map<String, String> LABELS = Map.of(SECTOR, "side", PART_OF, "within");

    private OrganisationPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(Names.ORGANISATIONS, OrganisationPages::list, "q", "cursor")
                        .personal(),
                Route.of(NEW, OrganisationPages::ask).personal(),
                Route.post(NEW, OrganisationPages::add).personal(),
                Route.of(ONE, OrganisationPages::show).personal(),
                Route.post(ONE, OrganisationPages::change).personal());
    }

    private static Answer list(Visit visit) {
        Keeping.requireRecords(visit);
        String words = visit.ask().query().one("q").orElse("").strip();
        OrganisationPlace after = visit.ask()
                .query()
                .one("cursor")
                .flatMap(OrganisationPlace::find)
                .orElse(null);
        List<Organisation> found = visit.ask()
                .people()
                .organisations(OrganisationQuery.all().named(words).after(after).limit(PAGE + 1));
        List<Organisation> shown = found.subList(0, Math.min(PAGE, found.size()));
        Names names = new Names(visit);
        String address = visit.at().to(Names.ORGANISATIONS) + "?q=" + Addresses.encoded(words);
        OrganisationsView page = new OrganisationsView(
                words,
                shown.stream().map(one -> line(visit.voice(), names, one)).toList(),
                found.size() > PAGE
                        ? address + "&cursor="
                                + OrganisationPlace.of(shown.get(PAGE - 1)).cursor()
                        : null,
                after == null ? null : address);
        return visit.own("secretariat/organisations", frame(visit, visit.voice().plain("desk.organisations")), page);
    }

    private static OrganisationsView.Line line(Voice voice, Names names, Organisation one) {
        OrganisationId partOf = one.partOf();
        return new OrganisationsView.Line(
                names.organisation(one),
                voice.say("sector." + one.sector().code()),
                one.aliases().stream().map(Said::unknown).toList(),
                partOf == null ? null : names.organisation(partOf));
    }

    private static Frame frame(Visit visit, Said title) {
        return visit.desk(title, SECTION);
    }

    // A new one.

    private static Answer ask(Visit visit) {
        return asked(visit, 200, Reserved.form(visit));
    }

    private static Answer asked(Visit visit, int status, Typed typed) {
        return visit.own(
                status,
                "secretariat/organisation",
                frame(visit, visit.voice().plain("secretariat.organisation.new")),
                view(visit, visit.at().to(NEW), null, Seen.sent(typed), typed));
    }

    /** The form brings the id along: sent twice, it registers one organisation. */
    private static Answer add(Visit visit) {
        Typed typed = visit.typed();
        OrganisationId id = new OrganisationId(Reserved.id(visit, typed));
        return ItemPages.attempt(
                visit,
                typed,
                () -> {
                    refuse(missing(typed));
                    Desk desk = visit.ask().desk();
                    try {
                        desk.people()
                                .addOrganisation(
                                        id,
                                        typed.text("name"),
                                        sector(typed),
                                        aliases(typed).toArray(String[]::new));
                    } catch (StaleVersionException e) {
                        return visit.leadTo(Names.ORGANISATIONS + "/" + id);
                    }
                    return visit.leadTo(Names.ORGANISATIONS + "/" + id, "secretariat-organisation-added");
                },
                refusal -> asked(visit, refusal.status(), refusal.typed()));
    }

    // One that is there.

    private static Answer show(Visit visit) {
        Stored<Organisation> stored =
                visit.ask().people().organisation(visit.ask().organisation());
        Typed filled = filled(visit, stored.value());
        return shown(visit, 200, stored, seen(stored, filled), filled);
    }

    private static Typed filled(Visit visit, Organisation one) {
        OrganisationId partOf = one.partOf();
        return Typed.of(Map.of(
                "name",
                List.of(one.name()),
                SECTOR,
                List.of(one.sector().code()),
                ALIASES,
                List.of(String.join("\n", one.aliases())),
                PART_OF,
                List.of(
                        partOf == null
                                ? ""
                                : new Names(visit).organisation(partOf).said().text())));
    }

    private static Seen seen(Stored<Organisation> stored, Typed filled) {
        return Seen.of(stored.head().sequence(), filled);
    }

    private static Answer shown(Visit visit, int status, Stored<Organisation> stored, Seen seen, Typed typed) {
        Said name = Said.unknown(stored.value().name());
        String address =
                visit.at().to(Names.ORGANISATIONS + "/" + stored.value().id());
        return visit.own(
                status, "secretariat/organisation", frame(visit, name), view(visit, address, stored, seen, typed));
    }

    private static Answer change(Visit visit) {
        OrganisationId id = visit.ask().organisation();
        Typed typed = visit.typed();
        return ItemPages.attempt(
                visit,
                typed,
                () -> {
                    PeopleDesk people =
                            visit.ask().desk(ItemPages.version(typed)).people();
                    people.updateOrganisation(read(id, typed, people));
                    return visit.leadTo(Names.ORGANISATIONS + "/" + id, "secretariat-saved");
                },
                refusal -> {
                    Stored<Organisation> stored = visit.ask().people().organisation(id);
                    Typed there = filled(visit, stored.value());
                    if (refusal.isDone(there)) {
                        return visit.leadTo(Names.ORGANISATIONS + "/" + id, "secretariat-saved");
                    }
                    return shown(
                            visit,
                            refusal.status(),
                            stored,
                            refusal.seen(seen(stored, there)),
                            refusal.met(there, (field, values) -> told(visit, field, values)));
                });
    }

    private static Typed.Meanwhile told(Visit visit, String field, Map<String, List<String>> values) {
        Voice voice = visit.voice();
        String there = String.join("", values.getOrDefault(field, List.of()));
        String label = "secretariat.organisation." + LABELS.getOrDefault(field, field);
        return new Typed.Meanwhile(
                field,
                voice.has(label) ? voice.plain(label) : Said.unknown(field),
                field.equals(SECTOR) && voice.has("sector." + there)
                        ? voice.plain("sector." + there)
                        : Said.unknown(there));
    }

    private static Organisation read(OrganisationId id, Typed typed, PeopleDesk people) {
        List<Violation> violations = missing(typed);
        OrganisationId partOf = null;
        try {
            partOf = typed.given(PART_OF)
                    .map(text -> Bodies.meant(people, "/" + PART_OF, text))
                    .orElse(null);
        } catch (RefusedException e) {
            violations.addAll(e.violations());
        }
        if (id.equals(partOf)) {
            violations.add(new Violation("/" + PART_OF, "organisation.circle", "It would be part of itself."));
        }
        refuse(violations);
        return new Organisation(id, typed.text("name"), new TreeSet<>(aliases(typed)), sector(typed), partOf);
    }

    /** What must be there before the core can be asked: it says so in the core's words. */
    private static List<Violation> missing(Typed typed) {
        List<Violation> violations = new ArrayList<>();
        if (typed.given("name").isEmpty()) {
            violations.add(new Violation("/name", "name.required", "Give a name."));
        }
        if (side(typed).isEmpty()) {
            violations.add(new Violation("/" + SECTOR, "field.required", "Say on which side."));
        }
        return violations;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
    }

    private static List<String> aliases(Typed typed) {
        return typed.text(ALIASES)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The side; there is one, since a form without is refused. */
    private static Sector sector(Typed typed) {
        return side(typed).orElse(Sector.UNDETERMINED);
    }

    private static Optional<Sector> side(Typed typed) {
        return Arrays.stream(Sector.values())
                .filter(sector -> sector.code().equals(typed.text(SECTOR)))
                .findFirst();
    }

    private static OrganisationView view(
            Visit visit, String address, @Nullable Stored<Organisation> stored, Seen seen, Typed typed) {
        Keeping.requireRecords(visit);
        Voice voice = visit.voice();
        Said name = stored == null ? null : Said.unknown(stored.value().name());
        return new OrganisationView(
                address,
                seen,
                name,
                name == null ? null : visit.at().to(Names.PEOPLE) + "?q=" + Addresses.encoded(name.text()),
                Arrays.stream(Sector.values())
                        .map(side -> new Option(
                                side.code(), voice.plain("sector." + side.code()), typed.has(SECTOR, side.code())))
                        .toList(),
                visit.ask().people().organisations(OrganisationQuery.all().limit(SubmissionQuery.MOST)).stream()
                        .map(Organisation::name)
                        .toList(),
                mended(typed));
    }

    /** All other names stand in one field, so what is wrong with any of them is told there. */
    private static Typed mended(Typed typed) {
        return typed.complaining(typed.complaints().stream()
                .map(one -> one.field().startsWith(ALIASES + "/") ? new Typed.Complaint(ALIASES, one.said()) : one)
                .toList());
    }
}
