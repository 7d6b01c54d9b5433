package org.migrationhub.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.Comments;
import org.migrationhub.core.World;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.kit.SampleHub;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.storage.NotEmptyException;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.StorageVerifier;
import org.migrationhub.core.storage.StorageWrapper;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.WorkingCopy;

class HubArchiveTest {

    private static final int ROUNDS = 30;

    @TempDir
    private Path folder;

    private final HubStorage other = new InMemoryStorage();

    @Test
    void whatIsReadGivesTheSameArchiveAgain() throws IOException {
        HubStorage storage = sampleHub();
        byte[] archive = Archive.bytes(storage);

        ArchiveSummary summary = Archive.of(archive).readInto(other, folder);

        assertThat(Archive.bytes(other)).isEqualTo(archive);
        assertThat(other.feed(0, 100_000)).isEqualTo(storage.feed(0, 100_000));
        assertThat(other.submissions(SubmissionQuery.all().limit(200)))
                .isEqualTo(storage.submissions(SubmissionQuery.all().limit(200)));
        assertThat(other.people(PersonQuery.all().limit(200)))
                .isEqualTo(storage.people(PersonQuery.all().limit(200)));
        assertThat(summary.checkpoints()).isEqualTo(3);
        assertThat(summary.entries()).isEqualTo(storage.feed(0, 100_000).size());
        assertThat(summary.organisations() + summary.persons() + summary.submissions())
                .isEqualTo(storage.chains(null, 1_000).size() - 1);
    }

    @Test
    void writingReadingAndCheckingTellTheSame() throws IOException {
        Archive archive = Archive.of(sampleHub());

        assertThat(archive.verify())
                .isEqualTo(archive.readInto(other, folder))
                .isEqualTo(HubArchive.write(other, OutputStream.nullOutputStream()));
    }

    @Test
    void aHubGoesOnWhereItsArchiveWasRead() throws IOException {
        World before = World.standard();
        SubmissionId id = before.inReview(Samples.practice());
        before.approve(id, Samples.UMA, Samples.NOEL);
        Archive.of(before.storage()).readInto(other, folder);

        World after = World.empty(parts -> parts.storage(other));
        after.approve(id, Samples.NINA);

        assertThat(after.readPublic(id).toString()).contains(Samples.practice().title());
    }

    @Test
    void anEmptyHubHasAnArchiveToo() throws IOException {
        Archive archive = Archive.of(new InMemoryStorage());

        assertThat(archive.lines()).isEmpty();
        archive.readInto(other, folder);
        assertThat(other.end()).isZero();
    }

