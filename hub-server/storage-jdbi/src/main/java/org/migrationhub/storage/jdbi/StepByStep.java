package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Carries out writes one statement after the other, in a transaction that is under way. Stateless and thread-safe. */
final class StepByStep {

    private StepByStep() {}

    /** Gives entries their positions, or leaves that to the database. */
    interface Places {
        Writes.Journal of(Writes.Journal entries) throws InterruptedException;
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
        return guard instanceof Writes.Insert insert
                ? insert(connection, insert) > 0
                : Statements.exists(connection, ((Writes.Locked) guard).sql(), ((Writes.Locked) guard).parameters());
    }

    private static void carryOut(Connection connection, Writes.Write write, Places places)
            throws SQLException, InterruptedException {
        if (write instanceof Writes.Insert insert) {
            insert(connection, insert);
        } else if (write instanceof Writes.Update update) {
            Statements.update(connection, update.sql(), update.parameters());
        } else if (write instanceof Writes.Journal journal) {
            Writes.Journal placed = places.of(journal);
            insert(connection, new Writes.Insert("hub.journal", placed.columns(), placed.rows(), false));
        } else if (write instanceof Writes.NoteInsert note) {
            insert(connection, note);
        }
    }

    private static int insert(Connection connection, Writes.Insert insert) throws SQLException {
        String sql = "insert into " + insert.table() + " (" + String.join(", ", insert.columns()) + ") values "
                + Statements.marks(insert.columns().size()) + (insert.ifAbsent() ? " on conflict do nothing" : "");
        int inserted = 0;
        for (List<Object> row : insert.rows()) {
            inserted += Statements.update(connection, sql, row);
        }
        return inserted;
    }

    /** The author stays locked, so that an erasure that goes on at the same time finds the note or prevents it. */
    private static void insert(Connection connection, Writes.NoteInsert note) throws SQLException {
        boolean erased = Statements.truth(
                connection, "select erased from hub.person where id = ? for update", List.of(note.author()));
        if (!erased) {
            insert(connection, new Writes.Insert("hub.note", Writes.NoteInsert.COLUMNS, List.of(note.row()), true));
        }
    }
}
