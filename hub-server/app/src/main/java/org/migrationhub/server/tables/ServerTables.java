package org.migrationhub.server.tables;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.storage.jdbi.JdbiStorage;

/**
 * The tables of the server in a schema {@code server}, shared by all servers on one database. Failures are those of the
 * storage: {@link org.migrationhub.core.storage.StorageUnavailableException} where they are likely to pass. Thread-safe.
 */
public final class ServerTables {

    private static final String FOLDER = "org/migrationhub/server/tables";

    private final JdbiStorage storage;
    private final Handles handles;
    private final boolean tried;

    private ServerTables(JdbiStorage storage, Handles handles, boolean tried) {
        this.storage = storage;
        this.handles = handles;
        this.tried = tried;
    }

    /** The same tables, in which every write is undone as soon as it is whole: it only shows what would come of it. */
    public ServerTables rehearsal() {
        return new ServerTables(storage, handles, true);
    }

    /**
     * The tables in the database of a storage, made or brought up to date.
     *
     * @throws IllegalStateException if a newer program made them
     */
    public static ServerTables in(JdbiStorage storage) {
        storage.migrate("server", FOLDER);
        return new ServerTables(storage, new Handles(), false);
    }

    /** Statements on a handle, which whoever runs them neither closes nor commits. */
    public interface Statements<R> {

        /** Runs them. */
        R on(Handle handle);
    }

    /** Reads; each query sees all that was committed when it began. */
    public <R> R read(Statements<R> queries) {
        return storage.read(connection -> on(connection, queries));
    }

    /** Writes in a transaction: all of it or, if anything is thrown, nothing. */
    public <R> R write(Statements<R> changes) {
        return tried ? undone(changes) : storage.write(connection -> on(connection, changes));
    }

    /**
     * Fills an empty hub with what another one held, and these tables in the same transaction: all of both, or nothing.
     *
     * @throws org.migrationhub.core.storage.NotEmptyException if the hub holds anything; nothing was stored
     */
    public void restore(Iterable<Restored> aggregates, Statements<?> rows) {
        storage.restore(aggregates, connection -> on(connection, rows));
    }

    private <R> R undone(Statements<R> changes) {
        List<R> results = new ArrayList<>();
        try {
            return storage.write(connection -> {
                results.add(on(connection, changes));
                throw new UndoneException();
            });
        } catch (UndoneException e) {
            return results.get(results.size() - 1);
        }
    }

    /** Ends a transaction that was only tried. */
    private static final class UndoneException extends RuntimeException {

        UndoneException() {
            super("This was only tried", null, false, false);
        }
    }

    private <R> R on(Connection connection, Statements<R> statements) {
        return statements.on(handles.on(connection));
    }
}
