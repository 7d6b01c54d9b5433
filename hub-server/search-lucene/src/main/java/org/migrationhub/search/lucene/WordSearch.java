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

    /** Of further words only the form in which they are written is looked for: a query must stay within bounds. */
    private static final int MOST_FORMS = 24;

    /** In a word of a script without spaces with so many pairs of characters, not every pair need be there. */
    private static final int LONG = 3;

    private static final float MOST_PAIRS = 0.6f;

    /** Of so many words that are wanted, not every one need be there. */
    private static final int MANY = 4;

    private static final float MOST_WORDS = 0.75f;

    private final WordQuery asked;
    private final Map<TextLanguage, Float> languages;
    private final Stems stems;
    private final Synonyms synonyms = Synonyms.standard();
    private final Spelling spelling;
    private final Known known;
    private int forms;
    private boolean titles;

    private WordSearch(
            WordQuery asked, Map<TextLanguage, Float> languages, Stems stems, Spelling spelling, Known known) {
        this.known = known;
        this.asked = asked;
        this.languages = languages;
        this.stems = stems;
        this.spelling = spelling;
    }

    /** How to look for the words of a query in one state of the index. */
    static WordSearch of(SearchQuery query, Snapshot snapshot) throws IOException {
        WordQuery asked = WordQuery.of(query.words());
        Stems stems = new Stems();
        Known known = new Known(snapshot.searcher());
        Map<TextLanguage, Float> languages =
                new Recognition(known, stems).of(query.words(), asked.words(), query.preferred());
        Spelling spelling = Spelling.of(asked, stems, known, snapshot.reader());
        return new WordSearch(asked, languages, stems, spelling, known);
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
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (asked.isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        addWanted(all);
        asked.unwanted().forEach(term -> all.add(asWritten(term), Occur.MUST_NOT));
        return all.build();
    }

    /** What of a text in a language this finds. */
    Excerpts.Looked looked(TextLanguage language) {
        Set<String> stemmed = asked.terms()
                .flatMap(term -> Stream.concat(Stream.of(term.words()), synonyms.of(term.words()).stream()))
                .flatMap(List::stream)
                .flatMap(word -> Stream.concat(Stream.of(word), spelling.meant(word).stream()))
                .filter(word -> !isStopWord(List.of(new WordQuery.Term(List.of(word), false))))
                .map(word -> stems.stem(word, language))
                .collect(Collectors.toSet());
        List<String> pieces = stemmed.stream()
                .filter(FoldedText::isWithoutSpaces)
                .flatMap(word -> Pieces.looked(word).stream())
                .toList();
        return new Excerpts.Looked(word -> stemmed.contains(stems.stem(word, language)), pieces);
    }

    private void addWanted(BooleanQuery.Builder all) {
        List<Query> plain = wanted(false);
        boolean many = plain.size() >= MANY;
        plain.forEach(one -> all.add(one, many ? Occur.SHOULD : Occur.MUST));
        all.setMinimumNumberShouldMatch(many ? (int) Math.ceil(plain.size() * MOST_WORDS) : 0);
        wanted(true).forEach(one -> all.add(one, Occur.MUST));
    }

    /** What is wanted: either where an alternative is quoted, which must be there, or where none is. */
    private List<Query> wanted(boolean quoted) {
        List<Query> wanted = new ArrayList<>();
        List<List<WordQuery.Term>> left = asked.wanted().stream()
                .filter(alternatives -> alternatives.stream().anyMatch(WordQuery.Term::together) == quoted)
                .toList();
        boolean onlyStopWords = asked.terms().allMatch(term -> isStopWord(List.of(term)));
        while (!left.isEmpty()) {
            int named = name(left);
            if (named > 0) {
                wanted.add(nameOrOthers(left.subList(0, named).stream()
                        .flatMap(alternatives -> alternatives.get(0).words().stream())
                        .toList()));
            } else if (onlyStopWords || !isStopWord(left.get(0))) {
                wanted.add(anyOf(left.get(0).stream().map(this::term).toList()));
            }
            left = left.subList(Math.max(1, named), left.size());
        }
        return wanted;
    }

    /** How many of the next words together name something that has other names; 0 if they don't. */
    private int name(List<List<WordQuery.Term>> left) {
        List<String> words = new ArrayList<>();
        int named = 0;
        for (int next = 0; next < left.size() && words.size() <= synonyms.longest(); next++) {
            if (left.get(next).size() > 1 || left.get(next).get(0).together()) {
                break;
            }
            words.addAll(left.get(next).get(0).words());
            named = synonyms.of(words).isEmpty() ? named : next + 1;
        }
        return named;
    }

    private Query nameOrOthers(List<String> words) {
        return anyOf(Stream.concat(Stream.of(allOf(words)), otherNames(words)).toList());
    }

    private Query term(WordQuery.Term term) {
        if (!term.together()) {
            return allOf(term.words());
        }
        return anyOf(Stream.concat(Stream.of(together(term.words())), otherNames(term.words()))
                .toList());
    }

    private Stream<Query> otherNames(List<String> words) {
        return synonyms.of(words).stream()
                .map(name -> new BoostQuery(new ConstantScoreQuery(together(name)), Scoring.SYNONYM));
    }

    private Query allOf(List<String> words) {
        if (words.size() == 1) {
            return word(words.get(0));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.stream().distinct().forEach(word -> all.add(word(word), Occur.MUST));
        return all.build();
    }

    /** A word or, if nothing holds it, those that may be meant. */
    private Query word(String word) {
        List<Query> meant = spelling.meant(word).stream().map(this::inAnyForm).toList();
        return meant.isEmpty() ? inAnyForm(word) : anyOf(meant);
    }

    /** A word in any of its forms, for more in titles and in the query's languages. */
    private Query inAnyForm(String word) {
        if (forms++ >= MOST_FORMS) {
            return together(List.of(word));
        }
        return FoldedText.isWithoutSpaces(word) ? inPieces(word) : inForms(word);
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
        List<String> pairs = Pieces.pairs(word);
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        pairs.stream().distinct().forEach(pair -> most.add(known.query(Fields.WORDS, pair), Occur.SHOULD));
        long distinct = pairs.stream().distinct().count();
        most.setMinimumNumberShouldMatch((int) Math.ceil(distinct * MOST_PAIRS));
        return new BoostQuery(new ConstantScoreQuery(most.build()), 0);
    }

    private boolean isStopWord(List<WordQuery.Term> alternatives) {
        return alternatives.stream()
                .allMatch(term -> !term.together()
                        && term.words().stream()
                                .allMatch(word -> languages.entrySet().stream()
                                        .anyMatch(entry -> entry.getValue() == 1
                                                && entry.getKey().isStopWord(word))));
    }

    private Query asWritten(WordQuery.Term term) {
        if (term.together()) {
            return together(term.words());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        term.words().stream().distinct().forEach(word -> all.add(together(List.of(word)), Occur.FILTER));
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
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int at = 0; at < units.size(); at++) {
            if (beginsPair(units, at)) {
                phrase.add(new Term(Fields.WORDS, units.get(at) + units.get(at + 1)), at);
            } else if (!beginsPair(units, at - 1)) {
                phrase.add(new Term(Fields.WORDS, Fields.term(units.get(at))), at);
            }
        }
        PhraseQuery built = phrase.build();
        return built.getTerms().length == 1 ? new TermQuery(built.getTerms()[0]) : built;
    }

    private static boolean beginsPair(List<String> units, int at) {
        return at >= 0
                && at + 1 < units.size()
                && Pieces.isCharacter(units.get(at))
                && Pieces.isCharacter(units.get(at + 1));
    }
}
