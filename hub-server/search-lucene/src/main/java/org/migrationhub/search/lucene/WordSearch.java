package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.WordQuery;

/**
 * Makes of words what Lucene looks for: at least what the words mean, in the languages in which they seem to be written in
 * their other forms too, under the other names of what they name, and without the words that say nothing. Not thread-safe.
 */
final class WordSearch {

    /** Of so many names the other ones are looked for. */
    private static final int MOST_NAMES = 16;

    /** Nobody types more words than a query has characters; this bounds what signs that stand for several words make of it. */
    private static final int MOST_PLAIN = SearchQuery.LONGEST;

    /** So many pieces are marked in texts. */
    private static final int MOST_MARKED = 64;

    /** Of so many words that are wanted, not every one need be there. */
    private static final int MANY = 4;

    private static final float MOST_WORDS = 0.75f;

    private final WordQuery asked;
    private final Enough enough;
    private final List<Part> parts;
    private final Capitals capitals;
    private final Map<TextLanguage, Float> languages;
    private final Stems stems;
    private final Synonyms synonyms;
    private final Spelling spelling;
    private final Known known;
    private final Phrases phrases;
    private final boolean onlyStopWords;
    private WordForms forms;
    private int names;

    private WordSearch(
            WordQuery asked,
            Enough enough,
            Capitals capitals,
            Map<TextLanguage, Float> languages,
            Stems stems,
            Spelling spelling,
            Known known) {
        this.asked = asked;
        this.enough = enough;
        this.synonyms = Synonyms.standard();
        this.parts = Part.of(asked, enough, synonyms);
        this.capitals = capitals;
        this.languages = languages;
        this.stems = stems;
        this.spelling = spelling;
        this.known = known;
        this.phrases = new Phrases(known);
        this.forms = new WordForms(languages, stems, known, enough, false);
        this.onlyStopWords = parts.stream().allMatch(this::isStopWord);
    }

    /**
     * What is counted where not all of the words are needed.
     *
     * @param words folded; several in one text are one name
     * @param query what finds it
     */
    record Counted(List<String> words, Query query) {}

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
        Spelling spelling = Spelling.of(asked, query.enough(), capitals, stems, known, snapshot.reader());
        WordQuery telling = Elisions.of(query.words()).without(asked, word -> saysNothing(word, capitals, languages));
        return new WordSearch(telling, query.enough(), capitals, languages, stems, spelling, known);
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

    /** Each of the parts that may be missing. */
    List<Counted> counted() {
        beginWith(false);
        return parts.stream()
                .filter(part -> !part.isQuoted() && isLookedFor(part))
                .map(part -> new Counted(part.words(), query(part)))
                .toList();
    }

    private void beginWith(boolean scores) {
        forms = new WordForms(languages, stems, known, enough, scores);
        names = 0;
    }

    private Query all(boolean scores) {
        beginWith(scores);
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
        List<List<String>> wholes =
                parts.stream().flatMap(part -> part.phrases(synonyms)).toList();
        Stream<String> parts =
                words.stream().filter(FoldedText::isWithoutSpaces).flatMap(word -> Pieces.looked(word).stream());
        Stream<String> spaceless = wholes.stream().flatMap(List::stream).filter(FoldedText::isWithoutSpaces);
        List<String> pieces =
                Stream.concat(spaceless, parts).distinct().limit(MOST_MARKED).toList();
        return Excerpts.Looked.of(word -> words.contains(stems.stem(word, language)), pieces, wholes);
    }

    private void addWanted(BooleanQuery.Builder all) {
        List<Query> plain = new ArrayList<>();
        for (Part part : parts) {
            if (isLookedFor(part)) {
                if (part.isQuoted()) {
                    all.add(query(part), Occur.MUST);
                } else {
                    plain.add(query(part));
                }
            } else if (part.isName() && forms.isScored()) {
                all.add(query(part), Occur.SHOULD); // it may be meant as a name all the same
            }
        }
        addMost(plain, all);
    }

    private void addMost(List<Query> plain, BooleanQuery.Builder all) {
        int least = least(plain.size());
        if (least == plain.size()) {
            plain.forEach(one -> all.add(one, Occur.MUST));
            return;
        }
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        plain.forEach(one -> most.add(one, Occur.SHOULD));
        most.setMinimumNumberShouldMatch(least);
        all.add(most.build(), Occur.MUST);
    }

    private int least(int words) {
        return enough == Enough.ALL && words >= MANY ? (int) Math.ceil(words * MOST_WORDS) : enough.least(words);
    }

    private boolean isLookedFor(Part part) {
        return onlyStopWords || !isStopWord(part);
    }

    private Query query(Part part) {
        Stream<Query> written = part.alternatives().stream().map(this::term);
        return WordForms.anyOf(Stream.concat(written, asNames(part.others())).toList());
    }

    private Query term(WordQuery.Term term) {
        if (!term.together()) {
            return allOf(term.words());
        }
        Stream<Query> others = asNames(synonyms.of(term.words()));
        return WordForms.anyOf(
                Stream.concat(Stream.of(phrases.of(term.words())), others).toList());
    }

    private Stream<Query> asNames(List<List<String>> others) {
        if (others.isEmpty() || names++ >= MOST_NAMES) {
            return Stream.empty();
        }
        return others.stream().map(name -> new BoostQuery(new ConstantScoreQuery(phrases.of(name)), Scoring.SYNONYM));
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
        List<Query> meant = spelling.meant(word).stream().map(forms::of).toList();
        if (meant.isEmpty()) {
            return forms.of(word);
        }
        return spelling.isHeld(word)
                ? WordForms.anyOf(List.of(forms.of(word), new BoostQuery(WordForms.anyOf(meant), Scoring.SYNONYM)))
                : WordForms.anyOf(meant);
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
            return phrases.of(term.words());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        term.words().stream()
                .distinct()
                .limit(MOST_PLAIN)
                .forEach(word -> all.add(phrases.of(List.of(word)), Occur.FILTER));
        return all.build();
    }
}
