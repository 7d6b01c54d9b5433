package org.migrationhub.search.lucene;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.text.Collator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.Place;
import org.migrationhub.core.vocabulary.Language;

/**
 * What is kept in memory of one segment as long as it is open, read or worked out when it is first asked for. A segment
 * never changes but for documents that are taken out, of which nothing here knows: so all of it outlives the many new
 * states of an index. It is read by the reader of whichever state asks first: each state has its own, and closes it.
 * Thread-safe.
 */
final class Segment {

    /** For how many choices of words and filters to remember what was found. */
    private static final int CHOICES = 128;

    /** So many sets of rules there are by which titles are ordered. */
    private static final int COLLATIONS = Language.official().size();

    private final Map<Facet, Labels> labels;
    private final Map<Facet, Column> columns = new ConcurrentHashMap<>();
    private final Map<String, Dictionary> dictionaries = new ConcurrentHashMap<>();
    private final Map<Facet, int[]> numbers = new ConcurrentHashMap<>();
    private final Recent<Asked, Choice> choices = new Recent<>(CHOICES);
    private final Recent<Collator, TitleRanks> ranks = new Recent<>(COLLATIONS);
    private final Recent<String, Titles> titles = new Recent<>(1);
    private volatile @Nullable Names names;

    private Segment(Map<Facet, Labels> labels) {
        this.labels = labels;
    }

    Column column(Facet facet, LeafReader reader) throws IOException {
        Column column = columns.get(facet);
        if (column == null) {
            column = Column.read(reader, Fields.column(facet));
            columns.put(facet, column);
        }
        return column;
    }

    Dictionary dictionary(String field, LeafReader reader) throws IOException {
        Dictionary dictionary = dictionaries.get(field);
        if (dictionary == null) {
            dictionary = Dictionary.of(field, reader);
            dictionaries.put(field, dictionary);
        }
        return dictionary;
    }

    /** The numbers of a facet's values among those of all segments; not to be changed. */
    int[] numbers(Facet facet, LeafReader reader) throws IOException {
        int[] known = numbers.get(facet);
        if (known == null) {
            known = requireNonNull(labels.get(facet))
                    .numbers(column(facet, reader).labels());
            numbers.put(facet, known);
        }
        return known;
    }

    /**
     * The documents that hold the words and pass all these filters. What the words match and what the filters let pass is
     * remembered, not each meeting of the two: there are too many, and few documents in them.
     */
    Choice choice(Matching words, Map<Facet, SortedSet<String>> filters, LeafReaderContext context) throws IOException {
        if (words.isEverything() || filters.isEmpty()) {
            return choices.get(new Asked(words.query(), filters), asked -> choose(words, filters, context));
        }
        FixedBitSet documents = choice(words, Map.of(), context).documents().clone();
        for (Map.Entry<Facet, SortedSet<String>> filter : filters.entrySet()) {
            Map<Facet, SortedSet<String>> alone = Map.of(filter.getKey(), filter.getValue());
            documents.and(choice(words.withoutWords(), alone, context).documents());
        }
        return new Choice(documents);
    }

    Names names(LeafReader reader) throws IOException {
        Names known = names;
        if (known == null) {
            known = Names.read(reader);
            names = known;
        }
        return known;
    }

    /** The order of the documents by the titles that a reader of these languages is shown. */
    TitleOrder titles(List<Language> preferred, LeafReader reader) throws IOException {
        Titles all = titles.get(Fields.CARD, field -> Titles.read(reader));
        return new TitleOrder(all, ranks(Place.collator(preferred), all, reader), preferred);
    }

    private TitleRanks ranks(Collator collator, Titles all, LeafReader reader) throws IOException {
        return ranks.get(collator, rules -> TitleRanks.of(reader, all, rules));
    }

    private Choice choose(Matching words, Map<Facet, SortedSet<String>> filters, LeafReaderContext context)
            throws IOException {
        FixedBitSet documents = words.documents(context);
        for (Map.Entry<Facet, SortedSet<String>> filter : filters.entrySet()) {
            documents.and(column(filter.getKey(), context.reader()).having(filter.getValue()));
        }
        return new Choice(documents);
    }

    /**
     * What is remembered.
     *
     * @param words what finds them
     * @param filters the values of which a document has one for each facet
     */
    private record Asked(Query words, Map<Facet, SortedSet<String>> filters) {}

    /** Documents that were chosen, and what of them was counted. */
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
        private final Map<Facet, Labels> labels = new EnumMap<>(Facet.class);

        Open() {
            for (Facet facet : Facet.values()) {
                labels.put(facet, new Labels());
            }
        }

        Labels labels(Facet facet) {
            return requireNonNull(labels.get(facet));
        }

        Segment of(LeafReader reader) {
            IndexReader.CacheHelper core = reader.getCoreCacheHelper();
            return segments.computeIfAbsent(core.getKey(), key -> {
                core.addClosedListener(segments::remove);
                return new Segment(labels);
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
}
