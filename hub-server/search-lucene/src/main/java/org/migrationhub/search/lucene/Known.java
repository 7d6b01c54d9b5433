package org.migrationhub.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one state of the index that a query has to do with: each is looked up in its dictionaries once, though
 * recognition, spelling and search all want it. Not thread-safe.
 */
final class Known {

    private final IndexSearcher searcher;
    private final Map<Term, LookedUp> terms = new HashMap<>();
    private final Map<String, @Nullable TermsEnum[]> cursors = new HashMap<>();

    Known(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * In how many documents a folded word, or its stem, is in a field; 0 if only documents that were taken out since have it,
     * which otherwise are counted too.
     */
    int documents(String field, String word) {
        LookedUp term = lookedUp(term(field, word));
        return term.held() ? term.states().docFreq() : 0;
    }

    boolean has(String field, String word) {
        return documents(field, word) > 0;
    }

    /** In how many documents a field is. */
    int documents(String field) {
        try {
            return searcher.getIndexReader().getDocCount(field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TermQuery query(String field, String word) {
        Term term = term(field, word);
        return new TermQuery(term, lookedUp(term).states());
    }

    private static Term term(String field, String word) {
        return new Term(field, Fields.term(word));
    }

    /**
     * A term as it was found in the dictionaries.
     *
     * @param states where it is in each of them
     * @param held whether a document that is there has it
     */
    private record LookedUp(TermStates states, boolean held) {}

    private LookedUp lookedUp(Term term) {
        LookedUp known = terms.get(term);
        if (known == null) {
            try {
                known = lookUp(term);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            terms.put(term, known);
        }
        return known;
    }

    /** As Lucene does, but with one cursor for each dictionary: to make them takes longer than to use them. */
    private LookedUp lookUp(Term term) throws IOException {
        TermStates states = new TermStates(searcher.getTopReaderContext());
        TermsEnum[] cursors = cursors(term.field());
        boolean held = false;
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            TermsEnum cursor = cursors[leaf.ord];
            if (cursor != null && cursor.seekExact(term.bytes())) {
                states.register(cursor.termState(), leaf.ord, cursor.docFreq(), cursor.totalTermFreq());
                held = held || isHeld(cursor, leaf.reader());
            }
        }
        return new LookedUp(states, held);
    }

    /**
     * Whether a document that is there holds the term. A dictionary keeps the words of what was taken out until its segment is
     * merged away: nobody may come to see such a word, or to learn that it was there.
     */
    private static boolean isHeld(TermsEnum term, LeafReader reader) throws IOException {
        Bits live = reader.getLiveDocs();
        if (live == null || term.docFreq() > reader.numDeletedDocs()) {
            return true;
        }
        PostingsEnum holders = term.postings(null, PostingsEnum.NONE);
        int holder = holders.nextDoc();
        while (holder != DocIdSetIterator.NO_MORE_DOCS && !live.get(holder)) {
            holder = holders.nextDoc();
        }
        return holder != DocIdSetIterator.NO_MORE_DOCS;
    }

    private @Nullable TermsEnum[] cursors(String field) throws IOException {
        @Nullable TermsEnum[] known = cursors.get(field);
        if (known == null) {
            List<LeafReaderContext> leaves = searcher.getLeafContexts();
            known = new TermsEnum[leaves.size()];
            for (LeafReaderContext leaf : leaves) {
                Terms terms = leaf.reader().terms(field);
                known[leaf.ord] = terms == null ? null : terms.iterator();
            }
            cursors.put(field, known);
        }
        return known;
    }
}
