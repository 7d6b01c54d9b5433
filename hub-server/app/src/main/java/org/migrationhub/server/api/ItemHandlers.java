package org.migrationhub.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.json.Tree;

/** What anybody may read. */
final class ItemHandlers {

    private static final Map<String, String> PARAMETERS = Map.of("/words", "q", "/after", "cursor");

    private ItemHandlers() {}

    static List<Operation> operations() {
        String[] search = Stream.concat(
                        Stream.of("q", "sort", "limit", "cursor", "lang"),
                        Arrays.stream(Facet.values()).map(Facet::code))
                .toArray(String[]::new);
        return List.of(
                new Operation("search", "GET", Api.at("items"), ItemHandlers::search)
                        .taking(search)
                        .within(Budget.SEARCHES),
                new Operation("readItem", "GET", Api.at("items/{id}"), ItemHandlers::item));
    }

    static String address(SubmissionId id) {
        return Api.at("items/" + id);
    }

    private static Answer search(Ask ask) {
        List<Language> preferred = ask.preferred();
        SearchResult result = result(ask, preferred);
        Tree tree = new Tree()
                .put("total", result.total())
                .list("items", result.items(), item -> ItemJson.found(item, preferred))
                .put("counts", ItemJson.counts(result.counts()))
                .put("next", result.next());
        String next = result.next();
        return Answer.ok(tree.done())
                .forAnybody()
                .followedBy(next == null ? "" : ask.query().addressOfNext(next));
    }

    private static SearchResult result(Ask ask, List<Language> preferred) {
        try {
            return ask.desk().search(query(ask.query(), preferred));
        } catch (RefusedException e) {
            throw inQuery(e.violations().get(0));
        }
    }

    private static SearchQuery query(Query query, List<Language> preferred) {
        SearchQuery search = SearchQuery.of(query.one("q").orElse(""))
                .sort(query.code("sort", Sort::find, "relevance, newest or title")
                        .orElse(Sort.RELEVANCE))
                .preferred(preferred)
                .after(query.one("cursor").orElse(null))
                .limit(query.limit(SearchQuery.everything().limit(), SearchQuery.MOST));
        for (Facet facet : Facet.values()) {
            search = search.only(facet, query.all(facet.code()).toArray(String[]::new));
        }
        return search;
    }

    /** What the core refuses of a search came in with the address: that is malformed, not refused. */
    private static ProblemException inQuery(Violation violation) {
        String parameter = PARAMETERS.getOrDefault(violation.path(), "q");
        return Problems.query(parameter, violation.code(), violation.message());
    }

    private static Answer item(Ask ask) {
        PublicRecord found = ask.desk().published(ask.submission());
        if (found instanceof PublicRecord.Tombstone tombstone) {
            throw ItemJson.gone(tombstone);
        }
        return Answer.ok(ItemJson.published((PublicRecord.Published) found)).forAnybody();
    }
}
