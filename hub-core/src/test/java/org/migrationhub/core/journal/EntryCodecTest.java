package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
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

class EntryCodecTest {

    private static final ChainId PERSON = ChainId.of(new PersonId("p-1"));
    private static final Entry ENTRY = Entry.next(
                    ChainHead.empty(PERSON),
                    Actor.of(new PersonId("p-2"), Role.SECRETARIAT, Role.REVIEWER),
                    SampleJournal.BEGIN,
                    List.of(new PersonEvent.Registered()))
            .get(0);

    /** The hash was computed with another program. */
    private static final String LINE = "{\"actor\":{\"person\":\"p-2\",\"roles\":[\"reviewer\",\"secretariat\","
            + "\"visitor\"]},\"at\":\"2026-01-02T03:04:05.678901Z\",\"chain\":\"person/p-1\",\"event\":{\"type\":"
            + "\"person-registered\"},\"format\":\"migration-hub-journal/1\",\"hash\":\"54b2eaae66a19283821fb99035cd21ed302d64bee1c39888bc446e136adedfd1\""
            + ",\"position\":7,\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\","
            + "\"sequence\":1}";

    /** This hash, too. */
    private static final String LINE_ON_BEHALF =
            "{\"actor\":{\"person\":\"p-2\",\"roles\":[\"secretariat\",\"visitor\"]}"
                    + ",\"at\":\"2026-01-02T03:04:05.678901Z\",\"behalf\":\"p-1\",\"chain\":\"submission/s-1\",\"event\":{\"type\":"
                    + "\"withdrawn\"},\"format\":\"migration-hub-journal/1\",\"hash\":\"46b6c0331c5aee505846d64fd214938c50cf3aa63c8e4d5b50528fae6675607a\""
                    + ",\"position\":7,\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\","
                    + "\"sequence\":1}";

    private static final List<Object> STRANGE = List.of(
            "",
            "\u0000",
            "x".repeat(100),
            "en-",
            "9999-12-31T23:59:59.999999Z",
            "0000-01-01T00:00:00.000000Z",
            "2026-02-30T00:00:00.000000Z",
            "checkpoint",
            "administrator",
            0L,
            -1L,
            1L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            true,
            false,
            List.of(),
            List.of(List.of()),
            List.of("", "", 7L),
            Map.of(),
            Map.of("", Map.of()),
            Map.of("checkpoints", Map.of("sequence", 1L, "hash", "0".repeat(64))));

    static List<Class<?>> classes() {
        return RandomEvents.classes();
    }

    @Test
    void anEntryIsOneLineOfCanonicalJson() {
        assertThat(EntryCodec.line(new FeedEntry(7, ENTRY))).isEqualTo(LINE);
    }

    @Test
    void aLineIsReadAgain() {
        assertThat(EntryCodec.read(LINE)).isEqualTo(new FeedEntry(7, ENTRY));
    }

    @Test
    void thePositionIsNoPartOfTheHash() {
        FeedEntry moved = EntryCodec.read(LINE.replace("\"position\":7", "\"position\":8"));
        assertThat(moved).isEqualTo(new FeedEntry(8, ENTRY));
        assertThat(moved.entry().isIntact()).isTrue();
    }

    @Test
    void onWhoseBehalfItWasDoneIsWrittenAndHashedOnlyIfItWas() {
        ChainId chain = new ChainId("submission/s-1");
        Entry entry = Entry.next(
                        ChainHead.empty(chain),
                        Actor.secretariat(new PersonId("p-2")),
                        new PersonId("p-1"),
                        SampleJournal.BEGIN,
                        List.of(new SubmissionEvent.Withdrawn(null)))
                .get(0);
        assertThat(EntryCodec.line(new FeedEntry(7, entry))).isEqualTo(LINE_ON_BEHALF);
        assertThat(EntryCodec.read(LINE_ON_BEHALF).entry()).isEqualTo(entry);
        assertThat(entry.isIntact()).isTrue();
        assertThat(LINE).doesNotContain("behalf");
        assertThat(EntryCodec.read(LINE).entry().behalf()).isNull();
        assertThat(EntryCodec.read(LINE_ON_BEHALF.replace("\"p-1\"", "\"p-3\""))
                        .entry()
                        .isIntact())
                .isFalse();
    }

    @Test
    void theHashIsNoPartOfItself() {
        Entry other = new Entry(
                ENTRY.chain(),
                1,
                ENTRY.at(),
                ENTRY.actor(),
                null,
                ENTRY.event(),
                ENTRY.previous(),
                SampleJournal.sha("x"));
        assertThat(EntryCodec.hash(other)).isEqualTo(ENTRY.hash());
        assertThat(other.isIntact()).isFalse();
        assertThat(EntryCodec.read(EntryCodec.line(new FeedEntry(1, other))).entry())
                .isEqualTo(other);
    }

