package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.EligibilityRule;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.PolicyRef;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.VerdictOutcome;

class JournalVerifierTest {

    private static final JournalVerifier VERIFIER = new JournalVerifier();
    private static final JournalVerifier REPLAYING = VERIFIER.replaying(Policies.presets());

    @Test
    void aSoundJournalIsSummedUp() {
        SampleJournal journal = SampleJournal.empty().filled();
        Verification found = VERIFIER.verify(journal.lines().iterator());
        assertThat(found).isEqualTo(new Verification(38, 9, 2, journal.head(ChainId.CHECKPOINTS), 2, Optional.empty()));
        assertThat(found.checkpoints()).isEqualTo(4);
        assertThat(found.isSound()).isTrue();
    }

    @Test
    void aJournalUpToItsFirstFaultIsSummedUp() {
        List<String> lines = new ArrayList<>(SampleJournal.empty().filled().lines());
        lines.set(20, "{}");
        Verification found = VERIFIER.verify(lines.stream());
        assertThat(found.isSound()).isFalse();
        assertThat(found.entries()).isEqualTo(20);
        assertThat(found.chains()).isEqualTo(9);
        assertThat(found.checkpoints()).isEqualTo(2);
        assertThat(found.unpinned()).isEqualTo(1);
        assertThat(found.fault().map(Fault::line)).contains(21L);
    }

    @Test
    void anEmptyJournalIsSound() throws IOException {
        Verification nothing = new Verification(0, 0, 0, ChainHead.empty(ChainId.CHECKPOINTS), 0, Optional.empty());
        assertThat(VERIFIER.verify(Stream.of())).isEqualTo(nothing);
        assertThat(VERIFIER.verify(InputStream.nullInputStream())).isEqualTo(nothing);
        assertThat(REPLAYING.verify(Stream.of())).isEqualTo(nothing);
    }

    @Test
    void aJournalWithoutACheckpointIsSoundButNothingVouchesForIt() {
        Verification found = VERIFIER.verify(SampleJournal.empty().started(SampleJournal.FIRST, "a").lines().stream());
        assertThat(found.isSound()).isTrue();
        assertThat(found.checkpoints()).isZero();
        assertThat(found.unpinned()).isEqualTo(3);
    }

    @Test
    void readingStopsAtAFaultThatIsCertain() {
        List<String> lines = SampleJournal.empty().filled().lines();
        Iterator<String> rest = Stream.concat(Stream.of("{}"), lines.stream()).iterator();
        VERIFIER.verify(rest);
        assertThat(rest.next()).isEqualTo(lines.get(0));
        Iterator<String> duplicated =
                Stream.concat(Stream.of(lines.get(0)), lines.stream()).iterator();
        VERIFIER.verify(duplicated);
        assertThat(duplicated.next()).isEqualTo(lines.get(2));
    }

    @Test
    void bytesAreReadAsLines() throws IOException {
        SampleJournal journal = SampleJournal.empty().filled();
        Verification found = VERIFIER.verify(journal.lines().stream());
        String text = String.join("\n", journal.lines());
        assertThat(VERIFIER.verify(stream(text))).isEqualTo(found);
        assertThat(VERIFIER.verify(stream(text + "\n"))).isEqualTo(found);
        Fault fault = VERIFIER.verify(stream(text + "\n\n")).fault().orElseThrow();
        assertThat(fault.line()).isEqualTo(39);
        assertThat(fault.code()).isEqualTo(Fault.Code.MALFORMED);
        assertThat(VERIFIER.verify(stream(text.replace("\n", "\r\n"))).fault().map(Fault::sentence))
                .contains("Line 1 is no entry of a journal: entry: this is not its canonical form.");
    }

    @Test
    void whatIsNoUtf8IsMalformed() throws IOException {
        byte[] bytes = "{\"chain\":\"person/x\"}".getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xC0;
        Fault fault = VERIFIER.verify(new ByteArrayInputStream(bytes)).fault().orElseThrow();
        assertThat(fault)
                .isEqualTo(new Fault(
                        Fault.Code.MALFORMED, 1, 0, null, 0, "Line 1 is no entry of a journal: it is no UTF-8."));
    }

    @Test
    void aMalformedLineIsNamedAsFarAsItCanBeRead() {
        assertMalformed("{\"chain\":\"person/x\",\"position\":5,\"sequence\":3}", 5, new ChainId("person/x"), 3);
        assertMalformed("{\"chain\":\"persons/x\",\"position\":\"5\",\"sequence\":-1}", 0, null, 0);
        assertMalformed("{\"chain\":7,\"sequence\":1}", 0, null, 1);
        assertMalformed("{\"chain\":\"person/x\"", 0, null, 0);
        assertMalformed("", 0, null, 0);
    }

