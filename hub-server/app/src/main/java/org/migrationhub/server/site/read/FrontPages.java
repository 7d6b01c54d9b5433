package org.migrationhub.server.site.read;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Tally;
import org.migrationhub.server.site.page.Visit;

/** The front page. Stateless and thread-safe. */
final class FrontPages {

    private static final int FEATURED = 3;
    private static final int NEWEST = 6;

    private FrontPages() {}

    static List<Route> routes() {
        return List.of(Route.of("/", FrontPages::front));
    }

    private static Answer front(Visit visit) {
        List<PublicRecord.Published> featured = Finding.of(visit).featured(FEATURED);
        SearchResult all =
                Finding.of(visit).newest(NEWEST + featured.size(), Facet.KIND, Facet.OBJECTIVE, Facet.COUNTRY);
        Frame frame = visit.frame("site.name").described(visit.voice().say("front.lead"));
        return visit.suggesting("front", frame, front(featured, all, visit));
    }

    private static Front front(List<PublicRecord.Published> featured, SearchResult all, Visit visit) {
        SortedMap<String, Long> kinds = Finding.counts(all, Facet.KIND);
        List<Tally> tallies = ObjectivePages.tallies(all, visit);
        List<Tally> numbered = tallies.subList(0, tallies.size() - 1);
        return new Front(
                kinds.getOrDefault(Kind.PRACTICE.code(), 0L),
                kinds.getOrDefault(Kind.RESOURCE.code(), 0L),
                Finding.counts(all, Facet.COUNTRY).size(),
                numbered,
                tallies.get(Objective.GENERAL.ordinal()),
                numbered.stream().filter(Tally::isGap).count(),
                rays(numbered),
                Card.featured(featured, visit.voice(), visit.at()),
                Card.of(newest(featured, all), visit.voice(), visit.at()));
    }

    /** The newest without those that are shown already. */
    private static List<PublicRecord.Published> newest(List<PublicRecord.Published> featured, SearchResult all) {
        Set<SubmissionId> shown =
                featured.stream().map(PublicRecord.Published::id).collect(Collectors.toSet());
        return all.items().stream()
                .filter(item -> !shown.contains(item.id()))
                .limit(NEWEST)
                .toList();
    }

    private static List<Front.Ray> rays(List<Tally> tallies) {
        return IntStream.range(0, tallies.size())
                .mapToObj(index ->
                        Front.Ray.of(index, tallies.size(), tallies.get(index).share()))
                .toList();
    }
}
