package org.migrationhub.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.FoldedText;

/**
 * Looks for single words in any of their forms, for more in the languages in which a query seems to be written. For one
 * query: it counts the words, of which only so many are looked for in every form. Not thread-safe.
 */
final class WordForms {

    /**
     * Of further words only the form in which they are written is looked for, so that a query stays within bounds. A long
     * word of a script without spaces counts as several.
     */
    private static final int MOST_FORMS = 24;

    private static final int PIECES_PER_FORM = 4;

    /** In a word of a script without spaces with so many pairs of characters, not every pair need be there. */
    private static final int LONG = 3;

    private static final float MOST_PAIRS = 0.6f;

    /** Where most words are enough: what half of the words in it make that have two characters. */
    private static final float HALF_OF_THE_WORDS = 0.25f;

    /** So many pairs of such a word are looked at; a longer one is found by most of these, or as it is written. */
    private static final int PAIRS_LOOKED_AT = 32;

    private final Map<TextLanguage, Float> languages;
    private final Stems stems;
    private final Known known;
    private final Phrases phrases;
    private final float pairs;
    private final boolean scores;
    private int forms;

    /** With or without what words score in titles: without, what is found is the same. */
    WordForms(Map<TextLanguage, Float> languages, Stems stems, Known known, Enough enough, boolean scores) {
        this.languages = languages;
        this.stems = stems;
        this.known = known;
        this.phrases = new Phrases(known);
        this.pairs = pairs(enough);
        this.scores = scores;
    }

    private static float pairs(Enough enough) {
        return switch (enough) {
            case ALL -> MOST_PAIRS;
            case MOST -> HALF_OF_THE_WORDS;
            case SOME -> 0;
        };
    }

    /** Whether what is found is scored. */
    boolean isScored() {
        return scores;
    }

    /** A word in any of its forms, for more in titles and in the query's languages. */
    Query of(String word) {
        boolean spaceless = FoldedText.isWithoutSpaces(word);
        forms += spaceless ? 1 + Pieces.looked(word).size() / PIECES_PER_FORM : 1;
        if (forms > MOST_FORMS) {
            return phrases.of(List.of(word));
        }
        return spaceless ? inPieces(word) : inForms(word);
    }

    /** Every text is in the field of one language: in these fields together is all that holds the word. */
    private Query inForms(String word) {
        List<Query> all = new ArrayList<>();
        for (TextLanguage language : TextLanguage.values()) {
            float weight = weight(word, language);
            String stem = stems.stem(word, language);
            addForm(language, stem, weight, all);
        }
        return all.isEmpty() ? phrases.of(List.of(word)) : anyOf(all);
    }

    private Query inPieces(String word) {
        Query written = new BoostQuery(new ConstantScoreQuery(phrases.of(List.of(word))), Scoring.AS_WRITTEN);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(Pieces.pairs(word).size() < LONG ? written : anyOf(List.of(written, mostPairs(word))), Occur.MUST);
        if (scores) {
            scored(word).forEach(piece -> query.add(piece, Occur.SHOULD));
        }
        return query.build();
    }

    private List<Query> scored(String word) {
        List<Query> pieces = new ArrayList<>();
        List<String> looked = Pieces.looked(word);
        for (TextLanguage language : List.of(TextLanguage.ZH, TextLanguage.OTHER)) {
            float weight = weight(word, language) / looked.size();
            looked.forEach(piece -> addForm(language, piece, weight, pieces));
        }
        return pieces;
    }

    private float weight(String word, TextLanguage language) {
        if (language == TextLanguage.OTHER) {
            return Scoring.OTHER;
        }
        boolean possible = TextLanguage.ofScript(word).contains(language);
        return possible ? languages.getOrDefault(language, Scoring.FOREIGN) : Scoring.FOREIGN;
    }

    /** What is in no text is in no title. */
    private void addForm(TextLanguage language, String form, float weight, List<Query> forms) {
        if (!known.has(language.body(), form)) {
            return;
        }
        forms.add(new BoostQuery(known.query(language.body(), form), weight));
        if (scores && known.has(language.title(), form)) {
            forms.add(new BoostQuery(known.query(language.title(), form), weight * Scoring.TITLE));
        }
    }

    private Query mostPairs(String word) {
        List<String> looked =
                Pieces.pairs(word).stream().distinct().limit(PAIRS_LOOKED_AT).toList();
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        looked.forEach(pair -> most.add(known.query(Fields.WORDS, pair), Occur.SHOULD));
        most.setMinimumNumberShouldMatch(Math.max(1, (int) Math.ceil(looked.size() * pairs)));
        return new BoostQuery(new ConstantScoreQuery(most.build()), 0);
    }

    /** What any of these finds; there is at least one. */
    static Query anyOf(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.get(0);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }
}
