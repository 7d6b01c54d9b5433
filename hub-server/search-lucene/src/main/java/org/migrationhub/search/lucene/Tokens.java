package org.migrationhub.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.jspecify.annotations.Nullable;

/** The terms of one field of one document, as Lucene takes them in. Not thread-safe. */
final class Tokens extends Field {

    /** From one text of a field to the next: a position is left out, so that no phrase reaches over it. */
    private static final int GAP = 2;

    private final List<String> terms = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private boolean newText;

    Tokens(String field, FieldType type) {
        super(field, type);
    }

    /** What is added from here on belongs to another text. */
    void newText() {
        newText = true;
    }

    /** One position further. */
    void add(String term) {
        put(term, newText ? GAP : 1, 1);
        newText = false;
    }

    /** At the same position as the one before. */
    void addBeside(String term) {
        put(term, 0, 1);
    }

    /** So many times at once, where positions don't matter: to find a term among all others takes Lucene longest. */
    void add(String term, int times) {
        put(term, 1, times);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Lucene hands back the stream of the last document's field: to make one takes longer than to read a title from it. */
    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream last) {
        Reading reading = last instanceof Reading one ? one : new Reading();
        reading.begin(this);
        return reading;
    }

    private void put(String term, int by, int times) {
        terms.add(Fields.term(term));
        steps.add(by);
        counts.add(times);
    }

    /** Hands the terms over one by one. */
    private static final class Reading extends TokenStream {

        private static final Tokens NONE = new Tokens("", Fields.THERE);

        private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final TermFrequencyAttribute count = addAttribute(TermFrequencyAttribute.class);
        private Tokens tokens = NONE;
        private int next;

        void begin(Tokens document) {
            tokens = document;
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            if (next == tokens.terms.size()) {
                return false;
            }
            text.setEmpty().append(tokens.terms.get(next)); // with the two others, all there is to clear
            step.setPositionIncrement(tokens.steps.get(next));
            count.setTermFrequency(tokens.counts.get(next));
            next++;
            return true;
        }

        /** Keeps no document alive. */
        @Override
        public void close() {
            tokens = NONE;
        }
    }
}
