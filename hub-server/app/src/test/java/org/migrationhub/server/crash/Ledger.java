package org.migrationhub.server.crash;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.migrationhub.server.Reply;

/** What the clients remember: what they asked for, and what they were answered. Thread-safe. */
final class Ledger {

    private static final long STUCK_SECONDS = 120;
    private static final String UNAVAILABLE = "503";

    private final Map<Deed, Asked> deeds = new HashMap<>();
    private final Set<String> published = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private String checkpoint = "";
    private long checkpointNumber;
    private Duration slowest = Duration.ZERO;
    private Duration slowestToFind = Duration.ZERO;
    private long acknowledged;

    /** How often a deed was asked for, by how that ended. Being refused is not remembered: it mustn't have happened. */
    static final class Asked {
        int acknowledged;
        int unanswered;
    }

    /**
     * Asks, and remembers the answer.
     *
     * @return what was answered; 503 doesn't tell whether the deed was done
     * @throws UncheckedIOException if there was no answer
     */
    Reply ask(Deed deed, Supplier<Reply> request) {
        try {
            Reply reply = timed(request);
            answered(deed, reply);
            return reply;
        } catch (UncheckedIOException e) {
            unanswered(deed);
            throw e;
        }
    }

    /** Asks, and remembers how long it took to be answered. */
    Reply timed(Supplier<Reply> request) {
        long begun = System.nanoTime();
        Reply reply = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        synchronized (this) {
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        return reply;
    }

    private synchronized void answered(Deed deed, Reply reply) {
        if (reply.status() < 300) {
            deeds.computeIfAbsent(deed, any -> new Asked()).acknowledged++;
            acknowledged++;
            notifyAll();
        } else if (reply.status() == 503) {
            unanswered(deed);
            requireCleanRefusal(reply);
        } else if (reply.status() >= 500) {
            unanswered(deed);
            faults.add(deed + " was answered " + reply.status() + ": " + reply.text());
        } else {
            count("refused " + reply.status());
        }
    }

    private synchronized void unanswered(Deed deed) {
        deeds.computeIfAbsent(deed, any -> new Asked()).unanswered++;
        count("unanswered");
    }

    /** Holds that an answer 503 is one of ours. */
    synchronized void requireCleanRefusal(Reply reply) {
        count(UNAVAILABLE);
        notifyAll();
        boolean clean = reply.header("Content-Type").equals("application/problem+json")
                && !reply.header("Retry-After").isEmpty()
                && !reply.text().contains("SQL");
        if (!clean) {
            faults.add("An answer 503 without what it needs: " + reply.headers().map() + " " + reply.text());
        }
    }

    synchronized void fault(String sentence) {
        faults.add(sentence);
    }

    synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    synchronized int counted(String what) {
        return counts.getOrDefault(what, 0);
    }

    /** Somebody was answered that it is public. */
    synchronized void seenPublished(String id) {
        published.add(id);
    }

    synchronized void foundAfter(Duration took) {
        slowestToFind = took.compareTo(slowestToFind) > 0 ? took : slowestToFind;
    }

    synchronized void checkpointTaken(long number, String hash) {
        if (number > checkpointNumber) {
            checkpointNumber = number;
            checkpoint = hash;
        }
    }

    /** The last checkpoint of which the clients were told; empty if there is none. */
    synchronized String checkpoint() {
        return checkpoint;
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    synchronized Duration slowest() {
        return slowest;
    }

    synchronized Duration slowestToFind() {
        return slowestToFind;
    }

    /** Waits until so many acts were acknowledged in all; fails when that takes too long. */
    synchronized void awaitAcknowledged(long count) throws InterruptedException {
        await(() -> acknowledged >= count);
    }

    /** Waits until so many answers were 503. */
    synchronized void awaitUnavailable(int count) throws InterruptedException {
        await(() -> counted(UNAVAILABLE) >= count);
    }

    private void await(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STUCK_SECONDS);
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The clients don't get on: " + this + " " + faults);
            }
            TimeUnit.SECONDS.timedWait(this, 1);
        }
    }

    synchronized Map<Deed, Asked> deeds() {
        return new HashMap<>(deeds);
    }

    synchronized Set<String> published() {
        return new LinkedHashSet<>(published);
    }

    synchronized List<String> faults() {
        return new ArrayList<>(faults);
    }

    @Override
    public synchronized String toString() {
        return "%d acts acknowledged, %d practices seen published; %s"
                .formatted(acknowledged, published.size(), counts);
    }
}
