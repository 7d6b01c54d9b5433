package org.migrationhub.search.lucene;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.migrationhub.core.search.FoldedText;

/** Looks for words one after the other as they are written, in whatever language. Not thread-safe. */
final class Phrases {

    /** A phrase of more terms is looked for only if each of them is anywhere. */
    private static final int LONG_PHRASE = 16;

    private final Known known;

    Phrases(Known known) {
        this.known = known;
    }

    /** What holds all of these words, in their order and with nothing between them. */
    Query of(List<String> words) {
        List<String> units = FoldedText.units(words);
        if (units.size() == 1) {
            return known.query(Fields.WORDS, units.get(0));
        }
        PhraseQuery.Builder builder = new PhraseQuery.Builder();
        for (int at = 0; at < units.size(); at += step(units, at)) {
            if (beginsPair(units, at)) {
                builder.add(new Term(Fields.WORDS, units.get(at) + units.get(at + 1)), at);
            } else if (!beginsPair(units, at - 1)) {
                builder.add(new Term(Fields.WORDS, Fields.term(units.get(at))), at);
            }
        }
        return phrase(builder.build());
    }

    private Query phrase(PhraseQuery phrase) {
        Term[] terms = phrase.getTerms();
        if (terms.length == 1) {
            return new TermQuery(terms[0]);
        }
        boolean possible =
                terms.length <= LONG_PHRASE || Stream.of(terms).allMatch(term -> known.has(Fields.WORDS, term.text()));
        return possible ? phrase : new MatchNoDocsQuery("A part of the phrase is nowhere");
    }

    /** Pairs that overlap would say nothing more; only of an odd number of characters the last two do. */
    private static int step(List<String> units, int at) {
        boolean oneOfThree = beginsPair(units, at + 1) && !beginsPair(units, at + 2);
        return beginsPair(units, at) && !oneOfThree ? 2 : 1;
    }

    private static boolean beginsPair(List<String> units, int at) {
        return at >= 0
                && at + 1 < units.size()
                && Pieces.isCharacter(units.get(at))
                && Pieces.isCharacter(units.get(at + 1));
    }
}
