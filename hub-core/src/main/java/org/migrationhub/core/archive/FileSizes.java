package org.migrationhub.core.archive;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Sha256;

/**
 * The attached files to which contents refer, by digest and size: what has the digest and another size was never a file of
 * that content. Not thread-safe.
 */
final class FileSizes {

    private final SortedMap<Sha256, SortedSet<Long>> sizes = new TreeMap<>(Comparator.comparing(Sha256::hex));

    void add(ContentItem content) {
        content.attachments()
                .forEach(file -> sizes.computeIfAbsent(file.sha256(), digest -> new TreeSet<>())
                        .add(file.size()));
    }

    /** By ascending digest, each with every size of which a content speaks. */
    SortedMap<Sha256, SortedSet<Long>> all() {
        return sizes;
    }
}
