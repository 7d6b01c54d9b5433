package org.migrationhub.storage.jdbi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.Feature;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Revision;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SeatState;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Words;
import org.migrationhub.storage.jdbi.Writes.Null;

/**
 * What a commit of a submission writes. Rows of what happened (revisions, reviews, verdicts, publications) are made of
 * the events; rows of what stands (the submission, rounds, seats) of the state after the last, each written once. Used
 * once.
 */
final class SubmissionWrites {

    private static final List<String> SUBMISSION = List.of(
            "id",
            "version",
            "head",
            "kind",
            "submitter",
            "policy",
            "policy_version",
            "stage",
            "draft",
            "revisions",
            "title",
            "language",
            "started_at",
            "changed_at",
            "due",
            "public_revision",
            "titles");

    private final Commit.OfSubmission commit;
    private final Map<ContentDigest, ContentItem> contents;
    private final boolean restoring;
    private final Submission after;
    private final String id;
    private final @Nullable TitleTerms titles;
    private final Writes writes;
    private final Set<Integer> newRounds = new LinkedHashSet<>();
    private final Set<Integer> endedRounds = new LinkedHashSet<>();
    private final Set<SeatKey> newSeats = new LinkedHashSet<>();
    private final Set<SeatKey> changedSeats = new LinkedHashSet<>();

    private SubmissionWrites(Commit.OfSubmission commit, boolean restoring) {
        this.commit = commit;
        this.restoring = restoring;
        this.contents = new HashMap<>();
        commit.contents().forEach(content -> contents.putIfAbsent(ContentDigest.of(content), content));
        this.after = commit.after();
        this.id = after.id().value();
        this.titles = titles();
        this.writes = endsWhatMayJustBeTyped() ? Writes.stepwise(guard()) : Writes.atOnce(guard());
    }

    private record SeatKey(int round, int seat) {}

    /**
     * The writes of a commit.
     *
     * @param isStored which contents are known to be stored, so that they needn't be sent again
     */
    static Writes of(Commit.OfSubmission commit, Predicate<ContentDigest> isStored) {
        return new SubmissionWrites(commit, false).all(isStored);
    }

    /** The writes of a whole submission, of which what was only drafted may be gone. */
    static Writes restoring(Commit.OfSubmission commit) {
        return new SubmissionWrites(commit, true).all(digest -> false);
    }

    private Writes all(Predicate<ContentDigest> isStored) {
        writeContents(isStored);
        commit.entries().forEach(this::sort);
        writeRevisions();
        writeTitles();
        writeRepresentations();
        writeRounds();
        writeSeats();
        commit.entries().forEach(this::writeJudgement);
        writes.add(Writes.Journal.of(commit.entries()));
        commit.notes().forEach(this::writeNote);
        writeDrafts();
        if (!isNew() && commit.endsWorkingCopy()) {
            WorkingCopyTable.end(writes, id);
        }
        if (publishes()) {
            writes.add(changedSubmission(""));
        }
        return writes;
    }

    /**
     * Whether it ends a working copy by no base that hides what is left. A row that came while the guard waited can be seen, and
     * deleted, only by a statement that begins afterwards.
     */
    private boolean endsWhatMayJustBeTyped() {
        return !isNew() && commit.endsWorkingCopy() && !commit.savesDraft();
    }

    /** Whether it writes a publication, to which the submission's own row can refer only afterwards. */
    private boolean publishes() {
        return commit.entries().stream()
                .anyMatch(entry -> entry.event() instanceof SubmissionEvent.Judged judged
                        && judged.outcome() == VerdictOutcome.APPROVED);
    }

    private boolean isNew() {
        return commit.expected().sequence() == 0;
    }

    // The submission's own row.

    private Writes.Guard guard() {
        if (isNew()) {
            return newSubmission();
        }
        String expected = " and version = ? and head = ?";
        Object[] head = {commit.expected().sequence(), commit.expected().hash().hex()};
        return publishes()
                ? new Writes.Locked(
                        "select id from hub.submission where id = ?" + expected + " for update",
                        List.of(id, head[0], head[1]))
                : changedSubmission(expected, head);
    }