    @Test
    void halfASurrogatePairIsNotTakenForAQuestionMark() {
        SampleJournal journal = SampleJournal.empty().brief();
        String line = journal.lines().get(0);
        assertThat(line).contains("alias");
        assertMalformed(line.replace("alias", "\ud800"), 1, SampleJournal.ORGANISATION, 1);
    }

    @Test
    void aLineOfTheGreatestLengthIsRead() throws IOException {
        String longest = "x".repeat(JournalVerifier.LONGEST_LINE);
        String tooLong = "Line 1 is no entry of a journal: it is longer than 16777216 bytes.";
        for (String text : List.of(longest, longest + "\n{}")) {
            assertThat(VERIFIER.verify(stream(text)).fault().map(Fault::sentence))
                    .isNotEmpty()
                    .get()
                    .isNotEqualTo(tooLong);
        }
        assertThat(VERIFIER.verify(Stream.of(longest))
                        .fault()
                        .map(Fault::sentence)
                        .orElseThrow())
                .isNotEqualTo(tooLong);
        for (String text : List.of(longest + "x", longest + "x\n{}", longest + longest)) {
            assertThat(VERIFIER.verify(stream(text)).fault().map(Fault::sentence))
                    .contains(tooLong);
        }
        assertThat(VERIFIER.verify(Stream.of(longest + "x")).fault().map(Fault::sentence))
                .contains(tooLong);
    }

    @Test
    void theLineAfterOneThatIsTooLongIsRead() throws IOException {
        String tooLong = "x".repeat(JournalVerifier.LONGEST_LINE + 1);
        JournalLines lines = new JournalLines(stream("a\n" + tooLong + "\nb\n"));
        assertThat(lines.next()).isEqualTo(new RawLine("a", ""));
        assertThat(lines.next()).isEqualTo(RawLine.tooLong());
        assertThat(lines.next()).isEqualTo(new RawLine("b", ""));
        assertThat(lines.next()).isNull();
    }

