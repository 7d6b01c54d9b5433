package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Commits of several threads in one transaction, where one transaction at a time may write: whoever waits first carries out
 * what others wait for, too, so that they share what costs most: the writing to the file, and the statements for the same
 * tables. If the statements can't be shared, since the guard of one doesn't hold or one is refused, each commit is carried
 * out, or undone, by itself in the same transaction; if the transaction fails, all have failed. Thread-safe.
 *
 * <p>A thread is woken when its commit has ended, or when it is to carry out the next ones. (If all waited for one lock,
 * those who are done would first have to hand it on, one after the other.)
 *
 * <p>Threads that go on together come back together, soon after another: the first of them waits for as many as there were
 * the last time, but a few milliseconds at most, rather than write to the file for itself alone. Who is alone never waits.
 * If it is interrupted, it waits no longer, and commits: others' commits, which are as good as done, aren't undone for that.
 */
final class GroupCommit {

    private static final int MOST = 64;
    private static final long PATIENCE_NANOS = 5_000_000;

    private final Transactions transactions;
    private final Deque<Member> waiting = new ArrayDeque<>();
    private volatile int usual = 1;

    /**
     * One for a database.
     *
     * @param transactions that take turns
     */
    GroupCommit(Transactions transactions) {
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
        if (!isFirst(own)) {
            own.awaitCall();
        }
        if (!own.isDone) {
            lead(connection, own);
        }
        return own.outcome();
    }

    /** Lets a member wait; whether it is the first. */
    private synchronized boolean isFirst(Member own) {
        waiting.add(own);
        if (waiting.size() == usual) {
            waiting.element().call(); // who leads may be waiting for so many
        }
        return waiting.size() == 1;
    }

    private void lead(Connection connection, Member first) {
        List<Member> group = new ArrayList<>(List.of(first));
        try {
            transactions.in(connection, () -> carryOut(connection, first, group));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            group.forEach(member -> member.fail(e));
        } catch (SQLException | RuntimeException | Error e) {
            group.forEach(member -> member.fail(e));
        } finally {
            group.forEach(Member::end);
            callNext(group.size());
            group.forEach(Member::call);
            first.tellOfInterruption();
        }
    }

    /** Carries out what the first member waits for, and then what those do who have come meanwhile, while there are any. */
    private List<Member> carryOut(Connection connection, Member leader, List<Member> group)
            throws SQLException, InterruptedException {
        leader.putOffInterruption();
        long until = System.nanoTime() + PATIENCE_NANOS;
        int done = 0;
        while (done < gather(group)) {
            List<Member> next = group.subList(done, group.size());
            if (next.size() == 1 || !areStored(connection, next)) {
                for (Member member : next) {
                    member.carryOut(connection);
                }
            }
            done = group.size();
            if (done < usual) {
                leader.awaitCall(until);
            }
        }
        return group;
    }

    /** Adds those who wait by now to the group; how many it is then. */
    private synchronized int gather(List<Member> group) {
        waiting.stream().skip(group.size()).limit(MOST - group.size()).forEach(group::add);
        return group.size();
    }

    /** Carries them out as if they were one commit; if one of them can't be, nothing has happened. */
    private static boolean areStored(Connection connection, List<Member> members)
            throws SQLException, InterruptedException {
        List<Writes> all = members.stream().map(member -> member.writes).toList();
        Savepoint before = connection.setSavepoint();
        boolean stored;
        try {
            stored = StepByStep.carryOut(connection, Writes.together(all, all), members.get(0).places);
        } catch (SQLException e) {
            stored = false; // whose it was is found out when each is carried out by itself
        }
        if (stored) {
            members.forEach(member -> member.isStored = true);
        } else {
            connection.rollback(before);
        }
        return stored;
    }

    /** Whoever waits behind those who are done goes on. */
    private synchronized void callNext(int done) {
        usual = done;
        for (int number = 0; number < done; number++) {
            waiting.remove();
        }
        if (!waiting.isEmpty()) {
            waiting.element().call();
        }
    }

    /** One thread's commit. Whoever leads changes it; its own thread reads it when it was called. */
    private static final class Member {

        private final Writes writes;
        private final Places places;
        private final Semaphore called = new Semaphore(0);
        private boolean isStored;
        private @Nullable Throwable failure;
        private boolean isDone;
        private boolean isInterrupted;

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

        /** It is done, or to lead, or as many wait as usual. */
        void call() {
            called.release();
        }

        /** An interruption doesn't end it: others carry this one out, or wait for it to lead. */
        void awaitCall() {
            called.acquireUninterruptibly();
        }

        /** Waits until then at most, unless its thread is, or was, interrupted; whether it was called. */
        boolean awaitCall(long until) {
            try {
                return !isInterrupted && called.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                isInterrupted = true;
                return false;
            }
        }

        /** What its thread was interrupted for has to wait until it has done what others wait for. */
        void putOffInterruption() {
            isInterrupted |= Thread.interrupted();
        }

        void tellOfInterruption() {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
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
