package org.migrationhub.storage.jdbi;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gives the positions of one journal that lies in this process, and knows which of them are still being written: an entry
 * may be read once none before it is. Also where followers wait for the journal to grow. Thread-safe.
 */
final class PositionBook {

    private static final Map<String, PositionBook> OPEN = new HashMap<>();

    private final ReentrantLock turn = new ReentrantLock();
    private final TreeMap<Long, Integer> underWay = new TreeMap<>();
    private long last;
    private long changes;
    private @Nullable Thread alone;
    private int users;

    private PositionBook(long last) {
        this.last = last;
    }

    /** Reads the last position that a database holds. */
    interface LastPosition<X extends Exception> {
        long read() throws X;
    }

    /** The one book of a database in this process; each use is ended by {@link #release}. */
    static <X extends Exception> PositionBook share(String database, LastPosition<X> stored) throws X {
        synchronized (OPEN) {
            PositionBook book = OPEN.get(database);
            if (book == null) {
                book = new PositionBook(stored.read());
                OPEN.put(database, book);
            }
            book.users++;
            return book;
        }
    }

    /** Ends a use; with the last one the book is forgotten. */
    static void release(String database) {
        synchronized (OPEN) {
            @Nullable PositionBook book = OPEN.get(database);
            if (book != null && --book.users == 0) {
                OPEN.remove(database);
            }
        }
    }

    /** Whose turn it is to write to this database, where only one at a time may. */
    ReentrantLock turn() {
        return turn;
    }

    /** The first of so many positions, which are being written from now on. */
    synchronized long begin(int number) throws InterruptedException {
        while (alone != null && alone != Thread.currentThread()) {
            wait();
        }
        long first = last + 1;
        last += number;
        underWay.put(first, number);
        return first;
    }

    /** What was begun with this position is committed or given up. */
    synchronized void end(long first) {
        underWay.remove(first);
        wake();
    }

    /** Waits until nothing is being written, and lets no other thread begin. */
    synchronized void beginAlone() throws InterruptedException {
        while (alone != null || !underWay.isEmpty()) {
            wait();
        }
        alone = Thread.currentThread();
    }

    /** Lets others begin again. */
    synchronized void endAlone() {
        alone = null;
        wake();
    }

    /** No position up to this one is being written any more. */
    synchronized long settled() {
        return underWay.isEmpty() ? last : underWay.firstKey() - 1;
    }

    /** Goes on after this position, if it is behind it. */
    synchronized void goOnAfter(long position) {
        last = Math.max(last, position);
        wake();
    }

    /** Wakes who waits. */
    synchronized void wake() {
        changes++;
        notifyAll();
    }

    /** How often who waits was woken. */
    synchronized long wakings() {
        return changes;
    }

    /** Waits until that was more often than was seen, or the time is over. */
    synchronized void await(long seen, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (changes == seen && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
