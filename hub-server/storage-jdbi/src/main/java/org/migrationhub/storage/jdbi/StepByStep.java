package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Carries out writes one statement after the other, in a transaction. Stateless and thread-safe. */
final class StepByStep {

    /** A statement takes some ten thousand parameters at most. */
    private static final int MOST_ROWS = 512;

    private StepByStep() {}

    /** What the dialect does on the way. */
    interface Places {

        /** Gives entries their positions, or leaves that to the database. */
        Writes.Journal of(Connection connection, Writes.Journal entries) throws SQLException, InterruptedException;

        /** See {@link Writes.NotesSettled}. */
        void settleNotes() throws InterruptedException;

        /** How the query for a note's author ends, so that the author can't be erased before the note is there. */
        String lockingAuthor();
    }

    /**
     * Carries them out in a transaction of their own, which is undone if the guard doesn't hold.
     *
     * @param connection in autocommit mode, and so again afterwards
     * @return whether the guard held
     */
    static boolean inTransaction(Transactions transactions, Connection connection, Writes writes, Places places)
            throws SQLException, InterruptedException {
        return transactions.in(connection, () -> {
            boolean stored = carryOut(connection, writes, places);
            if (!stored) {
                connection.rollback();
            }
            return stored;
        });
    }

    /**
     * Carries them out.
     *
     * @param places gives the journal's entries their positions, once the guard holds
     * @return whether the guard held; if it didn't, the transaction must be rolled back
     */
    static boolean carryOut(Connection connection, Writes writes, Places places)
            throws SQLException, InterruptedException {
        for (Writes.Write write : writes.words()) {
            carryOut(connection, write, places);
        }
        if (!holds(connection, writes.guard())) {
            return false;
        }
        for (Writes.Write write : writes.rest()) {
            carryOut(connection, write, places);
        }
        return true;
    }

    private static boolean holds(Connection connection, Writes.Guard guard) throws SQLException {
        if (guard instanceof Writes.All all) {
            for (Writes.Guard one : all.guards()) {
                if (!holds(connection, one)) {
                    return false;
                }
            }
            return true;
        }
        if (guard instanceof Writes.Insert insert) {
            return insert(connection, insert) > 0;
        }
        if (guard instanceof Writes.Update update) {
            return Statements.update(connection, update.sql(), update.parameters()) > 0;
        }
        Writes.Locked locked = (Writes.Locked) guard;
        return Statements.exists(connection, locked.sql(), locked.parameters());
    }

    private static void carryOut(Connection connection, Writes.Write write, Places places)
            throws SQLException, InterruptedException {
        if (write instanceof Writes.Insert insert) {
            insert(connection, insert);
        } else if (write instanceof Writes.Update update) {
            Statements.update(connection, update.sql(), update.parameters());
        } else if (write instanceof Writes.Journal journal) {
            Writes.Journal placed = places.of(connection, journal);
            insert(connection, new Writes.Insert("hub.journal", placed.columns(), placed.rows(), false));
        } else if (write instanceof Writes.TermsDropped dropped) {
            // all: H2 would compare each with each of those that stay
            Statements.update(
                    connection, "delete from hub.title_term where submission = ?", List.of(dropped.submission()));
        } else if (write instanceof Writes.NotesSettled) {
            places.settleNotes();
        } else if (write instanceof Writes.NoteInsert note) {
            insert(connection, note, places.lockingAuthor());
        }
    }

    /** So many rows at a time as are a power of two: there are few such statements, and they are remembered prepared. */
    static int insert(Connection connection, Writes.Insert insert) throws SQLException {
        List<List<Object>> left = insert.rows();
        int inserted = 0;
        while (!left.isEmpty()) {
            int next = Math.min(Integer.highestOneBit(left.size()), MOST_ROWS);
            inserted += insert(connection, insert, left.subList(0, next));
            left = left.subList(next, left.size());
        }
        return inserted;
    }

    private static int insert(Connection connection, Writes.Insert insert, List<List<Object>> rows)
            throws SQLException {
        List<Object> parameters = new ArrayList<>();
        rows.forEach(parameters::addAll);
        String sql = Statements.insertInto(insert.table(), insert.columns()) + " values " + Statements.rows(rows)
                + (insert.ifAbsent() ? " on conflict do nothing" : "");
        return Statements.update(connection, sql, parameters);
    }

    /** Whether the author was erased can't change meanwhile: see {@link Places}. */
    private static void insert(Connection connection, Writes.NoteInsert note, String locking) throws SQLException {
        boolean erased = Statements.truth(
                connection, "select erased from hub.person where id = ?" + locking, List.of(note.author()));
        if (!erased) {
            insert(connection, new Writes.Insert("hub.note", Writes.NoteInsert.COLUMNS, List.of(note.row()), true));
        }
    }
}
