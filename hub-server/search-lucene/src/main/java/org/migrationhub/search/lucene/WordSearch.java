package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.WordQuery;

/**
 * Makes of words what Lucene looks for: at least what the words mean, in the languages in which they seem to be written in
 * their other forms too, under the other names of what they name, and without the words that say nothing. Not thread-safe.
 */
final class WordSearch {

    /**
     * Of further words only the form in which they are written is looked for, so that a query stays within bounds. A long
     * word of a script without spaces counts as several.
     */
    private static final int MOST_FORMS = 24;

    private static final int PIECES_PER_FORM = 4;

    /** Of so many names the other ones are looked for. */
    private static final int MOST_NAMES = 16;

    /** Nobody types more words than a query has characters; this bounds what signs that stand for several words make of it. */
    private static final int MOST_PLAIN = SearchQuery.LONGEST;

    /** In a word of a script without spaces with so many pairs of characters, not every pair need be there. */
    private static final int LONG = 3;

    private static final float MOST_PAIRS = 0.6f;

    /** So many pairs of such a word are looked at; a longer one is found by most of these, or as it is written. */
    private static final int PAIRS_LOOKED_AT = 32;

    /** A phrase of more terms is looked for only if each of them is anywhere. */
    private static final int LONG_PHRASE = 16;

    /** So many pieces are marked in texts. */
    private static final int MOST_MARKED = 64;

    /** Of so many words that are wanted, not every one need be there. */
    private static final int MANY = 4;

    private static final float MOST_WORDS = 0.75f;

    private final WordQuery asked;
    private final List<Part> parts;
    private final Capitals capitals;
    private final Map<TextLanguage, Float> languages;
    private final Stems stems;
    private final Synonyms synonyms;
    private final Spelling spelling;
    private final Known known;
    private int forms;
    private int names;
    private boolean titles;

    private WordSearch(
            WordQuery asked,
            Capitals capitals,
            Map<TextLanguage, Float> languages,
            Stems stems,
            Spelling spelling,
            Known known) {
        this.asked = asked;
        this.synonyms = Synonyms.standard();
        this.parts = Part.of(asked, synonyms);
        this.capitals = capitals;
        this.languages = languages;
        this.stems = stems;
        this.spelling = spelling;
        this.known = known;
    }

    /** How to look for the words of a query in one state of the index. */
    static WordSearch of(SearchQuery query, Snapshot snapshot) throws IOException {
        WordQuery asked = WordQuery.of(query.words());
        Capitals capitals = Capitals.of(query.words(), asked.words());
        Stems stems = new Stems();
        Known known = new Known(snapshot);
        List<String> ordinary = asked.terms().allMatch(WordQuery.Term::together)
                ? List.of() // quoted words are looked for as they are written, in whatever language
                : asked.words().stream().filter(word -> !capitals.has(word)).toList();
        Map<TextLanguage, Float> languages =
                new Recognition(known, stems).of(query.words(), ordinary, query.preferred());
        Spelling spelling = Spelling.of(asked, capitals, stems, known, snapshot.reader());
        WordQuery telling = Elisions.of(query.words()).without(asked, word -> saysNothing(word, capitals, languages));
        return new WordSearch(telling, capitals, languages, stems, spelling, known);
    }

    /** Whether the query asks for no words, wanted or unwanted. */
    boolean isEmpty() {
        return asked.isEmpty() && asked.unwanted().isEmpty();
    }

    /** What to look for to find every hit; its scores mean nothing. */
    Query matching() {
        return all(false);
    }

    /** What to look for to find the best hits: the same, with a score for each. */
    Query scoring() {
        return all(true);
    }

    /** What is looked for in place of what was typed; null if it is the same. */
    @Nullable
    String didYouMean() {
        return spelling.didYouMean();
    }

