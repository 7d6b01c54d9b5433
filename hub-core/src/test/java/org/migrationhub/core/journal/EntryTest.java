package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;

class EntryTest {

    private static final ChainId PERSON = ChainId.of(new PersonId("p"));
    private static final Actor ACTOR = Actor.secretariat(new PersonId("s"));
    private static final Instant AT = SampleJournal.BEGIN;

    @Test
    void theFirstEntryOfAChainLinksToZeros() {
        Entry entry = Entry.next(ChainHead.empty(PERSON), ACTOR, AT, List.of(new PersonEvent.Registered()))
                .get(0);
        assertThat(entry.chain()).isEqualTo(PERSON);
        assertThat(entry.sequence()).isEqualTo(1);
        assertThat(entry.at()).isEqualTo(AT);
        assertThat(entry.actor()).isEqualTo(ACTOR);
        assertThat(entry.event()).isEqualTo(new PersonEvent.Registered());
        assertThat(entry.previous()).isEqualTo(new Sha256("0".repeat(64)));
        assertThat(entry.isIntact()).isTrue();
    }

    @Test
    void theEventsOfOneActFollowOneAnother() {
        ChainHead head = new ChainHead(PERSON, 4, SampleJournal.sha("x"));
        List<Entry> entries =
                Entry.next(head, ACTOR, AT, List.of(new PersonEvent.ProfileChanged(), new PersonEvent.Erased()));
        assertThat(entries).extracting(Entry::sequence).containsExactly(5L, 6L);
        assertThat(entries.get(0).follows(head)).isTrue();
        assertThat(entries.get(1).follows(entries.get(0).head())).isTrue();
        assertThat(entries.get(1).head())
                .isEqualTo(new ChainHead(PERSON, 6, entries.get(1).hash()));
        assertThat(entries).allMatch(Entry::isIntact);
    }

    @Test
    void noEventsMakeNoEntries() {
        assertThat(Entry.next(ChainHead.empty(PERSON), ACTOR, AT, List.of())).isEmpty();
    }

