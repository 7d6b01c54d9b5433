package org.migrationhub.search.lucene;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.search.Facet;

/** The names of the fields of a document in the index, and what they are. */
final class Fields {

    /** The id, by which a document is replaced. */
    static final String ID = "id";

    /** A {@link NewestKey}: the segments are sorted by it, the newest first. */
    static final String KEY = "key";

    /** Every word of every text as it is written, folded, with where it stands: what a query means is decided here. */
    static final String WORDS = "words";

    /** Every word of every title as it is written, folded: for what is being typed. */
    static final String TITLE_WORDS = "titles";

    /** The column with the names of bodies and places, as they are written. */
    static final String NAMES = "names";

    /** A {@link Card}. */
    static final String CARD = "card";

    /** Words with where they stand. */
    static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

    /** Words with how often they stand, in a text of a length that matters. */
    static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);

    /** Words that are there. Titles are all short: to look up how short takes longer than it helps. */
    static final FieldType THERE = type(IndexOptions.DOCS, true);

    /** Longer words are kept by their beginning and a digest: an index refuses terms without bound. */
    private static final int LONGEST = 200;

    private static final int BEGINNING = 100;

    private Fields() {}

    /** The column with the values of a facet. */
    static String column(Facet facet) {
        return "facet." + facet.code();
    }

    /** A word as it is kept: equal for equal words and for no others. */
    static String term(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, BEGINNING)
                + Sha256.of(word.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static FieldType type(IndexOptions options, boolean anyLength) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(anyLength);
        type.freeze();
        return type;
    }
}
