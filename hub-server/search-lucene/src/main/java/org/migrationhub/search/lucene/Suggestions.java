package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.migrationhub.core.search.Typed;
import org.migrationhub.core.vocabulary.Language;

/** Completes what is being typed, in one state of the index. Not thread-safe. */
final class Suggestions {

    private final Snapshot snapshot;
    private final List<Language> preferred;
    private final int most;
    private final Typed typed;

    Suggestions(Snapshot snapshot, String typed, List<Language> preferred, int most) {
        this.snapshot = snapshot;
        this.preferred = preferred;
        this.most = Math.max(0, Math.min(most, SearchQuery.MOST));
        this.typed = Typed.of(typed);
    }

    List<Suggestion> all() throws IOException {
        if (typed.isEmpty()) {
            return List.of();
        }
        List<Suggestion> all = new ArrayList<>(names());
        all.addAll(titles());
        return all.subList(0, Math.min(most, all.size()));
    }

    /** At most half of what is suggested. */
    private List<Suggestion> names() throws IOException {
        SortedMap<String, Leaf> names = new TreeMap<>();
        for (Leaf leaf : snapshot.leaves()) {
            leaf.names().fitting(typed::fits, leaf.gone()).forEach(name -> names.putIfAbsent(name, leaf));
        }
        List<Suggestion> suggestions = new ArrayList<>();
        for (Map.Entry<String, Leaf> name : names.entrySet()) {
            if (suggestions.size() < (most + 1) / 2) {
                suggestions.add(name(name.getKey(), name.getValue()));
            }
        }
        return suggestions;
    }

    private static Suggestion name(String name, Leaf leaf) throws IOException {
        int holder = leaf.names().holder(name, leaf.gone());
        return new Suggestion.Name(name, leaf.key(holder).id());
    }

    private List<Suggestion> titles() throws IOException {
        Weight weight = snapshot.weight(query(), ScoreMode.COMPLETE_NO_SCORES);
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
        for (String word : typed.whole()) {
            addExactly(word, query);
        }
        String last = typed.last();
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
                .filter(text -> typed.fits(FoldedText.words(text.getValue().title())))
                .<Suggestion>map(text -> new Suggestion.Title(
                        text.getValue().title(), text.getKey(), card.key().id()))
                .findFirst();
    }
}
