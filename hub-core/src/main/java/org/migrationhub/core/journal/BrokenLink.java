package org.migrationhub.core.journal;

import org.jspecify.annotations.Nullable;

/**
 * An entry has the number that was due, but links to another entry than the one before it. Later entries may tell which
 * of both is what it was. Not thread-safe.
 */
final class BrokenLink implements Suspicion {

    private final ChainHead head;
    private final @Nullable Place doubtful;
    private final Place next;

    /**
     * Begins to look.
     *
     * @param head where the chain ended before
     * @param doubtful the entry there; null if there is none, or an earlier checkpoint vouches for it
     * @param next the entry that doesn't link to it
     */
    BrokenLink(ChainHead head, @Nullable Place doubtful, Place next) {
        this.head = head;
        this.doubtful = doubtful;
        this.next = next;
    }

    @Override
    public @Nullable Fault consider(FeedEntry fed) {
        Entry later = fed.entry();
        if (isRightful(later) || leavesOut(later)) {
            return Fault.at(next, Fault.Code.INSERTED, "was put in: it links to none of this journal");
        }
        return switch (Testimony.of(later, Place.head(next.chain(), next))) {
            case FOR -> doubtful == null ? alteredNext() : altered(doubtful);
            case AGAINST -> alteredNext();
            case NONE -> null;
        };
    }

    @Override
    public Fault conclude() {
        return doubtful == null ? alteredNext() : unlinked(doubtful);
    }

    /** Whether this is the entry that was due. */
    private boolean isRightful(Entry later) {
        return later.chain().equals(next.chain())
                && later.sequence() == next.sequence()
                && later.previous().equals(head.hash());
    }

    /** Whether this is a checkpoint to which the chain ends before the entry in question. */
    private boolean leavesOut(Entry later) {
        if (next.isCheckpoint() || !(later.event() instanceof Checkpoint)) {
            return false;
        }
        ChainHead pinned = Testimony.pinned(later, next.chain());
        return pinned == null ? doubtful == null : pinned.equals(head);
    }

    private Fault alteredNext() {
        return Fault.at(next, Fault.Code.ALTERED, "was altered: it doesn't link to the one before it");
    }

    private Fault altered(Place before) {
        String found = "was altered: the one after it in line %d links to another".formatted(next.line());
        return Fault.at(before, Fault.Code.ALTERED, found);
    }

    private Fault unlinked(Place before) {
        String found = "isn't what the one after it in line %d links to: one of both was replaced";
        return Fault.at(before, Fault.Code.UNLINKED, found.formatted(next.line()));
    }
}
