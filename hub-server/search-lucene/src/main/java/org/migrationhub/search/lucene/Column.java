package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;

/**
 * The values of one facet in one segment, in memory: counting reads a few bytes per document one after the other, where
 * Lucene's own column unpacks bits and follows an iterator. Immutable once read.
 */
final class Column {

    private final String[] labels;
    private final int[] starts;
    private final int[] ordinals;

    private Column(String[] labels, int[] starts, int[] ordinals) {
        this.labels = labels;
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
            int size = values.advanceExact(document) ? values.docValueCount() : 0;
            if (end + size > ordinals.length) {
                ordinals = Arrays.copyOf(ordinals, Math.max(end + size, 2 * ordinals.length));
            }
            for (int value = 0; value < size; value++) {
                ordinals[end++] = (int) values.nextOrd();
            }
            starts[document + 1] = end;
        }
        return new Column(labels, starts, Arrays.copyOf(ordinals, end));
    }

    /** The values that occur, in the order of the numbers that stand for them. */
    List<String> labels() {
        return Arrays.asList(labels);
    }

    /** The values of a document. */
    List<String> values(int document) {
        return Arrays.stream(ordinals, starts[document], starts[document + 1])
                .mapToObj(ordinal -> labels[ordinal])
                .toList();
    }

    /** Counts the values of a document. */
    void count(int document, int[] counts) {
        for (int at = starts[document]; at < starts[document + 1]; at++) {
            counts[ordinals[at]]++;
        }
    }

    /** Counts the values of all these documents. */
    int[] count(FixedBitSet documents) {
        int[] counts = new int[labels.length];
        for (int document = next(documents, 0);
                document < starts.length - 1;
                document = next(documents, document + 1)) {
            count(document, counts);
        }
        return counts;
    }

    private int next(FixedBitSet documents, int from) {
        return from < starts.length - 1 ? documents.nextSetBit(from) : Integer.MAX_VALUE;
    }

    /** The documents that have at least one of the values. */
    FixedBitSet having(Set<String> values) {
        boolean[] wanted = new boolean[labels.length];
        for (int ordinal = 0; ordinal < labels.length; ordinal++) {
            wanted[ordinal] = values.contains(labels[ordinal]);
        }
        FixedBitSet documents = new FixedBitSet(Math.max(1, starts.length - 1));
        for (int document = 0; document < starts.length - 1; document++) {
            for (int at = starts[document]; at < starts[document + 1]; at++) {
                if (wanted[ordinals[at]]) {
                    documents.set(document);
                }
            }
        }
        return documents;
    }
}
