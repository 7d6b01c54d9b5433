package org.migrationhub.core.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;

/** What a submission's events add up to; each method here is what one kind of event does. */
record SubmissionState(
        Kind kind,
        PersonId submitter,
        SortedSet<OrganisationId> organisations,
        List<Representation> representations,
        @Nullable ContentDigest draft,
        List<Revision> revisions,
        List<Round> rounds,
        Stage stage,
        @Nullable Feature feature,
        long version,
        long seatEvents,
        long draftEvents,
        Instant startedAt,
        Instant changedAt) {

    SubmissionState {
        organisations = Collections.unmodifiableSortedSet(new TreeSet<>(organisations));
        representations = List.copyOf(representations);
        revisions = List.copyOf(revisions);
        rounds = List.copyOf(rounds);
    }

    static SubmissionState started(SubmissionEvent.Started event, Instant at) {
        return new SubmissionState(
                event.kind(),
                event.submitter(),
                event.organisations(),
                List.of(),
                null,
                List.of(),
                List.of(),
                new Stage.Draft(),
                null,
                1,
                0,
                0,
                at,
                at);
    }

    SubmissionState at(Instant at) {
        return new SubmissionState(
                kind,
                submitter,
                organisations,
                representations,
                draft,
                revisions,
                rounds,
                stage,
                feature,
                version + 1,
                seatEvents,
                draftEvents,
                startedAt,
                at);
    }

    /** Counts the last event as one that happened to a seat. */
    SubmissionState withSeatEvent() {
        return new SubmissionState(
                kind,
                submitter,
                organisations,
                representations,
                draft,
                revisions,
                rounds,
                stage,
                feature,
                version,
                seatEvents + 1,
                draftEvents,
                startedAt,
                changedAt);
    }

    /** Counts the last event as one that happened to the draft. */
    SubmissionState withDraft(ContentDigest next) {
        return new SubmissionState(
                kind,
                submitter,
                organisations,
                representations,
                next,
                revisions,
                rounds,
                stage,
                feature,
                version,
                seatEvents,
                draftEvents + 1,
                startedAt,
                changedAt);
    }

    SubmissionState in(Stage next) {
        return new SubmissionState(
                kind,
                submitter,
                organisations,
                representations,
                draft,
                revisions,
                rounds,
                next,
                feature,
                version,
                seatEvents,
                draftEvents,
                startedAt,
                changedAt);
    }

    SubmissionState withFeature(@Nullable Feature next) {
        return new SubmissionState(
                kind,
                submitter,
                organisations,
                representations,
                draft,
                revisions,
                rounds,
                stage,
                next,
                version,
                seatEvents,
                draftEvents,
                startedAt,
                changedAt);
    }

    SubmissionState withRevision(Revision next) {
        List<Revision> more = new ArrayList<>(revisions);
        more.add(next);
        return new SubmissionState(
                kind,
                submitter,
                organisations,
                representations,
                null,
                more,
                rounds,
                stage,
                feature,
                version,
                seatEvents,
                draftEvents,
                startedAt,
                changedAt);
    }

    SubmissionState withRepresentation(Representation next) {
        List<Representation> more = new ArrayList<>(representations);
        more.add(next);
        return new SubmissionState(
                kind,
                submitter,
                organisations,
                more,
                draft,
                revisions,
                rounds,
                stage,
                feature,
                version,
                seatEvents,
                draftEvents,
                startedAt,
                changedAt);
    }

    SubmissionState withRound(Round next) {
        List<Round> more = new ArrayList<>(rounds);
        more.add(next);
        return withRounds(more);
    }

    SubmissionState withLastRound(UnaryOperator<Round> change) {
        List<Round> changed = new ArrayList<>(rounds);
        if (!changed.isEmpty()) {
            changed.set(changed.size() - 1, change.apply(changed.get(changed.size() - 1)));
        }
        return withRounds(changed);
    }

    boolean isRepresentedBy(PersonId person) {
        return representations.stream().anyMatch(one -> one.person().equals(person));
    }

    Round lastRound() {
        return rounds.get(rounds.size() - 1);
    }

    Revision lastRevision() {
        return revisions.get(revisions.size() - 1);
    }

    private SubmissionState withRounds(List<Round> changed) {
        return new SubmissionState(
                kind,
                submitter,
                organisations,
                representations,
                draft,
                revisions,
                changed,
                stage,
                feature,
                version,
                seatEvents,
                draftEvents,
                startedAt,
                changedAt);
    }
}