    /** The row as it is first; what is public from its birth on (in an archive) becomes so at the end. */
    private Writes.Guard newSubmission() {
        boolean publicAtBirth = after.publication().isPresent();
        ContentItem shown = shown();
        if (shown == null && restoring && after.revisions().isEmpty()) {
            shown = Words.forgotten(after.kind());
        }
        if (shown == null) {
            throw new IllegalArgumentException("The first commit of " + after.id() + " holds nothing to show");
        }
        List<Object> row = List.of(
                id,
                head().sequence(),
                head().hash().hex(),
                after.kind().code(),
                after.submitter().value(),
                after.policy().ref().id(),
                after.policy().ref().version(),
                publicAtBirth ? "draft" : after.stage().name().code(),
                Writes.orNull(restoring && isForgotten() ? null : draft(), Null.TEXT),
                after.revisions().size(),
                shown.title(),
                shown.language().tag(),
                after.startedAt(),
                after.changedAt(),
                Writes.orNull(due(), Null.TIME),
                Null.NUMBER,
                Writes.orNull(titles == null ? null : titles.titles(), Null.TEXT));
        return new Writes.Insert("hub.submission", SUBMISSION, List.of(row), true);
    }

    /** The row as it is from now on, if it is as expected. */
    private Writes.Update changedSubmission(String expected, Object... expectedParameters) {
        List<Object> parameters = new ArrayList<>(List.of(
                head().sequence(),
                head().hash().hex(),
                after.stage().name().code(),
                Writes.orNull(restoring && isForgotten() ? null : draft(), Null.TEXT),
                after.revisions().size(),
                after.changedAt(),
                Writes.orNull(due(), Null.TIME),
                Writes.orNull(after.publication().map(Publication::revision).orElse(null), Null.NUMBER),
                Writes.orNull(after.feature().map(Feature::at).orElse(null), Null.TIME)));
        String draft = isForgotten() ? "(select c.digest from hub.content c where c.digest = ?)" : "?";
        String set = "version = ?, head = ?, stage = ?, draft = " + draft + ", revisions = ?, changed_at = ?, due = ?,"
                + " public_revision = ?, featured_at = ?";
        ContentItem shown = shown();
        if (shown != null) {
            set += ", title = ?, language = ?";
            parameters.add(shown.title());
            parameters.add(shown.language().tag());
        }
        if (titles != null) {
            set += ", titles = ?";
            parameters.add(titles.titles());
        }
        parameters.add(id);
        parameters.addAll(List.of(expectedParameters));
        return new Writes.Update("update hub.submission set " + set + " where id = ?" + expected, parameters);
    }

    private ChainHead head() {
        return commit.entries().get(commit.entries().size() - 1).head();
    }

    /** What a list shows of it, if this commit brings it; otherwise it is shown already. */
    private @Nullable ContentItem shown() {
        return after.revision()
                .map(Revision::digest)
                .or(after::draft)
                .map(contents::get)
                .orElse(null);
    }

    private boolean bringsAllRevisions() {
        return commit.entries().stream()
                        .filter(entry -> entry.event() instanceof SubmissionEvent.RevisionSubmitted)
                        .count()
                == after.revisions().size();
    }

    /** By what it is found from now on, if this commit hands it in. */
    private @Nullable TitleTerms titles() {
        boolean isHandedIn =
                commit.entries().stream().anyMatch(entry -> entry.event() instanceof SubmissionEvent.RevisionSubmitted);
        ContentItem shown = isHandedIn ? shown() : null;
        return shown == null ? null : TitleTerms.of(shown);
    }

    private @Nullable String draft() {
        return after.draft().map(SubmissionWrites::hex).orElse(null);
    }

    /** Whether the draft may have gone with the data of its submitter: this commit doesn't bring it. */
    private boolean isForgotten() {
        return after.draft().filter(digest -> !contents.containsKey(digest)).isPresent();
    }

    private @Nullable Instant due() {
        return after.openRound().stream()
                .flatMap(round -> round.seats().stream())
                .filter(SubmissionWrites::isAwaited)
                .map(seat -> seat.seating().due())
                .min(Instant::compareTo)
                .orElse(null);
    }

