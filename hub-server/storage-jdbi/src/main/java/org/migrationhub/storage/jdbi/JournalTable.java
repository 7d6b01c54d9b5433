package org.migrationhub.storage.jdbi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;

/** Chains, as they are read; the dialect knows how far the feed may be. Stateless beside the database; thread-safe. */
final class JournalTable {

    static final String CHAIN =
            "select position, entry from hub.journal where chain = ? and sequence > ? order by sequence limit ?";
    static final String HEAD = "select sequence, hash from hub.journal where chain = ? order by sequence desc limit 1";

    private final Database database;

    JournalTable(Database database) {
        this.database = database;
    }

    List<FeedEntry> chain(ChainId chain, long after, int limit) {
        return database.work(connection -> Statements.entries(connection, CHAIN, List.of(chain.value(), after, limit)));
    }

    ChainHead head(ChainId chain) {
        return database.read(handle -> handle.createQuery(HEAD)
                .bind(0, chain.value())
                .map((row, context) -> new ChainHead(chain, row.getLong(1), new Sha256(row.getString(2))))
                .findOne()
                .orElseGet(() -> ChainHead.empty(chain)));
    }

    /** A first entry is where a chain begins: each chain has one. */
    List<ChainId> chains(@Nullable ChainId after, int limit) {
        return database.read(handle -> handle.createQuery(
                        "select chain from hub.journal where sequence = 1 and chain > ? order by chain limit ?")
                .bind(0, after == null ? "" : after.value())
                .bind(1, limit)
                .map((row, context) -> new ChainId(row.getString(1)))
                .list());
    }
}
