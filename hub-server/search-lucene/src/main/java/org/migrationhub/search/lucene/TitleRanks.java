package org.migrationhub.search.lucene;

import java.io.IOException;
import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
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

    static TitleRanks of(LeafReader reader, List<Language> preferred) throws IOException {
        Collator collator = Place.collator(preferred);
        CollationKey[] keys = new CollationKey[reader.maxDoc()];
        BinaryDocValues cards = DocValues.getBinary(reader, Fields.CARD);
        for (int document = 0; document < keys.length; document++) {
            String title = cards.advanceExact(document)
                    ? Card.read(cards.binaryValue()).card().title(preferred)
                    : "";
            keys[document] = collator.getCollationKey(Place.comparable(title));
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
