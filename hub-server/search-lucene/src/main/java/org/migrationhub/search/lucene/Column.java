package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of one facet in one segment, in memory: counting reads a few bytes per document one after the other, where
 * Lucene's own column unpacks bits and follows an iterator. Documents with the same values share a row of them, as most do
 * of most facets: then it takes two bytes per document, and one step to count all its values. Immutable once read.
 */
final class Column {

    /** Of so many documents for each row it is worth the while. */
    private static final int SHARING = 4;

    private final String[] labels;
    private final int size;

    /** The row of each document; null if each has its own. */
    private final char @Nullable [] rows;

    /** Where the values of each row begin, and those of the last end. */
    private final int[] starts;

    private final int[] ordinals;

    private Column(String[] labels, int size, char @Nullable [] rows, int[] starts, int[] ordinals) {
        this.labels = labels;
        this.size = size;
        this.rows = rows;
        this.starts = starts;
        this.ordinals = ordinals;
    }

    static Column read(LeafReader reader, String field) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(reader, field);
        String[] labels = new String[(int) values.getValueCount()];
        for (int ordinal = 0; ordinal < labels.length; ordinal++) {
            labels[ordinal] = values.lookupOrd(ordinal).utf8ToString();
        }
        int[] starts = new int[reader.maxDoc() + 1];
        int[] ordinals = new int[reader.maxDoc()];
        int end = 0;
        for (int document = 0; document < reader.maxDoc(); document++) {
            int count = values.advanceExact(document) ? values.docValueCount() : 0;
            if (end + count > ordinals.length) {
                ordinals = Arrays.copyOf(ordinals, Math.max(end + count, 2 * ordinals.length));
            }
            for (int value = 0; value < count; value++) {
                ordinals[end++] = (int) values.nextOrd();
            }
            starts[document + 1] = end;
        }
        return shared(new Column(labels, reader.maxDoc(), null, starts, Arrays.copyOf(ordinals, end)));
    }

    /** The same with shared rows; itself if few documents have the same values. */
    private static Column shared(Column own) {
        int most = Math.min(own.size / SHARING, Character.MAX_VALUE);
        Map<Row, Integer> numbers = new HashMap<>();
        List<Row> shared = new ArrayList<>();
        char[] rows = new char[own.size];
        for (int document = 0; document < own.size; document++) {
            Row row = new Row(Arrays.copyOfRange(own.ordinals, own.starts[document], own.starts[document + 1]));
            Integer number = numbers.putIfAbsent(row, shared.size());
            rows[document] = (char) (number == null ? shared.size() : number);
            if (number == null) {
                shared.add(row);
            }
            if (shared.size() > most) {
                return own;
            }
        }
        int[] starts = new int[shared.size() + 1];
        for (int row = 0; row < shared.size(); row++) {
            starts[row + 1] = starts[row] + shared.get(row).ordinals.length;
        }
        int[] ordinals =
                shared.stream().flatMapToInt(row -> Arrays.stream(row.ordinals)).toArray();
        return new Column(own.labels, own.size, rows, starts, ordinals);
    }

    /** The values that occur, in the order of the numbers that stand for them. */
    List<String> labels() {
        return Arrays.asList(labels);
    }

    /** The values of a document. */
    List<String> values(int document) {
        List<String> values = new ArrayList<>();
        int row = row(document);
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            values.add(labels[ordinals[at]]);
        }
        return values;
    }

    /** Counts the values of all these documents. */
    int[] count(FixedBitSet documents) {
        boolean many = rows != null && documents.cardinality() > starts.length / SHARING;
        return many ? countRows(documents) : countValues(documents);
    }

    private int[] countValues(FixedBitSet documents) {
        int[] counts = new int[labels.length];
        for (int document = next(documents, 0); document < size; document = next(documents, document + 1)) {
            add(row(document), 1, counts);
        }
        return counts;
    }

    private int[] countRows(FixedBitSet documents) {
        int[] having = new int[starts.length - 1];
        long[] bits = documents.getBits();
        for (int at = 0; at < bits.length; at++) {
            for (long left = bits[at]; left != 0; left &= left - 1) {
                having[row(at * Long.SIZE + Long.numberOfTrailingZeros(left))]++;
            }
        }
        int[] counts = new int[labels.length];
        for (int row = 0; row < having.length; row++) {
            add(row, having[row], counts);
        }
        return counts;
    }

    private void add(int row, int documents, int[] counts) {
        int end = starts[row + 1];
        for (int at = starts[row]; at < end; at++) {
            counts[ordinals[at]] += documents;
        }
    }

    /** The documents that have at least one of the values. */
    FixedBitSet having(Set<String> values) {
        boolean[] wanted = new boolean[starts.length - 1];
        for (int row = 0; row < wanted.length; row++) {
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                wanted[row] |= values.contains(labels[ordinals[at]]);
            }
        }
        FixedBitSet documents = new FixedBitSet(Math.max(1, size));
        for (int document = 0; document < size; document++) {
            if (wanted[row(document)]) {
                documents.set(document);
            }
        }
        return documents;
    }

    private int next(FixedBitSet documents, int from) {
        return from < size ? documents.nextSetBit(from) : Integer.MAX_VALUE;
    }

    private int row(int document) {
        return rows == null ? document : rows[document];
    }

    /** The values of a document, or of several. */
    private static final class Row {

        private final int[] ordinals;

        Row(int[] ordinals) {
            this.ordinals = ordinals;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row row && Arrays.equals(ordinals, row.ordinals);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ordinals);
        }
    }
}
