package org.migrationhub.core.journal;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.people.HubEvent;

/**
 * Pins all chains: the heads of those that have grown since the checkpoint before. Since checkpoints form a chain of
 * their own, the hash of the last one vouches for every entry up to its position; whoever keeps a copy of it elsewhere
 * can prove that nothing before was altered or removed.
 *
 * @param position of the last entry of the journal that it covers
 * @param heads of the chains that grew between the checkpoint before and this one
 */
public record Checkpoint(long position, SortedMap<ChainId, ChainHead> heads) implements HubEvent {

    /**
     * Copies the heads.
     *
     * @throws IllegalArgumentException if the position is negative, a head stands under another chain's name, a chain has
     *     no entry, or it is the chain of the checkpoints, whose links pin it already
     */
    public Checkpoint {
        if (position < 0) {
            throw new IllegalArgumentException("A checkpoint covers a position from 0 on, not " + position);
        }
        heads.forEach(Checkpoint::check);
        heads = Collections.unmodifiableSortedMap(new TreeMap<>(heads));
    }

    private static void check(ChainId chain, ChainHead head) {
        if (!chain.equals(head.chain()) || head.sequence() < 1 || chain.equals(ChainId.CHECKPOINTS)) {
            throw new IllegalArgumentException("A checkpoint can't pin " + chain + " by " + head);
        }
    }
}