    @Test
    void anEntryFollowsOnlyTheHeadOfItsOwnChainNumberAndHash() {
        Sha256 hash = SampleJournal.sha("x");
        Entry entry = Entry.next(new ChainHead(PERSON, 4, hash), ACTOR, AT, List.of(new PersonEvent.Erased()))
                .get(0);
        assertThat(entry.follows(new ChainHead(PERSON, 4, hash))).isTrue();
        assertThat(entry.follows(new ChainHead(PERSON, 3, hash))).isFalse();
        assertThat(entry.follows(new ChainHead(PERSON, 5, hash))).isFalse();
        assertThat(entry.follows(new ChainHead(PERSON, 4, SampleJournal.sha("y"))))
                .isFalse();
        assertThat(entry.follows(new ChainHead(ChainId.of(new PersonId("q")), 4, hash)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aNumberBelowOneIsRefused(long sequence) {
        assertThatThrownBy(() -> entry(PERSON, sequence, AT, new PersonEvent.Erased()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The first entry of a chain is number 1, not " + sequence);
    }

    @Test
    void anInstantFinerThanAMicrosecondIsRefused() {
        assertThatThrownBy(() -> entry(PERSON, 1, AT.plusNanos(1), new PersonEvent.Erased()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An instant of the journal has whole microseconds, unlike 2026-01-02T03:04:05.678901001Z");
        assertThatThrownBy(() -> Entry.next(
                        ChainHead.empty(PERSON), ACTOR, AT.plusNanos(999), List.of(new PersonEvent.Erased())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInstantThatHasNoFourDigitsOfAYearIsRefused() {
        Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
        Instant first = Instant.parse("0000-01-01T00:00:00Z");
        assertThat(JournalTime.write(
                        entry(PERSON, 1, last, new PersonEvent.Erased()).at()))
                .isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(JournalTime.write(
                        entry(PERSON, 1, first, new PersonEvent.Erased()).at()))
                .isEqualTo("0000-01-01T00:00:00.000000Z");
        for (Instant beyond : List.of(last.plusNanos(1000), first.minusNanos(1000), Instant.MIN)) {
            assertThatThrownBy(() -> entry(PERSON, 1, beyond, new PersonEvent.Erased()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("An instant of the journal lies in the years 0 to 9999, unlike ");
        }
    }

    @Test
    void instantsAreReadAsTheyAreWritten() {
        for (String text :
                List.of("2026-01-02T03:04:05.678901Z", "0000-01-01T00:00:00.000000Z", "1969-12-31T23:59:59.999999Z")) {
            assertThat(JournalTime.read(text)).isEqualTo(Instant.parse(text));
            assertThat(JournalTime.write(Instant.parse(text))).isEqualTo(text);
        }
        for (String text : List.of(
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.678Z",
                "2026-01-02T24:00:00.000000Z",
                "2026-01-02T03:04:60.000000Z",
                "02026-01-02T03:04:05.678901Z",
                "-026-01-02T03:04:05.678901Z",
                "2026-01-02t03:04:05.678901z",
                " 2026-01-02T03:04:05.678901Z")) {
            assertThatThrownBy(() -> JournalTime.read(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("unlike \"" + text + "\"");
        }
    }

    @Test
    void aChainHoldsOnlyEventsOfItsOwnAggregate() {
        OrganisationId iom = new OrganisationId("iom");
        HubEvent person = new PersonEvent.Registered();
        HubEvent submission = new SubmissionEvent.Withdrawn(null);
        HubEvent organisation =
                new OrganisationEvent.Recorded(new Organisation(iom, "IOM", new TreeSet<>(), Sector.UN, null));
        HubEvent checkpoint = new Checkpoint(0, new TreeMap<>());
        ChainId ofSubmission = ChainId.of(new SubmissionId("iom"));
        assertHoldsOnly(PERSON, person, submission, organisation, checkpoint);
        assertHoldsOnly(ofSubmission, submission, person, organisation, checkpoint);
        assertHoldsOnly(ChainId.of(iom), organisation, person, submission, checkpoint);
        assertHoldsOnly(ChainId.CHECKPOINTS, checkpoint, person, submission, organisation);
        assertThatThrownBy(() -> entry(ChainId.of(new OrganisationId("other")), 1, AT, organisation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The chain organisation/other holds no Recorded");
    }

    private static void assertHoldsOnly(ChainId chain, HubEvent event, HubEvent... others) {
        assertThat(entry(chain, 1, AT, event).event()).isEqualTo(event);
        for (HubEvent other : others) {
            assertThatThrownBy(() -> entry(chain, 1, AT, other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The chain " + chain + " holds no "
                            + other.getClass().getSimpleName());
        }
    }

    @Test
    void somebodyActsOnlyForSomebodyElseAndOnlyOnASubmission() {
        ChainId submission = new ChainId("submission/s");
        SubmissionEvent event = new SubmissionEvent.Withdrawn(null);
        PersonId other = new PersonId("other");
        assertThat(entry(submission, ACTOR, other, event).behalf()).isEqualTo(other);
        assertThat(entry(submission, ACTOR, null, event).behalf()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(submission, ACTOR, ACTOR.person(), event))
                .withMessageContaining("on behalf of");
        assertThatIllegalArgumentException().isThrownBy(() -> entry(submission, Actor.visitor(), other, event));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(PERSON, ACTOR, other, new PersonEvent.ProfileChanged()));
    }

    private static Entry entry(ChainId chain, Actor actor, @Nullable PersonId behalf, HubEvent event) {
        return Entry.next(ChainHead.empty(chain), actor, behalf, AT, List.of(event))
                .get(0);
    }

    private static Entry entry(ChainId chain, long sequence, Instant at, HubEvent event) {
        return new Entry(chain, sequence, at, ACTOR, null, event, SampleJournal.sha("a"), SampleJournal.sha("b"));
    }
}
