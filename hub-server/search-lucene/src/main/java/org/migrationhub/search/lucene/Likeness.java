package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Language;

/**
 * Finds what is like a document, in one state of the index. Compared with it are those with the likest words and the newest
 * that share an objective, a country, or both with it: so also what is said in other words or another language. Not
 * thread-safe.
 */
final class Likeness {

    /** So many documents with the likest words are compared in what they are about. */
    private static final int LIKEST_WORDS = 200;

    /** So many of each segment for each of the sides on which they are alike. */
    private static final int NEWEST = 40;

    /** So many values of a side are looked at. */
    private static final int MOST_VALUES = 8;

    private static final int MOST_WORDS = 40;

    /** What documents have in common that are compared, whatever their words. */
    private static final List<List<Facet>> SIDES =
            List.of(List.of(Facet.OBJECTIVE, Facet.COUNTRY), List.of(Facet.OBJECTIVE), List.of(Facet.COUNTRY));

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
    private final DocumentId id;
    private final int most;
    private final Stems stems = new Stems();

    Likeness(Snapshot snapshot, DocumentId id, int most) {
        this.snapshot = snapshot;
        this.id = id;
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

    /** Where the document is in a segment; -1 if it isn't in it. */
    private int document(Leaf leaf) throws IOException {
        PostingsEnum holding = leaf.reader().postings(new Term(Fields.ID, id.value()), PostingsEnum.NONE);
        var live = leaf.live();
        int document = holding == null ? DocIdSetIterator.NO_MORE_DOCS : holding.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
            document = holding.nextDoc();
        }
        return document == DocIdSetIterator.NO_MORE_DOCS ? -1 : document;
    }

    private List<SearchHit> like(Leaf own, int document) throws IOException {
        About about = new About(own, document);
        Set<Candidate> candidates = new LinkedHashSet<>(withLikestWords(words(own.read(document))));
        for (Leaf leaf : snapshot.leaves()) {
            for (List<Facet> side : SIDES) {
                addNewest(leaf, about.documents(leaf, side), candidates);
            }
        }
        candidates.remove(new Candidate(own, document, 0));
        List<Compared> compared = new ArrayList<>();
        for (Candidate candidate : candidates) {
            float common = about.inCommon(candidate.leaf, candidate.document);
            compared.add(new Compared(candidate, candidate.words + common));
        }
        return best(compared);
    }

    /** Reads those alone that may be among the first. */
    private List<SearchHit> best(List<Compared> compared) throws IOException {
        compared.sort(Comparator.comparing(Compared::likeness).reversed());
        List<SearchHit> hits = new ArrayList<>();
        for (Compared one : compared) {
            if (hits.size() >= most && one.likeness < hits.get(hits.size() - 1).score()) {
                break;
            }
            Card card = one.candidate.leaf.read(one.candidate.document);
            hits.add(new SearchHit(card.key().id(), one.likeness, card.card()));
        }
        return hits.stream()
                .sorted(Comparator.comparingDouble(SearchHit::score).reversed().thenComparing(SearchHit::id))
                .limit(most)
                .toList();
    }

    private Collection<Candidate> withLikestWords(Query words) throws IOException {
        Weight weight = snapshot.weight(words, ScoreMode.TOP_SCORES);
        Nearest nearest = new Nearest();
        for (Leaf leaf : snapshot.leaves()) {
            BulkScorer scorer = weight.bulkScorer(leaf.context());
            if (scorer != null) {
                scorer.score(nearest.in(leaf), leaf.live(), 0, DocIdSetIterator.NO_MORE_DOCS);
            }
        }
        return nearest.candidates;
    }

    private static void addNewest(Leaf leaf, FixedBitSet documents, Set<Candidate> candidates) {
        Bits live = leaf.live();
        int left = NEWEST;
        int next = documents.nextSetBit(0);
        while (left > 0 && next != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(next)) {
                candidates.add(new Candidate(leaf, next, 0));
                left--;
            }
            next = next + 1 < documents.length() ? documents.nextSetBit(next + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
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

    /** What the document is about. */
    private final class About {

        private final Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);

        About(Leaf leaf, int document) throws IOException {
            for (Facet facet : ABOUT.keySet()) {
                values.put(facet, Set.copyOf(leaf.column(facet).values(document)));
            }
        }

        /** Those that have a value in common with it in each of some facets, those that were taken out among them. */
        FixedBitSet documents(Leaf leaf, List<Facet> side) throws IOException {
            FixedBitSet documents = having(leaf, side.get(0));
            for (Facet facet : side.subList(1, side.size())) {
                documents.and(having(leaf, facet));
            }
            return documents;
        }

        /** Of each value alone, as whoever browses asks for it, too: so it is known mostly. */
        private FixedBitSet having(Leaf leaf, Facet facet) throws IOException {
            FixedBitSet documents = new FixedBitSet(Math.max(1, leaf.size()));
            List<String> own = values.getOrDefault(facet, Set.of()).stream()
                    .sorted()
                    .limit(MOST_VALUES)
                    .toList();
            for (String value : own) {
                Map<Facet, SortedSet<String>> alone = Map.of(facet, new TreeSet<>(Set.of(value)));
                documents.or(leaf.choice(Matching.everything(snapshot), alone).documents());
            }
            return documents;
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

    /**
     * A document that is to be compared.
     *
     * @param leaf where it is
     * @param document which one there
     * @param words how like its words are
     */
    private record Candidate(Leaf leaf, int document, float words) {

        /** Whatever its words. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Candidate candidate && document == candidate.document && leaf == candidate.leaf;
        }

        @Override
        public int hashCode() {
            return 31 * leaf.number() + document;
        }
    }

    /**
     * A document that was compared.
     *
     * @param candidate which one
     * @param likeness how like it is
     */
    private record Compared(Candidate candidate, float likeness) {}

    /** Keeps the documents of all segments with the likest words, and says from which likeness on another would be among them. */
    private static final class Nearest {

        private final PriorityQueue<Candidate> candidates =
                new PriorityQueue<>(Comparator.comparingDouble(Candidate::words));

        LeafCollector in(Leaf leaf) {
            return new LeafCollector() {
                private @Nullable Scorable scorer;

                @Override
                public void setScorer(Scorable scores) throws IOException {
                    scorer = scores;
                    tell(scores);
                }

                @Override
                public void collect(int document) throws IOException {
                    if (scorer != null) {
                        add(new Candidate(leaf, document, scorer.score()));
                        tell(scorer);
                    }
                }
            };
        }

        private void add(Candidate candidate) {
            candidates.add(candidate);
            if (candidates.size() > LIKEST_WORDS) {
                candidates.remove();
            }
        }

        private void tell(Scorable scores) throws IOException {
            Candidate last = candidates.size() < LIKEST_WORDS ? null : candidates.peek();
            if (last != null) {
                scores.setMinCompetitiveScore(Math.nextUp(last.words));
            }
        }
    }
}
