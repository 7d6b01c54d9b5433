package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Language;

/** A segment as one state of the index sees it. Its documents stand in the order of the newest. Thread-safe. */
final class Leaf {

    private final int number;
    private final LeafReaderContext context;
    private final Segment segment;
    private volatile @Nullable FixedBitSet gone;

    Leaf(int number, LeafReaderContext context, Segment segment) {
        this.number = number;
        this.context = context;
        this.segment = segment;
    }

    /** Which one of the state's segments this is. */
    int number() {
        return number;
    }

    LeafReaderContext context() {
        return context;
    }

    LeafReader reader() {
        return context.reader();
    }

    Column column(Facet facet) throws IOException {
        return segment.column(facet, reader());
    }

    Dictionary dictionary(String field) throws IOException {
        return segment.dictionary(field, reader());
    }

    /** The numbers of a facet's values among those of all segments; not to be changed. */
    int[] numbers(Facet facet) throws IOException {
        return segment.numbers(facet, reader());
    }

    /** The documents that hold the words and pass all these filters, those that were taken out among them. */
    Segment.Choice choice(Matching words, Map<Facet, SortedSet<String>> filters) throws IOException {
        return segment.choice(words, filters, context);
    }

    /** The counts of a facet among chosen documents, those that were taken out among them; not to be changed. */
    int[] counts(Segment.Choice chosen, Facet facet) throws IOException {
        return chosen.counts(facet, reader());
    }

    Names names() throws IOException {
        return segment.names(reader());
    }

    TitleOrder titles(List<Language> preferred) throws IOException {
        return segment.titles(preferred, reader());
    }

    int size() {
        return reader().maxDoc();
    }

    /** Which documents are there; null if all are. */
    @Nullable
    Bits live() {
        return reader().getLiveDocs();
    }

    /** The documents that were replaced or taken out; null if none were. */
    @Nullable
    FixedBitSet gone() {
        Bits live = live();
        if (live == null) {
            return null;
        }
        FixedBitSet known = gone;
        if (known == null) {
            known = FixedBitSet.copyOf(live);
            known.flip(0, size());
            gone = known;
        }
        return known;
    }

    NewestKey key(int document) throws IOException {
        return Card.readKey(card(document));
    }

    Card read(int document) throws IOException {
        try (Unpacking unpacking = new Unpacking()) {
            return read(document, unpacking);
        }
    }

    Card read(int document, Unpacking unpacking) throws IOException {
        return Card.read(card(document), unpacking);
    }

    /** The first document that comes after a key in the order of the newest; the size if there is none. */
    int firstAfter(NewestKey key) throws IOException {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).compareTo(key) < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private BytesRef card(int document) throws IOException {
        BinaryDocValues cards = DocValues.getBinary(reader(), Fields.CARD);
        if (!cards.advanceExact(document)) {
            throw new IllegalStateException("A document without a card: " + document);
        }
        return cards.binaryValue();
    }
}
