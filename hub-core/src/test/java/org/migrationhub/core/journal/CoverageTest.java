package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Sha256;

/** How far back a verifier remembers. */
class CoverageTest {

    private static final ChainId CHAIN = SampleJournal.FIRST;
    private static final ChainId OTHER = SampleJournal.SECOND;
    private static final Sha256 HASH = SampleJournal.sha("x");

    private final Chains chains = new Chains();
    private final Coverage coverage = new Coverage(chains);
    private long line;

    @Test
    void theLastEntriesOfTheJournalAreRemembered() {
        add(CHAIN, 1);
        add(CHAIN, 2);
        add(CHAIN, 3);
        fill(Chains.REMEMBERED - 3);
        assertThat(chains.find(CHAIN, 1)).isEqualTo(place(1, CHAIN, 1));
        fill(1);
        assertThat(chains.find(CHAIN, 1)).isNull();
        assertThat(chains.find(CHAIN, 2)).isEqualTo(place(2, CHAIN, 2));
        assertThat(chains.find(CHAIN, 3)).isEqualTo(place(3, CHAIN, 3));
    }

    @Test
    void theLastEntryOfAChainIsNeverForgotten() {
        add(CHAIN, 1);
        fill(Chains.REMEMBERED + 1);
        assertThat(chains.find(CHAIN, 1)).isEqualTo(place(1, CHAIN, 1));
        assertThat(chains.last(CHAIN)).isEqualTo(place(1, CHAIN, 1));
        assertThat(chains.count()).isEqualTo(2);
        assertThat(chains.submissions()).isEqualTo(2);
    }

    @Test
    void chainsThatWereForgottenAreRememberedAgainWhenTheyGoOn() {
        add(CHAIN, 1);
        fill(Chains.REMEMBERED);
        add(CHAIN, 2);
        add(CHAIN, 3);
        assertThat(chains.find(CHAIN, 1)).isNull();
        assertThat(chains.find(CHAIN, 2)).isNotNull();
        fill(Chains.REMEMBERED - 2);
        assertThat(chains.find(CHAIN, 2)).isNotNull();
        fill(1);
        assertThat(chains.find(CHAIN, 2)).isNull();
    }

    @Test
    void whatWasNeverSeenIsNotFound() {
        add(CHAIN, 1);
        assertThat(chains.find(CHAIN, 2)).isNull();
        assertThat(chains.find(OTHER, 1)).isNull();
        assertThat(chains.last(OTHER)).isNull();
    }

    @Test
    void aCheckpointMayComeLateButNotTooLate() {
        add(CHAIN, 1);
        add(CHAIN, 2);
        fill(Chains.REMEMBERED - 2);
        Checkpoint first = pinning(1);
        assertThat(coverage.check(checkpoint(), first)).isNull();
        fill(1);
        Suspicion tooLate = coverage.check(checkpoint(), first);
        assertThat(tooLate).isNotNull();
        Fault fault = tooLate.conclude();
        assertThat(fault.code()).isEqualTo(Fault.Code.CHECKPOINT_MISMATCH);
        assertThat(fault.sentence())
                .isEqualTo("Entry 1 of checkpoints in line 10002 comes more than 10000 entries after what it pins.");
    }

    @Test
    void whatIsPinnedIsVouchedFor() {
        Place one = add(CHAIN, 1);
        Place two = add(CHAIN, 2);
        Place three = add(CHAIN, 3);
        assertThat(coverage.isPinned(one)).isFalse();
        coverage.pin(pinning(2));
        assertThat(coverage.isPinned(one)).isTrue();
        assertThat(coverage.isPinned(two)).isTrue();
        assertThat(coverage.isPinned(three)).isFalse();
        assertThat(coverage.covered()).isEqualTo(2);
        coverage.pin(pinning(3));
        assertThat(coverage.isPinned(three)).isTrue();
        assertThat(coverage.covered()).isEqualTo(3);
    }

    @Test
    void whatACheckpointLeftOpenTheNextHasToPin() {
        add(CHAIN, 1);
        add(CHAIN, 2);
        coverage.pin(pinning(1));
        add(OTHER, 1);
        Checkpoint other = new Checkpoint(9, new TreeMap<>(Map.of(OTHER, new ChainHead(OTHER, 1, HASH))));
        Suspicion leftOut = coverage.check(checkpoint(), other);
        assertThat(leftOut).isNotNull();
        assertThat(leftOut.conclude().line()).isEqualTo(2);
        coverage.pin(pinning(2));
        assertThat(coverage.check(checkpoint(), other)).isNull();
    }

    private void fill(int entries) {
        Place last = chains.last(OTHER);
        long from = last == null ? 0 : last.sequence();
        for (int number = 1; number <= entries; number++) {
            chains.add(place(++line, OTHER, from + number));
        }
    }

    private Place add(ChainId chain, long sequence) {
        Place place = place(++line, chain, sequence);
        chains.add(place);
        coverage.add(place);
        return place;
    }

    private Place checkpoint() {
        return place(line + 1, ChainId.CHECKPOINTS, 1);
    }

    private static Place place(long line, ChainId chain, long sequence) {
        return new Place(line, line, chain, sequence, HASH, HASH);
    }

    private static Checkpoint pinning(long sequence) {
        return new Checkpoint(1, new TreeMap<>(Map.of(CHAIN, new ChainHead(CHAIN, sequence, HASH))));
    }
}
