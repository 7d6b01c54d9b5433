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
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.PolicyRef;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.Words;

/**
 * Submissions, read from the journal: what was read before is remembered, and only what was added since is asked for, so
 * that a memory is never older than the database. Nor is it newer: a database that has lost what it had stored, as by a
 * failover, shows it by the head that is no longer there, and all memories go. Contents are remembered as they are, since
 * they never change, until drafts are forgotten; each is compared with its digest when it is read.
 * Thread-safe.
 */
final class SubmissionTable {

    static final String OPEN_SEATS =
            "select person, count(distinct submission) from hub.seat where awaited and person = any(?) group by person";

    private static final int REMEMBERED_SUBMISSIONS = 2_000;
    private static final int REMEMBERED_CHARACTERS = 16_000_000;

    private final Database database;
    private final JournalTable journal;
    private final Policies policies;
    private final Recent<SubmissionId, Stored<Submission>> submissions =
            new Recent<>(REMEMBERED_SUBMISSIONS, stored -> 1);
    private final Recent<ContentDigest, Kept> contents = new Recent<>(REMEMBERED_CHARACTERS, Kept::characters);

    /** A content, and how much it takes to remember it. */
    private record Kept(ContentItem content, int characters) {}

    SubmissionTable(Database database, JournalTable journal, Policies policies) {
        this.database = database;
        this.journal = journal;
        this.policies = policies;
    }

    Optional<Stored<Submission>> find(SubmissionId id) {
        Stored<Submission> before = submissions.get(id);
        Optional<List<FeedEntry>> further =
                journal.after(before == null ? ChainHead.empty(ChainId.of(id)) : before.head());
        if (further.isEmpty()) {
            submissions.clear();
            contents.clear();
            return find(id);
        }
        if (further.get().isEmpty()) {
            return Optional.ofNullable(before);
        }
        Stored<Submission> now = read(id, before, further.get());
        submissions.put(id, now);
        return Optional.of(now);
    }

    private Stored<Submission> read(SubmissionId id, @Nullable Stored<Submission> before, List<FeedEntry> further) {
        List<PastEvent> events = further.stream()
                .map(FeedEntry::entry)
                .map(entry -> new PastEvent((SubmissionEvent) entry.event(), entry.at()))
                .toList();
        Submission now = replayed(id, before, events);
        return new Stored<>(now, further.get(further.size() - 1).entry().head());
    }

    private Submission replayed(SubmissionId id, @Nullable Stored<Submission> before, List<PastEvent> events) {
        try {
            return before == null
                    ? Submission.replay(id, events, policies)
                    : before.value().replay(events);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The entries of %s don't follow from one another: %s".formatted(ChainId.of(id), e.getMessage()), e);
        }
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
        return body.map(found -> {
            ContentItem content = content(digest, found);
            contents.put(digest, new Kept(content, found.length()));
            return content;
        });
    }

    /** What is remembered was compared. */
    private static ContentItem content(ContentDigest digest, String body) {
        try {
            return Words.unaltered(digest, Bodies.content(body));
        } catch (IllegalArgumentException | RefusedException e) {
            throw AlteredException.ofContent(digest, e);
        }
    }

    Optional<Note> note(Sha256 digest) {
        return database.read(
                handle -> handle.createQuery("select author, submission, body from hub.note where digest = ?")
                        .bind(0, digest.hex())
                        .map((row, context) -> note(digest, row.getString(1), row.getString(2), row.getString(3)))
                        .findOne());
    }

    private static Note note(Sha256 digest, String author, String submission, String body) {
        try {
            return Words.unaltered(digest, Bodies.note(author, submission, body));
        } catch (IllegalArgumentException e) {
            throw AlteredException.ofNote(digest, e);
        }
    }

    /** Drafts that were dropped must not be found in memory. */
    void forgetContents() {
        contents.clear();
    }

    /** Refuses what couldn't be read again. */
    Writes writes(Commit.OfSubmission commit) {
        requireKnownPolicy(commit);
        return SubmissionWrites.of(commit, digest -> isHeld(commit.after().id(), digest));
    }

    /** The same of one whose drafts may have gone with the data of its submitter. */
    Writes restoring(Commit.OfSubmission commit) {
        requireKnownPolicy(commit);
        return SubmissionWrites.restoring(commit);
    }

    /** Whether this submission itself refers to it: only then it can't have gone with somebody's data meanwhile. */
    private boolean isHeld(SubmissionId id, ContentDigest digest) {
        Stored<Submission> before = submissions.get(id);
        return before != null
                && contents.get(digest) != null
                && (before.value().draft().equals(Optional.of(digest))
                        || before.value().revisions().stream()
                                .anyMatch(revision -> revision.digest().equals(digest)));
    }

    private void requireKnownPolicy(Commit.OfSubmission commit) {
        PolicyRef policy = commit.after().policy().ref();
        if (policies.find(policy).isEmpty()) {
            throw new IllegalArgumentException(
                    "This storage doesn't know the policy " + policy + "; name it when the storage is opened");
        }
    }

    /** Remembers what was committed. */
    void committed(Commit.OfSubmission commit) {
        Entry last = commit.entries().get(commit.entries().size() - 1);
        submissions.put(commit.after().id(), new Stored<>(commit.after(), last.head()));
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