    @Test
    void everythingElseIsPartOfTheHash() {
        for (String field : List.of("actor", "at", "chain", "event", "format", "previous", "sequence")) {
            Map<String, Object> tree = new TreeMap<>(EntryCodec.tree(ENTRY));
            tree.remove("hash");
            assertThat(Sha256.of(CanonicalJson.bytes(tree))).isEqualTo(ENTRY.hash());
            tree.put(field, "other");
            assertThat(Sha256.of(CanonicalJson.bytes(tree))).as(field).isNotEqualTo(ENTRY.hash());
        }
        assertThat(EntryCodec.tree(ENTRY))
                .hasSize(8)
                .containsEntry("hash", ENTRY.hash().hex());
    }

    @ParameterizedTest
    @MethodSource("classes")
    void entriesOfEveryKindComeBackFromTreesAndLines(Class<?> type) {
        RandomEvents random = RandomEvents.seeded(7);
        for (int round = 0; round < 20; round++) {
            HubEvent event = random.event(type);
            ChainHead head = new ChainHead(RandomEvents.chain(event), round, SampleJournal.sha("" + round));
            Entry entry = Entry.next(head, Actor.visitor(), SampleJournal.BEGIN, List.of(event))
                    .get(0);
            assertThat(EntryCodec.entry(EntryCodec.tree(entry))).isEqualTo(entry);
            FeedEntry read = EntryCodec.read(EntryCodec.line(new FeedEntry(1, entry)));
            assertThat(read.entry()).isEqualTo(entry);
            assertThat(read.entry().isIntact()).isTrue();
        }
    }

    @Test
    void aVisitorHasNoPerson() {
        Entry entry = Entry.next(
                        ChainHead.empty(PERSON),
                        Actor.visitor(),
                        SampleJournal.BEGIN,
                        List.of(new PersonEvent.Erased()))
                .get(0);
        assertThat(EntryCodec.tree(entry)).containsEntry("actor", Map.of("roles", List.of("visitor")));
        assertThat(EntryCodec.entry(EntryCodec.tree(entry))).isEqualTo(entry);
    }

    @Test
    void treesMayHaveTheirFieldsAndSetsInAnyOrder() {
        Map<String, Object> tree = new LinkedHashMap<>();
        new TreeMap<>(EntryCodec.tree(ENTRY)).descendingMap().forEach(tree::put);
        tree.put("actor", Map.of("person", "p-2", "roles", List.of("visitor", "secretariat", "reviewer")));
        assertThat(EntryCodec.entry(tree)).isEqualTo(ENTRY);
    }

