package org.migrationhub.core.journal;

import org.migrationhub.core.content.Sha256;

/**
 * Where a chain ends: what the next entry links to.
 *
 * @param chain which chain
 * @param sequence of its last entry; 0 if it has none
 * @param hash of its last entry; 32 zero bytes if it has none
 */
public record ChainHead(ChainId chain, long sequence, Sha256 hash) {

    private static final Sha256 NOTHING = new Sha256("0".repeat(64));

    /** The head of a chain that has no entry yet. */
    public static ChainHead empty(ChainId chain) {
        return new ChainHead(chain, 0, NOTHING);
    }
}
