package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.migrationhub.core.search.FoldedText;

/** The words that somebody may have meant by one that no document holds, or hardly any. Not thread-safe. */
final class Typos {

    private static final int SHORTEST = 4;
    private static final int SHORTEST_FOR_TWO = 8;
    private static final int MOST_LOOKED_AT = 200;

    /** How many words to look for in place of one. */
    private static final int MOST = 3;

    private final IndexReader reader;
    private final Known known;

    Typos(IndexReader reader, Known known) {
        this.reader = reader;
        this.known = known;
    }

    /**
     * Words of documents that are there, which begin with the same letter and differ in one letter or, if it is long, in two;
     * the likeliest first.
     *
     * @param least how many documents hold each of them at least
     */
    List<String> near(String word, int least) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, Fields.WORDS);
        if (terms == null || word.length() < SHORTEST || FoldedText.isWithoutSpaces(word)) {
            return List.of();
        }
        int edits = word.length() < SHORTEST_FOR_TWO ? 1 : 2;
        List<Near> near = new ArrayList<>();
        FuzzyTermsEnum each = new FuzzyTermsEnum(terms, new Term(Fields.WORDS, Fields.term(word)), edits, 1, true);
        BoostAttribute similarity = each.attributes().getAttribute(BoostAttribute.class);
        for (int looked = 0; looked < MOST_LOOKED_AT && each.next() != null; looked++) {
            near.add(new Near(each.term().utf8ToString(), similarity.getBoost(), each.docFreq()));
        }
        return near.stream()
                .filter(one -> one.documents() >= least)
                .sorted(Near.LIKELIEST)
                .map(Near::word)
                .filter(other -> known.has(Fields.WORDS, other))
                .limit(MOST)
                .toList();
    }

    /** A word, how much of it agrees, and how many documents hold it. */
    private record Near(String word, float similarity, int documents) {
        static final Comparator<Near> LIKELIEST = Comparator.comparingDouble(Near::similarity)
                .thenComparingInt(Near::documents)
                .reversed()
                .thenComparing(Near::word);
    }
}
