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

    private static final int USUALLY_SIMILAR = 5;
    private static final int USUALLY_SUGGESTED = 10;

    private ItemHandlers() {}

    static List<Operation> operations() {
        String[] search = Stream.concat(
                        Stream.of("q", "sort", "limit", "cursor", "lang"),
                        Arrays.stream(Facet.values()).map(Facet::code))
                .toArray(String[]::new);
        return List.of(
                new Operation("search", "GET", Api.at("items"), ItemHandlers::search)
                        .taking(search)
                        .shared()
                        .within(Budget.SEARCHES),
                new Operation("readItem", "GET", Api.at("items/{id}"), ItemHandlers::item).shared(),
                new Operation("findSimilar", "GET", Api.at("items/{id}/similar"), ItemHandlers::similar)
                        .taking("limit", "lang")
                        .shared()
                        .within(Budget.SEARCHES),
                new Operation("suggest", "GET", Api.at("suggestions"), ItemHandlers::suggest)
                        .taking("q", "limit", "lang")
                        .shared()
                        .within(Budget.SEARCHES));
    }

    static String address(SubmissionId id) {
        return Api.at("items/" + id);
    }

    private static Answer search(Ask ask) {
        List<Language> preferred = ask.preferred();
        SearchResult result = result(ask, preferred);
        boolean words = ask.query().one("q").filter(typed -> !typed.isBlank()).isPresent();
        Tree tree = new Tree()
                .put("total", result.total())
                .put("didYouMean", result.didYouMean())
                .put("matched", result.enough().code())
                .put("missing", result.missing().isEmpty() ? null : result.missing())
                .put("items", found(result, preferred, words))
                .put("counts", ItemJson.counts(result.counts()))
                .put("organisations", result.organisations())
                .put("next", result.next());
        String next = result.next();
        return Answer.ok(tree.done())
                .forAnybody()
                .followedBy(next == null ? "" : ask.query().addressOfNext(next));
    }

    private static List<Map<String, Object>> found(SearchResult result, List<Language> preferred, boolean words) {
        return result.found().stream()
                .flatMap(one -> one.item().stream().map(item -> ItemJson.found(item, one, preferred, words)))
                .toList();
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

    private static Answer similar(Ask ask) {
        SubmissionId id = ask.submission();
        if (ask.desk().published(id) instanceof PublicRecord.Tombstone tombstone) {
            throw ItemJson.gone(tombstone);
        }
        List<Language> preferred = ask.preferred();
        int limit = ask.query().limit(USUALLY_SIMILAR, SearchQuery.MOST);
        Tree tree = new Tree()
                .list(
                        "items",
                        ask.desk().similar(id, limit),
                        item -> ItemJson.card(item, preferred).done());
        return Answer.ok(tree.done()).forAnybody();
    }

    private static Answer suggest(Ask ask) {
        String typed = ask.query().one("q").orElse("");
        int limit = ask.query().limit(USUALLY_SUGGESTED, SearchQuery.MOST);
        Tree tree = new Tree()
                .list("suggestions", ask.desk().suggest(typed, ask.preferred(), limit), SuggestionJson::suggestion);
        return Answer.ok(tree.done()).forAnybody();
    }
}
