package org.migrationhub.core.archive;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.journal.ChainId;

/**
 * Where in an archive.
 *
 * @param file which of its files, such as {@code hub.jsonl}
 * @param line in the file, from 1 on; 0 if it isn't about a line
 * @param chain whose entries stand there; null if none
 * @param sequence of the entry in its chain; 0 if it isn't about an entry
 * @param position of the entry in the journal; 0 if it isn't about an entry
 */
public record ArchivePlace(String file, long line, @Nullable ChainId chain, long sequence, long position) {

    static ArchivePlace file(String file) {
        return line(file, 0);
    }

    static ArchivePlace line(String file, long line) {
        return new ArchivePlace(file, line, null, 0, 0);
    }

    /** In words. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder(file);
        if (line > 0) {
            words.append(", line ").append(line);
        }
        if (chain != null) {
            words.append(", ").append(sequence > 0 ? "entry " + sequence + " of " + chain : chain);
        }
        return position > 0 ? words + " (position " + position + ")" : words.toString();
    }
}
