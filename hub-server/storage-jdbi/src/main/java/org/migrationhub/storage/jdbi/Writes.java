package org.migrationhub.storage.jdbi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;

/**
 * What a commit writes: rows that are written only if its guard holds, all of them or none. Plain data; a
 * {@link Dialect} carries it out. Not thread-safe while it is put together.
 */
final class Writes {

    private final Guard guard;
    private final boolean stepwise;
    private final List<Write> words = new ArrayList<>();
    private final List<Write> rest = new ArrayList<>();

    private Writes(Guard guard, boolean stepwise) {
        this.guard = guard;
        this.stepwise = stepwise;
    }

    /** Writes none of which touches a row of another: they may be done at once. */
    static Writes atOnce(Guard guard) {
        return new Writes(guard, false);
    }

    /** Writes of which one rests on what another did to the same rows. */
    static Writes stepwise(Guard guard) {
        return new Writes(guard, true);
    }

    /**
     * The writes of several commits, all of them or none. Rows that others may write, too, are locked in an order that is the
     * same for all: contents first, then the aggregates by their chains. The entries come last, since from their positions on
     * readers of the feed wait.
     *
     * @param given in the order in which the entries are to stand
     * @param locking the same in the order in which their guards are asked
     */
    static Writes together(List<Writes> given, Collection<Writes> locking) {
        Writes all = stepwise(new All(locking.stream().map(Writes::guard).toList()));
        all.words.addAll(
                merged(given.stream().flatMap(one -> one.words.stream()).toList()));
        List<List<Write>> before = new ArrayList<>();
        List<Journal> entries = new ArrayList<>();
        List<List<Write>> afterwards = new ArrayList<>();
        for (Writes one : given) {
            int journal = one.indexOfJournal();
            before.add(one.rest.subList(0, journal));
            entries.add((Journal) one.rest.get(journal));
            afterwards.add(one.rest.subList(journal + 1, one.rest.size()));
        }
        all.rest.addAll(aligned(before));
        if (all.rest.removeIf(NotesSettled.class::isInstance)) {
            all.rest.add(0, new NotesSettled()); // once, and before this one has positions of its own
        }
        all.rest.add(Journal.of(entries.get(0).columns(), entries));
        all.rest.addAll(aligned(afterwards));
        return all;
    }

    /** Rows of the same table as one write, in the order of their first columns. */
    private static List<Write> merged(List<Write> writes) {
        Map<Insert, List<List<Object>>> rows = new LinkedHashMap<>();
        for (Write write : writes) {
            Insert insert = (Insert) write;
            rows.computeIfAbsent(insert.with(List.of()), table -> new ArrayList<>())
                    .addAll(insert.rows());
        }
        List<Write> merged = new ArrayList<>();
        rows.forEach((table, all) -> {
            all.sort(Comparator.comparing(row -> row.get(0).toString()));
            merged.add(table.with(all));
        });
        return merged;
    }

    /**
     * The writes of several commits, each one's in their order, so that many rows for the same table are one write: what a
     * statement costs in H2, it costs for the most part once, whatever the number of its rows. The longest go first, since
     * what others write is a part of that as a rule.
     */
    private static List<Write> aligned(List<List<Write>> each) {
        List<Deque<Write>> left = new ArrayList<>();
        each.stream()
                .sorted(Comparator.<List<Write>>comparingInt(List::size).reversed())
                .forEach(writes -> left.add(new ArrayDeque<>(writes)));
        List<Write> all = new ArrayList<>();
        for (Deque<Write> longest : left) {
            while (!longest.isEmpty()) {
                Write next = longest.element();
                all.addAll(joined(left.stream()
                        .filter(other -> !other.isEmpty() && areAlike(other.element(), next))
                        .map(Deque::remove)
                        .toList()));
            }
        }
        return all;
    }

    private static boolean areAlike(Write one, Write other) {
        if (one instanceof Insert insert) {
            return other instanceof Insert further && insert.with(List.of()).equals(further.with(List.of()));
        }
        if (one instanceof Update update) {
            return other instanceof Update further && update.sql().equals(further.sql());
        }
        return one.getClass() == other.getClass();
    }

    private static List<Write> joined(List<Write> alike) {
        return alike.get(0) instanceof Insert first
                ? List.of(first.with(alike.stream()
                        .flatMap(write -> ((Insert) write).rows().stream())
                        .toList()))
                : alike;
    }

    /** Whether it must be alone with the journal, so that no note can be overlooked. */
    boolean waitsForNotes() {
        return rest.stream().anyMatch(NotesSettled.class::isInstance);
    }

    private int indexOfJournal() {
        int index = 0;
        while (!(rest.get(index) instanceof Journal)) {
            index++;
        }
        return index;
    }

