package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.storage.Commit;

/** Chains, as they are read; the dialect knows how far the feed may be. Stateless beside the database; thread-safe. */
final class JournalTable {

    static final String CHAIN =
            "select position, entry from hub.journal where chain = ? and sequence > ? order by sequence limit ?";

    /** The entry of the head itself is asked for only as it is known: by its hash. */
    private static final String AFTER = "select position, case when sequence > ? then entry end, hash from hub.journal"
            + " where chain = ? and sequence >= ? order by sequence";

    static final String HEAD = "select sequence, hash from hub.journal where chain = ? order by sequence desc limit 1";

    private final Database database;

    JournalTable(Database database) {
        this.database = database;
    }

    List<FeedEntry> chain(ChainId chain, long after, int limit) {
        return database.work(connection -> Statements.entries(connection, CHAIN, List.of(chain.value(), after, limit)));
    }

    ChainHead head(ChainId chain) {
        return database.work(connection -> head(connection, chain));
    }

    /**
     * What was added to a chain after a head that it had.
     *
     * @return empty if it doesn't go through that head: the database has lost what it had stored
     */
    Optional<List<FeedEntry>> after(ChainHead head) {
        return database.work(connection -> {
            try (PreparedStatement statement = Statements.prepared(
                            connection,
                            AFTER,
                            List.of(head.sequence(), head.chain().value(), head.sequence()));
                    ResultSet rows = statement.executeQuery()) {
                boolean isThere = head.sequence() == 0
                        || (rows.next() && rows.getString(3).equals(head.hash().hex()));
                return isThere ? Optional.of(Statements.entries(rows)) : Optional.empty();
            }
        });
    }

    static ChainHead head(Connection connection, ChainId chain) throws SQLException {
        try (PreparedStatement statement = Statements.prepared(connection, HEAD, List.of(chain.value()));
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? new ChainHead(chain, rows.getLong(1), new Sha256(rows.getString(2)))
                    : ChainHead.empty(chain);
        }
    }

    /** That a chain doesn't end where a commit expected it. */
    static StaleVersionException stale(Connection connection, ChainHead expected) throws SQLException {
        String[] chain = expected.chain().value().split("/", 2);
        return new StaleVersionException(
                chain[0],
                chain[chain.length - 1],
                expected.sequence(),
                head(connection, expected.chain()).sequence());
    }

    /** The same of the first of several, one of which is stale for sure. */
    static StaleVersionException stale(Connection connection, List<Commit> commits) throws SQLException {
        for (Commit commit : commits) {
            ChainHead expected = commit.expected();
            if (!head(connection, expected.chain()).equals(expected)) {
                return stale(connection, expected);
            }
        }
        throw new IllegalStateException("The database holds an aggregate that isn't where its chain ends");
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
