package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.review.SubmissionEvent;

/** What a verifier makes of what comes later in the journal. {@code a} and {@code b} are chains, {@code c} the checkpoints. */
class SuspicionTest {

    private static final ChainId A = SampleJournal.FIRST;
    private static final ChainId B = SampleJournal.SECOND;
    private static final ChainId C = ChainId.CHECKPOINTS;
    private static final Sha256 ELSEWHERE = SampleJournal.sha("elsewhere");

    // --- a gap in the numbers

    @Test
    void aNumberThatNeverComesWasRemoved() {
        List<Entry> a = chain(A, 4);
        assertFault(
                entries(a.get(0), a.get(2), a.get(3)),
                "removed 2/2/submission/first/2: Entry 2 of submission/first, missed in line 2, was removed: entry 3 stands"
                        + " there.");
    }

    @Test
    void theFirstOfSeveralThatWereRemovedIsNamed() {
        List<Entry> a = chain(A, 5);
        assertThat(fault(entries(a.get(0), a.get(3), a.get(4))).sequence()).isEqualTo(2);
        assertThat(fault(entries(a.get(3), a.get(4))).sequence()).isEqualTo(1);
    }

    @Test
    void anEntryToWhichTheLaterOnesLeadComesTooEarly() {
        List<FeedEntry> fed = fed(chain(A, 5));
        assertFault(
                List.of(fed.get(0), fed.get(3), fed.get(1), fed.get(2), fed.get(4)),
                "reordered 2/4/submission/first/4: Entry 4 of submission/first in line 2 comes too early: entry 2 comes"
                        + " later.");
    }

    @Test
    void anEntryOverWhichOthersWentComesTooLate() {
        List<FeedEntry> fed = fed(chain(A, 5));
        assertFault(
                List.of(fed.get(0), fed.get(2), fed.get(3), fed.get(1), fed.get(4)),
                "reordered 2/3/submission/first/2: Entry 2 of submission/first, missed in line 2, comes later: entry 3"
                        + " stands there.");
    }

    @Test
    void anEntryToWhichTheLaterOnesDontLeadWasPutIn() {
        List<Entry> a = chain(A, 4);
        Entry forged = sealed(a.get(3), 4, ELSEWHERE);
        String inserted =
                "inserted 2/2/submission/first/4: Entry 4 of submission/first in line 2 was put in: those before it"
                        + " don't lead to it.";
        assertFault(entries(a.get(0), forged, a.get(1), a.get(2)), inserted);
        assertFault(entries(a.get(0), forged, a.get(1)), inserted);
        assertFault(entries(a.get(0), forged, a.get(2)), inserted);
    }

    @Test
    void anEntryThatComesOnceMoreWasDuplicatedOrPutIn() {
        List<Entry> a = chain(A, 4);
        assertFault(
                entries(a.get(0), a.get(2), a.get(1), a.get(2), a.get(3)),
                "duplicated 2/2/submission/first/3: Entry 3 of submission/first in line 2 stands there once more, later.");
        Entry forged = sealed(saved("forged", a.get(2)), 3, a.get(1).hash());
        assertThat(fault(entries(a.get(0), forged, a.get(1), a.get(2))).code()).isEqualTo(Fault.Code.INSERTED);
    }

