package org.migrationhub.core.review;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.vocabulary.Language;

/**
 * That a published item is shown before others, with an editor's sentence on what came of it. It is about one published
 * revision and no longer holds once another is public.
 *
 * @param revision the number of the revision that was public then
 * @param sentences the digests of the sentences, each a note, by the language in which they are written
 * @param at since when, in these words
 * @param begunBy the sequence of the entry since which it is featured, in whatever words
 */
public record Feature(int revision, SortedMap<Language, Sha256> sentences, Instant at, long begunBy) {

    /** Copies the sentences. */
    public Feature {
        sentences = Collections.unmodifiableSortedMap(new TreeMap<>(sentences));
    }
}
