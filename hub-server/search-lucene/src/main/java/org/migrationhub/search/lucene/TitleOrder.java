package org.migrationhub.search.lucene;

import java.io.IOException;
import java.text.CollationKey;
import java.text.Collator;
import java.util.List;
import org.migrationhub.core.search.Place;
import org.migrationhub.core.vocabulary.Language;

/** The order of the documents of one segment by the titles that a reader is shown. Costs nothing to make. Thread-safe. */
final class TitleOrder {

    private final Titles titles;
    private final TitleRanks ranks;
    private final int[] preferred;

    TitleOrder(Titles titles, TitleRanks ranks, List<Language> preferred) {
        this.titles = titles;
        this.ranks = ranks;
        this.preferred = titles.numbers(preferred);
    }

    /** On which it rests. */
    TitleRanks ranks() {
        return ranks;
    }

    /** The place of a document in the order; those with equal titles have the same. */
    int rank(int document) {
        return ranks.rank(titles.shown(document, preferred));
    }

    /** The rank of a title, or of the first that comes after it. */
    int firstFrom(CollationKey key, Collator collator, Leaf leaf) throws IOException {
        int low = 0;
        int high = ranks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle, collator, leaf).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether titles of a rank are equal to this. */
    boolean isOf(int rank, CollationKey key, Collator collator, Leaf leaf) throws IOException {
        return rank < ranks.size() && key(rank, collator, leaf).compareTo(key) == 0;
    }

    private CollationKey key(int rank, Collator collator, Leaf leaf) throws IOException {
        int title = ranks.title(rank);
        Card card = leaf.read(titles.document(title));
        return collator.getCollationKey(Place.comparable(titles.text(title, card.card())));
    }
}
