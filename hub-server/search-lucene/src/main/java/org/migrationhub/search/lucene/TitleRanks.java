package org.migrationhub.search.lucene;

import java.io.IOException;
import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.migrationhub.core.search.Place;
import org.migrationhub.core.vocabulary.Language;

/**
 * The order of the documents of one segment by the titles that a reader of some languages is shown. Eight bytes per
 * document. Immutable once made.
 */
final class TitleRanks {

    private final int[] ordered;
    private final int[] ranks;

    private TitleRanks(int[] ordered) {
        this.ordered = ordered;
        this.ranks = new int[ordered.length];
        for (int rank = 0; rank < ordered.length; rank++) {
            ranks[ordered[rank]] = rank;
        }
    }

    /**
     * By what titles are ordered. Anybody may ask for any list of languages, and an order takes long to make: so of a list
     * only what makes a difference counts.
     *
     * @param collator compares titles; equal for languages with equal rules
     * @param languages the reader's, those alone in which there is a title
     */
    record Order(Collator collator, List<Language> languages) {

        static Order of(List<Language> preferred, Set<Language> occurring) {
            return new Order(
                    Place.collator(preferred),
                    preferred.stream().filter(occurring::contains).toList());
        }
    }

    /** The languages in which a document has a title. */
    static Set<Language> languages(LeafReader reader) throws IOException {
        Set<Language> languages = new HashSet<>();
        BinaryDocValues cards = DocValues.getBinary(reader, Fields.CARD);
        try (Unpacking unpacking = new Unpacking()) {
            while (cards.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                languages.addAll(
                        Card.read(cards.binaryValue(), unpacking).card().texts().keySet());
            }
        }
        return Set.copyOf(languages);
    }

    static TitleRanks of(LeafReader reader, Order order) throws IOException {
        CollationKey[] keys = new CollationKey[reader.maxDoc()];
        BinaryDocValues cards = DocValues.getBinary(reader, Fields.CARD);
        try (Unpacking unpacking = new Unpacking()) {
            for (int document = 0; document < keys.length; document++) {
                String title = cards.advanceExact(document)
                        ? Card.read(cards.binaryValue(), unpacking).card().title(order.languages())
                        : "";
                keys[document] = order.collator().getCollationKey(Place.comparable(title));
            }
        }
        return new TitleRanks(IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.<Integer, CollationKey>comparing(document -> keys[document])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** The place of a document in the order; among equal titles the newer comes first. */
    int rank(int document) {
        return ranks[document];
    }

    /** The document at a place. */
    int document(int rank) {
        return ordered[rank];
    }

    int size() {
        return ordered.length;
    }
}
