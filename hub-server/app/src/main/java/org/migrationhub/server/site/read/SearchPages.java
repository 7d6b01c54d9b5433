package org.migrationhub.server.site.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.FoundDocument;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.Sort;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Rendering;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;
import org.migrationhub.server.site.page.Visit;

/** The search page. Stateless and thread-safe. */
final class SearchPages {

    private static final int ON_A_PAGE = 10;

    private SearchPages() {}

    static List<Route> routes() {
        String[] parameters = Stream.concat(
                        Stream.of(Wanted.WORDS, Wanted.SORT, Wanted.CURSOR, Wanted.PAGE, Wanted.TRAIL, Wanted.WHOLE),
                        Arrays.stream(Facet.values()).map(Facet::code))
                .toArray(String[]::new);
        return List.of(Route.of("/search", SearchPages::search, parameters).within(Budget.SEARCHES));
    }

    private static Answer search(Visit visit) {
        Wanted wanted = Wanted.of(visit.ask().query());
        try {
            return answer(visit, wanted, Finding.of(visit).found(wanted.query(ON_A_PAGE)));
        } catch (RefusedException e) {
            if (wanted.cursor().isEmpty()) {
                throw e;
            }
            return Rendering.redirect(302, visit.at().search() + wanted.first().address());
        }
    }

    private static Answer answer(Visit visit, Wanted wanted, SearchResult result) {
        String title = wanted.words().isBlank()
                ? visit.voice().say("search.title")
                : visit.voice().say("search.titled", wanted.words());
        Facet whole = Wanted.whole(visit.ask().query());
        String address = whole == null ? wanted.first().address() : wanted.whole(whole);
        Frame frame = visit.frame(new Said(title, null, null), "/search" + address)
                .within("search")
                .described(visit.voice().say("front.lead"));
        boolean isListed = wanted.isAnything() && whole == null;
        Shelves shelves = new Shelves(wanted, result, whole, visit.voice(), visit.at());
        return visit.suggesting("search", isListed ? frame : frame.unlisted(), found(visit, wanted, result, shelves));
    }

    private static Found found(Visit visit, Wanted wanted, SearchResult result, Shelves shelves) {
        String next = result.next();
        return new Found(
                wanted.words(),
                result.didYouMean(),
                result.enough() == Enough.ALL ? null : result.enough().code(),
                result.missing(),
                result.total(),
                cards(visit, wanted, result),
                shelves.chips(),
                kept(wanted),
                shelves.all(),
                sorts(visit, wanted),
                wanted.number(),
                address(visit, wanted.previous()),
                next == null ? null : address(visit, wanted.next(next)),
                result.total() == 0 ? gaps(visit) : List.of());
    }

    /** Whoever looked for words sees where they are; whoever didn't sees how each item begins. */
    private static List<Card> cards(Visit visit, Wanted wanted, SearchResult result) {
        boolean words = !wanted.words().isBlank();
        List<Card> cards = new ArrayList<>();
        for (FoundDocument found : result.found()) {
            found.item()
                    .ifPresent(item -> cards.add(
                            words
                                    ? Card.of(item, found, visit.voice(), visit.at())
                                    : Card.of(item, visit.voice(), visit.at())));
        }
        return cards;
    }

    private static @Nullable String address(Visit visit, @Nullable Wanted other) {
        return other == null ? null : visit.at().search() + other.address();
    }

    private static List<Found.Kept> kept(Wanted wanted) {
        List<Found.Kept> kept = new ArrayList<>();
        wanted.chosen()
                .forEach((facet, values) -> values.forEach(value -> kept.add(new Found.Kept(facet.code(), value))));
        if (wanted.sort() != Sort.RELEVANCE) {
            kept.add(new Found.Kept(Wanted.SORT, wanted.sort().code()));
        }
        return kept;
    }

    /** Nothing is more relevant than anything else where no words are looked for: then the newest come first. */
    private static List<Found.Order> sorts(Visit visit, Wanted wanted) {
        boolean words = !wanted.words().isBlank();
        Sort usual = words ? Sort.RELEVANCE : Sort.NEWEST;
        Sort shown = wanted.sort() == Sort.RELEVANCE ? usual : wanted.sort();
        return Arrays.stream(Sort.values())
                .filter(sort -> words || sort != Sort.RELEVANCE)
                .map(sort -> new Found.Order(
                        visit.voice().say("sort." + sort.code()),
                        visit.at().search() + wanted.sorted(sort).address(),
                        shown == sort))
                .toList();
    }

    /** Where nothing is found, the reader learns where there is nothing at all. */
    private static List<Tally> gaps(Visit visit) {
        return ObjectivePages.tallies(Finding.of(visit).newest(1, Facet.OBJECTIVE), visit).stream()
                .filter(Tally::isGap)
                .toList();
    }
}
