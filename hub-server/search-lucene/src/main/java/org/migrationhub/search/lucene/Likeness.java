package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Language;

/** Finds what is like a document, in one state of the index. Not thread-safe. */
final class Likeness {

    /** So many documents with the likest words are compared in what they are about. */
    private static final int CANDIDATES = 200;

    private static final int MOST_WORDS = 40;

    /** What one value in common weighs against words in common. */
    private static final Map<Facet, Float> ABOUT = Map.of(
            Facet.PRIMARY_OBJECTIVE, 2f,
            Facet.OBJECTIVE, 1f,
            Facet.PRINCIPLE, 0.5f,
            Facet.SDG, 0.5f,
            Facet.COUNTRY, 1f,
            Facet.TYPE, 0.3f,
            Facet.ORGANISATION, 0.7f);

    private final Snapshot snapshot;
    private final SubmissionId item;
    private final int most;
    private final Stems stems = new Stems();

    Likeness(Snapshot snapshot, SubmissionId item, int most) {
        this.snapshot = snapshot;
        this.item = item;
        this.most = Math.max(0, Math.min(most, SearchQuery.MOST));
    }

    List<SearchHit> all() throws IOException {
        for (Leaf leaf : snapshot.leaves()) {
            int document = document(leaf);
            if (document >= 0) {
                return like(leaf, document);
            }
        }
        return List.of();
    }

    /** Where the item is in a segment; -1 if it isn't in it. */
    private int document(Leaf leaf) throws IOException {
        PostingsEnum holding = leaf.reader().postings(new Term(Fields.ID, item.value()), PostingsEnum.NONE);
        var live = leaf.live();
        int document = holding == null ? DocIdSetIterator.NO_MORE_DOCS : holding.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = holding.nextDoc();
        }
        return document == DocIdSetIterator.NO_MORE_DOCS ? -1 : document;
    }

    private List<SearchHit> like(Leaf own, int document) throws IOException {
        Query words = words(own.read(document));
        Weight weight = snapshot.weight(words, ScoreMode.COMPLETE);
        About about = new About(own, document);
        List<SearchHit> hits = new ArrayList<>();
        for (Leaf leaf : snapshot.leaves()) {
            Nearest nearest = new Nearest(leaf, leaf.number() == own.number() ? document : -1);
            var scorer = weight.bulkScorer(leaf.context());
            if (scorer != null) {
                scorer.score(nearest, leaf.live(), 0, DocIdSetIterator.NO_MORE_DOCS);
            }
            nearest.addTo(hits, about);
        }
        return hits.stream()
                .sorted(Comparator.comparingDouble(SearchHit::score).reversed().thenComparing(SearchHit::id))
                .limit(most)
                .toList();
    }

    /** The words of all titles, in their languages. */
    private Query words(Card card) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        Set<Term> terms = new HashSet<>();
        for (Map.Entry<Language, SearchCard.Text> title : card.card().texts().entrySet()) {
            TextLanguage language = TextLanguage.of(title.getKey());
            for (String word : FoldedText.words(title.getValue().title())) {
                if (!language.isStopWord(word)) {
                    forms(word, language).forEach(form -> terms.add(new Term(language.body(), Fields.term(form))));
                }
            }
        }
        terms.stream()
                .sorted()
                .limit(MOST_WORDS)
                .forEach(term -> words.add(
                        new BoostQuery(
                                new TermQuery(term), 1f / card.card().texts().size()),
                        Occur.SHOULD));
        return words.build();
    }

    private List<String> forms(String word, TextLanguage language) {
        return FoldedText.isWithoutSpaces(word) ? Pieces.looked(word) : List.of(stems.stem(word, language));
    }

    /** What the item is about. */
    private static final class About {

        private final Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);

        About(Leaf leaf, int document) throws IOException {
            for (Facet facet : ABOUT.keySet()) {
                values.put(facet, Set.copyOf(leaf.column(facet).values(document)));
            }
        }

        float inCommon(Leaf leaf, int document) throws IOException {
            float common = 0;
            for (Map.Entry<Facet, Float> facet : ABOUT.entrySet()) {
                Set<String> own = values.getOrDefault(facet.getKey(), Set.of());
                long same = leaf.column(facet.getKey()).values(document).stream()
                        .filter(own::contains)
                        .count();
                common += facet.getValue() * same;
            }
            return common;
        }
    }

    /** Keeps the documents of a segment with the likest words. */
    private static final class Nearest implements LeafCollector {

        private final Leaf leaf;
        private final int itself;
        private final LongHeap heap = new LongHeap(CANDIDATES);
        private @Nullable Scorable scorer;

        Nearest(Leaf leaf, int itself) {
            this.leaf = leaf;
            this.itself = itself;
        }

        @Override
        public void setScorer(Scorable scores) {
            scorer = scores;
        }

        @Override
        public void collect(int document) throws IOException {
            if (document != itself && scorer != null) {
                long likeness = (long) NumericUtils.floatToSortableInt(scorer.score()) << Integer.SIZE;
                heap.insertWithOverflow(likeness | (~document & 0xFFFF_FFFFL));
            }
        }

        void addTo(List<SearchHit> hits, About about) throws IOException {
            while (heap.size() > 0) {
                long number = heap.pop();
                int document = ~(int) number;
                float words = NumericUtils.sortableIntToFloat((int) (number >> Integer.SIZE));
                Card card = leaf.read(document);
                hits.add(new SearchHit(card.key().id(), words + about.inCommon(leaf, document), card.card()));
            }
        }
    }
}
