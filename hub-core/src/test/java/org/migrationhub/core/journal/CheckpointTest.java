package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final ChainId CHAIN = SampleJournal.person(1);
    private static final ChainHead HEAD = new ChainHead(CHAIN, 1, SampleJournal.sha("x"));

    @Test
    void theHeadsAreCopied() {
        SortedMap<ChainId, ChainHead> heads = heads(CHAIN, HEAD);
        Checkpoint checkpoint = new Checkpoint(0, heads);
        heads.clear();
        assertThat(checkpoint.heads()).containsOnlyKeys(CHAIN);
        assertThatThrownBy(() -> checkpoint.heads().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aNegativePositionIsRefused() {
        assertThatThrownBy(() -> new Checkpoint(-1, heads(CHAIN, HEAD)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A checkpoint covers a position from 0 on, not -1");
    }

    @Test
    void aHeadThatPinsNothingIsRefused() {
        assertRefused(CHAIN, ChainHead.empty(CHAIN));
        assertRefused(SampleJournal.person(2), HEAD);
        assertRefused(ChainId.CHECKPOINTS, new ChainHead(ChainId.CHECKPOINTS, 1, SampleJournal.sha("x")));
    }

    @Test
    void positionsOfTheJournalBeginWithOne() {
        Entry entry = SampleJournal.empty().brief().entries().get(0).entry();
        assertThat(new FeedEntry(1, entry).position()).isEqualTo(1);
        assertThatThrownBy(() -> new FeedEntry(0, entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The first position of a journal is 1 or more, not 0");
    }

    @Test
    void theHeadOfAnEmptyChainIsNumberZeroWithZerosForAHash() {
        assertThat(ChainHead.empty(CHAIN).chain()).isEqualTo(CHAIN);
        assertThat(ChainHead.empty(CHAIN).sequence()).isZero();
        assertThat(ChainHead.empty(CHAIN).hash().hex()).isEqualTo("0".repeat(64));
    }

    private static void assertRefused(ChainId chain, ChainHead head) {
        assertThatThrownBy(() -> new Checkpoint(1, heads(chain, head)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A checkpoint can't pin " + chain + " by " + head);
    }

    private static SortedMap<ChainId, ChainHead> heads(ChainId chain, ChainHead head) {
        SortedMap<ChainId, ChainHead> heads = new TreeMap<>();
        heads.put(chain, head);
        return heads;
    }
}
