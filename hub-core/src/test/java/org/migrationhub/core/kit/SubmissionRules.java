package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;

/** A submission is read exactly as it was committed, at every step of every way that it can go. */
abstract class SubmissionRules extends StorageRules {

    /** Before 1970, at an hour that summer time leaves out or repeats, and with all six digits of a second. */
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("1900-01-01T00:00:00.000001Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.EPOCH,
            Instant.parse("2026-03-29T01:30:00.123456Z"),
            Instant.parse("2026-10-25T00:59:59.999999Z"),
            Instant.parse("2026-11-01T06:00:00.100000Z"),
            Instant.parse("2999-12-31T23:59:59.999999Z"));

    @Test
    void everyStepOfEveryTourIsReadBackAsItWasCommitted() {
        for (Tours.Tour tour : Tours.ALL) {
            Submission told = travel(tour.id(), tour, Samples.NOW);
            assertThat(Submission.replay(tour.id(), events(tour.id()), Policies.presets()))
                    .as("what the entries of \"%s\" add up to", tour.name())
                    .isEqualTo(told);
        }
    }

    @Test
    void instantsAreKeptToTheMicrosecond() {
        for (Instant instant : INSTANTS) {
            SubmissionId id = new SubmissionId("at-" + INSTANTS.indexOf(instant));
            boolean canBeSeated = instant.isAfter(Samples.LONG_AGO);
            Submission told = travel(id, canBeSeated ? Tours.PUBLISHED : Tours.NOT_PUBLISHED, instant);
            Submission read = storage().submission(id).map(Stored::value).orElseThrow();
            assertThat(read.startedAt()).isEqualTo(told.startedAt()).isEqualTo(instant);
            assertThat(read.changedAt()).isEqualTo(told.changedAt());
            assertThat(chain(ChainId.of(id)).get(0).at()).isEqualTo(instant);
        }
    }

    private Submission travel(SubmissionId id, Tours.Tour tour, Instant from) {
        ChainHead[] head = {ChainHead.empty(ChainId.of(id))};
        Journey[] journey = new Journey[1];
        journey[0] = new Journey(id, tour.policy(), Samples.ANA.id(), new SettableClock(from), step -> {
            Commit.OfSubmission commit = Commits.of(step, head[0]);
            head[0] = commit(commit);
            assertRead(tour.name(), commit, journey[0].shown());
        });
        tour.acts().accept(journey[0]);
        return journey[0].now();
    }

    private void assertRead(String tour, Commit.OfSubmission commit, ContentItem shown) {
        Submission told = commit.after();
        String step = tour + ", " + told;
        assertThat(storage().submission(told.id())).as(step).contains(new Stored<>(told, Commits.head(commit)));
        assertThat(storage().submissions(SubmissionQuery.all())).as(step).contains(SubmissionSummary.of(told, shown));
        for (ContentItem content : commit.contents()) {
            assertThat(storage().content(ContentDigest.of(content))).as(step).contains(content);
        }
        for (Note note : commit.notes()) {
            assertThat(storage().note(note.digest())).as(step).contains(note);
        }
    }

    private List<PastEvent> events(SubmissionId id) {
        return chain(ChainId.of(id)).stream().map(SubmissionRules::event).toList();
    }

    private static PastEvent event(Entry entry) {
        return new PastEvent((SubmissionEvent) entry.event(), entry.at());
    }
}
