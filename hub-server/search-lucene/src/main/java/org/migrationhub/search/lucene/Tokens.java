package org.migrationhub.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The terms of one field of one document, as Lucene takes them in. Not thread-safe. */
final class Tokens extends TokenStream {

    /** From one text of a field to the next: a position is left out, so that no phrase reaches over it. */
    private static final int GAP = 2;

    private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> terms = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private boolean newText;
    private int next;

    /** What is added from here on belongs to another text. */
    void newText() {
        newText = true;
    }

    /** One position further. */
    void add(String term) {
        put(term, newText ? GAP : 1);
        newText = false;
    }

    /** At the same position as the one before. */
    void addBeside(String term) {
        put(term, 0);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) {
            return false;
        }
        text.setEmpty().append(terms.get(next)); // with the step, all there is to clear
        step.setPositionIncrement(steps.get(next));
        next++;
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }

    private void put(String term, int by) {
        terms.add(Fields.term(term));
        steps.add(by);
    }
}
