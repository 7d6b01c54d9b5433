package org.migrationhub.search.lucene;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** The numbers by which relevance is reckoned; the README says which of them the judged queries tell apart. */
final class Scoring {

    /** For short texts a repeated word says less, and so does a text's length, than Lucene's defaults assume. */
    static final Similarity SIMILARITY = new BM25Similarity(0.9f, 0.4f);

    /** A title's word against the same word in a body, which counts beside it. */
    static final float TITLE = 3f;

    /** A word of a script without spaces that stands together, against pieces of it that stand apart. */
    static final float AS_WRITTEN = 1f;

    /** In a language that isn't the query's. */
    static final float FOREIGN = 0.1f;

    /** Names, and texts in languages without a field of their own. */
    static final float OTHER = 0.6f;

    /** Another name of what was asked for: after all that hold the name that was typed. */
    static final float SYNONYM = 0.01f;

    /** A language less likely than this, measured against the likeliest, isn't the query's. */
    static final float LEAST_LIKELY = 0.1f;

    private Scoring() {}
}
