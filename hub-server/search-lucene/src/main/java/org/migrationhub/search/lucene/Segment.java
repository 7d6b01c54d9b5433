package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Language;

/**
 * What is kept in memory of one segment as long as it is open, read or worked out when it is first asked for. A segment
 * never changes but for documents that are taken out, of which nothing here knows: so all of it outlives the many new
 * states of an index. It is read by the reader of whichever state asks first: each state has its own, and closes it.
 * Thread-safe.
 */
final class Segment {

    /** For how many choices of filters, and how many orders of titles, to remember what was found. */
    private static final int CHOICES = 64;

    private static final int TITLE_ORDERS = 8;

    private final Map<Facet, Column> columns = new ConcurrentHashMap<>();
    private final Recent<Map<Facet, SortedSet<String>>, Choice> choices = new Recent<>(CHOICES);
    private final Recent<TitleRanks.Order, TitleRanks> titles = new Recent<>(TITLE_ORDERS);
    private volatile @Nullable Names names;
    private volatile @Nullable Set<Language> languages;

    private Segment() {}

    Column column(Facet facet, LeafReader reader) throws IOException {
        Column column = columns.get(facet);
        if (column == null) {
            column = Column.read(reader, Fields.column(facet));
            columns.put(facet, column);
        }
        return column;
    }

    /** The documents that pass all these filters. */
    Choice choice(Map<Facet, SortedSet<String>> filters, LeafReader reader) throws IOException {
        return choices.get(filters, chosen -> choose(chosen, reader));
    }

    Names names(LeafReader reader) throws IOException {
        Names known = names;
        if (known == null) {
            known = Names.read(reader);
            names = known;
        }
        return known;
    }

    /** The order of the titles for a reader; the same one for all whose languages make no difference here. */
    TitleRanks titles(List<Language> preferred, LeafReader reader) throws IOException {
        TitleRanks.Order order = TitleRanks.Order.of(preferred, languages(reader));
        return titles.get(order, one -> TitleRanks.of(reader, one));
    }

    private Set<Language> languages(LeafReader reader) throws IOException {
        Set<Language> known = languages;
        if (known == null) {
            known = TitleRanks.languages(reader);
            languages = known;
        }
        return known;
    }

    private Choice choose(Map<Facet, SortedSet<String>> filters, LeafReader reader) throws IOException {
        FixedBitSet documents = new FixedBitSet(Math.max(1, reader.maxDoc()));
        documents.set(0, reader.maxDoc());
        for (Map.Entry<Facet, SortedSet<String>> filter : filters.entrySet()) {
            documents.and(column(filter.getKey(), reader).having(filter.getValue()));
        }
        return new Choice(documents);
    }

    /** Documents that were chosen by their facets alone, and what of them was counted. */
    final class Choice {

        private final FixedBitSet documents;
        private final int size;
        private final Map<Facet, int[]> counts = new ConcurrentHashMap<>();

        private Choice(FixedBitSet documents) {
            this.documents = documents;
            this.size = documents.cardinality();
        }

        FixedBitSet documents() {
            return documents;
        }

        /** How many there are, those that were taken out among them. */
        int size() {
            return size;
        }

        /** The counts of a facet among them, those that were taken out among them; not to be changed. */
        int[] counts(Facet facet, LeafReader reader) throws IOException {
            int[] known = counts.get(facet);
            if (known == null) {
                known = column(facet, reader).count(documents);
                counts.put(facet, known);
            }
            return known;
        }
    }

    /** The segments of one index that are open. Thread-safe. */
    static final class Open {

        private final Map<IndexReader.CacheKey, Segment> segments = new ConcurrentHashMap<>();

        Segment of(LeafReader reader) {
            IndexReader.CacheHelper core = reader.getCoreCacheHelper();
            return segments.computeIfAbsent(core.getKey(), key -> {
                core.addClosedListener(segments::remove);
                return new Segment();
            });
        }
    }

    /** The filters but that of a facet. */
    static Map<Facet, SortedSet<String>> without(Map<Facet, SortedSet<String>> filters, Facet facet) {
        Map<Facet, SortedSet<String>> others = new EnumMap<>(Facet.class);
        others.putAll(filters);
        others.remove(facet);
        return others;
    }

    /** The filter of a facet alone. */
    static Map<Facet, SortedSet<String>> only(Map<Facet, SortedSet<String>> filters, Facet facet) {
        Map<Facet, SortedSet<String>> single = new EnumMap<>(Facet.class);
        single.putAll(filters);
        single.keySet().retainAll(Set.of(facet));
        return single;
    }
}
