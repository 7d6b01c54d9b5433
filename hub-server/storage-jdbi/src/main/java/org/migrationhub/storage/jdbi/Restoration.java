package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.migrationhub.core.storage.NotEmptyException;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.core.storage.WorkingCopy;

/** Fills an empty database with what another storage held, in one transaction while nobody else writes. Used once. */
final class Restoration {

    private final Connection connection;
    private final Dialect dialect;

    Restoration(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** What a commit writes, as it is on the connection. */
    interface AsWrites {
        Writes of(Connection connection, Restored restored) throws SQLException;
    }

    /** Stores all of it, and what is to be beside it, or throws and stores nothing. */
    boolean run(Iterable<Restored> aggregates, AsWrites writes, JdbiStorage.Work<?> beside)
            throws SQLException, InterruptedException {
        return dialect.alone(connection, () -> {
            requireEmpty();
            for (Restored restored : aggregates) {
                store(restored, writes.of(connection, restored));
            }
            dialect.goOnAfterLast(connection);
            beside.on(connection);
            return true;
        });
    }

    private void requireEmpty() throws SQLException {
        List<Long> last = Statements.numbers(
                connection, "select position from hub.journal order by position desc limit 1", List.of());
        if (!last.isEmpty()) {
            throw new NotEmptyException("its journal ends at position " + last.get(0) + ".");
        }
    }

    private void store(Restored restored, Writes writes) throws SQLException, InterruptedException {
        if (!StepByStep.carryOut(connection, writes, new Given(restored.positions()))) {
            throw JournalTable.stale(connection, restored.commit().expected());
        }
        WorkingCopy typed = restored.workingCopy();
        if (typed != null) {
            WorkingCopyTable.insert(connection, typed);
        }
    }

    /** The positions that are given. Notes are settled, since nobody else writes any. */
    private record Given(List<Long> positions) implements StepByStep.Places {

        @Override
        public Writes.Journal of(Connection connection, Writes.Journal entries) {
            return entries.at(positions);
        }

        @Override
        public void settleNotes() {}

        @Override
        public String lockingAuthor() {
            return "";
        }
    }
}