    @Test
    void linesAreReadHoweverTheBytesCome() throws IOException {
        String text = "one\n\nzwö\n" + "x".repeat(70_000) + "\nend";
        InputStream drops = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 3));
            }
        };
        for (InputStream in : List.of(drops, stream(text))) {
            JournalLines lines = new JournalLines(in);
            for (String line : List.of("one", "", "zwö", "x".repeat(70_000), "end")) {
                assertThat(lines.next()).isEqualTo(new RawLine(line, ""));
            }
            assertThat(lines.next()).isNull();
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void aFailureToReadIsNoFaultOfTheJournal() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> VERIFIER.verify(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    // --- a checkpoint that was kept

    @Test
    void anyCheckpointThatWasKeptMayBeAskedFor() {
        SampleJournal journal = SampleJournal.empty().filled();
        journal.entries().stream()
                .map(FeedEntry::entry)
                .filter(entry -> entry.chain().equals(ChainId.CHECKPOINTS))
                .forEach(kept -> assertThat(VERIFIER.expecting(kept.hash())
                                .verify(journal.lines().stream())
                                .fault())
                        .isEmpty());
    }

    @Test
    void onlyACheckpointVouchesForAJournal() {
        SampleJournal journal = SampleJournal.empty().filled();
        for (Sha256 hash : List.of(journal.head(SampleJournal.FIRST).hash(), SampleJournal.sha("other"))) {
            Optional<Fault> fault =
                    VERIFIER.expecting(hash).verify(journal.lines().stream()).fault();
            assertThat(fault)
                    .contains(new Fault(
                            Fault.Code.TRUNCATED,
                            39,
                            0,
                            ChainId.CHECKPOINTS,
                            5,
                            "The checkpoint " + hash + " isn't there: the journal was cut off, or it is another one."));
        }
    }

    @Test
    void aFaultIsNamedBeforeTheCheckpointThatIsMissed() {
        JournalVerifier verifier = VERIFIER.expecting(SampleJournal.sha("other"));
        assertThat(verifier.verify(Stream.of("{}")).fault().map(Fault::code)).contains(Fault.Code.MALFORMED);
        assertThat(verifier.replaying(Policies.presets())
                        .verify(Stream.of())
                        .fault()
                        .map(Fault::code))
                .contains(Fault.Code.TRUNCATED);
        assertThat(REPLAYING
                        .expecting(SampleJournal.sha("x"))
                        .verify(Stream.of())
                        .fault()
                        .map(Fault::line))
                .contains(1L);
    }

    @Test
    void linesThatCantBeReadTellNothingOfAnEarlierFault() {
        SampleJournal journal = SampleJournal.empty();
        List.of("1", "2", "3").forEach(content -> journal.saved(SampleJournal.FIRST, content));
        List<String> lines = new ArrayList<>(journal.lines());
        Collections.swap(lines, 1, 2);
        lines.add(2, "{}");
        lines.add(2, lines.get(3).replace("chain", "chains"));
        Entry broken = journal.entries().get(1).entry();
        lines.add(
                2,
                EntryCodec.line(new FeedEntry(
                        9,
                        new Entry(
                                broken.chain(),
                                2,
                                broken.at().plusSeconds(1),
                                broken.actor(),
                                broken.behalf(),
                                broken.event(),
                                broken.previous(),
                                broken.hash()))));
        Fault fault = VERIFIER.verify(lines.stream()).fault().orElseThrow();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.code()).isEqualTo(Fault.Code.REORDERED);
    }

    // --- replay

    @Test
    void submissionsThatFollowTheRulesAreReplayed() {
        assertThat(REPLAYING.verify(SampleJournal.empty().filled().lines().stream()))
                .isEqualTo(VERIFIER.verify(SampleJournal.empty().filled().lines().stream()));
    }

    @Test
    void aVerdictIsJudgedAgain() {
        SampleJournal journal = SampleJournal.empty().filled();
        SampleJournal forged = SampleJournal.empty();
        journal.entries().forEach(fed -> {
            if (fed.entry().event() instanceof SubmissionEvent.Reviewed reviewed && reviewed.seat() == 1) {
                forged.add(
                        SampleJournal.FIRST,
                        new SubmissionEvent.Reviewed(1, 1, reviewed.digest(), ReviewOutcome.DECLINE, reviewed.note()));
            } else if (fed.entry().event() instanceof Checkpoint) {
                forged.checkpoint();
            } else {
                forged.add(fed.entry().chain(), fed.entry().event());
            }
        });
        assertThat(VERIFIER.verify(forged.lines().stream()).fault()).isEmpty();
        Fault fault = REPLAYING.verify(forged.lines().stream()).fault().orElseThrow();
        assertThat(fault)
                .isEqualTo(new Fault(
                        Fault.Code.DOES_NOT_FOLLOW,
                        34,
                        34,
                        SampleJournal.FIRST,
                        11,
                        "Entry 11 of submission/first in line 34 doesn't follow: Event 11: Judged does not follow from what"
                                + " happened to first before."));
    }

    @Test
    void theFirstEventThatDoesNotFollowIsNamed() {
        for (int bad = 3; bad <= 9; bad++) {
            SampleJournal journal = SampleJournal.empty().started(SampleJournal.SECOND, "a");
            for (int number = 4; number <= 9; number++) {
                journal.add(
                        SampleJournal.SECOND,
                        number < bad
                                ? new SubmissionEvent.DraftSaved(SampleJournal.digest("" + number))
                                : new SubmissionEvent.SeatAccepted(1, 1));
            }
            Optional<Fault> fault = REPLAYING.verify(journal.lines().stream()).fault();
            assertThat(fault.map(Fault::sequence)).contains((long) Math.max(4, bad));
        }
    }

    @Test
    void ofSeveralSubmissionsThatDontFollowTheFirstInTheJournalIsNamed() {
        SampleJournal journal = SampleJournal.empty()
                .started(SampleJournal.SECOND, "a")
                .started(SampleJournal.FIRST, "a")
                .add(SampleJournal.FIRST, new SubmissionEvent.SeatAccepted(1, 1))
                .add(SampleJournal.SECOND, new SubmissionEvent.SeatAccepted(1, 1));
        assertThat(REPLAYING.verify(journal.lines().stream()).fault().map(Fault::line))
                .contains(7L);
        SampleJournal other = SampleJournal.empty()
                .started(SampleJournal.SECOND, "a")
                .started(SampleJournal.FIRST, "a")
                .add(SampleJournal.SECOND, new SubmissionEvent.SeatAccepted(1, 1))
                .add(SampleJournal.FIRST, new SubmissionEvent.SeatAccepted(1, 1));
        assertThat(REPLAYING.verify(other.lines().stream()).fault().map(Fault::chain))
                .contains(SampleJournal.SECOND);
    }

    @Test
    void aSubmissionThatDoesNotBeginWithItsStartDoesNotFollow() {
        SampleJournal journal =
                SampleJournal.empty().saved(SampleJournal.FIRST, "a").saved(SampleJournal.FIRST, "b");
        Fault fault = REPLAYING.verify(journal.lines().stream()).fault().orElseThrow();
        assertThat(fault.line()).isEqualTo(1);
        assertThat(fault.code()).isEqualTo(Fault.Code.DOES_NOT_FOLLOW);
    }

    @Test
    void aSubmissionUnderAnUnknownPolicyDoesNotFollow() {
        SubmissionEvent started = new SubmissionEvent.Started(
                Kind.RESOURCE, SampleJournal.SUBMITTER, new TreeSet<>(), new PolicyRef("agency", 1));
        SampleJournal journal = SampleJournal.empty().add(SampleJournal.FIRST, started);
        assertThat(REPLAYING.verify(journal.lines().stream()).fault().map(Fault::sentence))
                .contains("Entry 1 of submission/first in line 1 doesn't follow: Unknown policy agency/1 of first.");
        ReviewPolicy own = ReviewPolicy.named("agency", 1)
                .seats(3)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(3)
                .rules(EnumSet.allOf(EligibilityRule.class))
                .build();
        assertThat(VERIFIER.replaying(Policies.presets().with(own))
                        .verify(journal.lines().stream())
                        .fault())
                .isEmpty();
    }

    @Test
    void whatDoesNotFollowIsNamedBeforeALaterFaultAndAfterAnEarlierOne() {
        SampleJournal journal = SampleJournal.empty()
                .started(SampleJournal.FIRST, "a")
                .add(SampleJournal.FIRST, new SubmissionEvent.SeatAccepted(1, 1))
                .saved(SampleJournal.FIRST, "b");
        List<String> later = new ArrayList<>(journal.lines());
        later.set(4, "{}");
        assertThat(REPLAYING.verify(later.stream()).fault().map(Fault::code)).contains(Fault.Code.DOES_NOT_FOLLOW);
        assertThat(VERIFIER.verify(later.stream()).fault().map(Fault::line)).contains(5L);
        List<String> earlier = new ArrayList<>(journal.lines());
        earlier.set(3, "{}");
        assertThat(REPLAYING.verify(earlier.stream()).fault().map(Fault::code)).contains(Fault.Code.MALFORMED);
        List<String> same = new ArrayList<>(journal.lines());
        same.add(4, same.get(3));
        assertThat(REPLAYING.verify(same.stream()).fault().map(Fault::line)).contains(4L);
    }

    @Test
    void ofWhatDoesNotFollowAndAFaultInTheSameLineTheFaultIsNamed() {
        SampleJournal journal = SampleJournal.empty().started(SampleJournal.FIRST, "a");
        journal.add(
                SampleJournal.FIRST,
                new SubmissionEvent.Judged(
                        1,
                        ReviewPolicy.GCM_2022.ref(),
                        SampleJournal.digest("a"),
                        VerdictOutcome.APPROVED,
                        List.of(1)));
        journal.saved(SampleJournal.FIRST, "b");
        Entry last = journal.entries().get(4).entry();
        Entry unlinked = SampleJournal.sealed(new Entry(
                last.chain(),
                5,
                last.at(),
                last.actor(),
                last.behalf(),
                last.event(),
                SampleJournal.sha("x"),
                last.hash()));
        List<String> lines = new ArrayList<>(journal.lines());
        lines.set(4, EntryCodec.line(new FeedEntry(5, unlinked)));
        Fault fault = REPLAYING.verify(lines.stream()).fault().orElseThrow();
        assertThat(fault.line()).isEqualTo(4);
        assertThat(fault.code()).isEqualTo(Fault.Code.UNLINKED);
    }

    private static void assertMalformed(String line, long position, ChainId chain, long sequence) {
        Fault fault = VERIFIER.verify(Stream.of(line)).fault().orElseThrow();
        assertThat(fault.code()).isEqualTo(Fault.Code.MALFORMED);
        assertThat(fault.line()).isEqualTo(1);
        assertThat(fault.position()).isEqualTo(position);
        assertThat(fault.chain()).isEqualTo(chain);
        assertThat(fault.sequence()).isEqualTo(sequence);
        assertThat(fault.sentence())
                .startsWith("Line 1 is no entry of a journal: ")
                .endsWith(".");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