    @Test
    void treesCantBeChanged() {
        Map<String, Object> tree = EntryCodec.tree(ENTRY);
        assertThatThrownBy(() -> tree.put("position", 1L)).isInstanceOf(UnsupportedOperationException.class);
        Map<?, ?> event = (Map<?, ?>) tree.get("event");
        assertThatThrownBy(event::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    /** Two texts may be the same to Unicode and yet sort differently before they are normalised. */
    @Test
    void theHashDoesNotDependOnTheNormalisationOfTexts() {
        Entry decomposed = recorded("Cafe\u0301\r\nB", "e\u0301a", "zebra", "e\u0301a\r");
        Entry composed = recorded("Caf\u00e9\nB", "\u00e9a", "zebra", "\u00e9a\n");
        assertThat(decomposed.hash()).isEqualTo(composed.hash());
        assertThat(EntryCodec.tree(decomposed)).isEqualTo(EntryCodec.tree(composed));
        assertThat(CanonicalJson.verbatim(EntryCodec.tree(decomposed)))
                .isEqualTo(CanonicalJson.bytes(EntryCodec.tree(composed)));
        Entry read =
                EntryCodec.read(EntryCodec.line(new FeedEntry(1, decomposed))).entry();
        assertThat(read).isEqualTo(composed);
        assertThat(read.isIntact()).isTrue();
    }

    @Test
    void aliasesThatBecomeTheSameAreOne() {
        assertThat(EntryCodec.tree(recorded("x", "\u00e9", "e\u0301")).toString())
                .contains("aliases=[\u00e9]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"position\":7     | \"position\":0      | The first position of a journal is 1 or more, not 0",
                "\"position\":7     | \"position\":\"7\"  | position: a whole number was expected",
                "\"sequence\":1     | \"sequence\":0      | The first entry of a chain is number 1, not 0",
                "\"sequence\":1     | \"sequence\":1.0    | JSON refused at offset",
                "\"sequence\":1     | \"sequence\":01     | JSON refused at offset",
                "\"sequence\":1     | \"sequence\":1,\"x\":1 | x: there is no such field",
                "\"sequence\":1}    | \"sequence\":1      | JSON refused at offset",
                "\"sequence\":1}    | \"sequence\":1}}    | JSON refused at offset",
                "\"sequence\":1}    | \"sequence\": 1}    | entry: this is not its canonical form",
                "\"chain\":         | \"chain2\":         | chain: this field is missing",
                "journal/1          | journal/2           | format: \"migration-hub-journal/1\" was expected, not \"migration-hub-journal/2\"",
                "person/p-1         | person/             | chain: Not a chain's name: \"person/\"",
                "person/p-1         | submission/p-1      | The chain submission/p-1 holds no Registered",
                "678901Z            | 678901+00:00        | at: An instant of the journal is written as 2026-01-02T03:04:05.678901Z, unlike \"2026-01-02T03:04:05.678901+00:00\"",
                "678901Z            | 67890Z              | at: An instant of the journal is written as",
                "2026-01-02         | 2026-02-30          | at: An instant of the journal is written as",
                "secretariat        | president           | actor.roles: this code is not known: \"president\"",
                "[\"reviewer\",     | [\"reviewer\",\"reviewer\", | entry: this is not its canonical form",
                ",\"visitor\"]      | ]                   | entry: this is not its canonical form",
                "[\"reviewer\",\"secretariat\" | [\"secretariat\",\"reviewer\" | entry: this is not its canonical form",
                "[\"reviewer\"      | [5                  | actor.roles: a text was expected",
                "\"roles\":[        | \"rules\":[         | actor.roles: this field is missing",
                "p-2                | Amina Diallo        | actor.person: not the id of a person: \"Amina Diallo\"",
                "person-registered  | person-promoted     | event.type: this code is not known: \"person-promoted\"",
                "person-registered\"| person-registered\",\"name\":\"x\" | event.name: there is no such field",
                "\"previous\":\"00  | \"previous\":\"0    | previous: not a SHA-256",
                "\"event\":{\"type\":\"person-registered\"} | \"event\":[] | event: an object was expected",
            })
    void aLineThatIsNotExactlyAnEntryIsRefused(String part, String other, String message) {
        String line = LINE.replace(part, other);
        assertThat(line).isNotEqualTo(LINE);
        assertThatThrownBy(() -> EntryCodec.read(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    /** Whatever somebody puts into a journal, the verifier has to go on: nothing but this exception may come of it. */
    @ParameterizedTest
    @MethodSource("classes")
    void aTreeWithOtherValuesIsReadOrRefusedButNeverFailsOtherwise(Class<?> type) {
        Random random = new Random(type.getName().hashCode());
        HubEvent event = RandomEvents.full(5).event(type);
        ChainHead head = ChainHead.empty(RandomEvents.chain(event));
        Entry entry = Entry.next(head, Actor.visitor(), SampleJournal.BEGIN, List.of(event))
                .get(0);
        int refused = 0;
        for (int round = 0; round < 500; round++) {
            Map<String, Object> tree = new TreeMap<>();
            EntryCodec.tree(entry).forEach((field, value) -> tree.put(field, disturbed(value, random)));
            try {
                assertThat(EntryCodec.tree(EntryCodec.entry(tree))).isNotNull();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageNotContaining("null");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static Object disturbed(Object value, Random random) {
        if (random.nextInt(12) == 0) {
            return STRANGE.get(random.nextInt(STRANGE.size()));
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> other = new LinkedHashMap<>();
            map.forEach((field, inner) -> other.put(field, disturbed(inner, random)));
            return other;
        }
        return value instanceof List<?> list
                ? list.stream().map(inner -> disturbed(inner, random)).toList()
                : value;
    }

    @Test
    void aLineOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> EntryCodec.read("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryCodec.read("[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryCodec.read(LINE + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry: this is not its canonical form");
    }

    private static Entry recorded(String name, String... aliases) {
        Organisation organisation =
                new Organisation(new OrganisationId("o"), name, new TreeSet<>(List.of(aliases)), Sector.UN, null);
        return Entry.next(
                        ChainHead.empty(ChainId.of(organisation.id())),
                        Actor.visitor(),
                        SampleJournal.BEGIN,
                        List.of(new OrganisationEvent.Recorded(organisation)))
                .get(0);
    }
}
