package org.migrationhub.storage.jdbi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;

/**
 * Submissions, read from the journal: what was read before is remembered, and only what was added since is asked for, so
 * that a memory is never older than the database. It is newer where a database has lost what it had acknowledged, as after
 * a failover to a replica that lagged behind; that shows at the next commit. Contents are remembered as they are, since
 * they never change. Thread-safe.
 */
final class SubmissionTable {

    static final String OPEN_SEATS =
            "select person, count(distinct submission) from hub.seat where awaited and person = any(?) group by person";

    private static final int REMEMBERED_SUBMISSIONS = 2_000;
    private static final int REMEMBERED_CHARACTERS = 16_000_000;

    private final Database database;
    private final Policies policies;
    private final Recent<SubmissionId, Stored<Submission>> submissions =
            new Recent<>(REMEMBERED_SUBMISSIONS, stored -> 1);
    private final Recent<ContentDigest, Kept> contents = new Recent<>(REMEMBERED_CHARACTERS, Kept::characters);

    /** A content, and how much it takes to remember it. */
    private record Kept(ContentItem content, int characters) {}

    SubmissionTable(Database database, Policies policies) {
        this.database = database;
        this.policies = policies;
    }

    Optional<Stored<Submission>> find(SubmissionId id) {
        Stored<Submission> before = submissions.get(id);
        List<FeedEntry> further = database.work(connection -> Statements.entries(
                connection,
                "select position, entry from hub.journal where chain = ? and sequence > ? order by sequence",
                List.of(
                        ChainId.of(id).value(),
                        before == null ? 0L : before.head().sequence())));
        if (further.isEmpty()) {
            return Optional.ofNullable(before);
        }
        Stored<Submission> now = read(id, before, further);
        submissions.put(id, now);
        return Optional.of(now);
    }

    private Stored<Submission> read(SubmissionId id, @Nullable Stored<Submission> before, List<FeedEntry> further) {
        List<PastEvent> events = further.stream()
                .map(FeedEntry::entry)
                .map(entry -> new PastEvent((SubmissionEvent) entry.event(), entry.at()))
                .toList();
        Submission now = before == null
                ? Submission.replay(id, events, policies)
                : before.value().replay(events);
        return new Stored<>(now, further.get(further.size() - 1).entry().head());
    }

    Optional<ContentItem> content(ContentDigest digest) {
        Kept kept = contents.get(digest);
        if (kept != null) {
            return Optional.of(kept.content());
        }
        Optional<String> body =
                database.read(handle -> handle.createQuery("select body from hub.content where digest = ?")
                        .bind(0, digest.sha256().hex())
                        .mapTo(String.class)
                        .findOne());
        body.ifPresent(found -> contents.put(digest, new Kept(Bodies.content(found), found.length())));
        return body.map(Bodies::content);
    }

    Optional<Note> note(Sha256 digest) {
        return database.read(
                handle -> handle.createQuery("select author, submission, body from hub.note where digest = ?")
                        .bind(0, digest.hex())
                        .map((row, context) -> Bodies.note(row.getString(1), row.getString(2), row.getString(3)))
                        .findOne());
    }

    Writes writes(Commit.OfSubmission commit) {
        return SubmissionWrites.of(commit, digest -> contents.get(digest) != null);
    }

    /** Remembers what was committed. */
    void committed(Commit.OfSubmission commit) {
        Entry last = commit.entries().get(commit.entries().size() - 1);
        submissions.put(commit.after().id(), new Stored<>(commit.after(), last.head()));
    }

    /** Forgets what turned out to be no part of the database; whoever decides anew reads all of it again. */
    void refused(Commit.OfSubmission commit) {
        submissions.forget(commit.after().id());
        commit.contents().stream().map(ContentDigest::of).forEach(contents::forget);
    }

    Map<PersonId, Integer> openSeats(Set<PersonId> persons) {
        Map<PersonId, Integer> seats = new HashMap<>();
        persons.forEach(person -> seats.put(person, 0));
        List<String> ids = new ArrayList<>();
        persons.forEach(person -> ids.add(person.value()));
        database.read(handle -> handle.createQuery(OPEN_SEATS)
                .bindArray(0, String.class, ids)
                .map((row, context) -> seats.put(new PersonId(row.getString(1)), row.getInt(2)))
                .list());
        return seats;
    }
}
