package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.storage.Commit;

/**
 * The baseline: the same rows, as somebody writes them with plain JDBC who knows what is to be written. A step is a
 * transaction that locks the item's row first, then runs one prepared statement after the other. All that can be made
 * beforehand (JSON, hashes) is.
 */
final class PlainJdbc {

    private final DataSource connections;
    private final boolean givesPositions;
    private long position;

    PlainJdbc(DataSource connections, boolean givesPositions, long lastPosition) {
        this.connections = connections;
        this.givesPositions = givesPositions;
        this.position = lastPosition;
    }

    /** A commit with everything made beforehand. */
    record Step(Commit.OfSubmission commit, String content, TitleTerms terms, List<String> note, List<String> entries) {

        static Step of(Commit.OfSubmission commit) {
            return new Step(
                    commit,
                    commit.contents().isEmpty()
                            ? ""
                            : Bodies.write(commit.contents().get(0)),
                    commit.contents().isEmpty()
                            ? TitleTerms.of(List.of())
                            : TitleTerms.of(commit.contents().get(0)),
                    commit.notes().stream().map(Bodies::write).toList(),
                    commit.entries().stream()
                            .map(entry -> Bodies.canonical(EntryCodec.tree(entry)))
                            .toList());
        }
    }

    void store(Step step) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            Submission after = step.commit().after();
            String id = after.id().value();
            if (step.commit().expected().sequence() == 0) {
                content(connection, step);
                insertSubmission(connection, step);
            } else {
                lock(connection, step);
                content(connection, step);
            }
            for (Entry entry : step.commit().entries()) {
                event(connection, id, after, entry, step.terms());
            }
            for (int note = 0; note < step.note().size(); note++) {
                var written = step.commit().notes().get(note);
                run(
                        connection,
                        "insert into hub.note (digest, author, submission, body) values (?, ?, ?, ?)",
                        written.digest().hex(),
                        written.author().value(),
                        id,
                        step.note().get(note));
            }
            journal(connection, step);
            if (step.commit().expected().sequence() > 0) {
                updateSubmission(connection, step);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void lock(Connection connection, Step step) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select version, head from hub.submission where id = ? for update")) {
            statement.setString(1, step.commit().after().id().value());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next() || rows.getLong(1) != step.commit().expected().sequence()) {
                    throw new IllegalStateException("stale");
                }
            }
        }
    }

    private static void content(Connection connection, Step step) throws SQLException {
        if (!step.content().isEmpty()) {
            run(
                    connection,
                    "insert into hub.content (digest, body) values (?, ?) on conflict do nothing",
                    ContentDigest.of(step.commit().contents().get(0)).sha256().hex(),
                    step.content());
        }
    }

    private static void insertSubmission(Connection connection, Step step) throws SQLException {
        Submission after = step.commit().after();
        Entry last = last(step);
        run(
                connection,
                "insert into hub.submission (id, version, head, kind, submitter, policy, policy_version, stage, draft,"
                        + " revisions, title, language, started_at, changed_at, due, public_revision)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                after.id().value(),
                last.sequence(),
                last.hash().hex(),
                after.kind().code(),
                after.submitter().value(),
                after.policy().ref().id(),
                after.policy().ref().version(),
                after.stage().name().code(),
                after.draft().map(draft -> draft.sha256().hex()).orElse(null),
                0,
                step.commit().contents().get(0).title(),
                "en",
                after.startedAt(),
                after.changedAt(),
                null,
                null);
    }

    private static void updateSubmission(Connection connection, Step step) throws SQLException {
        Submission after = step.commit().after();
        Entry last = last(step);
        run(
                connection,
                "update hub.submission set version = ?, head = ?, stage = ?, draft = ?, revisions = ?, changed_at = ?,"
                        + " due = ?, public_revision = ? where id = ?",
                last.sequence(),
                last.hash().hex(),
                after.stage().name().code(),
                null,
                after.revisions().size(),
                after.changedAt(),
                after.openRound()
                        .map(round -> round.seats().get(0).seating().due())
                        .orElse(null),
                after.publication().map(publication -> publication.revision()).orElse(null),
                after.id().value());
    }

    private static void event(Connection connection, String id, Submission after, Entry entry, TitleTerms terms)
            throws SQLException {
        if (entry.event() instanceof SubmissionEvent.RevisionSubmitted revision) {
            run(
                    connection,
                    "insert into hub.revision (submission, number, digest, disclosure, at) values (?, ?, ?, ?, ?)",
                    id,
                    revision.number(),
                    revision.digest().sha256().hex(),
                    revision.disclosure().hex(),
                    entry.at());
            titles(connection, id, terms);
        } else if (entry.event() instanceof SubmissionEvent.DraftSaved saved) {
            run(
                    connection,
                    "insert into hub.draft (content, submission) values (?, ?) on conflict do nothing",
                    saved.digest().sha256().hex(),
                    id);
        } else if (entry.event() instanceof SubmissionEvent.RoundOpened) {
            Round round = after.rounds().get(0);
            run(
                    connection,
                    "insert into hub.round (submission, number, revision, digest, opened_at, state)"
                            + " values (?, ?, ?, ?, ?, 'open')",
                    id,
                    1,
                    1,
                    round.digest().sha256().hex(),
                    entry.at());
            for (Seat seat : round.seats()) {
                run(
                        connection,
                        "insert into hub.seat (submission, round, number, person, sector, organisations, due, declared,"
                                + " further, state, awaited) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        1,
                        seat.number(),
                        seat.person().value(),
                        seat.seating().sector().code(),
                        new String[] {seat.seating().organisations().first().value()},
                        seat.seating().due(),
                        false,
                        false,
                        "invited",
                        true);
            }
        } else if (entry.event() instanceof SubmissionEvent.SeatAccepted accepted) {
            seat(connection, id, accepted.seat(), "accepted", true);
        } else if (entry.event() instanceof SubmissionEvent.Reviewed reviewed) {
            seat(connection, id, reviewed.seat(), "reviewed", false);
            run(
                    connection,
                    "insert into hub.review (submission, round, seat, digest, outcome, note, at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    1,
                    reviewed.seat(),
                    reviewed.digest().sha256().hex(),
                    reviewed.outcome().code(),
                    reviewed.note().hex(),
                    entry.at());
        } else if (entry.event() instanceof SubmissionEvent.Judged judged) {
            judged(connection, id, judged, entry.at());
        }
    }

    private static void titles(Connection connection, String id, TitleTerms terms) throws SQLException {
        run(connection, "update hub.submission set titles = ? where id = ?", terms.titles(), id);
        try (PreparedStatement statement =
                connection.prepareStatement("insert into hub.title_term (term, submission) values (?, ?)")) {
            for (String term : terms.terms()) {
                statement.setString(1, term);
                statement.setString(2, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void seat(Connection connection, String id, int seat, String state, boolean awaited)
            throws SQLException {
        run(
                connection,
                "update hub.seat set state = ?, awaited = ? where submission = ? and round = ? and number = ?",
                state,
                awaited,
                id,
                1,
                seat);
    }

    private static void judged(Connection connection, String id, SubmissionEvent.Judged judged, Instant at)
            throws SQLException {
        String digest = judged.digest().sha256().hex();
        run(connection, "update hub.round set state = 'judged' where submission = ? and number = ?", id, 1);
        run(
                connection,
                "insert into hub.verdict (submission, round, policy, policy_version, digest, outcome, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                1,
                judged.policy().id(),
                judged.policy().version(),
                digest,
                judged.outcome().code(),
                at);
        for (int seat : judged.approvals()) {
            run(
                    connection,
                    "insert into hub.approval (submission, round, seat, digest, outcome) values (?, ?, ?, ?, 'approve')",
                    id,
                    1,
                    seat,
                    digest);
        }
        run(
                connection,
                "insert into hub.publication (submission, revision, round, digest, outcome, at)"
                        + " values (?, ?, ?, ?, 'approved', ?)",
                id,
                1,
                1,
                digest,
                at);
    }

    private void journal(Connection connection, Step step) throws SQLException {
        for (int index = 0; index < step.entries().size(); index++) {
            Entry entry = step.commit().entries().get(index);
            List<Object> row = new ArrayList<>(List.of(
                    entry.chain().value(),
                    entry.sequence(),
                    entry.at(),
                    entry.event().getClass().getSimpleName(),
                    entry.hash().hex(),
                    step.entries().get(index)));
            if (givesPositions) {
                row.add(nextPosition());
                run(
                        connection,
                        "insert into hub.journal (chain, sequence, at, event, hash, entry, position)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        row.toArray());
            } else {
                run(
                        connection,
                        "insert into hub.journal (chain, sequence, at, event, hash, entry) values (?, ?, ?, ?, ?, ?)",
                        row.toArray());
            }
        }
    }

    private synchronized long nextPosition() {
        return ++position;
    }

    private static Entry last(Step step) {
        return step.commit().entries().get(step.commit().entries().size() - 1);
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                Object value = parameters[index];
                if (value instanceof Instant instant) {
                    statement.setObject(index + 1, instant.atOffset(ZoneOffset.UTC));
                } else if (value instanceof String[] texts) {
                    statement.setArray(index + 1, connection.createArrayOf("text", texts));
                } else {
                    statement.setObject(index + 1, value);
                }
            }
            statement.executeUpdate();
        }
    }
}