    @Test
    void theTimeZoneOfTheMachineLeavesNoTrace() throws IOException {
        byte[] here = Archive.bytes(sampleHub());
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(Archive.bytes(sampleHub())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void whatIsTypedAndNotSavedIsWrittenAndReadAgain() throws IOException {
        World world = World.standard();
        SubmissionId id = typed(world, "canary, half a sentence");
        Archive archive = Archive.of(world.storage());

        archive.readInto(other, folder);
        archive.readInto(other, folder);

        assertThat(other.workingCopy(id)).isPresent().isEqualTo(world.storage().workingCopy(id));
        assertThat(Archive.bytes(other)).isEqualTo(Archive.bytes(world.storage()));
        assertThat(world.storage().dropWorkingCopy(id, digest(world, id))).isTrue();
        assertThatThrownBy(() -> archive.readInto(world.storage(), folder)).isInstanceOf(NotEmptyException.class);
    }

    @Test
    void whatIsTypedOnADraftThatIsntInTheArchiveIsLeftOut() throws IOException {
        World world = World.standard();
        SubmissionId id = world.ana().saveDraft(Samples.practice("First")).id();
        HubStorage goesOn = new StorageWrapper(world.storage()) {
            @Override
            public Optional<WorkingCopy> workingCopy(SubmissionId asked) {
                world.ana().saveDraft(id, Samples.practice("Saved after the cut"));
                world.ana().workingCopies().keep(id, Samples.practice("canary"));
                return super.workingCopy(asked);
            }
        };

        assertThat(text(goesOn)).contains("First").doesNotContain("canary", "Saved after the cut");
    }

    /** A storage that hands out what it should have dropped spoils no archive. */
    @Test
    void whatIsTypedOfWhatWasTakenBackIsLeftOut() throws IOException {
        World world = World.standard();
        SubmissionId id = typed(world, "canary");
        Optional<WorkingCopy> left = world.storage().workingCopy(id);
        world.ana().withdraw(id, "");
        HubStorage leaves = new StorageWrapper(world.storage()) {
            @Override
            public Optional<WorkingCopy> workingCopy(SubmissionId asked) {
                return left;
            }
        };

        assertThat(text(leaves)).contains("Saved").doesNotContain("canary");
    }

    @Test
    void whatIsTypedIsHeldToTheSubmissionItStandsWith() throws IOException {
        World world = World.standard();
        typed(world, "canary");
        Archive archive = Archive.of(world.storage());

        assertDamaged(archive, "\"kind\":\"practice\"", "\"kind\":\"resource\"");
        assertDamaged(archive, "\"keptAt\":\"2026", "\"keptAt\":\"x2026");
        assertDamaged(archive, "\"keptAt\":\"2026-03-02T09:00:00Z", "\"keptAt\":\"2026-03-02T09:00:00.000000001Z");
        assertDamaged(archive, "{\"author\":\"ana\",", "{\"author\":\"ana\",\"b\":1,");
        world.keeper().erase(Samples.BEN.id());
        Archive erased = Archive.of(world.storage());
        assertDamaged(erased, "{\"author\":\"ana\",", "{\"author\":\"ben\",");
    }

    private static void assertDamaged(Archive archive, String from, String to) {
        Archive forged = archive.forged(
                lines -> lines.replaceAll(line -> line.startsWith("{\"workingCopy\"") ? line.replace(from, to) : line));
        assertThatThrownBy(forged::verify).as(to).isInstanceOf(ArchiveDamagedException.class);
    }

    private static SubmissionId typed(World world, String title) {
        SubmissionId id = world.ana().saveDraft(Samples.practice("Saved")).id();
        world.ana().workingCopies().keep(id, Samples.practice(title));
        return id;
    }

    private static ContentDigest digest(World world, SubmissionId id) {
        return world.storage().workingCopy(id).orElseThrow().digest();
    }

    @Test
    void nothingOfAnErasedPersonIsWritten() throws IOException {
        World world = World.standard();
        SubmissionId id = world.inReview(Samples.practice());
        world.review(id, Samples.NINA, ReviewOutcome.REQUEST_CHANGES, Comments.toSubmitter("canary-comment"));
        assertThat(text(world.storage()))
                .contains("canary-comment", Samples.NINA.profile().name());

        world.ada().people().erase(Samples.NINA.id());

        assertThat(text(world.storage()))
                .doesNotContain("canary-comment", Samples.NINA.profile().name());
        Archive.of(world.storage()).readInto(other, folder);
        assertThat(other.person(Samples.NINA.id()).map(stored -> stored.value().erased()))
                .contains(true);
    }

    @Test
    void whatAnErasedPersonOnlyDraftedIsNotWrittenAndNotMissed() throws IOException {
        World world = World.standard();
        world.ana().saveDraft(Samples.practice("canary-draft"));
        SubmissionId handedIn = world.submit(Samples.practice("Handed in"));
        world.ana().saveDraft(handedIn, Samples.practice("canary-next"));
        assertThat(text(world.storage())).contains("canary-draft", "canary-next");

        world.keeper().erase(Samples.ANA.id());

        assertThat(text(world.storage())).contains("Handed in").doesNotContain("canary");
        Archive.of(world.storage()).readInto(other, folder);
        assertThat(StorageVerifier.contradictions(other)).isEmpty();
        assertThat(other.submissions(SubmissionQuery.all()))
                .isEqualTo(world.storage().submissions(SubmissionQuery.all()));
        assertThat(text(other)).isEqualTo(text(world.storage()));
    }

    @Test
    void readingAgainDoesNothing() throws IOException {
        Archive archive = Archive.of(sampleHub());
        ArchiveSummary first = archive.readInto(other, folder);
        List<FeedEntry> journal = other.feed(0, 100_000);

        assertThat(archive.readInto(other, folder)).isEqualTo(first);
        assertThat(other.feed(0, 100_000)).isEqualTo(journal);
    }

    @Test
    void aHubThatHasGoneOnIsNotReadInto() throws IOException {
        World world = World.standard();
        Archive archive = Archive.of(world.storage());
        archive.readInto(other, folder);
        World after = World.empty(parts -> parts.storage(other));

        after.submit(Samples.practice("Another one"));

        assertNotReadInto(archive, "submission/");
    }

    @Test
    void aHubWithAnotherPastIsNotReadInto() throws IOException {
        World world = World.standard();
        Archive archive = Archive.of(world.storage());
        archive.readInto(other, folder);

        World.empty(parts -> parts.storage(other))
                .keeper()
                .changeAffiliation(Samples.UMA.id(), Samples.CITY.id(), Sector.NON_UN);

        assertNotReadInto(archive, "person/uma");
    }

    @Test
    void aHubThatLacksSomethingIsNotReadInto() throws IOException {
        World world = World.standard();
        Archive.of(world.storage()).readInto(other, folder);
        world.submit(Samples.practice("Another one"));

        assertNotReadInto(Archive.of(world.storage()), "submission/");
    }

    @Test
    void aHubWithOneMoreCheckpointIsNotReadInto() throws IOException {
        World world = World.standard();
        world.ada().journal().checkpoint();
        Archive archive = Archive.of(world.storage());
        archive.readInto(other, folder);
        World after = World.empty(parts -> parts.storage(other));
        after.submit(Samples.practice("Another one"));
        after.ada().journal().checkpoint();

        assertNotReadInto(archive, "submission/");
    }

    @Test
    void aNameThatWasCorrectedSinceIsSomethingElse() throws IOException {
        World world = World.standard();
        Archive archive = Archive.of(world.storage());
        archive.readInto(other, folder);
        HubStorage renamed = new StorageWrapper(other) {
            @Override
            public Optional<Stored<Person>> person(PersonId id) {
                return inner.person(id)
                        .map(stored ->
                                new Stored<>(stored.value().with(new Profile("Somebody Else", "")), stored.head()));
            }
        };

        assertThatExceptionOfType(NotEmptyException.class)
                .isThrownBy(() -> archive.readInto(renamed, folder))
                .withMessageContaining("person/");
    }

    @Test
    void whatIsCommittedMeanwhileIsLeftOut() throws Exception {
        World world = World.standard();
        ExecutorService writers = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> running = List.of(
                    writers.submit(() -> publish(world)),
                    writers.submit(() -> publish(world)),
                    writers.submit(() -> keepRecords(world)));
            boolean isOver = false;
            while (!isOver) {
                isOver = running.stream().allMatch(Future::isDone);
                assertIsACut(Archive.bytes(world.storage()), world.storage());
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void aPersonWhoIsErasedMeanwhileIsNotInAnOldArchive() throws IOException {
        World world = World.standard();
        SubmissionId id = world.inReview(Samples.practice());
        world.review(id, Samples.NINA, ReviewOutcome.REQUEST_CHANGES, World.MEND);
        HubStorage storage = new Erasing(world, "person/");

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> Archive.bytes(storage))
                .satisfies(stale -> assertThat(stale.id()).isEqualTo("nina"))
                .satisfies(stale -> assertThat(stale.actual()).isEqualTo(stale.expected() + 1));
    }

    @Test
    void aPersonWhoIsErasedWhileTheFilesAreWrittenIsNotInAnOldArchive() {
        World world = World.standard();
        world.publish(Samples.practice());
        AtomicBoolean isDone = new AtomicBoolean();
        HubStorage storage = new StorageWrapper(world.storage()) {
            @Override
            public Optional<InputStream> attachment(Sha256 digest) {
                if (!isDone.getAndSet(true)) {
                    world.ada().people().erase(Samples.CLEO.id());
                }
                return super.attachment(digest);
            }
        };

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> Archive.bytes(storage))
                .satisfies(stale -> assertThat(stale.id()).isEqualTo("cleo"));
        assertThat(isDone).isTrue();
    }

    @Test
    void aNoteThatIsErasedMeanwhileIsNotInAnOldArchive() throws IOException {
        World world = World.standard();
        SubmissionId id = world.inReview(Samples.practice());
        world.review(id, Samples.NINA, ReviewOutcome.REQUEST_CHANGES, World.MEND);
        HubStorage storage = new Erasing(world, "submission/");

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> Archive.bytes(storage))
                .satisfies(stale -> assertThat(stale.id()).isEqualTo("nina"));
    }

    @Test
    void aRecordThatIsNotWhatHappenedIsNotWritten() {
        HubStorage storage = new InMemoryStorage();
        ChainHead head = ChainHead.empty(ChainId.of(Samples.UMA.id()));
        List<Entry> registered = Entry.next(head, Actor.visitor(), Samples.NOW, List.of(new PersonEvent.Registered()));
        storage.commit(new Commit.OfPerson(Samples.UMA, head, registered));

        assertThatIllegalStateException()
                .isThrownBy(() -> Archive.bytes(storage))
                .withMessageContaining("person/uma");
    }

    @Test
    void aSubmissionWhoseEntriesDontFollowIsNotWritten() {
        World world = World.standard();
        SubmissionId id = world.submit(Samples.practice());
        ChainHead head = world.storage().head(ChainId.of(id));
        List<Entry> accepted = Entry.next(
                head, Actor.reviewer(Samples.UMA.id()), Samples.NOW, List.of(new SubmissionEvent.SeatAccepted(1, 1)));
        Submission now = world.storage().submission(id).orElseThrow().value();
        world.storage().commit(new Commit.OfSubmission(now, head, accepted, List.of(), List.of()));

        assertThatIllegalStateException()
                .isThrownBy(() -> Archive.bytes(world.storage()))
                .withMessageContaining("submission/" + id)
                .withMessageContaining("SeatAccepted");
    }

    @Test
    void anEntryThatIsNoLongerWhatItWasIsNotWritten() {
        World world = World.standard();
        SubmissionId id = world.submit(Samples.practice());
        HubStorage altered = new StorageWrapper(world.storage()) {
            @Override
            public List<FeedEntry> chain(ChainId chain, long after, int limit) {
                return super.chain(chain, after, limit).stream()
                        .map(fed -> chain.equals(ChainId.of(id)) ? later(fed) : fed)
                        .toList();
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> Archive.bytes(altered))
                .withMessageContaining("Entry 1 of submission/" + id);
    }

    private static FeedEntry later(FeedEntry fed) {
        Entry entry = fed.entry();
        Entry later = new Entry(
                entry.chain(),
                entry.sequence(),
                entry.at().plusSeconds(1),
                entry.actor(),
                entry.behalf(),
                entry.event(),
                entry.previous(),
                entry.hash());
        return new FeedEntry(fed.position(), later);
    }

    private void assertNotReadInto(Archive archive, String chain) {
        List<FeedEntry> journal = other.feed(0, 100_000);
        assertThatExceptionOfType(NotEmptyException.class)
                .isThrownBy(() -> archive.readInto(other, folder))
                .withMessageContaining(chain);
        assertThat(other.feed(0, 100_000)).isEqualTo(journal);
    }

    private static HubStorage sampleHub() {
        HubStorage storage = new InMemoryStorage();
        SampleHub.fill(storage);
        return storage;
    }

    private static String text(HubStorage storage) throws IOException {
        return new String(Archive.of(storage).hub(), StandardCharsets.UTF_8);
    }

    /** It can be read, holds the beginning of the journal, and is what the copy gives again. */
    private void assertIsACut(byte[] archive, HubStorage storage) throws IOException {
        HubStorage copy = new InMemoryStorage();
        Archive.of(archive).readInto(copy, folder);
        List<FeedEntry> cut = copy.feed(0, 1_000_000);
        assertThat(cut).isEqualTo(storage.feed(0, cut.size()));
        assertThat(Archive.bytes(copy)).isEqualTo(archive);
    }

    private static void publish(World world) {
        for (int round = 0; round < ROUNDS; round++) {
            world.publish(Samples.practice());
        }
    }

    private static void keepRecords(World world) {
        for (int round = 0; round < ROUNDS; round++) {
            world.keeper().register("Somebody New", "");
            world.keeper().changeAffiliation(Samples.CLEO.id(), Samples.FUND.id(), Sector.UN);
            world.ada().journal().checkpoint();
        }
    }

    /** A storage from which Nina is erased while it is read: before her record is, or before the submissions are. */
    private static final class Erasing extends StorageWrapper {

        private final World world;
        private final String before;
        private boolean isDone;

        Erasing(World world, String before) {
            super(world.storage());
            this.world = world;
            this.before = before;
        }

        @Override
        public List<FeedEntry> chain(ChainId chain, long after, int limit) {
            if (!isDone && chain.value().startsWith(before)) {
                isDone = true;
                world.ada().people().erase(Samples.NINA.id());
            }
            return super.chain(chain, after, limit);
        }
    }
}
