package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of one facet in one segment, in memory: counting reads a few bytes per document one after the other, where
 * Lucene's own column unpacks bits and follows an iterator. Where every document has one value, and where there are fewer
 * than 65,536, it takes two bytes per document. Immutable once read.
 */
final class Column {

    private final String[] labels;
    private final int size;
    private final int @Nullable [] starts;
    private final char @Nullable [] few;
    private final int[] many;

    private Column(String[] labels, int[] starts, int[] ordinals) {
        this.labels = labels;
        this.size = starts.length - 1;
        this.starts = isOneEach(starts) ? null : starts;
        boolean fit = labels.length <= Character.MAX_VALUE;
        this.few = fit ? narrow(ordinals) : null;
        this.many = fit ? new int[0] : ordinals;
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
        return new Column(labels, starts, Arrays.copyOf(ordinals, end));
    }

    /** The values that occur, in the order of the numbers that stand for them. */
    List<String> labels() {
        return Arrays.asList(labels);
    }

    /** The values of a document. */
    List<String> values(int document) {
        List<String> values = new ArrayList<>();
        for (int at = begin(document); at < begin(document + 1); at++) {
            values.add(labels[ordinal(at)]);
        }
        return values;
    }

    /** Counts the values of a document. */
    void count(int document, int[] counts) {
        int end = begin(document + 1);
        for (int at = begin(document); at < end; at++) {
            counts[ordinal(at)]++;
        }
    }

    /** Counts the values of all these documents. */
    int[] count(FixedBitSet documents) {
        int[] counts = new int[labels.length];
        for (int document = next(documents, 0); document < size; document = next(documents, document + 1)) {
            count(document, counts);
        }
        return counts;
    }

    /** The documents that have at least one of the values. */
    FixedBitSet having(Set<String> values) {
        boolean[] wanted = new boolean[labels.length];
        for (int ordinal = 0; ordinal < labels.length; ordinal++) {
            wanted[ordinal] = values.contains(labels[ordinal]);
        }
        FixedBitSet documents = new FixedBitSet(Math.max(1, size));
        for (int document = 0; document < size; document++) {
            for (int at = begin(document); at < begin(document + 1); at++) {
                if (wanted[ordinal(at)]) {
                    documents.set(document);
                }
            }
        }
        return documents;
    }

    private int begin(int document) {
        return starts == null ? document : starts[document];
    }

    private int ordinal(int at) {
        return few == null ? many[at] : few[at];
    }

    private int next(FixedBitSet documents, int from) {
        return from < size ? documents.nextSetBit(from) : Integer.MAX_VALUE;
    }

    private static boolean isOneEach(int[] starts) {
        for (int document = 0; document < starts.length; document++) {
            if (starts[document] != document) {
                return false;
            }
        }
        return true;
    }

    private static char[] narrow(int[] ordinals) {
        char[] narrow = new char[ordinals.length];
        for (int at = 0; at < ordinals.length; at++) {
            narrow[at] = (char) ordinals[at];
        }
        return narrow;
    }
}
