package org.migrationhub.core.search;

import java.text.Collator;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.vocabulary.Language;

/**
 * Where a hit stands in the order of a query: all that the order looks at, so that it outlives the document.
 *
 * @param score how well it fits the words
 * @param title as {@link #comparable} makes it of the title that the reader is shown; empty unless the order is by title
 * @param publishedAt since when it is public
 * @param id of the document
 */
public record Place(double score, String title, Instant publishedAt, DocumentId id) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Before every letter and digit, while a space would be no character at all to the JDK's rules. */
    private static final String WORD_BREAK = "_";

    static Place of(SearchDocument document, double score, SearchQuery query) {
        String title = query.sort() == Sort.TITLE ? comparable(document.card().title(query.preferred())) : "";
        return new Place(score, title, document.publishedAt(), document.id());
    }

    /**
     * The place where the page before ended; empty for the first page.
     *
     * @throws RefusedException with the code {@code cursor.invalid} if it is none of this query
     */
    public static Optional<Place> before(SearchQuery query) {
        return SearchCursor.of(query).map(Place::read);
    }

    /** The order of the hits of a query. */
    public static Comparator<Place> order(SearchQuery query) {
        Comparator<Place> newest = Comparator.comparing(Place::publishedAt)
                .thenComparing(Place::id)
                .reversed();
        return switch (query.sort()) {
            case RELEVANCE ->
                Comparator.comparingDouble(Place::score).reversed().thenComparing(newest);
            case NEWEST -> newest;
            case TITLE ->
                Comparator.comparing(Place::title, collator(query.preferred())).thenComparing(newest);
        };
    }

    /** What the page that ends here hands out. */
    public SearchCursor cursor() {
        return new SearchCursor(List.of(Double.toString(score), title, publishedAt.toString(), id.value()));
    }

    /** A title as titles are compared: its words, and between any two of them one sign that counts as before all letters. */
    public static String comparable(String title) {
        String words = BETWEEN_WORDS.matcher(title).replaceAll(" ").strip();
        return words.replace(" ", WORD_BREAK);
    }

    /**
     * Compares {@link #comparable} titles by the JDK's rules for the first of these languages if it is an official one of the
     * United Nations, else for English. So there are no more than six orders of titles, which an index may keep.
     */
    public static Collator collator(List<Language> preferred) {
        Language language = preferred.stream()
                .limit(1)
                .filter(Language::isOfficial)
                .findFirst()
                .orElse(Language.EN);
        Collator collator = Collator.getInstance(Locale.forLanguageTag(language.tag()));
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator;
    }

    private static Place read(SearchCursor cursor) {
        List<String> key = cursor.key();
        if (key.size() != 4) {
            throw SearchCursor.invalid();
        }
        try {
            return new Place(
                    Double.parseDouble(key.get(0)), key.get(1), Instant.parse(key.get(2)), new DocumentId(key.get(3)));
        } catch (IllegalArgumentException | DateTimeException e) {
            RefusedException refused = SearchCursor.invalid();
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
