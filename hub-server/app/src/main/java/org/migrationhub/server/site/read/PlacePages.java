package org.migrationhub.server.site.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.Term;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;
import org.migrationhub.server.site.page.Visit;

/** Countries, regions and Regional Commissions. Stateless and thread-safe. */
final class PlacePages {

    private static final int NEWEST = 10;

    private PlacePages() {}

    static List<Route> routes() {
        return List.of(Route.of("/places", PlacePages::all), Route.of("/places/{place}", PlacePages::one));
    }

    private static Answer all(Visit visit) {
        SearchResult found = Finding.of(visit).newest(1, Facet.COUNTRY, Facet.REGION, Facet.COMMISSION, Facet.SCOPE);
        Frame frame = visit.frame("places.title")
                .within("places")
                .described(visit.voice().say("places.lead"));
        return visit.page("places", frame, places(found, visit));
    }

    private static Places places(SearchResult found, Visit visit) {
        Map<String, Long> regions = Finding.counts(found, Facet.REGION);
        Map<String, Long> countries = Finding.counts(found, Facet.COUNTRY);
        Map<String, Long> commissioned = Finding.counts(found, Facet.COMMISSION);
        List<Long> scale = Stream.of(countries, commissioned)
                .flatMap(counts -> counts.values().stream())
                .toList();
        List<Places.Continent> continents = Region.all().stream()
                .filter(region -> region.level() == Region.Level.CONTINENT)
                .map(region -> new Places.Continent(
                        tally(region, regions, visit),
                        present(region, countries, scale, visit),
                        gaps(region, countries, visit)))
                .sorted(Comparator.comparing(
                        continent -> continent.self().said(), visit.voice().order()))
                .toList();
        List<Tally> commissions = tallies(Arrays.stream(RegionalCommission.values()), commissioned, scale, visit);
        long global = Finding.counts(found, Facet.SCOPE).getOrDefault("global", 0L);
        Said name = new Said(visit.voice().say("place.global"), null, null);
        return new Places(
                continents, commissions, new Tally(name, "", visit.at().search(Facet.SCOPE, "global"), global, 0));
    }

    private static List<Tally> present(Region region, Map<String, Long> counts, List<Long> scale, Visit visit) {
        return tallies(
                Country.all().stream().filter(region::contains).filter(country -> counts.containsKey(country.code())),
                counts,
                scale,
                visit);
    }

    private static List<Linked> gaps(Region region, Map<String, Long> counts, Visit visit) {
        return Country.all().stream()
                .filter(region::contains)
                .filter(country -> !counts.containsKey(country.code()))
                .map(country -> linked(country, visit))
                .sorted(Comparator.comparing(Linked::said, visit.voice().order()))
                .toList();
    }

    private static Answer one(Visit visit) {
        String code = visit.ask().inPath("place");
        Term place = place(code).orElseThrow(() -> new NotFoundException("place", code));
        Facet facet = facet(place);
        SearchResult found =
                Finding.of(visit).newest(facet, place, NEWEST, Facet.OBJECTIVE, Facet.COUNTRY, Facet.REGION);
        Frame frame = visit.frame(visit.voice().label(place), visit.path()).within("places");
        return visit.page("place", frame, view(place, facet, found, visit));
    }

    private static PlaceView view(Term place, Facet facet, SearchResult found, Visit visit) {
        String search = visit.at().search(facet, place.code());
        List<Tally> objectives = ObjectivePages.tallies(found, visit).stream()
                .map(tally ->
                        new Tally(tally.said(), tally.mark(), search + objective(tally), tally.count(), tally.share()))
                .filter(tally -> !tally.mark().isEmpty())
                .toList();
        Said name = visit.voice().label(place);
        return new PlaceView(
                new Tally(name, "", visit.at().place(place), found.total(), 100),
                within(place).map(wider -> linked(wider, visit)).toList(),
                commissions(place).map(one -> linked(one, visit)).toList(),
                regions(place, visit),
                countries(place, found, visit),
                objectives,
                objectives.stream().filter(Tally::isGap).count(),
                Card.of(found.items(), visit.voice(), visit.at()),
                search);
    }

    private static String objective(Tally tally) {
        String code = tally.mark().isEmpty()
                ? Objective.GENERAL.code()
                : Objective.numbered(Integer.parseInt(tally.mark())).code();
        return "&" + Facet.OBJECTIVE.code() + "=" + code;
    }

    /** The regions that a region consists of. */
    private static List<Tally> regions(Term place, Visit visit) {
        if (!(place instanceof Region region)) {
            return List.of();
        }
        Map<String, Long> counts = Finding.counts(Finding.of(visit).newest(1, Facet.REGION), Facet.REGION);
        return tallies(
                Region.all().stream()
                        .filter(part -> part.parent().filter(region::equals).isPresent()),
                counts,
                visit);
    }

    /** The countries of a place from which there is something. */
    private static List<Tally> countries(Term place, SearchResult found, Visit visit) {
        Map<String, Long> counts = Finding.counts(found, Facet.COUNTRY);
        return tallies(
                Country.all().stream()
                        .filter(country -> isIn(country, place))
                        .filter(country -> counts.containsKey(country.code())),
                counts,
                visit);
    }

    private static boolean isIn(Country country, Term place) {
        if (place instanceof Region region) {
            return region.contains(country);
        }
        return place instanceof RegionalCommission commission
                && country.commissions().contains(commission);
    }

    private static Stream<? extends Term> commissions(Term place) {
        return place instanceof Country country ? country.commissions().stream() : Stream.empty();
    }

    private static Stream<? extends Term> within(Term place) {
        if (place instanceof Country country) {
            return country.regions().stream();
        }
        List<Region> wider = new ArrayList<>();
        Optional<Region> next = place instanceof Region region ? region.parent() : Optional.empty();
        while (next.isPresent()) {
            wider.add(0, next.get());
            next = next.get().parent();
        }
        return wider.stream();
    }

    private static List<Tally> tallies(Stream<? extends Term> places, Map<String, Long> counts, Visit visit) {
        List<? extends Term> all = places.toList();
        List<Long> scale =
                all.stream().map(term -> counts.getOrDefault(term.code(), 0L)).toList();
        return tallies(all.stream(), counts, scale, visit);
    }

    /** Places whose bars are as long as those of others on the page that hold as much. */
    private static List<Tally> tallies(
            Stream<? extends Term> places, Map<String, Long> counts, List<Long> scale, Visit visit) {
        return places.map(term -> tally(term, counts, visit))
                .map(tally ->
                        new Tally(tally.said(), "", tally.address(), tally.count(), Tally.share(tally.count(), scale)))
                .sorted(Comparator.comparing(Tally::said, visit.voice().order()))
                .toList();
    }

    private static Tally tally(Term place, Map<String, Long> counts, Visit visit) {
        long count = counts.getOrDefault(place.code(), 0L);
        return new Tally(visit.voice().label(place), "", visit.at().place(place), count, 0);
    }

    private static Linked linked(Term place, Visit visit) {
        return new Linked(visit.voice().label(place), visit.at().place(place));
    }

    private static Facet facet(Term place) {
        return place instanceof Country ? Facet.COUNTRY : place instanceof Region ? Facet.REGION : Facet.COMMISSION;
    }

    private static Optional<? extends Term> place(String code) {
        return Stream.of(Country.find(code), Region.find(code), RegionalCommission.find(code))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
