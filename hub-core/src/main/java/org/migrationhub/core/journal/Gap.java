package org.migrationhub.core.journal;

import org.jspecify.annotations.Nullable;

/**
 * An entry stands where one with a lower number was due. If those between come later and lead to it, it was moved; if
 * they come and don't, it was put in; if they never come, they were removed. Not thread-safe.
 */
final class Gap implements Suspicion {

    private final ChainHead head;
    private final Place early;
    private boolean wasCheckpointed;
    private boolean isUnknownToCheckpoint;
    private boolean isDueFound;
    private boolean isReached;
    private int behind;

    /**
     * Begins to look.
     *
     * @param head after which the gap is
     * @param early the entry that came instead
     */
    Gap(ChainHead head, Place early) {
        this.head = head;
        this.early = early;
    }

    @Override
    public @Nullable Fault consider(FeedEntry fed) {
        Entry later = fed.entry();
        behind += fed.position() < early.position() ? 1 : 0;
        if (later.event() instanceof Checkpoint && !early.isCheckpoint()) {
            checkpoint(Testimony.pinned(later, early.chain()));
        }
        return later.chain().equals(early.chain()) ? sameChain(later) : null;
    }

    @Override
    public Fault conclude() {
        if (isDueFound && isReached) {
            return behind > 1 ? tooEarly() : tooLate();
        }
        return isDueFound || isUnknownToCheckpoint ? inserted() : removed();
    }

    private @Nullable Fault sameChain(Entry later) {
        if (later.sequence() == early.sequence()) {
            return again(later);
        }
        isDueFound |= later.sequence() == due();
        if (later.sequence() == early.sequence() - 1) {
            isReached = later.hash().equals(early.previous());
            return isReached ? null : inserted();
        }
        return null;
    }

    private Fault again(Entry later) {
        return later.hash().equals(early.hash())
                ? Fault.at(early, Fault.Code.DUPLICATED, "stands there once more, later")
                : inserted();
    }

    /** The first checkpoint after the gap knows of entries beyond it, unless nothing but the early entry is wrong. */
    private void checkpoint(@Nullable ChainHead pinned) {
        if (!wasCheckpointed) {
            wasCheckpointed = true;
            isUnknownToCheckpoint = pinned == null || pinned.sequence() < due();
        }
    }

    /** Several others have positions before it: it was moved, not they. */
    private Fault tooEarly() {
        return Fault.at(early, Fault.Code.REORDERED, "comes too early: entry " + due() + " comes later");
    }

    private Fault tooLate() {
        return missing(Fault.Code.REORDERED, "comes later");
    }

    private Fault removed() {
        return missing(Fault.Code.REMOVED, "was removed");
    }

    private Fault missing(Fault.Code code, String found) {
        String instead = found + ": entry " + early.sequence() + " stands there";
        return Fault.missing(early, early.chain(), due(), code, instead);
    }

    private Fault inserted() {
        return Fault.at(early, Fault.Code.INSERTED, "was put in: those before it don't lead to it");
    }

    private long due() {
        return head.sequence() + 1;
    }
}
