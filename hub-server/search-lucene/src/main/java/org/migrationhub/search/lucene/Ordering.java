package org.migrationhub.search.lucene;

import java.io.IOException;
import java.text.CollationKey;
import java.text.Collator;
import java.util.Optional;
import org.apache.lucene.util.NumericUtils;
import org.migrationhub.core.search.Place;
import org.migrationhub.core.search.SearchQuery;

/**
 * The order of a query within one segment, as one number for each document: the smaller comes first. The lower half of the
 * number is the document, so that of equals the newer comes first.
 */
abstract class Ordering {

    private static final long DOCUMENT = 0xFFFF_FFFFL;

    /** The number of a document. */
    abstract long number(int document, float score) throws IOException;

    /** The number of a place or of the first after it. */
    abstract long firstAfter(Place place) throws IOException;

    static Ordering of(SearchQuery query, boolean words, Leaf leaf) throws IOException {
        return switch (query.sort()) {
            case RELEVANCE -> words ? new ByScore(leaf) : new ByKey(leaf);
            case NEWEST -> new ByKey(leaf);
            case TITLE -> new ByTitle(leaf, query);
        };
    }

    /** The least number of a page. */
    long first(Optional<Place> before) throws IOException {
        return before.isEmpty() ? Long.MIN_VALUE : firstAfter(before.get());
    }

    /** The score in the number of a document; 0 if it isn't in it. */
    float score(long number) {
        return 0;
    }

    static int document(long number) {
        return (int) number;
    }

    private static long pair(int upper, int document) {
        return ((long) upper << Integer.SIZE) | (document & DOCUMENT);
    }

    private static final class ByKey extends Ordering {
        private final Leaf leaf;

        ByKey(Leaf leaf) {
            this.leaf = leaf;
        }

        @Override
        long number(int document, float score) {
            return document;
        }

        @Override
        long firstAfter(Place place) throws IOException {
            return leaf.firstAfter(NewestKey.of(place));
        }
    }

    private static final class ByScore extends Ordering {
        private final Leaf leaf;

        ByScore(Leaf leaf) {
            this.leaf = leaf;
        }

        @Override
        long number(int document, float score) {
            return pair(~NumericUtils.floatToSortableInt(score), document);
        }

        @Override
        long firstAfter(Place place) throws IOException {
            return number(leaf.firstAfter(NewestKey.of(place)), (float) place.score());
        }

        @Override
        float score(long number) {
            return NumericUtils.sortableIntToFloat(~(int) (number >> Integer.SIZE));
        }
    }

    private static final class ByTitle extends Ordering {
        private final Leaf leaf;
        private final SearchQuery query;
        private final TitleOrder titles;

        ByTitle(Leaf leaf, SearchQuery query) throws IOException {
            this.leaf = leaf;
            this.query = query;
            this.titles = leaf.titles(query.preferred());
        }

        @Override
        long number(int document, float score) {
            return pair(titles.rank(document), document);
        }

        @Override
        long firstAfter(Place place) throws IOException {
            Collator collator = Place.collator(query.preferred());
            CollationKey title = collator.getCollationKey(place.title());
            int rank = titles.firstFrom(title, collator, leaf);
            boolean equal = titles.isOf(rank, title, collator, leaf);
            return pair(rank, equal ? leaf.firstAfter(NewestKey.of(place)) : 0);
        }
    }
}
