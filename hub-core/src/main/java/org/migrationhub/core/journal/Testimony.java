package org.migrationhub.core.journal;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;

/** What a later entry says of an earlier one. */
enum Testimony {
    /** The later one names its hash. */
    FOR,
    /** The later one names another hash in its place. */
    AGAINST,
    /** The later one has nothing to do with it. */
    NONE;

    /** What an entry says of another: it does so if it is the next of its chain, or a checkpoint that pins it. */
    static Testimony of(Entry later, ChainHead about) {
        if (later.chain().equals(about.chain()) && later.sequence() == about.sequence() + 1) {
            return on(later.previous(), about.hash());
        }
        ChainHead pinned = pinned(later, about.chain());
        return pinned != null && pinned.sequence() == about.sequence() ? on(pinned.hash(), about.hash()) : NONE;
    }

    /** The head that an entry pins of a chain, if it is a checkpoint and pins one. */
    static @Nullable ChainHead pinned(Entry entry, ChainId chain) {
        return entry.event() instanceof Checkpoint checkpoint
                ? checkpoint.heads().get(chain)
                : null;
    }

    /** What is known from both: what was said first stands. */
    Testimony or(Testimony later) {
        return this == NONE ? later : this;
    }

    private static Testimony on(Sha256 named, Sha256 hash) {
        return named.equals(hash) ? FOR : AGAINST;
    }
}
