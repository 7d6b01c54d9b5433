package org.migrationhub.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one state of the index that a query has to do with: each is looked up in its dictionaries once, though
 * recognition, spelling and search all want it. Not thread-safe.
 */
final class Known {

    private final Snapshot snapshot;
    private final Map<String, Map<String, LookedUp>> terms = new HashMap<>();
    private final Map<String, @Nullable TermsEnum[]> cursors = new HashMap<>();

    Known(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * In how many documents a folded word, or its stem, is in a field; 0 if only documents that were taken out since have it,
     * which otherwise are counted too.
     */
    int documents(String field, String word) {
        LookedUp term = lookedUp(field, word);
        return term.held() ? term.states().docFreq() : 0;
    }

    boolean has(String field, String word) {
        return documents(field, word) > 0;
    }

    /** In how many documents a field is. */
    int documents(String field) {
        try {
            CollectionStatistics statistics = snapshot.searcher().collectionStatistics(field);
            return statistics == null ? 0 : (int) statistics.docCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TermQuery query(String field, String word) {
        LookedUp term = lookedUp(field, word);
        return new TermQuery(term.term(), term.states());
    }

    /**
     * A term as it was found in the dictionaries.
     *
     * @param term as it is kept
     * @param states where it is in each of them
     * @param held whether a document that is there has it
     */
    private record LookedUp(Term term, TermStates states, boolean held) {}

    private LookedUp lookedUp(String field, String word) {
        Map<String, LookedUp> words = terms.computeIfAbsent(field, one -> new HashMap<>());
        LookedUp known = words.get(word);
        if (known == null) {
            try {
                known = lookUp(field, Fields.term(word));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            words.put(word, known);
        }
        return known;
    }

    private LookedUp lookUp(String field, String text) throws IOException {
        Term term = new Term(field, text);
        TermStates states = new TermStates(snapshot.searcher().getTopReaderContext());
        boolean held = false;
        for (Leaf leaf : snapshot.leaves()) {
            Optional<Dictionary.Entry> found =
                    leaf.dictionary(field).entry(text, term.bytes(), one -> lookUp(term, leaf));
            if (found.isPresent()) {
                Dictionary.Entry entry = found.get();
                states.register(entry.state(), leaf.number(), entry.documents(), entry.occurrences());
                held = held || isHeld(term, entry, leaf);
            }
        }
        return new LookedUp(term, states, held);
    }

    private Optional<Dictionary.Entry> lookUp(Term term, Leaf leaf) throws IOException {
        TermsEnum cursor = cursor(term.field(), leaf);
        return cursor.seekExact(term.bytes())
                ? Optional.of(new Dictionary.Entry(cursor.termState(), cursor.docFreq(), cursor.totalTermFreq()))
                : Optional.empty();
    }

    /**
     * Whether a document that is there holds the term. A dictionary keeps the words of what was taken out until its segment is
     * merged away: nobody may come to see such a word, or to learn that it was there.
     */
    private boolean isHeld(Term term, Dictionary.Entry entry, Leaf leaf) throws IOException {
        Bits live = leaf.live();
        if (live == null || entry.documents() > leaf.reader().numDeletedDocs()) {
            return true;
        }
        TermsEnum cursor = cursor(term.field(), leaf);
        cursor.seekExact(term.bytes(), entry.state());
        PostingsEnum holders = cursor.postings(null, PostingsEnum.NONE);
        int holder = holders.nextDoc();
        while (holder != DocIdSetIterator.NO_MORE_DOCS && !live.get(holder)) {
            holder = holders.nextDoc();
        }
        return holder != DocIdSetIterator.NO_MORE_DOCS;
    }

    /** One for each dictionary that is looked into: to make it takes longer than to use it. */
    private TermsEnum cursor(String field, Leaf leaf) throws IOException {
        @Nullable
        TermsEnum[] known = cursors.computeIfAbsent(
                field, one -> new TermsEnum[snapshot.leaves().size()]);
        TermsEnum cursor = known[leaf.number()];
        if (cursor == null) {
            cursor = Terms.getTerms(leaf.reader(), field).iterator();
            known[leaf.number()] = cursor;
        }
        return cursor;
    }
}
