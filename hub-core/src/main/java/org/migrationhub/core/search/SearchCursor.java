package org.migrationhub.core.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.vocabulary.Language;

/**
 * Where a page ended, for an index to hand out and take back as an opaque text. A text that was altered, or given for
 * another query, is found out. It keeps nothing secret and proves nothing to anybody: what is in it is what the order compares
 * of a hit, such as its title and the instant since when it is public, and the index may be behind. So readers are not given
 * it as it is: a {@link org.migrationhub.core.Hub} hides it from them.
 *
 * @param key what the index needs to go on: what the order compares of the last hit
 */
public record SearchCursor(List<String> key) {

    /** Copies the key. */
    public SearchCursor {
        key = List.copyOf(key);
    }

    /**
     * The place where the page before ended.
     *
     * @return empty if the query asks for the first page
     * @throws RefusedException as {@link #invalid()} if its {@link SearchQuery#after()} was not made by {@link #text} for
     *     a query with the same words, as many of which are enough, filters and order
     */
    public static Optional<SearchCursor> of(SearchQuery query) {
        return Optional.ofNullable(query.after()).map(text -> read(text, query));
    }

    /** The text that stands for it in {@link SearchPage#next()}: letters, digits, hyphens, underscores and a dot. */
    public String text(SearchQuery query) {
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(CanonicalJson.verbatim(key));
        return body + "." + seal(body, query);
    }

    /** The refusal of something that is no cursor of this query, with the code {@code cursor.invalid}. */
    public static RefusedException invalid() {
        return new RefusedException(new Violation(
                "/after",
                "cursor.invalid",
                "This isn't where a page of this search ended; start from the first page."));
    }

    /** Whether a page of exactly this query ended where it is to go on; false if it asks for the first page. */
    static boolean isOf(SearchQuery query) {
        return query.after() != null && isSealed(query.after(), query);
    }

    private static SearchCursor read(String text, SearchQuery query) {
        if (!isSealed(text, query)) {
            throw invalid();
        }
        return new SearchCursor(strings(text.substring(0, text.lastIndexOf('.'))));
    }

    private static boolean isSealed(String text, SearchQuery query) {
        int end = text.lastIndexOf('.');
        return end >= 0 && text.substring(end + 1).equals(seal(text.substring(0, end), query));
    }

    private static List<String> strings(String body) {
        List<String> strings = new ArrayList<>();
        try {
            Object tree = CanonicalJson.parse(Base64.getUrlDecoder().decode(body));
            ((List<?>) tree).forEach(element -> strings.add((String) element));
        } catch (IllegalArgumentException | ClassCastException e) {
            RefusedException refused = invalid();
            refused.addSuppressed(e);
            throw refused;
        }
        return strings;
    }

    /** Ties the body to itself and to everything that decides what comes next. */
    static String seal(String body, SearchQuery query) {
        Stream<String> filters = query.filters().entrySet().stream().flatMap(SearchCursor::named);
        Stream<Language> languages = query.sort() == Sort.TITLE ? query.preferred().stream() : Stream.of();
        List<String> sealed = new ArrayList<>(List.of(body, asked(query), query.words()));
        filters.forEach(sealed::add);
        languages.map(Language::tag).forEach(sealed::add);
        return Sha256.of(String.join("\u0000", sealed).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 16);
    }

    /** In which order, and which measure if it isn't the first: so what was sealed before there were others still holds. */
    private static String asked(SearchQuery query) {
        String sort = query.sort().code();
        return query.enough() == Enough.ALL ? sort : sort + " " + query.enough().code();
    }

    private static Stream<String> named(Map.Entry<Facet, ? extends Iterable<String>> filter) {
        List<String> named = new ArrayList<>(List.of(filter.getKey().code() + "="));
        filter.getValue().forEach(named::add);
        return named.stream();
    }
}
