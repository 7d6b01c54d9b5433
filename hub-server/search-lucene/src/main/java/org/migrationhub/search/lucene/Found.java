package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Place;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;

/** A document that was found; what is known of it is read when it is needed. Not thread-safe. */
final class Found {

    private final Leaf leaf;
    private final int document;
    private final float score;
    private @Nullable Place place;

    Found(Leaf leaf, int document, float score) {
        this.leaf = leaf;
        this.document = document;
        this.score = score;
    }

    float score() {
        return score;
    }

    Place place(SearchQuery query) throws IOException {
        Place known = place;
        if (known == null) {
            known = read(query.sort() == Sort.TITLE, query.preferred());
            place = known;
        }
        return known;
    }

    /** Whether it is among what something finds. */
    boolean fits(Weight finding) throws IOException {
        Scorer scorer = finding.scorer(leaf.context());
        return scorer != null && scorer.iterator().advance(document) == document;
    }

    SearchHit hit(Unpacking unpacking) throws IOException {
        Card card = leaf.read(document, unpacking);
        return new SearchHit(card.key().id(), score, card.card());
    }

    private Place read(boolean withTitle, List<Language> preferred) throws IOException {
        if (!withTitle) {
            NewestKey key = leaf.key(document);
            return new Place(score, "", key.publishedAt(), key.id());
        }
        Card card = leaf.read(document);
        return new Place(
                score,
                Place.comparable(card.card().title(preferred)),
                card.key().publishedAt(),
                card.key().id());
    }
}
