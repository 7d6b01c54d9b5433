package org.migrationhub.core;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.vocabulary.Language;

/**
 * How an item was featured last, as those see it who feature.
 *
 * @param revision the number of the revision that it was said of
 * @param sentences what came of it, by language; without those whose author's data was erased
 * @param since when it was featured in these words
 * @param current whether it is featured now: that revision is still the public one
 */
public record FeatureView(int revision, SortedMap<Language, String> sentences, Instant since, boolean current) {

    /** Copies the sentences. */
    public FeatureView {
        sentences = Collections.unmodifiableSortedMap(new TreeMap<>(sentences));
    }
}
