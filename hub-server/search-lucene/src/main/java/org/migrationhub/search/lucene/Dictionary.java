package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one field in one segment, and where those are that were looked up last: people search for the same words, and
 * a query looks each up in the fields of all languages in all segments. Thread-safe.
 */
final class Dictionary {

    private static final int REMEMBERED = 512;

    private final @Nullable BytesRef first;
    private final @Nullable BytesRef last;
    private final Recent<String, Optional<Entry>> entries = new Recent<>(REMEMBERED);

    private Dictionary(@Nullable BytesRef first, @Nullable BytesRef last) {
        this.first = first;
        this.last = last;
    }

    /** That of a field, which may be in no document of the segment. */
    static Dictionary of(String field, LeafReader reader) throws IOException {
        Terms terms = reader.terms(field);
        return terms == null ? new Dictionary(null, null) : new Dictionary(terms.getMin(), terms.getMax());
    }

    /**
     * What it says of a term; empty if it hasn't it, as is plain of terms of other scripts.
     *
     * @param term as it is kept
     * @param bytes the same in bytes
     * @param lookUp looks into it
     */
    Optional<Entry> entry(String term, BytesRef bytes, Recent.Making<String, Optional<Entry>> lookUp)
            throws IOException {
        boolean possible = first != null && last != null && first.compareTo(bytes) <= 0 && last.compareTo(bytes) >= 0;
        return possible ? entries.get(term, lookUp) : Optional.empty();
    }

    /**
     * What a dictionary says of a term.
     *
     * @param state where its documents are found
     * @param documents how many have it, those that were taken out among them
     * @param occurrences how often they do
     */
    record Entry(TermState state, int documents, long occurrences) {}
}