    // Words.

    private void writeContents(Predicate<ContentDigest> isStored) {
        TreeMap<String, ContentItem> missing = new TreeMap<>(); // everybody locks them in the same order
        contents.forEach((digest, content) -> {
            if (!isStored.test(digest)) {
                missing.put(hex(digest), content);
            }
        });
        missing.forEach((digest, content) -> {
            writes.addWords(new Writes.Insert(
                    "hub.content", List.of("digest", "body"), List.of(List.of(digest, Bodies.write(content))), true));
            writeReferences(digest, content);
        });
    }

    /** Which files it refers to: a sweep leaves them. */
    private void writeReferences(String digest, ContentItem content) {
        List<List<Object>> references = content.attachments().stream()
                .map(attachment -> attachment.sha256().hex())
                .distinct()
                .map(file -> List.<Object>of(file, digest))
                .toList();
        if (!references.isEmpty()) {
            writes.addWords(
                    new Writes.Insert("hub.content_attachment", List.of("attachment", "content"), references, true));
        }
    }

    private void writeDrafts() {
        commit.entries().stream()
                .map(Entry::event)
                .filter(SubmissionEvent.DraftSaved.class::isInstance)
                .map(event -> ((SubmissionEvent.DraftSaved) event).digest())
                .filter(digest -> !restoring || contents.containsKey(digest))
                .distinct()
                .forEach(digest -> DraftTable.add(writes, id, hex(digest)));
    }

    private void writeNote(Note note) {
        writes.add(new Writes.NoteInsert(
                note.digest().hex(), note.author().value(), note.submission().value(), Bodies.write(note)));
    }

    // What the events touch.

    private void sort(Entry entry) {
        SubmissionEvent event = (SubmissionEvent) entry.event();
        if (event instanceof SubmissionEvent.RoundOpened opened) {
            newRounds.add(opened.round());
            opened.seats().forEach(seat -> newSeats.add(new SeatKey(opened.round(), seat.number())));
        } else if (event instanceof SubmissionEvent.SeatFilled filled) {
            newSeats.add(new SeatKey(filled.round(), filled.seat().number()));
        } else if (event instanceof SubmissionEvent.SeatReplaced replaced) {
            changedSeats.add(new SeatKey(replaced.round(), replaced.former()));
            newSeats.add(new SeatKey(replaced.round(), replaced.seat().number()));
        } else if (event instanceof SubmissionEvent.SeatAccepted accepted) {
            changedSeats.add(new SeatKey(accepted.round(), accepted.seat()));
        } else if (event instanceof SubmissionEvent.SeatDeclined declined) {
            changedSeats.add(new SeatKey(declined.round(), declined.seat()));
        } else if (event instanceof SubmissionEvent.SeatRecused recused) {
            changedSeats.add(new SeatKey(recused.round(), recused.seat()));
        } else if (event instanceof SubmissionEvent.Reviewed reviewed) {
            changedSeats.add(new SeatKey(reviewed.round(), reviewed.seat()));
        }
        after.rounds().stream()
                .filter(round -> round.endedBy() == entry.sequence())
                .forEach(round -> endedRounds.add(round.number()));
    }

    private void writeRevisions() {
        for (Entry entry : commit.entries()) {
            if (entry.event() instanceof SubmissionEvent.RevisionSubmitted revision) {
                writes.insert(
                        "hub.revision",
                        List.of("submission", "number", "digest", "disclosure", "at"),
                        id,
                        revision.number(),
                        hex(revision.digest()),
                        revision.disclosure().hex(),
                        entry.at());
            }
        }
    }

    private void writeTitles() {
        if (titles != null) {
            TitleTable.add(writes, id, titles, bringsAllRevisions());
        }
    }

    private void writeRepresentations() {
        for (Entry entry : commit.entries()) {
            if (entry.event() instanceof SubmissionEvent.Represented represented) {
                writes.insert(
                        "hub.representation",
                        List.of("submission", "person", "note", "at"),
                        id,
                        represented.person().value(),
                        represented.note().hex(),
                        entry.at());
            }
        }
    }

