package org.migrationhub.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.World;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.Fault;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.journal.Verification;
import org.migrationhub.core.kit.SampleHub;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;

/** A journal is checked where it lies as its export would be. */
class StoredJournalTest {

    private final World world = World.standard();
    private final HubStorage storage = world.storage();

    @Test
    void aSoundJournalIsFoundAsItsExportIs() {
        HubStorage sample = new InMemoryStorage();
        SampleHub.fill(sample);

        Verification found = StoredJournal.verify(sample, Policies.presets());

        assertThat(found.isSound()).isTrue();
        assertThat(found.submissions()).isPositive();
        assertThat(found).isEqualTo(ofExport(sample));
    }

    @Test
    void theFirstEntryThatDoesNotFollowIsNamedWithItsLine() {
        SubmissionId first = world.submit(Samples.practice("First"));
        SubmissionId second = world.submit(Samples.practice("Second"));
        for (SubmissionId id : List.of(second, first, second)) {
            forge(storage, id);
        }
        world.submit(Samples.practice("Third"));

        Verification found = StoredJournal.verify(storage, Policies.presets());

        assertThat(found.fault().map(Fault::chain)).contains(ChainId.of(second));
        assertThat(found.fault().map(Fault::code)).contains(Fault.Code.DOES_NOT_FOLLOW);
        assertThat(found).isEqualTo(ofExport(storage));
    }

    @Test
    void submissionsAreReplayedOnlyWhereTheLinksHold() {
        SubmissionId id = world.submit(Samples.practice("First"));
        forge(storage, id);
        HubStorage lacking = new StorageWrapper(storage) {
            @Override
            public List<FeedEntry> feed(long after, int limit) {
                return super.feed(after, limit).stream()
                        .filter(fed -> !fed.entry().chain().equals(ChainId.of(id))
                                || fed.entry().sequence() != 1)
                        .toList();
            }
        };

        assertThat(StoredJournal.verify(lacking, Policies.presets()).fault().map(Fault::code))
                .contains(Fault.Code.REMOVED);
    }

    /** Puts an entry there that is linked, and doesn't follow from what happened. */
    private static void forge(HubStorage storage, SubmissionId id) {
        Submission submission = storage.submission(id).orElseThrow().value();
        ChainHead head = storage.head(ChainId.of(id));
        List<Entry> entries = Entry.next(
                head, Actor.reviewer(Samples.UMA.id()), Samples.NOW, List.of(new SubmissionEvent.SeatAccepted(1, 1)));
        storage.commit(new Commit.OfSubmission(submission, head, entries, List.of(), List.of()));
    }

    private static Verification ofExport(HubStorage storage) {
        Stream<String> lines = storage.feed(0, 100_000).stream().map(EntryCodec::line);
        return new JournalVerifier().replaying(Policies.presets()).verify(lines);
    }
}
