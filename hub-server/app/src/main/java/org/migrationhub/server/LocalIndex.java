package org.migrationhub.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.search.lucene.LuceneSearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The search index of this server. Servers that share a database have one each. */
final class LocalIndex {

    private static final Logger LOG = LoggerFactory.getLogger(LocalIndex.class);
    private static final String NAME = "index";

    private LocalIndex() {}

    /** Where in a server's own directory its index is. */
    static Path under(Path directory) {
        return directory.resolve(NAME);
    }

    /**
     * Opens it, at the position of the journal up to which it had followed; at 0 if it is damaged, or has followed anything
     * but the journal of this storage, as it is now.
     *
     * @param directory null for an index in memory
     * @throws StartRefusedException if it can't be used, naming the setting and the remedy
     */
    static SearchIndex open(@Nullable Path directory, HubStorage storage) {
        if (directory == null) {
            return LuceneSearchIndex.inMemory();
        }
        try {
            DataDirectory.make(directory);
            LuceneSearchIndex index = LuceneSearchIndex.open(directory, position -> mark(storage, position));
            LOG.info("The search index in {} has followed the journal to {}", directory, index.position());
            return index;
        } catch (IllegalStateException e) {
            throw new StartRefusedException("--data: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new StartRefusedException(
                    "--data: the search index in %s can't be used (%s); give the server's user the right to, or remove it: it is made anew."
                            .formatted(directory, e));
        }
    }

    /**
     * The hash of the entry at a position, which depends on all that its chain says: another journal has another. Empty if
     * there is none: this isn't the journal that the index has followed.
     */
    private static Optional<String> mark(HubStorage storage, long position) {
        return storage.feed(position - 1, 1).stream()
                .filter(fed -> fed.position() == position)
                .map(fed -> fed.entry().hash().hex())
                .findFirst();
    }
}