    /** One statement of SQL. A parameter is a text, a number, a truth, an instant, an array of texts, or {@link Null}. */
    sealed interface Write {}

    /** What must hold, and stays locked until the end: it gives one row, or none if it doesn't hold. */
    sealed interface Guard {}

    /** Rows for a table; those that are there already are passed over where {@code ifAbsent}. */
    record Insert(String table, List<String> columns, List<List<Object>> rows, boolean ifAbsent)
            implements Write, Guard {
        Insert {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** Other rows for the same table. */
        Insert with(List<List<Object>> others) {
            return new Insert(table, columns, others, ifAbsent);
        }
    }

    /** A statement that changes rows; it ends in its {@code where}. As a guard it holds if it changes one. */
    record Update(String sql, List<Object> parameters) implements Write, Guard {
        Update {
            parameters = List.copyOf(parameters);
        }
    }

    /** Words of somebody, not kept if the author was erased. It comes after the journal's entries. */
    record NoteInsert(String digest, String author, String submission, String body) implements Write {

        /** The columns of {@link #row()}. */
        static final List<String> COLUMNS = List.of("digest", "author", "submission", "body");

        List<Object> row() {
            return List.of(digest, author, submission, body);
        }
    }

    /**
     * That a submission goes by no terms of titles but these, which a later write brings. Done at once with that, it can't drop
     * those that stay.
     */
    record TermsDropped(String submission, List<String> staying) implements Write {
        TermsDropped {
            staying = List.copyOf(staying);
        }
    }

    /** That no note which is being written can be overlooked by what follows. */
    record NotesSettled() implements Write {}

    /** The next entries of the journal. */
    record Journal(List<String> columns, List<List<Object>> rows) implements Write {

        private static final List<String> COLUMNS = List.of("chain", "sequence", "at", "event", "hash", "entry");
        private static final List<String> PLACED = plus("position", COLUMNS);

        /** Entries to which the database gives their positions. */
        static Journal of(List<Entry> entries) {
            return new Journal(COLUMNS, entries.stream().map(Journal::row).toList());
        }

        /** The entries of several commits, one after the other. */
        static Journal of(List<String> columns, List<Journal> several) {
            return new Journal(
                    columns, several.stream().flatMap(one -> one.rows.stream()).toList());
        }

        /** The same entries at these positions. */
        Journal at(List<Long> positions) {
            List<List<Object>> placed = new ArrayList<>();
            for (int index = 0; index < rows.size(); index++) {
                placed.add(plus(positions.get(index), rows.get(index)));
            }
            return new Journal(PLACED, placed);
        }

        boolean isPlaced() {
            return columns.equals(PLACED);
        }

        private static List<Object> row(Entry entry) {
            Map<String, Object> tree = EntryCodec.tree(entry);
            return List.of(
                    entry.chain().value(),
                    entry.sequence(),
                    entry.at(),
                    Bodies.event(tree),
                    entry.hash().hex(),
                    Bodies.canonical(tree));
        }

        private static <T> List<T> plus(T first, List<T> rest) {
            List<T> all = new ArrayList<>(rest);
            all.add(0, first);
            return all;
        }
    }

    /** That a row is as the commit expects it, which changes it itself later. */
    record Locked(String sql, List<Object> parameters) implements Guard {
        Locked {
            parameters = List.copyOf(parameters);
        }
    }

    /** That each of these holds. */
    record All(List<Guard> guards) implements Guard {
        All {
            guards = List.copyOf(guards);
        }
    }

    /** No value, of a type that the database must be told. */
    enum Null {
        TEXT,
        TEXTS,
        TIME,
        NUMBER
    }

    /** The value, or no value of this type. */
    static Object orNull(@Nullable Object value, Null type) {
        return value == null ? type : value;
    }

    boolean isStepwise() {
        return stepwise;
    }

    Guard guard() {
        return guard;
    }

    /** Contents, to which the guard may refer already. */
    List<Write> words() {
        return words;
    }

    /** Everything else, in an order that holds what refers to what. */
    List<Write> rest() {
        return rest;
    }

    Writes addWords(Write write) {
        words.add(write);
        return this;
    }

    Writes add(Write write) {
        rest.add(write);
        return this;
    }

    Writes insert(String table, List<String> columns, Object... row) {
        return insert(table, columns, List.of(List.of(row)));
    }

    Writes insert(String table, List<String> columns, List<List<Object>> rows) {
        return rows.isEmpty() ? this : add(new Insert(table, columns, rows, false));
    }

    Writes update(String sql, Object... parameters) {
        return add(new Update(sql, List.of(parameters)));
    }
}
