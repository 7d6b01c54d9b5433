package org.migrationhub.core.archive;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Checkpoint;
import org.migrationhub.core.journal.FeedEntry;

/**
 * What the checkpoints say of the other chains, which come after them: of each chain that grew between two checkpoints the
 * last entry up to the position that the later one covers, and of no other. Forgets what it has compared. Not thread-safe.
 */
final class Pins {

    private final NavigableMap<Long, Long> checkpointsByEnd = new TreeMap<>();
    private final Map<ChainId, Queue<Pin>> due = new HashMap<>();

    /** An entry that a checkpoint pins. */
    private record Pin(long end, long sequence, Sha256 hash) {}

    /**
     * What is wrong.
     *
     * @param index of the entry in its chain, from 0 on
     * @param reason the end of a sentence
     */
    record Flaw(int index, String reason) {}

    /** Takes note of the next checkpoint; or says what is wrong with it. */
    Optional<String> add(FeedEntry fed) {
        if (!(fed.entry().event() instanceof Checkpoint checkpoint)) {
            return Optional.of("it is no checkpoint");
        }
        if (checkpoint.position() >= fed.position()) {
            return Optional.of("it covers position " + checkpoint.position() + ", which comes after it");
        }
        if (!checkpointsByEnd.isEmpty() && checkpoint.position() < checkpointsByEnd.lastKey()) {
            return Optional.of("it goes back behind the checkpoint before it");
        }
        checkpointsByEnd.put(checkpoint.position(), fed.entry().sequence());
        for (ChainHead head : checkpoint.heads().values()) {
            due.computeIfAbsent(head.chain(), chain -> new ArrayDeque<>())
                    .add(new Pin(checkpoint.position(), head.sequence(), head.hash()));
        }
        return Optional.empty();
    }

    /** Compares a whole chain with what the checkpoints say of it. */
    Optional<Flaw> check(ChainId chain, List<FeedEntry> entries) {
        Queue<Pin> pins = Objects.requireNonNullElse(due.remove(chain), new ArrayDeque<>());
        for (int index = 0; index < entries.size(); index++) {
            FeedEntry fed = entries.get(index);
            Long end = end(fed);
            FeedEntry next = index + 1 < entries.size() ? entries.get(index + 1) : null;
            if (end != null && (next == null || !end.equals(end(next))) && !isPinned(fed, end, pins.poll())) {
                return Optional.of(new Flaw(
                        index, "checkpoint %d, which covers it, says otherwise".formatted(checkpointsByEnd.get(end))));
            }
        }
        return pins.isEmpty() ? Optional.empty() : Optional.of(missing(pins.remove(), entries.size()));
    }

    /** The chains of which the checkpoints speak and that never came. */
    SortedSet<ChainId> missing() {
        return new TreeSet<>(due.keySet());
    }

    private @Nullable Long end(FeedEntry fed) {
        return checkpointsByEnd.ceilingKey(fed.position());
    }

    private static boolean isPinned(FeedEntry fed, long end, @Nullable Pin pin) {
        return pin != null
                && pin.end() == end
                && pin.sequence() == fed.entry().sequence()
                && pin.hash().equals(fed.entry().hash());
    }

    private Flaw missing(Pin pin, int entries) {
        return new Flaw(
                entries - 1,
                "checkpoint %d pins entry %d of its chain, which isn't there"
                        .formatted(checkpointsByEnd.get(pin.end()), pin.sequence()));
    }
}
