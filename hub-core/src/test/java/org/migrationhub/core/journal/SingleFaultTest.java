package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.SubmissionEvent;

/**
 * A journal with one fault at every place where it can be: each is found, and the first entry that it touches is named. The
 * few that can't be found, all of them after the last checkpoint, are listed.
 */
class SingleFaultTest {

    private static final SampleJournal JOURNAL = SampleJournal.empty().filled();
    private static final SampleJournal ROOMY = SampleJournal.roomy().filled();
    private static final int LAST_CHECKPOINT = 36;

    static List<Integer> lines() {
        return IntStream.rangeClosed(1, JOURNAL.lines().size()).boxed().toList();
    }

    @Test
    void nothingIsWrongWithTheJournalItself() {
        assertThat(JOURNAL.lines()).hasSize(38);
        assertThat(verify(JOURNAL.lines()))
                .isEqualTo(verify(ROOMY.lines()).map(fault -> null))
                .isEmpty();
    }

    @Test
    void everyByteCounts() throws IOException {
        byte[] bytes = String.join("\n", SampleJournal.empty().brief().lines()).getBytes(StandardCharsets.UTF_8);
        int line = 1;
        for (int at = 0; at < bytes.length; at++) {
            Fault fault = flipped(bytes, at, 1 << at % 8);
            assertThat(fault.line()).as("byte " + at + ": " + fault).isEqualTo(line);
            assertThat(fault.code()).isIn(Fault.Code.MALFORMED, Fault.Code.ALTERED, Fault.Code.REORDERED);
            line += bytes[at] == '\n' ? 1 : 0;
        }
    }

