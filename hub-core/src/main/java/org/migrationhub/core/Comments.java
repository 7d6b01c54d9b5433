package org.migrationhub.core;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.review.Criterion;

/**
 * What a reviewer writes with a review.
 *
 * @param text to the submitter
 * @param toSecretariat what only the secretariat reads
 * @param remarks to the submitter, by criterion
 */
public record Comments(String text, String toSecretariat, SortedMap<Criterion, String> remarks) {

    /** Nothing to say; enough for an approval. */
    public static final Comments NONE = new Comments("", "", new TreeMap<>());

    /** Copies the remarks. */
    public Comments {
        remarks = Collections.unmodifiableSortedMap(new TreeMap<>(remarks));
    }

    /** Comments to the submitter. */
    public static Comments toSubmitter(String text) {
        return new Comments(text, "", new TreeMap<>());
    }
}
