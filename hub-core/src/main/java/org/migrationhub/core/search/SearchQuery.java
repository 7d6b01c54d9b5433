package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.vocabulary.Language;

/**
 * What somebody looks for. {@link #matches} is what it means, {@link #order} in which order hits come.
 *
 * @param words what to look for in the texts, as {@link WordQuery} takes it apart; empty means anything
 * @param filters only items that have, of each of these facets, at least one of the values; a facet without a value is
 *     left out
 * @param sort in which order
 * @param preferred the reader's languages, the best first: by what title hits are sorted
 * @param counted of which facets to count the values
 * @param after where the page before ended, as that page said; null for the first page
 * @param limit at most so many hits, 1 to 100
 * @param enough how many of the words an item needs at least
 */
public record SearchQuery(
        String words,
        Map<Facet, SortedSet<String>> filters,
        Sort sort,
        List<Language> preferred,
        Set<Facet> counted,
        @Nullable String after,
        int limit,
        Enough enough) {

    /** The largest page. */
    public static final int MOST = 100;

    /** How many characters of words are accepted. */
    public static final int LONGEST = 1_000;

    /** In how many languages a reader may want titles. */
    public static final int MOST_LANGUAGES = 8;

    private static final SearchQuery EVERYTHING =
            new SearchQuery("", Map.of(), Sort.RELEVANCE, List.of(), EnumSet.allOf(Facet.class), null, 20, Enough.ALL);

    /**
     * Copies the collections; a limit outside 1 to 100 is moved there, and of the languages only the first
     * {@value #MOST_LANGUAGES} different ones count.
     *
     * @throws RefusedException with the code {@code words.too-long} if the words have more than {@value #LONGEST}
     *     characters
     */
    public SearchQuery {
        requireNonNull(sort, "sort");
        requireNonNull(enough, "enough");
        if (words.length() > LONGEST) {
            throw new RefusedException(
                    new Violation("/words", "words.too-long", "Search for at most %d characters.".formatted(LONGEST)));
        }
        filters = chosen(filters);
        preferred = preferred.stream().distinct().limit(MOST_LANGUAGES).toList();
        counted = Collections.unmodifiableSet(copyOf(counted));
        limit = Math.max(1, Math.min(limit, MOST));
    }

    /** Everything, the most relevant first, the first 20, with the counts of all facets. */
    public static SearchQuery everything() {
        return EVERYTHING;
    }

    /** What holds these words, the most relevant first, the first 20, with the counts of all facets. */
    public static SearchQuery of(String words) {
        return EVERYTHING.words(words);
    }

    /** For these words. */
    public SearchQuery words(String some) {
        return new SearchQuery(some, filters, sort, preferred, counted, after, limit, enough);
    }

    /** Only what has one of these values of the facet, in place of those chosen before; without values, any. */
    public SearchQuery only(Facet facet, String... values) {
        Map<Facet, SortedSet<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(filters);
        changed.put(facet, new TreeSet<>(List.of(values)));
        return new SearchQuery(words, changed, sort, preferred, counted, after, limit, enough);
    }

    /** In this order. */
    public SearchQuery sort(Sort order) {
        return new SearchQuery(words, filters, order, preferred, counted, after, limit, enough);
    }

    /** For a reader of these languages. */
    public SearchQuery preferred(List<Language> languages) {
        return new SearchQuery(words, filters, sort, languages, counted, after, limit, enough);
    }

    /** Counting the values of these facets only: the fewer, the cheaper. */
    public SearchQuery counting(Set<Facet> facets) {
        return new SearchQuery(words, filters, sort, preferred, facets, after, limit, enough);
    }

    /** The page after the one that gave this as its {@link SearchPage#next()}. */
    public SearchQuery after(@Nullable String next) {
        return new SearchQuery(words, filters, sort, preferred, counted, next, limit, enough);
    }

    /** At most so many hits. */
    public SearchQuery limit(int most) {
        return new SearchQuery(words, filters, sort, preferred, counted, after, most, enough);
    }

    /** For what has at least so many of the words. */
    public SearchQuery enough(Enough some) {
        return new SearchQuery(words, filters, sort, preferred, counted, after, limit, some);
    }

    /**
     * Whether the item is a hit: it passes all filters, and holds what its words ask for as {@link WordQuery} takes them
     * apart, each in some text of some language variant, the name or office of some organisation, or some local place.
     * Words are compared without case and accents; a word of a script that is written without spaces, such as Chinese,
     * occurs wherever its characters stand one after the other.
     *
     * <p>An index finds exactly what passes the filters. On words it may find more (another form of a word, another name
     * of an organisation, a word that was mistyped, an item without a word that says nothing, such as an article, or without
     * few of many words), and nothing less. It never finds what holds something unwanted, and never words in quotation marks
     * that don't stand one after the other.
     *
     * <p>Where {@link Enough#MOST} or {@link Enough#SOME} of the words are enough, an item needs that many of those that say
     * something, whichever they are. An index may count as one the words of one name, count no word that says nothing in the
     * language of the query, and count the parts of a long word of a script without spaces.
     */
    public boolean matches(SearchDocument document) {
        return filters.keySet().stream().allMatch(facet -> passes(facet, facet.values(document)))
                && (words.isBlank() || new DocumentWords(document).holds(enough.of(WordQuery.of(words)), enough));
    }

    /**
     * The order of the hits, no two of which are equal; under {@link Sort#RELEVANCE}, of hits with equal scores. Titles
     * are compared word by word without regard to punctuation, by the JDK's rules for the first of the preferred languages
     * (for English if there is none, or if it is no official language of the United Nations); an item without a title comes
     * first.
     */
    public Comparator<SearchDocument> order() {
        return Comparator.comparing(document -> Place.of(document, 0, this), Place.order(this));
    }

    /**
     * What to look for, one after the other, until something fits the words: this query, then those for which {@link #fewer} of
     * its words are enough, each made when it is asked for. There is always one, and only one if this asks for a later page:
     * that is answered by the measure of the first, whatever is published in between.
     */
    public Stream<SearchQuery> attempts() {
        return after == null
                ? Stream.iterate(Optional.of(this), Optional::isPresent, one -> one.flatMap(SearchQuery::fewer))
                        .map(Optional::orElseThrow)
                : Stream.of(Stream.of(Enough.values())
                        .map(this::enough)
                        .filter(SearchCursor::isOf)
                        .findFirst()
                        .orElse(this));
    }

    /** The same with the next measure by which less of its words is asked for; empty if there is none. */
    public Optional<SearchQuery> fewer() {
        WordQuery asked = WordQuery.of(words);
        return Stream.of(Enough.values())
                .filter(other -> other.compareTo(enough) > 0 && !enough.isSame(other, asked))
                .findFirst()
                .map(this::enough);
    }

    /** Whether an item with these values of the facet passes the facet's filter, if there is one. */
    boolean passes(Facet facet, SortedSet<String> values) {
        SortedSet<String> wanted = filters.get(facet);
        return wanted == null || !Collections.disjoint(wanted, values);
    }

    private static Map<Facet, SortedSet<String>> chosen(Map<Facet, SortedSet<String>> filters) {
        Map<Facet, SortedSet<String>> chosen = new EnumMap<>(Facet.class);
        filters.forEach((facet, values) -> chosen.put(facet, Collections.unmodifiableSortedSet(new TreeSet<>(values))));
        chosen.values().removeIf(Set::isEmpty);
        return Collections.unmodifiableMap(chosen);
    }

    private static Set<Facet> copyOf(Set<Facet> facets) {
        Set<Facet> copy = EnumSet.noneOf(Facet.class);
        copy.addAll(facets);
        return copy;
    }
}
