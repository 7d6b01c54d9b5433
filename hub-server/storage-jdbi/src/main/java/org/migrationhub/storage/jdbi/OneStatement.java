package org.migrationhub.storage.jdbi;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes as one statement of PostgreSQL, and so one round trip and one transaction: a chain of data-modifying queries that
 * begins with the guard. Every part sees the database as it was before, so each hangs on the guard's row: if the guard has
 * to wait for a lock, PostgreSQL asks it again of the row as it has become, and without a row nothing is written. Foreign
 * keys are looked at when the statement ends, so the order of the parts is of no consequence. Used once.
 */
final class OneStatement {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private int parts;

    private OneStatement() {}

    /** The statement, which gives the number of rows of the guard. */
    static OneStatement of(Writes writes) {
        OneStatement statement = new OneStatement();
        statement.guard(writes.guard());
        writes.words().forEach(statement::add);
        writes.rest().forEach(statement::add);
        statement.sql.append(" select count(*) from guard");
        return statement;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    private void guard(Writes.Guard guard) {
        sql.append("with guard as (");
        if (guard instanceof Writes.Insert insert) {
            into(insert.table(), insert.columns());
            sql.append(" values ").append(rows(insert.rows())).append(" on conflict do nothing returning true)");
        } else if (guard instanceof Writes.Update update) {
            sql.append(update.sql()).append(" returning true)");
            parameters.addAll(update.parameters());
        } else if (guard instanceof Writes.Locked locked) {
            sql.append(locked.sql()).append(')');
            parameters.addAll(locked.parameters());
        }
    }

    private void add(Writes.Write write) {
        if (write instanceof Writes.Insert insert) {
            part();
            into(insert.table(), insert.columns());
            rowsOnGuard(insert.columns().size(), insert.rows());
            sql.append(insert.ifAbsent() ? " on conflict do nothing)" : ")");
        } else if (write instanceof Writes.Update update) {
            part();
            sql.append(update.sql()).append(" and exists (select 1 from guard))");
            parameters.addAll(update.parameters());
        } else if (write instanceof Writes.TermsDropped dropped) {
            part();
            sql.append("delete from hub.title_term where submission = ? and term not in (select unnest(?))"
                    + " and exists (select 1 from guard))");
            parameters.addAll(List.of(dropped.submission(), dropped.staying().toArray(String[]::new)));
        } else if (write instanceof Writes.Journal journal) {
            part();
            into("hub.journal", journal.columns());
            rowsOnGuard(journal.columns().size(), journal.rows());
            sql.append(" order by line.c2)"); // the sequence: positions are given in this order
        } else if (write instanceof Writes.NoteInsert note) {
            note(note);
        }
    }

    /** The author's row is locked, and read as it has become, so that a note can't outlive its author's erasure. */
    private void note(Writes.NoteInsert note) {
        String author = "author_" + parts;
        sql.append(", ").append(author).append(" as (select erased from hub.person where id = ? for share)");
        parameters.add(note.author());
        part();
        into("hub.note", Writes.NoteInsert.COLUMNS);
        sql.append(" select ?, ?, ?, ? from guard where not exists (select 1 from ")
                .append(author)
                .append(" where erased) on conflict do nothing)");
        parameters.addAll(note.row());
    }

    private void part() {
        sql.append(", part_").append(parts++).append(" as (");
    }

    private void into(String table, List<String> columns) {
        sql.append("insert into ")
                .append(table)
                .append(" (")
                .append(String.join(", ", columns))
                .append(')');
    }

    private void rowsOnGuard(int width, List<List<Object>> rows) {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            names.add("c" + column);
        }
        sql.append(" select line.* from guard, (values ")
                .append(rows(rows))
                .append(") line (")
                .append(String.join(", ", names))
                .append(')');
    }

    private String rows(List<List<Object>> rows) {
        rows.forEach(parameters::addAll);
        return Statements.rows(rows);
    }
}
