package org.migrationhub.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Relation;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;

/** Lists of submissions, each line as far as one actor may know of it. Immutable and thread-safe. */
final class Listing {

    private final HubStorage storage;
    private final Facts facts;
    private final Actor actor;

    Listing(HubStorage storage, Actor actor) {
        this.storage = storage;
        this.facts = new Facts(storage);
        this.actor = actor;
    }

    /** What this person, who is the actor, has submitted or acts on for its submitter. */
    List<SubmissionSummary> by(PersonId self, SubmissionQuery page) {
        return listed(
                pageOf(page).by(self),
                line -> Optional.of(line).filter(one -> isStillOf(self, one)).map(SubmissionSummary::withoutPanel));
    }

    /** What was theirs to read is so only while their role lets them. */
    private boolean isStillOf(PersonId self, SubmissionSummary line) {
        return line.submitter().equals(self) ? maySee(line, Relation.SUBMITTER) : maySee(line, Relation.REPRESENTATIVE);
    }

    /** What the table says of somebody who stands so to a line: it takes no look at the item. */
    private boolean maySee(SubmissionSummary line, Relation relation) {
        return AccessTable.standard().permits(actor, relation, line.stage(), Right.SEE_STATUS);
    }

    /** Where the review of this person, who is the actor, is awaited. */
    List<SubmissionSummary> awaiting(PersonId self, SubmissionQuery page) {
        return listed(
                pageOf(page).awaiting(self),
                line -> Optional.of(line)
                        .filter(one -> maySee(one, Relation.INVITED))
                        .map(one -> one.withoutPanel().withDue(due(self, one.id()))));
    }

    private @Nullable Instant due(PersonId self, SubmissionId id) {
        return storage.submission(id).stream()
                .flatMap(stored -> stored.value().openRound().stream())
                .flatMap(round -> round.seatOf(self).stream())
                .map(seat -> seat.seating().due())
                .findFirst()
                .orElse(null);
    }

    /** What this person, who is the actor, has reviewed. */
    List<SubmissionSummary> reviewedBy(PersonId self, SubmissionQuery page) {
        return listed(
                pageOf(page).reviewedBy(self),
                line -> Optional.of(line)
                        .filter(one -> dossier(one).may(Right.SEE_STATUS))
                        .map(SubmissionSummary::withoutPanel));
    }

    /** What was handed in. */
    List<SubmissionSummary> handedIn(SubmissionQuery query) {
        SubmissionQuery rest = query.in(query.stages().isEmpty() ? Queues.HANDED_IN : Queues.handedIn(query.stages()));
        return rest.stages().isEmpty() ? List.of() : listed(rest, line -> asMayBeTold(line, query));
    }

    /** A line as far as the actor may know of it; none if the query asks of reviewers whom the actor may not know. */
    private Optional<SubmissionSummary> asMayBeTold(SubmissionSummary line, SubmissionQuery query) {
        Dossier dossier = dossier(line);
        if (dossier.may(Right.SEE_PANEL)) {
            return Optional.of(line);
        }
        boolean asksOfReviewers = query.awaited() != null || query.reviewer() != null || query.overdueAt() != null;
        return asksOfReviewers || !dossier.may(Right.SEE_STATUS) ? Optional.empty() : Optional.of(line.withoutPanel());
    }

    /** A full page of those lines that the actor may see. */
    private List<SubmissionSummary> listed(
            SubmissionQuery query, Function<SubmissionSummary, Optional<SubmissionSummary>> told) {
        List<SubmissionSummary> shown = new ArrayList<>();
        SubmissionQuery rest = query;
        List<SubmissionSummary> page = storage.submissions(rest);
        while (!page.isEmpty() && shown.size() < query.limit()) {
            page.stream().flatMap(line -> told.apply(line).stream()).forEach(shown::add);
            rest = rest.after(page.get(page.size() - 1).id());
            page = page.size() < query.limit() ? List.of() : storage.submissions(rest);
        }
        return shown.subList(0, Math.min(shown.size(), query.limit()));
    }

    private Dossier dossier(SubmissionSummary line) {
        return facts.dossier(line.id(), actor);
    }

    private static SubmissionQuery pageOf(SubmissionQuery query) {
        return SubmissionQuery.all().in(query.stages()).after(query.after()).limit(query.limit());
    }
}
