package org.migrationhub.core.journal;

import org.jspecify.annotations.Nullable;

/**
 * A checkpoint and the entries before it don't fit together. Whether the next checkpoint links to this one, and the next
 * entry of the chain to the one in question, tells which of both is what it was. Not thread-safe.
 */
abstract class CheckpointDoubt implements Suspicion {

    private final Place checkpoint;
    private Testimony onCheckpoint = Testimony.NONE;

    private CheckpointDoubt(Place checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** Notes what the later entry says of what is in question. */
    abstract void note(FeedEntry later);

    /** What is wrong unless the checkpoint itself is. */
    abstract Fault fault(boolean isCheckpointGood);

    @Override
    public final @Nullable Fault consider(FeedEntry fed) {
        note(fed);
        onCheckpoint = onCheckpoint.or(testimony(fed, checkpoint));
        return onCheckpoint == Testimony.AGAINST ? conclude() : null;
    }

    @Override
    public final Fault conclude() {
        if (onCheckpoint == Testimony.AGAINST) {
            return Fault.at(
                    checkpoint, Fault.Code.ALTERED, "was altered: it doesn't fit to what it pins, nor the next to it");
        }
        return fault(onCheckpoint == Testimony.FOR);
    }

    static Testimony testimony(FeedEntry later, Place about) {
        return Testimony.of(later.entry(), Place.head(about.chain(), about));
    }

    Place checkpoint() {
        return checkpoint;
    }

    Fault mismatch(Place place, String found) {
        return Fault.at(place, Fault.Code.CHECKPOINT_MISMATCH, found);
    }

    /** It pins an entry that isn't there: removed, unless it comes later. */
    static final class Missing extends CheckpointDoubt {

        private final ChainId chain;
        private final long sequence;
        private boolean isLate;
        private int behind;

        Missing(Place checkpoint, ChainId chain, long sequence) {
            super(checkpoint);
            this.chain = chain;
            this.sequence = sequence;
        }

        @Override
        void note(FeedEntry later) {
            Entry entry = later.entry();
            isLate |= entry.chain().equals(chain) && entry.sequence() == sequence;
            behind += later.position() < checkpoint().position() ? 1 : 0;
        }

        @Override
        Fault fault(boolean isCheckpointGood) {
            if (!isLate) {
                return missing(Fault.Code.REMOVED, "was removed: the checkpoint there pins it or a later one");
            }
            return behind > 1
                    ? Fault.at(checkpoint(), Fault.Code.REORDERED, "comes too early: what it pins comes later")
                    : missing(Fault.Code.REORDERED, "comes later: the checkpoint there pins it or a later one");
        }

        private Fault missing(Fault.Code code, String found) {
            return Fault.missing(checkpoint(), chain, sequence, code, found);
        }
    }

    /** It pins another entry in the place of one. */
    static final class Contradiction extends CheckpointDoubt {

        private final Place pinned;
        private Testimony onPinned;

        Contradiction(Place checkpoint, Place pinned, boolean isContinued) {
            super(checkpoint);
            this.pinned = pinned;
            this.onPinned = isContinued ? Testimony.FOR : Testimony.NONE;
        }

        @Override
        void note(FeedEntry later) {
            onPinned = onPinned.or(testimony(later, pinned));
        }

        @Override
        Fault fault(boolean isCheckpointGood) {
            boolean isContinued = onPinned == Testimony.FOR;
            if (isCheckpointGood != isContinued) {
                return isContinued ? wrongCheckpoint() : altered();
            }
            return onPinned == Testimony.AGAINST ? altered() : undecided();
        }

        private Fault altered() {
            String found = "was altered, or one shortly before it: the checkpoint in line %d pins another in its place";
            return Fault.at(
                    pinned, Fault.Code.ALTERED, found.formatted(checkpoint().line()));
        }

        private Fault wrongCheckpoint() {
            return mismatch(checkpoint(), "pins another entry than that of line %d".formatted(pinned.line()));
        }

        private Fault undecided() {
            String found = "isn't what the checkpoint in line %d pins: its chain or the checkpoints were rewritten";
            return mismatch(pinned, found.formatted(checkpoint().line()));
        }
    }

    /** It covers what comes after an entry, but not the entry. */
    static final class Surplus extends CheckpointDoubt {

        private final Place surplus;
        private Testimony onSurplus = Testimony.NONE;

        Surplus(Place checkpoint, Place surplus) {
            super(checkpoint);
            this.surplus = surplus;
        }

        @Override
        void note(FeedEntry later) {
            onSurplus = onSurplus.or(testimony(later, surplus));
        }

        @Override
        Fault fault(boolean isCheckpointGood) {
            if (onSurplus != Testimony.FOR) {
                return surplus(Fault.Code.INSERTED, "was put in: the checkpoint in line %d knows nothing of it");
            }
            return isCheckpointGood
                    ? surplus(
                            Fault.Code.REORDERED, "comes too early: the checkpoint in line %d knows nothing of it yet")
                    : mismatch(checkpoint(), "leaves out the entry of line %d".formatted(surplus.line()));
        }

        private Fault surplus(Fault.Code code, String found) {
            return Fault.at(surplus, code, found.formatted(checkpoint().line()));
        }
    }
}
