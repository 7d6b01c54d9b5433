package org.migrationhub.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.vocabulary.Language;

class SearchCursorTest {

    private static final SearchQuery QUERY = SearchQuery.of("information desk");

    @Test
    void theFirstPageComesAfterNothing() {
        assertThat(SearchCursor.of(QUERY)).isEmpty();
    }

    @Test
    void aCursorComesBackAsItWasGiven() {
        for (List<String> key : List.of(
                List.<String>of(),
                List.of(""),
                List.of("0.5", "\u79FB\u6C11 \uD83D\uDE00 \"", "2026-03-02T09:00:00Z"))) {
            String text = new SearchCursor(key).text(QUERY);
            assertThat(text).matches("[A-Za-z0-9_.-]+");
            assertThat(SearchCursor.of(QUERY.after(text))).contains(new SearchCursor(key));
        }
    }

    @Test
    void itHoldsForTheSameSearchHoweverItIsPagedAndCounted() {
        String text = new SearchCursor(List.of("x")).text(QUERY);
        SearchQuery otherwise = QUERY.limit(3).counting(Set.of()).preferred(List.of(Language.FR));
        assertThat(SearchCursor.of(otherwise.after(text))).isPresent();
    }

    @Test
    void itHoldsForNoOtherSearch() {
        String text = new SearchCursor(List.of("x")).text(QUERY);
        Stream.of(
                        QUERY.words("information"),
                        QUERY.words(""),
                        QUERY.sort(Sort.TITLE),
                        QUERY.enough(Enough.MOST),
                        QUERY.only(Facet.KIND, "practice"),
                        QUERY.words("information").only(Facet.KIND, "desk"))
                .forEach(other -> assertInvalid(other.after(text)));
        String byTitle = new SearchCursor(List.of("x")).text(QUERY.sort(Sort.TITLE));
        assertInvalid(QUERY.sort(Sort.TITLE).preferred(List.of(Language.FR)).after(byTitle));
    }

    @Test
    void itHoldsThoughItWasGivenBeforeFewerWordsWereEnough() {
        String old = "WyJ4Il0.6f8af3920d6e44a9";
        assertThat(SearchCursor.of(QUERY.after(old))).contains(new SearchCursor(List.of("x")));
        assertThat(new SearchCursor(List.of("x")).text(QUERY)).isEqualTo(old);
        assertInvalid(QUERY.words("most\u0000information desk")
                .after(new SearchCursor(List.of("x")).text(QUERY.enough(Enough.MOST))));
    }

    @Test
    void whatIsSealedButNoKeyIsRefused() {
        for (String json : List.of("", "{}", "1", "[1]", "[[]]", "[\"x\"", "[null]")) {
            assertInvalid(QUERY.after(sealed(json)));
        }
    }

    @Test
    void anIndexRefusesAKeyThatIsNotItsOwn() {
        InMemorySearchIndex index = new InMemorySearchIndex();
        for (List<String> key : List.of(
                List.<String>of(),
                List.of("0.0"),
                List.of("zero", "", "2026-03-02T09:00:00Z", "a"),
                List.of("0.0", "", "yesterday", "a"),
                List.of("0.0", "", "2026-03-02T09:00:00Z", "no id"))) {
            SearchQuery query = QUERY.after(new SearchCursor(key).text(QUERY));
            assertThatThrownBy(() -> index.search(query)).isInstanceOf(RefusedException.class);
        }
    }

    /** What somebody makes who knows how cursors are sealed: the seal keeps nothing secret. */
    private static String sealed(String json) {
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return body + "." + SearchCursor.seal(body, QUERY);
    }

    private static void assertInvalid(SearchQuery query) {
        assertThatThrownBy(() -> SearchCursor.of(query))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.violations().get(0).code()).isEqualTo("cursor.invalid"));
    }
}
