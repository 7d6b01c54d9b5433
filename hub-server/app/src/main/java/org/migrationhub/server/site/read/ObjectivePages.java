package org.migrationhub.server.site.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.core.vocabulary.Term;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;
import org.migrationhub.server.site.page.Visit;

/** The objectives, and each of them. Stateless and thread-safe. */
final class ObjectivePages {

    private static final int NEWEST = 10;

    /** The scope of what is meant for the whole world. */
    private static final String GLOBAL = "global";

    private ObjectivePages() {}

    static List<Route> routes() {
        return List.of(
                Route.of("/objectives", ObjectivePages::all), Route.of("/objectives/{objective}", ObjectivePages::one));
    }

    /** Every objective in its order, each with its number of items and what that is of the largest. */
    static List<Tally> tallies(SearchResult result, Visit visit) {
        SortedMap<Objective, Long> counts = Finding.perObjective(result);
        List<Tally> tallies = new ArrayList<>();
        counts.forEach((objective, count) -> {
            Tally tag = Card.tag(objective, visit.voice(), visit.at());
            tallies.add(new Tally(tag.said(), tag.mark(), tag.address(), count, Tally.share(count, counts.values())));
        });
        return tallies;
    }

    private static Answer all(Visit visit) {
        List<Tally> tallies = tallies(Finding.of(visit).newest(1, Facet.OBJECTIVE), visit);
        Frame frame = visit.frame("objectives.title")
                .within("objectives")
                .described(visit.voice().say("objectives.lead"));
        List<ObjectiveLine> lines =
                tallies.stream().map(tally -> line(tally, visit)).toList();
        return visit.page("objectives", frame, lines);
    }

    private static ObjectiveLine line(Tally tally, Visit visit) {
        return tally.mark().isEmpty()
                ? new ObjectiveLine(tally, null)
                : new ObjectiveLine(tally, visit.voice().title(Objective.numbered(Integer.parseInt(tally.mark()))));
    }

    private static Answer one(Visit visit) {
        String key = visit.ask().inPath("objective");
        Objective objective =
                Objective.find("objective-" + key).orElseThrow(() -> new NotFoundException("objective", key));
        ObjectiveView view = view(objective, visit);
        Said name = new Said(
                view.self().mark().isEmpty()
                        ? view.self().said().text()
                        : visit.voice()
                                .say(
                                        "objective.titled",
                                        view.self().mark(),
                                        view.self().said().text()),
                null,
                null);
        Frame frame = visit.frame(name, visit.path())
                .within("objectives")
                .described(view.brief().text());
        return visit.page("objective", frame, view);
    }

    private static ObjectiveView view(Objective objective, Visit visit) {
        SearchResult found = Finding.of(visit)
                .newest(Facet.OBJECTIVE, objective, NEWEST, Facet.OBJECTIVE, Facet.REGION, Facet.SCOPE, Facet.TYPE);
        Tally tag = Card.tag(objective, visit.voice(), visit.at());
        return new ObjectiveView(
                new Tally(tag.said(), tag.mark(), tag.address(), found.total(), 100),
                objective == Objective.GENERAL ? null : visit.voice().title(objective),
                visit.voice().brief(objective),
                regions(objective, found, visit),
                types(objective, found, visit),
                Card.of(found.items(), visit.voice(), visit.at()),
                visit.at().search(Facet.OBJECTIVE, objective.code()),
                beside(objective, -1, visit),
                beside(objective, 1, visit));
    }

    private static @Nullable Tally beside(Objective objective, int step, Visit visit) {
        int index = objective.ordinal() + step;
        return index < 0 || index >= Objective.values().length
                ? null
                : Card.tag(Objective.values()[index], visit.voice(), visit.at());
    }

    /** The parts of the world, and at the end what is of no part of it. */
    private static List<Tally> regions(Objective objective, SearchResult found, Visit visit) {
        Map<String, Long> counts = new HashMap<>(Finding.counts(found, Facet.REGION));
        long global = Finding.counts(found, Facet.SCOPE).getOrDefault(GLOBAL, 0L);
        counts.put(GLOBAL, global); // for the bars, which stand in one row
        List<Tally> regions = new ArrayList<>(Region.all().stream()
                .filter(region -> region.level() == Region.Level.CONTINENT)
                .map(region -> tally(objective, Facet.REGION, region, counts, visit))
                .sorted(Comparator.comparing(Tally::said, visit.voice().order()))
                .toList());
        if (global > 0) {
            regions.add(new Tally(
                    visit.voice().plain("place.global"),
                    "",
                    narrowed(objective, Facet.SCOPE, GLOBAL, visit),
                    global,
                    Tally.share(global, counts.values())));
        }
        return regions;
    }

    private static List<Tally> types(Objective objective, SearchResult found, Visit visit) {
        Map<String, Long> counts = Finding.counts(found, Facet.TYPE);
        return counts.keySet().stream()
                .map(code -> code.startsWith("practice-") ? new PracticeType(code) : new ResourceType(code))
                .map(type -> tally(objective, Facet.TYPE, type, counts, visit))
                .sorted(Comparator.comparing(Tally::count).reversed())
                .toList();
    }

    private static Tally tally(Objective objective, Facet facet, Term value, Map<String, Long> counts, Visit visit) {
        long count = counts.getOrDefault(value.code(), 0L);
        String address = narrowed(objective, facet, value.code(), visit);
        return new Tally(visit.voice().label(value), "", address, count, Tally.share(count, counts.values()));
    }

    private static String narrowed(Objective objective, Facet facet, String value, Visit visit) {
        return visit.at().search(Facet.OBJECTIVE, objective.code()) + "&" + facet.code() + "="
                + Addresses.encoded(value);
    }
}
