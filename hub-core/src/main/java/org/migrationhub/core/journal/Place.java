package org.migrationhub.core.journal;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;

/** What a verifier remembers of an entry: where it stood, and what it links to. */
record Place(long line, long position, ChainId chain, long sequence, Sha256 previous, Sha256 hash) {

    static Place of(long line, FeedEntry fed) {
        Entry entry = fed.entry();
        return new Place(line, fed.position(), entry.chain(), entry.sequence(), entry.previous(), entry.hash());
    }

    /** The head of a chain that ends with this entry, or of an empty one. */
    static ChainHead head(ChainId chain, @Nullable Place last) {
        return last == null ? ChainHead.empty(chain) : new ChainHead(chain, last.sequence, last.hash);
    }

    boolean isCheckpoint() {
        return chain.equals(ChainId.CHECKPOINTS);
    }

    boolean isOf(ChainHead head) {
        return chain.equals(head.chain()) && sequence == head.sequence() && hash.equals(head.hash());
    }
}