    private Query all(boolean withTitles) {
        titles = withTitles;
        forms = 0;
        names = 0;
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (asked.isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        addWanted(all);
        asked.unwanted().forEach(term -> all.add(asWritten(term), Occur.MUST_NOT));
        return all.build();
    }

    /** What of a text in a language this finds: words in any form, and phrases and other names as a whole. */
    Excerpts.Looked looked(TextLanguage language) {
        Set<String> words = parts.stream()
                .flatMap(Part::plainWords)
                .flatMap(word -> Stream.concat(Stream.of(word), spelling.meant(word).stream()))
                .filter(word -> !isStopWord(word))
                .map(word -> stems.stem(word, language))
                .collect(Collectors.toSet());
        List<List<String>> phrases =
                parts.stream().flatMap(part -> part.phrases(synonyms)).toList();
        Stream<String> parts =
                words.stream().filter(FoldedText::isWithoutSpaces).flatMap(word -> Pieces.looked(word).stream());
        Stream<String> wholes = phrases.stream().flatMap(List::stream).filter(FoldedText::isWithoutSpaces);
        List<String> pieces =
                Stream.concat(wholes, parts).distinct().limit(MOST_MARKED).toList();
        return Excerpts.Looked.of(word -> words.contains(stems.stem(word, language)), pieces, phrases);
    }

    private void addWanted(BooleanQuery.Builder all) {
        List<Query> plain = new ArrayList<>();
        boolean onlyStopWords = parts.stream().allMatch(this::isStopWord);
        for (Part part : parts) {
            if (onlyStopWords || !isStopWord(part)) {
                if (part.isQuoted()) {
                    all.add(query(part), Occur.MUST);
                } else {
                    plain.add(query(part));
                }
            } else if (part.isName() && titles) {
                all.add(query(part), Occur.SHOULD); // it may be meant as a name all the same
            }
        }
        addMost(plain, all);
    }

    private static void addMost(List<Query> plain, BooleanQuery.Builder all) {
        if (plain.size() < MANY) {
            plain.forEach(one -> all.add(one, Occur.MUST));
            return;
        }
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        plain.forEach(one -> most.add(one, Occur.SHOULD));
        most.setMinimumNumberShouldMatch((int) Math.ceil(plain.size() * MOST_WORDS));
        all.add(most.build(), Occur.MUST);
    }

    private Query query(Part part) {
        Stream<Query> written = part.alternatives().stream().map(this::term);
        return anyOf(Stream.concat(written, asNames(part.others())).toList());
    }

    private Query term(WordQuery.Term term) {
        if (!term.together()) {
            return allOf(term.words());
        }
        Stream<Query> others = asNames(synonyms.of(term.words()));
        return anyOf(Stream.concat(Stream.of(together(term.words())), others).toList());
    }

    private Stream<Query> asNames(List<List<String>> others) {
        if (others.isEmpty() || names++ >= MOST_NAMES) {
            return Stream.empty();
        }
        return others.stream().map(name -> new BoostQuery(new ConstantScoreQuery(together(name)), Scoring.SYNONYM));
    }

    private Query allOf(List<String> words) {
        if (words.size() == 1) {
            return word(words.get(0));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.stream().distinct().limit(MOST_PLAIN).forEach(word -> all.add(word(word), Occur.MUST));
        return all.build();
    }

    /** A word or, if nothing holds it, those that may be meant; if hardly anything does, these behind it. */
    private Query word(String word) {
        List<Query> meant = spelling.meant(word).stream().map(this::inAnyForm).toList();
        if (meant.isEmpty()) {
            return inAnyForm(word);
        }
        return spelling.isHeld(word)
                ? anyOf(List.of(inAnyForm(word), new BoostQuery(anyOf(meant), Scoring.SYNONYM)))
                : anyOf(meant);
    }

    /** A word in any of its forms, for more in titles and in the query's languages. */
    private Query inAnyForm(String word) {
        boolean spaceless = FoldedText.isWithoutSpaces(word);
        forms += spaceless ? 1 + Pieces.looked(word).size() / PIECES_PER_FORM : 1;
        if (forms > MOST_FORMS) {
            return together(List.of(word));
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
        return all.isEmpty() ? together(List.of(word)) : anyOf(all);
    }

    private Query inPieces(String word) {
        Query written = new BoostQuery(new ConstantScoreQuery(together(List.of(word))), Scoring.AS_WRITTEN);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(Pieces.pairs(word).size() < LONG ? written : anyOf(List.of(written, mostPairs(word))), Occur.MUST);
        if (titles) {
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
        if (titles && known.has(language.title(), form)) {
            forms.add(new BoostQuery(known.query(language.title(), form), weight * Scoring.TITLE));
        }
    }

    private Query mostPairs(String word) {
        List<String> pairs =
                Pieces.pairs(word).stream().distinct().limit(PAIRS_LOOKED_AT).toList();
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        pairs.forEach(pair -> most.add(known.query(Fields.WORDS, pair), Occur.SHOULD));
        most.setMinimumNumberShouldMatch((int) Math.ceil(pairs.size() * MOST_PAIRS));
        return new BoostQuery(new ConstantScoreQuery(most.build()), 0);
    }

    private boolean isStopWord(Part part) {
        return !part.isQuoted() && part.plainWords().allMatch(this::isStopWord);
    }

    private boolean isStopWord(String word) {
        return saysNothing(word, capitals, languages);
    }

    private static boolean saysNothing(String word, Capitals capitals, Map<TextLanguage, Float> languages) {
        return !capitals.has(word)
                && languages.entrySet().stream()
                        .anyMatch(language ->
                                language.getValue() == 1 && language.getKey().isStopWord(word));
    }

    private Query asWritten(WordQuery.Term term) {
        if (term.together()) {
            return together(term.words());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        term.words().stream()
                .distinct()
                .limit(MOST_PLAIN)
                .forEach(word -> all.add(together(List.of(word)), Occur.FILTER));
        return all.build();
    }

    private static Query anyOf(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.get(0);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    /** The words one after the other as they are written, in whatever language. */
    private Query together(List<String> words) {
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
