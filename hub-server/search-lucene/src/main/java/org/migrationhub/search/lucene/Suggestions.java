package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Suggestion;
import org.migrationhub.core.vocabulary.Language;

/** Completes what is being typed, in one state of the index. Not thread-safe. */
final class Suggestions {

    /** More words make no sense before a prefix, and cost. */
    private static final int MOST_WORDS = 12;

    private final Snapshot snapshot;
    private final List<Language> preferred;
    private final int most;
    private final List<String> words;

    Suggestions(Snapshot snapshot, String typed, List<Language> preferred, int most) {
        this.snapshot = snapshot;
        this.preferred = preferred;
        this.most = Math.max(0, Math.min(most, SearchQuery.MOST));
        this.words = typed.length() > SearchQuery.LONGEST ? List.of() : FoldedText.words(typed);
    }

    List<Suggestion> all() throws IOException {
        if (words.isEmpty() || words.size() > MOST_WORDS || isShort(words.get(words.size() - 1))) {
            return List.of();
        }
        List<Suggestion> all = new ArrayList<>(names());
        all.addAll(titles());
        return all.subList(0, Math.min(most, all.size()));
    }

    /** At most half of what is suggested. */
    private List<Suggestion> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Leaf leaf : snapshot.leaves()) {
            names.addAll(leaf.segment().names().fitting(this::fits, leaf.gone()));
        }
        return names.stream()
                .limit((most + 1) / 2)
                .<Suggestion>map(Suggestion.Name::new)
                .toList();
    }

    private List<Suggestion> titles() throws IOException {
        Weight weight =
                snapshot.searcher().createWeight(snapshot.searcher().rewrite(query()), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<Card> cards = new ArrayList<>();
        for (Leaf leaf : snapshot.leaves()) {
            Scorer scorer = weight.scorer(leaf.context());
            if (scorer != null) {
                addNewest(leaf, scorer.iterator(), cards);
            }
        }
        return cards.stream()
                .sorted(Comparator.comparing(Card::key).reversed())
                .flatMap(card -> title(card).stream())
                .limit(most)
                .toList();
    }

    /** Documents stand in the order of the newest: the first are all that is needed. */
    private void addNewest(Leaf leaf, DocIdSetIterator found, List<Card> cards) throws IOException {
        var live = leaf.live();
        int left = most;
        for (int document = found.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS && left > 0;
                document = found.nextDoc()) {
            if (live == null || live.get(document)) {
                cards.add(leaf.read(document));
                left--;
            }
        }
    }

    private BooleanQuery query() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words.subList(0, words.size() - 1)) {
            addExactly(word, query);
        }
        String last = words.get(words.size() - 1);
        if (FoldedText.isWithoutSpaces(last)) {
            addExactly(last, query);
        } else {
            query.add(
                    new ConstantScoreQuery(new PrefixQuery(new Term(Fields.TITLE_WORDS, Fields.term(last)))),
                    Occur.FILTER);
        }
        return query.build();
    }

    private static void addExactly(String word, BooleanQuery.Builder query) {
        List<String> terms = FoldedText.isWithoutSpaces(word) ? Pieces.looked(word) : List.of(word);
        terms.forEach(term -> query.add(new TermQuery(new Term(Fields.TITLE_WORDS, Fields.term(term))), Occur.FILTER));
    }

    /** The title that fits, in the best language for the reader; empty if the words stand in several titles only. */
    private Optional<Suggestion> title(Card card) {
        Map<Language, SearchCard.Text> texts = new LinkedHashMap<>();
        preferred.forEach(
                language -> texts.computeIfAbsent(language, card.card().texts()::get));
        card.card().texts().forEach(texts::putIfAbsent);
        return texts.entrySet().stream()
                .filter(text -> fits(FoldedText.words(text.getValue().title())))
                .<Suggestion>map(text -> new Suggestion.Title(
                        text.getValue().title(), text.getKey(), card.key().id()))
                .findFirst();
    }

    private boolean fits(List<String> text) {
        String last = words.get(words.size() - 1);
        return words.subList(0, words.size() - 1).stream().allMatch(word -> holds(text, word))
                && (FoldedText.isWithoutSpaces(last)
                        ? holds(text, last)
                        : text.stream().anyMatch(word -> word.startsWith(last)));
    }

    private static boolean holds(List<String> text, String word) {
        return FoldedText.isWithoutSpaces(word)
                ? text.stream().anyMatch(other -> other.contains(word))
                : text.contains(word);
    }

    private static boolean isShort(String word) {
        return word.length() < 2 && !FoldedText.isWithoutSpaces(word);
    }
}
