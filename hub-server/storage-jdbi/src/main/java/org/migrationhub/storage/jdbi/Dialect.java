package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.migrationhub.core.journal.FeedEntry;

/** What the databases do each in their own way. Thread-safe. */
interface Dialect extends AutoCloseable {

    /**
     * Carries out the writes, all of them or none, and wakes followers.
     *
     * @param connection in autocommit mode, and so again afterwards
     * @return whether the guard held
     */
    boolean store(Connection connection, Writes writes) throws SQLException, InterruptedException;

    /** The folder with the migrations for this database alone. */
    String folder();

    /** How several statements are done as one; whatever is written, is written so. */
    Transactions transactions();

    /** See {@link org.migrationhub.core.storage.JournalStore#feed}. */
    List<FeedEntry> feed(Connection connection, long after, int limit) throws SQLException;

    /** See {@link org.migrationhub.core.storage.JournalStore#end}. */
    long end(Connection connection) throws SQLException;

    /**
     * Does the work in a transaction while which nobody else writes to the journal.
     *
     * @param connection in autocommit mode, and so again afterwards
     */
    <R> R alone(Connection connection, Transactions.Work<R> work) throws SQLException, InterruptedException;

    /**
     * Gives later entries positions after the last that is there.
     *
     * @param connection in the transaction that wrote entries with positions of their own
     */
    void goOnAfterLast(Connection connection) throws SQLException;

    /** Wakes followers, here and on other hubs. */
    void wakeFollowers();

    /** How often followers were woken so far. */
    long wakings();

    /**
     * Waits until followers were woken more often than that, or the time is over; may return early.
     *
     * @param seen what {@link #wakings} said before the caller looked for something new, so that no waking in between is lost
     */
    void awaitWaking(long seen, Duration atMost) throws InterruptedException;

    @Override
    void close();
}
