package org.migrationhub.server.site.secretariat;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Query;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.secretariat.CandidatesView.Option;

/**
 * Who could be seated. Whoever is chosen is looked at as a panel before anything is done: the core tries it, and says what it
 * would say. Stateless and thread-safe.
 */
final class CandidatePages {

    private static final String CANDIDATES = Items.ITEM + "/candidates";
    private static final String PANEL = Items.ITEM + "/panel";
    private static final String FOR = "for";
    private static final String CHOSEN = "reviewers";
    private static final String[] FILTERS = {FOR, CHOSEN, "name", "side", "language", "objective", "barred", "cursor"};
    private static final int PAGE = 20;

    /** How the core names somebody among the chosen, or the one who was. */
    private static final Pattern PLACE = Pattern.compile("reviewer(?:s/([0-9]{1,3}))?");

    /** More than anybody could seat: what an address says beyond that isn't looked at. */
    private static final int MOST_CHOSEN = 12;

    private CandidatePages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(CANDIDATES, CandidatePages::show, FILTERS).personal(),
                Route.of(PANEL, CandidatePages::check, FOR, CHOSEN).personal(),
                Route.post(PANEL, CandidatePages::seat).personal());
    }

    /** What somebody looks for on the roster; what is empty leaves nobody out. */
    private record Filter(String name, String side, String language, String objective, boolean barred) {

        static Filter of(Query query) {
            return new Filter(
                    last(query, "name"),
                    last(query, "side"),
                    last(query, "language"),
                    last(query, "objective"),
                    !last(query, "barred").isEmpty());
        }

        private static String last(Query query, String name) {
            List<String> all = query.all(name);
            return all.isEmpty() ? "" : all.get(all.size() - 1).strip();
        }

        boolean lets(Roster.Fit fit) {
            return (barred || fit.isFree())
                    && (FoldedName.of(name).isEmpty()
                            || FoldedName.of(fit.person().profile().name()).contains(FoldedName.of(name)))
                    && (side.isEmpty() || fit.eligibility().sector().code().equals(side))
                    && (language.isEmpty()
                            || Language.find(language)
                                    .filter(fit.entry().languages()::contains)
                                    .isPresent())
                    && (objective.isEmpty()
                            || Objective.find(objective)
                                    .filter(fit.entry().expertise()::contains)
                                    .isPresent());
        }
    }

    // The roster.

    private static Answer show(Visit visit) {
        Query query = visit.ask().query();
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        Placing placing = Placing.of(query.all(FOR).stream().findFirst());
        return listed(visit, 200, view, placing, ids(query.all(CHOSEN)), Typed.nothing());
    }

    /** Those to choose from, with what is wrong with a choice; that stays chosen. */
    private static Answer listed(
            Visit visit, int status, SubmissionView view, Placing placing, List<PersonId> chosenBefore, Typed typed) {
        Query query = visit.ask().query();
        Desk desk = visit.ask().desk();
        SubmissionId id = view.id();
        Roster roster = Roster.of(desk, id, placing);
        Set<PersonId> chosen = new HashSet<>(chosenBefore);
        Filter filter = Filter.of(query);
        List<Roster.Fit> found = roster.fits().stream().filter(filter::lets).toList();
        List<Roster.Fit> left = after(found, Filter.last(query, "cursor"));
        List<Roster.Fit> shown = left.subList(0, Math.min(PAGE, left.size()));
        Candidates candidates = new Candidates(visit, desk.content(id).languages());
        Voice voice = visit.voice();
        CandidatesView page = new CandidatesView(
                Items.head(visit, view),
                placing.code(),
                placing.ofPanel(),
                voice.say("secretariat.placing." + placing.act().code()),
                new CandidatesView.Asked(filter.name(), filter.barred()),
                sides(voice, filter.side()),
                languages(voice, roster, filter.language()),
                objectives(voice, filter.objective()),
                roster.fits().stream()
                        .filter(fit -> chosen.contains(fit.id()) && !shown.contains(fit))
                        .map(fit -> candidates.person(fit, true))
                        .toList(),
                shown.stream()
                        .map(fit -> candidates.person(fit, chosen.contains(fit.id())))
                        .toList(),
                voice.count("secretariat.candidates", found.size()),
                left.size() > PAGE ? shown.get(PAGE - 1).id().value() : null,
                meant(typed, chosenBefore),
                called(roster, chosen));
        return visit.own(status, "secretariat/candidates", frame(visit, placing), page);
    }

    /** What the core says of a place among the chosen, said of the person whose box is ticked. */
    private static Typed meant(Typed typed, List<PersonId> chosen) {
        Typed meant = Typed.nothing();
        for (Typed.Complaint one : typed.complaints()) {
            meant = meant.refused(box(one.field(), chosen), one.said());
        }
        return meant;
    }

    private static String box(String field, List<PersonId> chosen) {
        Matcher place = PLACE.matcher(field);
        if (!place.matches()) {
            return field.isEmpty() ? "" : CHOSEN;
        }
        int index = place.group(1) == null ? 0 : Integer.parseInt(place.group(1));
        return index < chosen.size() ? chosen.get(index).value() : CHOSEN;
    }

    private static Map<String, String> called(Roster roster, Set<PersonId> chosen) {
        return roster.fits().stream()
                .filter(fit -> chosen.contains(fit.id()))
                .collect(Collectors.toMap(
                        fit -> fit.id().value(), fit -> fit.person().profile().name()));
    }

    private static Frame frame(Visit visit, Placing placing) {
        Said title = visit.voice().plain("secretariat.deed." + placing.act().code());
        return visit.desk(title, "desk.queue");
    }

    /** Those after the one with which the page before ended; all, if that one isn't among them any more. */
    private static List<Roster.Fit> after(List<Roster.Fit> found, String cursor) {
        for (int index = 0; index < found.size(); index++) {
            if (found.get(index).id().value().equals(cursor)) {
                return found.subList(index + 1, found.size());
            }
        }
        return found;
    }

    private static List<Option> sides(Voice voice, String chosen) {
        return Stream.of(Sector.UN, Sector.NON_UN)
                .map(side -> new Option(
                        side.code(),
                        voice.plain("sector." + side.code()),
                        side.code().equals(chosen)))
                .toList();
    }

    private static List<Option> languages(Voice voice, Roster roster, String chosen) {
        return roster.fits().stream()
                .flatMap(fit -> fit.entry().languages().stream())
                .distinct()
                .map(language -> new Option(
                        language.tag(), voice.name(language), language.tag().equals(chosen)))
                .sorted((one, other) -> voice.order().compare(one.said(), other.said()))
                .toList();
    }

    private static List<Option> objectives(Voice voice, String chosen) {
        return Arrays.stream(Objective.values())
                .map(objective -> new Option(
                        objective.code(),
                        numbered(voice, objective),
                        objective.code().equals(chosen)))
                .toList();
    }

    static Said numbered(Voice voice, Objective objective) {
        Said label = voice.label(objective);
        return objective.number().isEmpty()
                ? label
                : new Said(
                        voice.say(
                                "objective.titled",
                                voice.number(objective.number().getAsInt()),
                                label.text()),
                        label.lang(),
                        label.dir());
    }

    // Those who were chosen.

    private static Answer check(Visit visit) {
        Query query = visit.ask().query();
        Placing placing = Placing.of(query.all(FOR).stream().findFirst());
        List<PersonId> chosen = ids(query.all(CHOSEN));
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        try {
            Typed tried = tried(visit, view, placing, chosen);
            return tried.complaints().isEmpty()
                    ? looked(visit, 200, view, placing, chosen, tried)
                    : listed(visit, 422, view, placing, chosen, tried);
        } catch (WrongStageException e) {
            return ItemPages.tooLate(visit, Typed.nothing());
        }
    }

    /** What the core says of it, without doing it. */
    private static Typed tried(Visit visit, SubmissionView view, Placing placing, List<PersonId> chosen) {
        Typed typed = Typed.nothing();
        if (!isOfRightNumber(placing, chosen)) {
            return typed.refused(
                    "",
                    visit.voice().plain("secretariat.choose." + placing.act().code()));
        }
        try {
            placing.done(visit.ask().rehearsal(view.version()), view.id(), chosen);
            return typed;
        } catch (RefusedException e) {
            return typed.refused(visit.voice(), e);
        } catch (StaleVersionException e) {
            return typed.refused("", visit.voice().plain("secretariat.stale"));
        }
    }

    private static boolean isOfRightNumber(Placing placing, List<PersonId> chosen) {
        return placing.ofPanel() ? !chosen.isEmpty() : chosen.size() == 1;
    }

    private static Answer seat(Visit visit) {
        Typed typed = visit.typed();
        Placing placing = Placing.of(typed.given(FOR));
        List<PersonId> chosen = ids(typed.all(CHOSEN));
        SubmissionId id = visit.ask().submission();
        if (!isOfRightNumber(placing, chosen)) {
            return refused(
                    visit,
                    placing,
                    chosen,
                    new ItemPages.Refusal(
                            422,
                            typed.refused(
                                    "",
                                    visit.voice()
                                            .plain("secretariat.choose."
                                                    + placing.act().code()))));
        }
        return ItemPages.attempt(
                visit,
                typed,
                () -> {
                    placing.done(visit.ask().desk(ItemPages.version(typed)), id, chosen);
                    return visit.leadTo(
                            Items.path(id), placing.ofPanel() ? "secretariat-panel-seated" : "secretariat-seat-given");
                },
                refusal -> refused(visit, placing, chosen, refusal));
    }

    /** What has changed meanwhile is looked at anew, so that a second try is as good as the first. */
    private static Answer refused(Visit visit, Placing placing, List<PersonId> chosen, ItemPages.Refusal refusal) {
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        boolean stale = refusal.isStale();
        try {
            Typed tried = stale ? tried(visit, view, placing, chosen) : refusal.typed();
            boolean again = tried.complaints().isEmpty();
            return again
                    ? looked(visit, 412, view, placing, chosen, refusal.typed())
                    : listed(visit, 422, view, placing, chosen, tried);
        } catch (WrongStageException e) {
            return ItemPages.tooLate(visit, Typed.nothing());
        }
    }

    private static Answer looked(
            Visit visit, int status, SubmissionView view, Placing placing, List<PersonId> chosen, Typed typed) {
        Desk desk = visit.ask().desk();
        List<Roster.Fit> fits = inOrder(Roster.of(desk, view.id(), placing).fits(), chosen);
        Candidates candidates = new Candidates(visit, desk.content(view.id()).languages());
        PanelView page = new PanelView(
                Items.head(visit, view),
                placing.code(),
                fits.stream().map(fit -> candidates.person(fit, true)).toList(),
                placing.ofPanel() ? mix(visit.voice(), fits) : "",
                typed,
                back(visit, view.id(), placing, chosen));
        return visit.own(status, "secretariat/panel", frame(visit, placing), page);
    }

    private static List<Roster.Fit> inOrder(List<Roster.Fit> fits, List<PersonId> chosen) {
        var byId = fits.stream().collect(Collectors.toMap(Roster.Fit::id, Function.identity()));
        return chosen.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).toList();
    }

    private static String mix(Voice voice, List<Roster.Fit> fits) {
        return voice.say("secretariat.mix", of(Sector.UN, fits, voice), of(Sector.NON_UN, fits, voice));
    }

    private static String of(Sector sector, List<Roster.Fit> fits, Voice voice) {
        return voice.number(fits.stream()
                .filter(fit -> fit.eligibility().sector() == sector)
                .count());
    }

    private static String back(Visit visit, SubmissionId id, Placing placing, List<PersonId> chosen) {
        String kept = chosen.stream().map(person -> "&" + CHOSEN + "=" + person).collect(Collectors.joining());
        return Items.address(visit, id) + "/candidates?" + FOR + "=" + placing.code() + kept;
    }

    private static List<PersonId> ids(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> PersonId.find(text).stream())
                .distinct()
                .limit(MOST_CHOSEN)
                .toList();
    }
}
