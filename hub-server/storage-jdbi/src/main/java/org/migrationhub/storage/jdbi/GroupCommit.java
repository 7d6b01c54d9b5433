package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Commits of several threads in one transaction, where one transaction at a time may write: whoever has the turn carries out
 * what others wait for, too, so that they share what costs most, the writing to the file. Each is undone by itself if its
 * guard doesn't hold or a statement of it is refused; if the transaction fails, all have failed. Thread-safe.
 */
final class GroupCommit {

    private static final int MOST = 64;

    private final ReentrantLock turn;
    private final Transactions transactions;
    private final Queue<Member> waiting = new ConcurrentLinkedQueue<>();

    /**
     * One for a database.
     *
     * @param turn who has it, writes
     * @param transactions that are done in this turn
     */
    GroupCommit(ReentrantLock turn, Transactions transactions) {
        this.turn = turn;
        this.transactions = transactions;
    }

    /** Knows the places of one commit's entries until it has ended. */
    interface Places extends StepByStep.Places {

        /** What was written is committed or given up. */
        void end();
    }

    /**
     * Carries out the writes, all of them or none.
     *
     * @param connection in autocommit mode, and so again afterwards; other threads' writes may be carried out on it, or
     *     these ones on another
     * @return whether the guard held
     */
    boolean store(Connection connection, Writes writes, Places places) throws SQLException {
        Member own = new Member(writes, places);
        waiting.add(own);
        turn.lock();
        try {
            while (!own.isDone) {
                if (!lead(connection)) {
                    throw new IllegalStateException("Whoever waits for a turn must be among those who wait");
                }
            }
        } finally {
            turn.unlock();
        }
        return own.outcome();
    }

    /** Carries out what is waited for; whether there was any. */
    private boolean lead(Connection connection) {
        List<Member> group = new ArrayList<>();
        try {
            gather(group);
            transactions.in(connection, () -> {
                for (Member member : group) {
                    member.carryOut(connection);
                }
                return group;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            group.forEach(member -> member.fail(e));
        } catch (SQLException | RuntimeException | Error e) {
            group.forEach(member -> member.fail(e));
        } finally {
            group.forEach(Member::end);
        }
        return !group.isEmpty();
    }

    private void gather(List<Member> group) {
        Member member = waiting.poll();
        while (member != null) {
            group.add(member);
            member = group.size() < MOST ? waiting.poll() : null;
        }
    }

    /** One thread's commit. Whoever has the turn changes it; its own thread reads it when it has had the turn. */
    private static final class Member {

        private final Writes writes;
        private final Places places;
        private boolean isStored;
        private @Nullable Throwable failure;
        private boolean isDone;

        Member(Writes writes, Places places) {
            this.writes = writes;
            this.places = places;
        }

        void carryOut(Connection connection) throws SQLException, InterruptedException {
            Savepoint before = connection.setSavepoint();
            try {
                isStored = StepByStep.carryOut(connection, writes, places);
            } catch (SQLException e) {
                failure = e;
            }
            if (!isStored) {
                connection.rollback(before);
            }
        }

        void fail(Throwable reason) {
            failure = reason;
        }

        void end() {
            places.end();
            isDone = true;
        }

        boolean outcome() throws SQLException {
            if (failure instanceof SQLException refused) {
                throw refused;
            } else if (failure instanceof RuntimeException unforeseen) {
                throw unforeseen;
            } else if (failure instanceof Error error) {
                throw error;
            } else if (failure instanceof InterruptedException) {
                throw new SQLException("The thread that wrote for this one, too, was interrupted", "08000", failure);
            }
            return isStored;
        }
    }
}