    private void writeRounds() {
        for (int number : newRounds) {
            Round round = round(number);
            writes.insert(
                    "hub.round",
                    List.of("submission", "number", "revision", "digest", "opened_at", "state"),
                    id,
                    number,
                    round.revision(),
                    hex(round.digest()),
                    round.openedAt(),
                    state(round));
        }
        endedRounds.removeAll(newRounds);
        for (int number : endedRounds) {
            writes.update(
                    "update hub.round set state = ? where submission = ? and number = ?",
                    state(round(number)),
                    id,
                    number);
        }
    }

    private void writeSeats() {
        List<List<Object>> rows = newSeats.stream().map(this::row).toList();
        writes.insert(
                "hub.seat",
                List.of(
                        "submission",
                        "round",
                        "number",
                        "person",
                        "sector",
                        "organisations",
                        "due",
                        "declared",
                        "further",
                        "state",
                        "awaited"),
                rows);
        for (int ended : endedRounds) {
            round(ended).seats().stream()
                    .filter(SubmissionWrites::isAwaited)
                    .forEach(seat -> changedSeats.add(new SeatKey(ended, seat.number())));
        }
        changedSeats.removeAll(newSeats);
        for (SeatKey key : changedSeats) {
            Seat seat = seat(key);
            writes.update(
                    "update hub.seat set state = ?, awaited = ? where submission = ? and round = ? and number = ?",
                    seat.state().name().code(),
                    round(key.round()).isOpen() && isAwaited(seat),
                    id,
                    key.round(),
                    key.seat());
        }
    }

    private List<Object> row(SeatKey key) {
        Seat seat = seat(key);
        Seating seating = seat.seating();
        return List.of(
                id,
                key.round(),
                key.seat(),
                seating.person().value(),
                seating.sector().code(),
                seating.organisations().stream().map(OrganisationId::value).toArray(String[]::new),
                seating.due(),
                seating.declared(),
                seating.further(),
                seat.state().name().code(),
                round(key.round()).isOpen() && isAwaited(seat));
    }

    // What a publication rests on.

    private void writeJudgement(Entry entry) {
        if (entry.event() instanceof SubmissionEvent.Reviewed reviewed) {
            writes.insert(
                    "hub.review",
                    List.of("submission", "round", "seat", "digest", "outcome", "note", "at"),
                    id,
                    reviewed.round(),
                    reviewed.seat(),
                    hex(reviewed.digest()),
                    reviewed.outcome().code(),
                    reviewed.note().hex(),
                    entry.at());
        } else if (entry.event() instanceof SubmissionEvent.Judged judged) {
            writeVerdict(judged, entry.at());
        }
    }

    private void writeVerdict(SubmissionEvent.Judged judged, Instant at) {
        String digest = hex(judged.digest());
        writes.insert(
                "hub.verdict",
                List.of("submission", "round", "policy", "policy_version", "digest", "outcome", "at"),
                id,
                judged.round(),
                judged.policy().id(),
                judged.policy().version(),
                digest,
                judged.outcome().code(),
                at);
        List<List<Object>> approvals = judged.approvals().stream()
                .map(seat -> List.<Object>of(id, judged.round(), seat, digest, ReviewOutcome.APPROVE.code()))
                .toList();
        writes.insert("hub.approval", List.of("submission", "round", "seat", "digest", "outcome"), approvals);
        if (judged.outcome() == VerdictOutcome.APPROVED) {
            writes.insert(
                    "hub.publication",
                    List.of("submission", "revision", "round", "digest", "outcome", "at"),
                    id,
                    round(judged.round()).revision(),
                    judged.round(),
                    digest,
                    judged.outcome().code(),
                    at);
        }
    }

    private Round round(int number) {
        return after.rounds().get(number - 1);
    }

    private Seat seat(SeatKey key) {
        return round(key.round()).seats().get(key.seat() - 1);
    }

    private static boolean isAwaited(Seat seat) {
        return seat.isStanding() && !(seat.state() instanceof SeatState.Reviewed);
    }

    private static String state(Round round) {
        return round.isOpen() ? "open" : round.isVoid() ? "void" : "judged";
    }

    private static String hex(ContentDigest digest) {
        return digest.sha256().hex();
    }
}