    @Test
    void anEntryOfWhichTheNextCheckpointKnowsNothingWasPutIn() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").checkpoint();
        Entry forged = sealed(saved("forged", chain(A, 3).get(2)), 3, ELSEWHERE);
        journal.saved(B, "1").checkpoint();
        assertThat(fault(with(journal, 2, forged)).code()).isEqualTo(Fault.Code.INSERTED);
        SampleJournal other = SampleJournal.empty().saved(A, "1").checkpoint();
        assertThat(fault(with(other, 1, forged)).code()).isEqualTo(Fault.Code.INSERTED);
    }

    @Test
    void anEntryMissedByTheNextCheckpointWasRemovedWhateverLaterOnesPin() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").checkpoint();
        journal.saved(A, "2").saved(A, "3").checkpoint().saved(B, "1").checkpoint();
        assertThat(fault(without(journal, 3)).code()).isEqualTo(Fault.Code.REMOVED);
        assertThat(fault(without(journal, 3)).sequence()).isEqualTo(2);
    }

    @Test
    void anEntryThatALateCheckpointPinsWasRemoved() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").saved(A, "2");
        SortedMap<ChainId, ChainHead> heads = heads(journal.head(A));
        journal.saved(A, "3").checkpoint(heads);
        assertThat(fault(without(journal, 2)).code()).isEqualTo(Fault.Code.REMOVED);
        assertThat(fault(without(journal, 2)).sequence()).isEqualTo(2);
    }

    @Test
    void otherChainsTellNothingOfAGap() {
        List<Entry> a = chain(A, 3);
        List<Entry> b = chain(B, 3);
        Fault fault = fault(entries(a.get(0), a.get(2), b.get(0), b.get(1), b.get(2)));
        assertThat(fault.code()).isEqualTo(Fault.Code.REMOVED);
    }

    // --- a link to another entry

    @Test
    void anEntryThatTheNextTwoDisownWasAltered() {
        List<Entry> a = new ArrayList<>(chain(A, 3));
        a.set(0, sealed(saved("forged", a.get(0)), 1, a.get(0).previous()));
        assertFault(
                entries(a.get(0), a.get(1), a.get(2)),
                "altered 1/1/submission/first/1: Entry 1 of submission/first in line 1 was altered: the one after it in line"
                        + " 2 links to another.");
    }

    @Test
    void anEntryThatLinksNeitherWayWasAltered() {
        List<Entry> a = new ArrayList<>(chain(A, 3));
        a.set(1, sealed(a.get(1), 2, ELSEWHERE));
        assertFault(
                entries(a.get(0), a.get(1), a.get(2)),
                "altered 2/2/submission/first/2: Entry 2 of submission/first in line 2 was altered: it doesn't link to the"
                        + " one before it.");
    }

    @Test
    void ofTwoThatDontLinkTheFirstIsNamedWhenNothingTells() {
        List<Entry> a = chain(A, 2);
        assertFault(
                entries(a.get(0), sealed(a.get(1), 2, ELSEWHERE)),
                "unlinked 1/1/submission/first/1: Entry 1 of submission/first in line 1 isn't what the one after it in line"
                        + " 2 links to: one of both was replaced.");
    }

    @Test
    void aFirstEntryThatLinksToAnotherWasAltered() {
        List<Entry> a = chain(A, 2);
        Fault alone = fault(entries(sealed(a.get(0), 1, ELSEWHERE)));
        assertThat(alone.code()).isEqualTo(Fault.Code.ALTERED);
        assertThat(alone.sequence()).isEqualTo(1);
        Entry first = sealed(a.get(0), 1, ELSEWHERE);
        Fault continued = fault(entries(first, sealed(a.get(1), 2, first.hash())));
        assertThat(continued.code()).isEqualTo(Fault.Code.ALTERED);
        assertThat(continued.line()).isEqualTo(1);
    }

    @Test
    void anEntryThatACheckpointVouchesForIsNotTheOneThatWasAltered() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").checkpoint();
        Entry second = sealed(chain(A, 2).get(1), 2, ELSEWHERE);
        assertThat(fault(with(journal, 2, second)).line()).isEqualTo(3);
        assertThat(fault(with(journal, 2, second)).code()).isEqualTo(Fault.Code.ALTERED);
        Entry third = sealed(chain(A, 3).get(2), 3, second.hash());
        Fault fault = fault(with(journal, 2, second, third));
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.code()).isEqualTo(Fault.Code.ALTERED);
    }

    @Test
    void anEntryInPlaceOfWhichTheRightOneComesWasPutIn() {
        List<Entry> a = chain(A, 3);
        assertFault(
                entries(a.get(0), sealed(saved("forged", a.get(1)), 2, ELSEWHERE), a.get(1), a.get(2)),
                "inserted 2/2/submission/first/2: Entry 2 of submission/first in line 2 was put in: it links to none of this"
                        + " journal.");
    }

    @Test
    void anotherOfTheSameNumberThatDoesNotLinkEitherTellsNothing() {
        List<Entry> a = chain(A, 2);
        Entry one = sealed(saved("one", a.get(1)), 2, ELSEWHERE);
        Entry two = sealed(saved("two", a.get(1)), 2, ELSEWHERE);
        assertThat(fault(entries(a.get(0), one, two)).code()).isEqualTo(Fault.Code.UNLINKED);
    }

    @Test
    void anUnlinkedEntryThatTheCheckpointLeavesOutWasPutIn() {
        Entry forged = sealed(chain(A, 2).get(1), 2, ELSEWHERE);
        SampleJournal journal = SampleJournal.empty().saved(A, "1").checkpoint();
        assertThat(fault(with(journal, 1, forged)).code()).isEqualTo(Fault.Code.INSERTED);
        journal.saved(B, "1").checkpoint();
        assertThat(fault(with(journal, 2, forged)).code()).isEqualTo(Fault.Code.INSERTED);
    }

    @Test
    void aCheckpointThatPinsNeitherOfTwoThatDontLinkTellsNothing() {
        SampleJournal journal = SampleJournal.empty().saved(B, "1").saved(A, "1");
        journal.checkpoint(heads(journal.head(B)));
        Entry forged = sealed(chain(A, 2).get(1), 2, ELSEWHERE);
        assertThat(fault(with(journal, 2, forged)).code()).isEqualTo(Fault.Code.UNLINKED);
    }

    @Test
    void aCheckpointTellsWhichOfTwoThatDontLinkWasAltered() {
        SampleJournal journal =
                SampleJournal.empty().saved(A, "1").saved(A, "2").checkpoint();
        Entry first = journal.entries().get(0).entry();
        Entry second = journal.entries().get(1).entry();
        Fault before = fault(replacing(journal, 0, sealed(saved("forged", first), 1, first.previous())));
        assertThat(before.code()).isEqualTo(Fault.Code.ALTERED);
        assertThat(before.line()).isEqualTo(1);
        Fault next = fault(replacing(journal, 1, sealed(second, 2, ELSEWHERE)));
        assertThat(next.code()).isEqualTo(Fault.Code.ALTERED);
        assertThat(next.line()).isEqualTo(2);
    }

    // --- two of the same number

    @Test
    void ofTwoOfTheSameNumberTheOneWithoutContinuationWasPutIn() {
        List<Entry> a = chain(A, 3);
        Entry forged = sealed(saved("forged", a.get(1)), 2, a.get(0).hash());
        assertFault(
                entries(a.get(0), a.get(1), forged, a.get(2)),
                "inserted 3/3/submission/first/2: Entry 2 of submission/first in line 3 was put in: the chain leads on from"
                        + " that of the same number in line 2.");
        assertFault(
                entries(a.get(0), forged, a.get(1), a.get(2)),
                "inserted 2/2/submission/first/2: Entry 2 of submission/first in line 2 was put in: the chain leads on from"
                        + " that of the same number in line 3.");
    }

    @Test
    void theSecondOfTheSameNumberIsNamedWhenNothingTells() {
        List<Entry> a = chain(A, 2);
        Entry forged = sealed(saved("forged", a.get(1)), 2, a.get(0).hash());
        assertFault(
                entries(a.get(0), a.get(1), forged),
                "inserted 3/3/submission/first/2: Entry 2 of submission/first in line 3 was put in, unless that of the same"
                        + " number in line 2 was.");
    }

    @Test
    void anotherEntryOfANumberFromWhichTheChainHasLedOnWasPutIn() {
        List<Entry> a = chain(A, 3);
        Entry forged = sealed(saved("forged", a.get(0)), 1, ELSEWHERE);
        assertFault(
                entries(a.get(0), a.get(1), a.get(2), forged),
                "inserted 4/4/submission/first/1: Entry 1 of submission/first in line 4 was put in: the chain leads on from"
                        + " that of the same number in line 1.");
    }

    @Test
    void theSameEntryOnceMoreIsADuplicate() {
        List<Entry> a = chain(A, 3);
        String duplicated = " of submission/first in line 4 stands there once more.";
        assertFault(
                entries(a.get(0), a.get(1), a.get(2), a.get(2)),
                "duplicated 4/4/submission/first/3: Entry 3" + duplicated);
        assertFault(
                entries(a.get(0), a.get(1), a.get(2), a.get(0)),
                "duplicated 4/4/submission/first/1: Entry 1" + duplicated);
    }

    @Test
    void anEntryThatLinksToTheHeadUnderAnotherNumberWasAltered() {
        List<Entry> a = chain(A, 3);
        String altered = " of submission/first in line 3 was altered: it links to entry 2 and so was the next.";
        for (int number : new int[] {1, 2, 4, 9}) {
            assertFault(
                    entries(
                            a.get(0),
                            a.get(1),
                            sealed(a.get(2), number, a.get(1).hash())),
                    "altered 3/3/submission/first/" + number + ": Entry " + number + altered);
        }
    }

    // --- checkpoints

    @Test
    void whatACheckpointPinsAndNeverComesWasRemoved() {
        SampleJournal journal =
                SampleJournal.empty().saved(A, "1").saved(B, "1").saved(A, "2").checkpoint();
        assertFault(
                without(journal, 3),
                "removed 3/3/submission/first/2: Entry 2 of submission/first, missed in line 3, was removed: the checkpoint"
                        + " there pins it or a later one.");
        assertThat(fault(without(journal, 2)).chain()).isEqualTo(B);
        assertThat(fault(without(journal, 2)).sequence()).isEqualTo(1);
        assertThat(fault(without(without(journal, 3), 1)).sequence()).isEqualTo(1);
    }

    @Test
    void whatACheckpointPinsAndComesLaterWasMoved() {
        SampleJournal journal =
                SampleJournal.empty().saved(B, "1").saved(A, "1").saved(A, "2").checkpoint();
        List<FeedEntry> fed = journal.saved(B, "2").entries();
        assertFault(
                List.of(fed.get(0), fed.get(1), fed.get(3), fed.get(2), fed.get(4)),
                "reordered 3/4/submission/first/2: Entry 2 of submission/first, missed in line 3, comes later: the"
                        + " checkpoint there pins it or a later one.");
        assertFault(
                List.of(fed.get(0), fed.get(3), fed.get(1), fed.get(2), fed.get(4)),
                "reordered 2/4/checkpoints/1: Entry 1 of checkpoints in line 2 comes too early: what it pins comes later.");
    }

    @Test
    void aCheckpointThatTheNextDisownsWasAltered() {
        SampleJournal journal =
                SampleJournal.empty().saved(A, "1").checkpoint().saved(A, "2").checkpoint();
        Entry good = journal.entries().get(1).entry();
        ChainHead first = journal.entries().get(0).entry().head();
        String altered =
                "altered 2/2/checkpoints/1: Entry 1 of checkpoints in line 2 was altered: it doesn't fit to what it"
                        + " pins, nor the next to it.";
        assertFault(replacing(journal, 1, pinning(good, new ChainHead(A, 3, first.hash()))), altered);
        assertFault(replacing(journal, 1, pinning(good, new ChainHead(A, 1, ELSEWHERE))), altered);
        SampleJournal wider = SampleJournal.empty()
                .saved(A, "1")
                .saved(B, "1")
                .checkpoint()
                .saved(A, "2")
                .checkpoint();
        Entry whole = wider.entries().get(2).entry();
        assertThat(fault(replacing(wider, 2, pinning(whole, wider.head(B)))).sentence())
                .isEqualTo(
                        "Entry 1 of checkpoints in line 3 was altered: it doesn't fit to what it pins, nor the next to"
                                + " it.");
    }

    @Test
    void anEntryThatAGoodCheckpointContradictsWasAltered() {
        SampleJournal journal =
                SampleJournal.empty().saved(A, "1").checkpoint().saved(B, "1").checkpoint();
        assertFault(
                replacing(journal, 0, forgedFirst(journal)),
                "altered 1/1/submission/first/1: Entry 1 of submission/first in line 1 was altered, or one shortly before"
                        + " it: the checkpoint in line 2 pins another in its place.");
    }

    @Test
    void anEntryThatTheNextOfItsChainDisownsTooWasAltered() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").checkpoint().saved(A, "2");
        assertThat(fault(replacing(journal, 0, forgedFirst(journal))).code()).isEqualTo(Fault.Code.ALTERED);
        assertThat(fault(replacing(journal, 0, forgedFirst(journal))).line()).isEqualTo(1);
    }

    @Test
    void aCheckpointThatContradictsAnEntryFromWhichTheChainLeadsOnIsNamed() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").checkpoint().saved(A, "2");
        String mismatch =
                "checkpoint-mismatch 2/2/checkpoints/1: Entry 1 of checkpoints in line 2 pins another entry than"
                        + " that of line 1.";
        Entry forged = pinning(journal.entries().get(1).entry(), new ChainHead(A, 1, ELSEWHERE));
        assertFault(replacing(journal, 1, forged), mismatch);
    }

    @Test
    void aCheckpointThatContradictsAnEntryThatHasASuccessorBeforeItIsNamed() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").saved(A, "2");
        journal.checkpoint(heads(new ChainHead(A, 1, ELSEWHERE)));
        Fault fault = fault(journal.entries());
        assertThat(fault.code()).isEqualTo(Fault.Code.CHECKPOINT_MISMATCH);
        assertThat(fault.line()).isEqualTo(3);
    }

    @Test
    void ofACheckpointAndAnEntryThatContradictEachOtherTheEntryIsNamedWhenNothingTells() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").checkpoint();
        String mismatch =
                "checkpoint-mismatch 1/1/submission/first/1: Entry 1 of submission/first in line 1 isn't what the"
                        + " checkpoint in line 2 pins: its chain or the checkpoints were rewritten.";
        assertFault(replacing(journal, 0, forgedFirst(journal)), mismatch);
    }

    @Test
    void aChainThatWasRewrittenUpToItsEndIsFoundByTheCheckpoints() {
        SampleJournal journal = SampleJournal.empty()
                .saved(A, "1")
                .checkpoint()
                .saved(A, "2")
                .saved(B, "1")
                .checkpoint();
        Entry first = forgedFirst(journal);
        Entry second = sealed(journal.entries().get(2).entry(), 2, first.hash());
        Fault fault = fault(replacing(replacing(journal, 0, first), 2, second));
        assertThat(fault.code()).isEqualTo(Fault.Code.CHECKPOINT_MISMATCH);
        assertThat(fault.line()).isEqualTo(1);
    }

    @Test
    void anEntryThatACheckpointLeavesOutWasPutIn() {
        SampleJournal journal =
                SampleJournal.empty().saved(A, "1").saved(B, "1").checkpoint();
        Entry forged = sealed(chain(A, 2).get(1), 2, journal.head(A).hash());
        assertFault(
                with(journal, 1, forged),
                "inserted 2/2/submission/first/2: Entry 2 of submission/first in line 2 was put in: the checkpoint in line 4"
                        + " knows nothing of it.");
    }

    @Test
    void theFirstOfSeveralThatACheckpointLeavesOutIsNamed() {
        SampleJournal journal =
                SampleJournal.empty().saved(A, "1").saved(B, "1").checkpoint();
        Entry second = sealed(chain(A, 2).get(1), 2, journal.head(A).hash());
        Entry third = sealed(chain(A, 3).get(2), 3, second.hash());
        ChainId other = SampleJournal.person(1);
        Entry foreign = SampleJournal.empty()
                .add(other, new PersonEvent.Registered())
                .entries()
                .get(0)
                .entry();
        assertThat(fault(with(journal, 1, second, foreign, third)).line()).isEqualTo(2);
        assertThat(fault(with(journal, 1, foreign, second, third)).line()).isEqualTo(2);
        assertThat(fault(with(journal, 1, foreign)).chain()).isEqualTo(other);
    }

    @Test
    void anEntryThatCameToStandBeforeACheckpointWasMoved() {
        SampleJournal journal =
                SampleJournal.empty().saved(A, "1").saved(B, "1").checkpoint();
        journal.saved(A, "2").saved(A, "3").checkpoint();
        assertFault(
                moved(journal, 4, 2),
                "reordered 2/2/submission/first/2: Entry 2 of submission/first in line 2 comes too early: the checkpoint in"
                        + " line 4 knows nothing of it yet.");
    }

    @Test
    void aCheckpointThatLeavesOutAnEntryFromWhichTheChainLeadsOnIsNamed() {
        SampleJournal journal =
                SampleJournal.empty().saved(A, "1").saved(B, "1").checkpoint();
        journal.saved(A, "2").saved(A, "3");
        assertFault(
                moved(journal, 4, 2),
                "checkpoint-mismatch 4/4/checkpoints/1: Entry 1 of checkpoints in line 4 leaves out the entry of line 2.");
    }

    @Test
    void anEntryThatCameAfterWhatACheckpointCoversMayStandBeforeIt() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").saved(B, "1");
        SortedMap<ChainId, ChainHead> heads = heads(journal.head(A), journal.head(B));
        journal.saved(A, "2")
                .add(SampleJournal.person(1), new PersonEvent.Registered())
                .checkpoint(heads)
                .checkpoint()
                .saved(A, "3")
                .checkpoint();
        Verification found = verify(journal.entries());
        assertThat(found.fault()).isEmpty();
        assertThat(found.unpinned()).isZero();
        assertThat(found.checkpoints()).isEqualTo(3);
    }

    @Test
    void aChainThatHasNotGrownCantBePinnedAgain() {
        SampleJournal journal = SampleJournal.empty().saved(A, "1").checkpoint();
        journal.checkpoint(heads(journal.head(A)));
        assertFault(
                journal.entries(),
                "checkpoint-mismatch 3/3/checkpoints/2: Entry 2 of checkpoints in line 3 pins submission/first again, which"
                        + " has not grown.");
    }

    @Test
    void aCheckpointThatPinsNothingIsNoFault() {
        assertThat(verify(SampleJournal.empty()
                                .checkpoint()
                                .saved(A, "1")
                                .checkpoint(new TreeMap<>())
                                .entries())
                        .fault())
                .isEmpty();
    }

    @Test
    void aCheckpointNeverGoesBack() {
        SampleJournal journal = SampleJournal.empty().add(C, new Checkpoint(5, new TreeMap<>()));
        journal.add(C, new Checkpoint(5, new TreeMap<>()));
        assertThat(verify(journal.entries()).fault()).isEmpty();
        journal.add(C, new Checkpoint(4, new TreeMap<>()));
        assertFault(
                journal.entries(),
                "checkpoint-mismatch 3/3/checkpoints/3: Entry 3 of checkpoints in line 3 goes back behind the checkpoint"
                        + " before it.");
    }

    // --- positions

    @Test
    void ofTwoPositionsThatFallTheOneOutOfPlaceIsNamed() {
        assertPositions(new long[] {1, 3, 2, 4}, 2);
        assertPositions(new long[] {9, 2, 3, 4}, 1);
        assertPositions(new long[] {1, 2, 1, 4}, 3);
        assertPositions(new long[] {5, 6, 4, 8}, 3);
        assertPositions(new long[] {5, 6, 5, 8}, 3);
    }

    @Test
    void ofTwoEqualPositionsTheOneWithoutAGapIsRight() {
        assertPositions(new long[] {1, 2, 2, 4}, 3);
        assertPositions(new long[] {1, 3, 3, 4}, 2);
        assertPositions(new long[] {1, 1, 3, 4}, 2);
        assertPositions(new long[] {2, 2, 3, 4}, 1);
    }

    @Test
    void positionsMayLeaveGaps() {
        List<Entry> a = chain(A, 3);
        assertThat(verify(List.of(
                                new FeedEntry(7, a.get(0)),
                                new FeedEntry(8, a.get(1)),
                                new FeedEntry(Long.MAX_VALUE, a.get(2))))
                        .fault())
                .isEmpty();
    }

    @Test
    void anEntryOutOfPlaceIsNamedBeforeAGapThatFollowsFromIt() {
        SampleJournal journal =
                SampleJournal.empty().saved(A, "1").saved(A, "2").saved(B, "1");
        List<FeedEntry> fed = journal.entries();
        assertFault(
                List.of(fed.get(2), fed.get(1), fed.get(0)),
                "reordered 1/3/submission/second/1: Entry 1 of submission/second in line 1 stands at another place than its"
                        + " position 3 and 2 next to it say.");
    }

    @Test
    void aGapIsNamedBeforeAPositionThatIsOutOfPlaceLater() {
        List<Entry> a = chain(A, 3);
        List<FeedEntry> fed =
                List.of(new FeedEntry(1, a.get(0)), new FeedEntry(2, chain(B, 1).get(0)), new FeedEntry(1, a.get(2)));
        assertThat(fault(fed).code()).isEqualTo(Fault.Code.REMOVED);
    }

    private static void assertPositions(long[] positions, int wrong) {
        List<Entry> a = chain(A, positions.length);
        List<FeedEntry> fed = new ArrayList<>();
        for (int at = 0; at < positions.length; at++) {
            fed.add(new FeedEntry(positions[at], a.get(at)));
        }
        Fault fault = fault(fed);
        assertThat(fault.code()).isEqualTo(Fault.Code.REORDERED);
        assertThat(fault.line()).as(Arrays.toString(positions)).isEqualTo(wrong);
        assertThat(fault.sequence()).isEqualTo(wrong);
        assertThat(fault.position()).isEqualTo(positions[wrong - 1]);
    }

    /** Compares code, line, position, chain, sequence and sentence at once. */
    private static void assertFault(List<FeedEntry> journal, String expected) {
        Fault fault = fault(journal);
        assertThat("%s %d/%d/%s/%d: %s"
                        .formatted(
                                fault.code().code(),
                                fault.line(),
                                fault.position(),
                                fault.chain(),
                                fault.sequence(),
                                fault.sentence()))
                .isEqualTo(expected);
    }

    private static Fault fault(List<FeedEntry> journal) {
        return verify(journal).fault().orElseThrow(() -> new AssertionError("Nothing was found"));
    }

    private static Verification verify(List<FeedEntry> journal) {
        return new JournalVerifier().verify(journal.stream().map(EntryCodec::line));
    }

    /** The first entries of a chain that saves one draft after the other. */
    private static List<Entry> chain(ChainId chain, int length) {
        SampleJournal journal = SampleJournal.empty();
        for (int number = 1; number <= length; number++) {
            journal.saved(chain, "" + number);
        }
        return journal.entries().stream().map(FeedEntry::entry).toList();
    }

    private static List<FeedEntry> entries(Entry... entries) {
        return fed(List.of(entries));
    }

    /** At the positions 1, 2, 3. */
    private static List<FeedEntry> fed(List<Entry> entries) {
        List<FeedEntry> fed = new ArrayList<>();
        entries.forEach(entry -> fed.add(new FeedEntry(fed.size() + 1L, entry)));
        return fed;
    }

    private static List<FeedEntry> with(SampleJournal journal, int at, Entry... more) {
        List<Entry> entries = plain(journal.entries());
        entries.addAll(at, List.of(more));
        return fed(entries);
    }

    private static List<FeedEntry> without(SampleJournal journal, int line) {
        return without(journal.entries(), line);
    }

    private static List<FeedEntry> without(List<FeedEntry> journal, int line) {
        List<Entry> entries = plain(journal);
        entries.remove(line - 1);
        return fed(entries);
    }

    private static List<FeedEntry> replacing(SampleJournal journal, int at, Entry other) {
        return replacing(journal.entries(), at, other);
    }

    private static List<FeedEntry> replacing(List<FeedEntry> journal, int at, Entry other) {
        List<Entry> entries = plain(journal);
        entries.set(at, other);
        return fed(entries);
    }

    /** With new positions, as somebody does who doesn't want to be caught. */
    private static List<FeedEntry> moved(SampleJournal journal, int from, int to) {
        List<Entry> entries = plain(journal.entries());
        entries.add(to - 1, entries.remove(from - 1));
        return fed(entries);
    }

    private static List<Entry> plain(List<FeedEntry> journal) {
        return new ArrayList<>(journal.stream().map(FeedEntry::entry).toList());
    }

    private static Entry forgedFirst(SampleJournal journal) {
        Entry first = journal.entries().get(0).entry();
        return sealed(saved("forged", first), 1, first.previous());
    }

    private static Entry saved(String content, Entry entry) {
        return with(entry, new SubmissionEvent.DraftSaved(SampleJournal.digest(content)));
    }

    private static Entry pinning(Entry checkpoint, ChainHead... heads) {
        return SampleJournal.sealed(with(checkpoint, new Checkpoint(1, heads(heads))));
    }

    private static Entry with(Entry entry, HubEvent event) {
        return new Entry(
                entry.chain(),
                entry.sequence(),
                entry.at(),
                entry.actor(),
                entry.behalf(),
                event,
                entry.previous(),
                entry.hash());
    }

    private static Entry sealed(Entry entry, long sequence, Sha256 previous) {
        return SampleJournal.sealed(new Entry(
                entry.chain(),
                sequence,
                entry.at(),
                entry.actor(),
                entry.behalf(),
                entry.event(),
                previous,
                entry.hash()));
    }

    private static SortedMap<ChainId, ChainHead> heads(ChainHead... heads) {
        SortedMap<ChainId, ChainHead> all = new TreeMap<>();
        List.of(heads).forEach(head -> all.put(head.chain(), head));
        return all;
    }
}