    @Test
    void aByteChangedToAnyOtherIsFound() throws IOException {
        byte[] bytes = String.join("\n", JOURNAL.lines()).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(19);
        for (int round = 0; round < 500; round++) {
            int at = random.nextInt(bytes.length);
            Fault fault = flipped(bytes, at, 1 + random.nextInt(255));
            assertThat(fault.line()).as("byte " + at + ": " + fault).isEqualTo(lineOf(bytes, at));
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aFieldThatIsAlteredIsNamed(int line) {
        FeedEntry fed = JOURNAL.entries().get(line - 1);
        for (Map<String, Object> altered : alterations(fed)) {
            Fault fault = found(replaced(line, altered));
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.code()).isIn(Fault.Code.ALTERED, Fault.Code.MALFORMED);
            assertThat(fault.position()).isEqualTo(fed.position());
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aFieldThatIsAddedOrLeftOutIsNamed(int line) {
        FeedEntry fed = JOURNAL.entries().get(line - 1);
        for (String field : tree(fed).keySet()) {
            Map<String, Object> less = new TreeMap<>(tree(fed));
            less.remove(field);
            Fault fault = found(replaced(line, less));
            assertThat(fault.code()).isEqualTo(Fault.Code.MALFORMED);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.sentence())
                    .isEqualTo("Line " + line + " is no entry of a journal: " + field + ": this field is missing.");
        }
    }

    /** Whoever alters an entry will not forget its hash. */
    @ParameterizedTest
    @MethodSource("lines")
    void anEntryAlteredTogetherWithItsHashIsNamedWhereSomethingLaterTells(int line) {
        FeedEntry fed = JOURNAL.entries().get(line - 1);
        Entry entry = fed.entry();
        Entry altered = SampleJournal.sealed(new Entry(
                entry.chain(),
                entry.sequence(),
                entry.at().plus(Duration.ofSeconds(1)),
                entry.actor(),
                entry.behalf(),
                entry.event(),
                entry.previous(),
                entry.hash()));
        Optional<Fault> fault = verify(replaced(line, tree(new FeedEntry(fed.position(), altered))));
        if (line >= LAST_CHECKPOINT) {
            assertThat(fault).isEmpty();
        } else {
            assertNames(fault, line, entry);
            assertThat(fault.map(Fault::code)).contains(codeOfSealed(line));
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anEntryThatIsRemovedIsNamed(int line) {
        Entry removed = JOURNAL.entries().get(line - 1).entry();
        List<String> lines = new ArrayList<>(JOURNAL.lines());
        lines.remove(line - 1);
        Optional<Fault> fault = verify(lines);
        if (line >= LAST_CHECKPOINT) {
            assertThat(fault).isEmpty();
        } else {
            assertThat(fault.map(Fault::code)).contains(Fault.Code.REMOVED);
            assertThat(fault.map(Fault::chain)).contains(removed.chain());
            assertThat(fault.map(Fault::sequence)).contains(removed.sequence());
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void ofTwoEntriesThatChangePlacesTheFirstIsNamed(int first) {
        for (int second = first + 1; second <= JOURNAL.lines().size(); second++) {
            List<String> lines = new ArrayList<>(JOURNAL.lines());
            Collections.swap(lines, first - 1, second - 1);
            Fault fault = found(lines);
            assertThat(fault.code()).isEqualTo(Fault.Code.REORDERED);
            assertThat(fault.line()).as(fault.sentence()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anEntryThatIsMovedIsNamed(int from) {
        for (int to = 1 + from % 3; to <= JOURNAL.lines().size(); to += 3) {
            if (Math.abs(to - from) > 1) { // otherwise they change places
                List<String> lines = new ArrayList<>(JOURNAL.lines());
                lines.add(to - 1, lines.remove(from - 1));
                Fault fault = found(lines);
                Entry moved = JOURNAL.entries().get(from - 1).entry();
                assertThat(fault.code()).isEqualTo(Fault.Code.REORDERED);
                assertThat(fault.chain()).as(fault.sentence()).isEqualTo(moved.chain());
                assertThat(fault.sequence()).as(fault.sentence()).isEqualTo(moved.sequence());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anEntryThatIsDuplicatedIsNamed(int line) {
        for (int to = line % 2; to <= JOURNAL.lines().size(); to += 2) {
            List<String> lines = new ArrayList<>(JOURNAL.lines());
            lines.add(to, lines.get(line - 1));
            Fault fault = found(lines);
            boolean isBeforeItself = to < line - 1;
            assertThat(fault.line()).as(fault.sentence()).isEqualTo(to == line - 1 ? to + 2 : to + 1);
            assertThat(fault.code())
                    .isIn(Fault.Code.DUPLICATED, isBeforeItself ? Fault.Code.REORDERED : Fault.Code.DUPLICATED);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aForgedEntryThatLinksToNothingIsNamed(int before) {
        for (ChainId chain : chains()) {
            ChainHead head = headBefore(before, chain);
            Optional<Fault> fault = forged(before, chain, head.sequence() + 1, SampleJournal.sha("nothing"));
            if (before <= LAST_CHECKPOINT || hasEntryFrom(before, chain)) {
                assertInserted(fault, before);
            } else {
                assertThat(fault.map(Fault::code)).isNotEmpty().get().isIn(Fault.Code.ALTERED, Fault.Code.UNLINKED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aForgedEntryWithANumberThatIsTooHighIsNamed(int before) {
        for (ChainId chain : chains()) {
            ChainHead head = headBefore(before, chain);
            Optional<Fault> fault = forged(before, chain, head.sequence() + 3, SampleJournal.sha("nothing"));
            if (before <= LAST_CHECKPOINT || hasEntryFrom(before, chain)) {
                assertInserted(fault, before);
            } else {
                assertThat(fault.map(Fault::code)).contains(Fault.Code.REMOVED);
                assertThat(fault.map(Fault::line)).contains((long) before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aForgedEntryWithANumberThatIsTakenIsNamed(int before) {
        for (ChainId chain : chains()) {
            for (long number = 1; number <= headBefore(before, chain).sequence(); number++) {
                assertInserted(forged(before, chain, number, SampleJournal.sha("nothing")), before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aForgedEntryThatLinksToTheHeadWithAnotherNumberIsNamed(int before) {
        for (ChainId chain : chains()) {
            ChainHead head = headBefore(before, chain);
            Optional<Fault> fault = forged(before, chain, head.sequence() + 2, head.hash());
            assertThat(fault.map(Fault::code)).contains(Fault.Code.ALTERED);
            assertThat(fault.map(Fault::line)).contains((long) before);
        }
    }

    /** Nobody can tell a well-made forgery from an entry until the chain or a checkpoint goes on without it. */
    @ParameterizedTest
    @MethodSource("lines")
    void aForgedEntryThatLinksWellIsFoundWhereTheChainOrACheckpointGoesOn(int before) {
        for (ChainId chain : chains()) {
            ChainHead head = headBefore(before, chain);
            Optional<Fault> fault = forged(before, chain, head.sequence() + 1, head.hash());
            if (before < LAST_CHECKPOINT && !chain.equals(ChainId.CHECKPOINTS)) {
                assertInserted(fault, before);
            } else {
                assertThat(fault.map(Fault::code))
                        .isEqualTo(hasEntryFrom(before, chain) ? Optional.of(Fault.Code.INSERTED) : Optional.empty());
            }
        }
    }

    @Test
    void aJournalCutOffIsFoundByTheCheckpointThatWasKept() {
        Sha256 kept = JOURNAL.head(ChainId.CHECKPOINTS).hash();
        JournalVerifier verifier = new JournalVerifier().expecting(kept);
        for (int length = 0; length <= JOURNAL.lines().size(); length++) {
            Optional<Fault> fault =
                    verifier.verify(JOURNAL.lines().stream().limit(length)).fault();
            if (length >= LAST_CHECKPOINT) {
                assertThat(fault).isEmpty();
            } else {
                assertThat(fault.map(Fault::code)).contains(Fault.Code.TRUNCATED);
                assertThat(fault.map(Fault::line)).contains(length + 1L);
                assertThat(fault.map(Fault::chain)).contains(ChainId.CHECKPOINTS);
            }
            assertThat(verify(JOURNAL.lines().subList(0, length))).isEmpty();
        }
    }

    /** The one with the means to rewrite everything is caught only by what was kept elsewhere. */
    @Test
    void aJournalThatWasRewrittenFromAnEntryOnIsFoundByTheCheckpointThatWasKept() {
        Sha256 kept = JOURNAL.head(ChainId.CHECKPOINTS).hash();
        SampleJournal rewritten = SampleJournal.empty();
        JOURNAL.entries().forEach(fed -> {
            if (fed.entry().event() instanceof Checkpoint) {
                rewritten.checkpoint();
            } else if (fed.position() != 20) {
                rewritten.add(fed.entry().chain(), fed.entry().event());
            } else {
                rewritten.saved(SampleJournal.SECOND, "forged");
            }
        });
        assertThat(verify(rewritten.lines())).isEmpty();
        Optional<Fault> fault = new JournalVerifier()
                .expecting(kept)
                .verify(rewritten.lines().stream())
                .fault();
        assertThat(fault.map(Fault::code)).contains(Fault.Code.TRUNCATED);
        assertThat(fault.map(Fault::sequence)).contains(5L);
        assertThat(fault.map(Fault::sentence))
                .contains("The checkpoint " + kept + " isn't there: the journal was cut off, or it is another one.");
    }

    private static Fault.Code codeOfSealed(int line) {
        return switch (line) {
            case 27 -> Fault.Code.UNLINKED; // the last checkpoint links to another: nothing vouches for the last
            case 35 -> Fault.Code.CHECKPOINT_MISMATCH; // the last checkpoint pins another
            default -> Fault.Code.ALTERED;
        };
    }

    private static Fault flipped(byte[] bytes, int at, int bits) throws IOException {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) bits;
        return new JournalVerifier()
                .verify(new ByteArrayInputStream(changed))
                .fault()
                .orElseThrow(() -> new AssertionError("Not found: byte " + at));
    }

    private static int lineOf(byte[] bytes, int at) {
        return (int) IntStream.range(0, at)
                        .filter(before -> bytes[before] == '\n')
                        .count()
                + 1;
    }

    /** Each field of the entry, and each of its event, with another value of the same kind. */
    private static List<Map<String, Object>> alterations(FeedEntry fed) {
        List<Map<String, Object>> all = new ArrayList<>();
        Map<String, Object> tree = tree(fed);
        for (String field : tree.keySet()) {
            if (!field.equals("position") && !(tree.get(field) instanceof Map)) {
                all.add(with(tree, field, altered(tree.get(field))));
            }
        }
        for (String object : List.of("event", "actor")) {
            Map<String, Object> inner = new TreeMap<>();
            ((Map<?, ?>) tree.get(object)).forEach((field, value) -> inner.put((String) field, value));
            inner.keySet().forEach(field -> all.add(with(tree, object, with(inner, field, altered(inner.get(field))))));
        }
        return all;
    }

    private static Object altered(Object value) {
        if (value instanceof Number number) {
            return number.longValue() + 1;
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof String text) {
            char last = text.charAt(text.length() - 1);
            return text.substring(0, text.length() - 1) + (last == '0' ? '1' : last == 'Z' ? 'Y' : '0');
        }
        return value instanceof List<?> list && list.isEmpty() ? List.of("x") : List.of();
    }

    private static Map<String, Object> with(Map<String, Object> tree, String field, Object value) {
        Map<String, Object> other = new TreeMap<>(tree);
        other.put(field, value);
        return other;
    }

    private static Map<String, Object> tree(FeedEntry fed) {
        return CanonicalJson.parseObject(EntryCodec.line(fed).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> replaced(int line, Map<String, Object> tree) {
        List<String> lines = new ArrayList<>(JOURNAL.lines());
        lines.set(line - 1, new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8));
        return lines;
    }

    private static Set<ChainId> chains() {
        return Set.of(
                ChainId.CHECKPOINTS,
                SampleJournal.FIRST,
                SampleJournal.SECOND,
                SampleJournal.ORGANISATION, // only one entry
                SampleJournal.person(1), // nothing after the first checkpoint
                SampleJournal.person(4),
                ChainId.of(new PersonId("nobody"))); // none at all
    }

    private static ChainHead headBefore(int line, ChainId chain) {
        return ROOMY.entries().subList(0, line - 1).stream()
                .map(FeedEntry::entry)
                .filter(entry -> entry.chain().equals(chain))
                .map(Entry::head)
                .reduce(ChainHead.empty(chain), (former, later) -> later);
    }

    private static boolean hasEntryFrom(int line, ChainId chain) {
        return ROOMY.entries().subList(line - 1, ROOMY.entries().size()).stream()
                .anyMatch(fed -> fed.entry().chain().equals(chain));
    }

    /** A journal with a forged entry, its hash right, at a position between two others. */
    private static Optional<Fault> forged(int before, ChainId chain, long sequence, Sha256 previous) {
        Entry unsealed = new Entry(
                chain, sequence, SampleJournal.BEGIN, Actor.visitor(), null, forgedEvent(chain), previous, previous);
        List<String> lines = new ArrayList<>(ROOMY.lines());
        lines.add(before - 1, EntryCodec.line(new FeedEntry(before * 10L - 5, SampleJournal.sealed(unsealed))));
        return verify(lines);
    }

    private static HubEvent forgedEvent(ChainId chain) {
        return switch (chain.value().split("/", 2)[0]) {
            case "person" -> new PersonEvent.ProfileChanged();
            case "submission" -> new SubmissionEvent.DraftSaved(SampleJournal.digest("forged"));
            case "organisation" ->
                new OrganisationEvent.Recorded(new Organisation(
                        new OrganisationId(chain.value().split("/", 2)[1]), "F", new TreeSet<>(), Sector.UN, null));
            default -> new Checkpoint(1_000, new TreeMap<>());
        };
    }

    private static void assertInserted(Optional<Fault> fault, int line) {
        assertThat(fault.map(Fault::code)).contains(Fault.Code.INSERTED);
        assertThat(fault.map(Fault::line)).as("%s", fault).contains((long) line);
    }

    private static void assertNames(Optional<Fault> fault, int line, Entry entry) {
        assertThat(fault.map(Fault::line)).contains((long) line);
        assertThat(fault.map(Fault::chain)).contains(entry.chain());
        assertThat(fault.map(Fault::sequence)).contains(entry.sequence());
    }

    private static Fault found(List<String> lines) {
        return verify(lines).orElseThrow(() -> new AssertionError("Nothing was found"));
    }

    private static Optional<Fault> verify(List<String> lines) {
        return new JournalVerifier().verify(lines.iterator()).fault();
    }
}
