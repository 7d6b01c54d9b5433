package org.migrationhub.core.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
        Origin origin,
        List<Representation> representations,
        @Nullable ContentDigest draft,
        List<Revision> revisions,
        List<Screening> screenings,
        List<Round> rounds,
        Stage stage,
        @Nullable Feature feature,
        Versions versions) {

    SubmissionState {
        representations = List.copyOf(representations);
        revisions = List.copyOf(revisions);
        screenings = List.copyOf(screenings);
        rounds = List.copyOf(rounds);
    }

    /** What its first event said. */
    record Origin(Kind kind, PersonId submitter, SortedSet<OrganisationId> organisations, Instant at) {
        Origin {
            organisations = Collections.unmodifiableSortedSet(new TreeSet<>(organisations));
        }
    }

    /**
     * How many events there were, by who may know of them.
     *
     * @param all of them
     * @param ofSeats of these, those that happened to a seat
     * @param ofDrafts of these, those that happened to the draft
     * @param ofPublic all up to the last one that changed what the public sees
     * @param at when the last one happened
     */
    record Versions(long all, long ofSeats, long ofDrafts, long ofPublic, Instant at) {

        Versions next(Instant now) {
            return new Versions(all + 1, ofSeats, ofDrafts, ofPublic, now);
        }

        Versions ofSeat() {
            return new Versions(all, ofSeats + 1, ofDrafts, ofPublic, at);
        }

        Versions ofDraft() {
            return new Versions(all, ofSeats, ofDrafts + 1, ofPublic, at);
        }

        Versions inPublic() {
            return new Versions(all, ofSeats, ofDrafts, all, at);
        }
    }

    static SubmissionState started(SubmissionEvent.Started event, Instant at) {
        return new SubmissionState(
                new Origin(event.kind(), event.submitter(), event.organisations(), at),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                new Stage.Draft(),
                null,
                new Versions(1, 0, 0, 0, at));
    }

    SubmissionState at(Instant at) {
        return with(versions.next(at));
    }

    /** Counts the last event as one that happened to a seat. */
    SubmissionState withSeatEvent() {
        return with(versions.ofSeat());
    }

    /** Counts the last event as one that happened to the draft. */
    SubmissionState withDraft(ContentDigest next) {
        return new SubmissionState(
                origin, representations, next, revisions, screenings, rounds, stage, feature, versions.ofDraft());
    }

    SubmissionState in(Stage next) {
        boolean isPublicAsBefore = Objects.equals(stage.publication(), next.publication());
        Versions counted = isPublicAsBefore ? versions : versions.inPublic();
        return new SubmissionState(
                origin, representations, draft, revisions, screenings, rounds, next, feature, counted);
    }

    SubmissionState withFeature(@Nullable Feature next) {
        return new SubmissionState(
                origin, representations, draft, revisions, screenings, rounds, stage, next, versions.inPublic());
    }

    SubmissionState withRevision(Revision next) {
        List<Revision> more = with(next, revisions);
        return new SubmissionState(origin, representations, null, more, screenings, rounds, stage, feature, versions);
    }

    SubmissionState withScreening(Screening next) {
        List<Screening> more = with(next, screenings);
        return new SubmissionState(origin, representations, draft, revisions, more, rounds, stage, feature, versions);
    }

    SubmissionState withRepresentation(Representation next) {
        List<Representation> more = with(next, representations);
        return new SubmissionState(origin, more, draft, revisions, screenings, rounds, stage, feature, versions);
    }

    SubmissionState withRound(Round next) {
        return withRounds(with(next, rounds));
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
                origin, representations, draft, revisions, screenings, changed, stage, feature, versions);
    }

    private SubmissionState with(Versions counted) {
        return new SubmissionState(
                origin, representations, draft, revisions, screenings, rounds, stage, feature, counted);
    }

    private static <T> List<T> with(T next, List<T> those) {
        List<T> more = new ArrayList<>(those);
        more.add(next);
        return more;
    }
}
