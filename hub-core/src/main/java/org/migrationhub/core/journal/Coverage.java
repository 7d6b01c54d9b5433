package org.migrationhub.core.journal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries the checkpoints vouch for. A checkpoint covers the journal up to the last of the entries that it pins:
 * up to there it has to pin the head of every chain that has grown, and nothing else. Not thread-safe.
 */
final class Coverage {

    private final Chains chains;
    private final Map<ChainId, Long> pinned = new HashMap<>();
    private final Map<ChainId, Place> firstUnpinned = new HashMap<>();
    private long covered;
    private long position;

    Coverage(Chains chains) {
        this.chains = chains;
    }

    /** An entry that no checkpoint has pinned yet. */
    void add(Place place) {
        firstUnpinned.putIfAbsent(place.chain(), place);
    }

    boolean isPinned(Place place) {
        return pinnedOf(place.chain()) >= place.sequence();
    }

    /** How many entries are pinned. */
    long covered() {
        return covered;
    }

    /** Looks whether a checkpoint fits to what was seen. */
    @Nullable
    Suspicion check(Place at, Checkpoint checkpoint) {
        if (checkpoint.position() < position) {
            return mismatch(at, "goes back behind the checkpoint before it");
        }
        for (ChainHead head : checkpoint.heads().values()) {
            Suspicion found = check(at, head);
            if (found != null) {
                return found;
            }
        }
        return surplus(at, checkpoint);
    }

    /** Takes note of a checkpoint that fits. */
    void pin(Checkpoint checkpoint) {
        position = checkpoint.position();
        checkpoint.heads().values().forEach(this::pin);
    }

    private void pin(ChainHead head) {
        covered += head.sequence() - pinnedOf(head.chain());
        pinned.put(head.chain(), head.sequence());
        Place next = chains.find(head.chain(), head.sequence() + 1);
        if (next == null) {
            firstUnpinned.remove(head.chain());
        } else {
            firstUnpinned.put(head.chain(), next);
        }
    }

    private @Nullable Suspicion check(Place at, ChainHead head) {
        if (head.sequence() <= pinnedOf(head.chain())) {
            return mismatch(at, "pins %s again, which has not grown".formatted(head.chain()));
        }
        Place last = chains.last(head.chain());
        long end = last == null ? 0 : last.sequence();
        if (end < head.sequence()) {
            return new CheckpointDoubt.Missing(at, head.chain(), end + 1);
        }
        Place found = chains.find(head.chain(), head.sequence());
        if (found == null) {
            return mismatch(at, "comes more than %d entries after what it pins".formatted(Chains.REMEMBERED));
        }
        return found.isOf(head) ? null : new CheckpointDoubt.Contradiction(at, found, end > head.sequence());
    }

    /** The first entry up to the end of what the checkpoint covers that it leaves out. */
    private @Nullable Suspicion surplus(Place at, Checkpoint checkpoint) {
        long cut = checkpoint.heads().values().stream()
                .map(head -> chains.find(head.chain(), head.sequence()))
                .filter(Objects::nonNull)
                .mapToLong(Place::line)
                .max()
                .orElse(0);
        return firstUnpinned.values().stream()
                .map(first -> firstAfter(checkpoint.heads().get(first.chain()), first))
                .filter(place -> place != null && place.line() < cut)
                .min(Comparator.comparingLong(Place::line))
                .map(place -> new CheckpointDoubt.Surplus(at, place))
                .orElse(null);
    }

    private @Nullable Place firstAfter(@Nullable ChainHead head, Place firstUnpinnedNow) {
        return head == null ? firstUnpinnedNow : chains.find(head.chain(), head.sequence() + 1);
    }

    private long pinnedOf(ChainId chain) {
        return pinned.getOrDefault(chain, 0L);
    }

    private static Suspicion mismatch(Place at, String found) {
        return Suspicion.certain(Fault.at(at, Fault.Code.CHECKPOINT_MISMATCH, found));
    }
}
