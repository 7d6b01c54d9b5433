package org.migrationhub.search.lucene;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefArray;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.BytesRefComparator;
import org.apache.lucene.util.Counter;
import org.apache.lucene.util.FixedBitSet;
import org.migrationhub.core.search.Place;

/**
 * The order of all titles of one segment by the rules of one language. Which of its titles a document is shown with is a
 * matter of the reader; so one order serves every list of languages. Eight bytes per title. Immutable once made.
 */
final class TitleRanks {

    /** Of a key: some thirty letters. */
    private static final int PIECE = 64;

    private final int[] ranks;

    /** One of the titles of each rank. */
    private final int[] titles;

    private TitleRanks(int[] ranks, int[] titles) {
        this.ranks = ranks;
        this.titles = titles;
    }

    static TitleRanks of(LeafReader reader, Titles titles, Collator collator) throws IOException {
        return new Sorting(reader, titles, collator).ranks();
    }

    /** The place of a title in the order; equal titles have the same. */
    int rank(int title) {
        return ranks[title];
    }

    /** A title of a rank. */
    int title(int rank) {
        return titles[rank];
    }

    /** How many ranks there are. */
    int size() {
        return titles.length;
    }

    /**
     * Sorts titles by their keys a piece at a time, those alone by the next piece that are alike up to there: whole keys of
     * a million titles would fill the memory. Not thread-safe.
     */
    private static final class Sorting {

        private final LeafReader reader;
        private final Titles titles;
        private final Collator collator;
        private final int[] order;

        /** Where in the order a title stands that is not equal to the one before. */
        private final FixedBitSet begins;

        Sorting(LeafReader reader, Titles titles, Collator collator) {
            this.reader = reader;
            this.titles = titles;
            this.collator = collator;
            this.order = IntStream.range(0, titles.size()).toArray();
            this.begins = new FixedBitSet(Math.max(1, titles.size()));
        }

        TitleRanks ranks() throws IOException {
            Deque<Alike> left = new ArrayDeque<>(List.of(new Alike(0, titles.size(), 0)));
            while (!left.isEmpty()) {
                sort(left.pop()).forEach(left::push);
            }
            int[] ranks = new int[order.length];
            int[] each = new int[begins.cardinality()];
            int rank = -1;
            for (int at = 0; at < order.length; at++) {
                if (begins.get(at)) {
                    each[++rank] = order[at];
                }
                ranks[order[at]] = rank;
            }
            return new TitleRanks(ranks, each);
        }

        /** Sorts those by their next piece, and returns which of them even that leaves alike. */
        private List<Alike> sort(Alike some) throws IOException {
            BytesRefArray pieces = pieces(some);
            int[] before = Arrays.copyOfRange(order, some.from, some.to);
            BytesRefArray.IndexedBytesRefIterator sorted =
                    pieces.iterator(pieces.sort(BytesRefComparator.NATURAL, true));
            List<Alike> alike = new ArrayList<>();
            BytesRefBuilder last = new BytesRefBuilder();
            int begun = some.from;
            for (int at = some.from; at < some.to; at++) {
                BytesRef piece = requireNonNull(sorted.next());
                order[at] = before[sorted.ord()];
                if (at == some.from || !last.get().bytesEquals(piece)) {
                    begins.set(at);
                    some.part(begun, at, last.length()).ifPresent(alike::add);
                    begun = at;
                    last.copyBytes(piece);
                }
            }
            some.part(begun, some.to, last.length()).ifPresent(alike::add);
            return alike;
        }

        private BytesRefArray pieces(Alike some) throws IOException {
            BytesRefArray pieces = new BytesRefArray(Counter.newCounter());
            BinaryDocValues cards = DocValues.getBinary(reader, Fields.CARD);
            try (Unpacking unpacking = new Unpacking()) {
                for (int at = some.from; at < some.to; at++) {
                    byte[] key = key(order[at], cards, unpacking).toByteArray();
                    int begin = Math.min(some.length, key.length);
                    pieces.append(new BytesRef(key, begin, Math.min(PIECE, key.length - begin)));
                }
            }
            return pieces;
        }

        private CollationKey key(int title, BinaryDocValues cards, Unpacking unpacking) throws IOException {
            int document = titles.document(title);
            String text = cards.advanceExact(document)
                    ? titles.text(
                            title, Card.read(cards.binaryValue(), unpacking).card())
                    : "";
            return collator.getCollationKey(Place.comparable(text));
        }
    }

    /**
     * Titles that stand beside one another since their keys begin alike.
     *
     * @param from where they begin in the order
     * @param to where they end
     * @param length of what is alike
     */
    private record Alike(int from, int to, int length) {

        /** Several of them of which the next piece is alike, too, if it may not be the last. */
        Optional<Alike> part(int first, int end, int more) {
            return end - first > 1 && more == PIECE
                    ? Optional.of(new Alike(first, end, length + more))
                    : Optional.empty();
        }
    }
}
