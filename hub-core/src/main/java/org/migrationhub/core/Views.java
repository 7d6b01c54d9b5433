package org.migrationhub.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.SeatView.ReviewView;
import org.migrationhub.core.access.Relation;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Feature;
import org.migrationhub.core.review.Judgement;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.PanelVerdict;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.Review;
import org.migrationhub.core.review.Revision;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SeatState;
import org.migrationhub.core.review.Stage;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.vocabulary.Language;

/** Shows to each actor what they may see, and nothing that tells of the rest. Thread-safe. */
final class Views {

    private final HubStorage storage;

    Views(HubStorage storage) {
        this.storage = storage;
    }

    SubmissionView of(Dossier dossier, Instant now) {
        Submission submission = dossier.submission();
        ContentItem shown = shown(dossier);
        return new SubmissionView(
                submission.id(),
                dossier.version(),
                submission.kind(),
                dossier.publicOnly().map(publication -> StageName.PUBLISHED).orElse(dossier.stage()),
                shown.title(),
                shown.language(),
                submission.policy().ref(),
                dossier.may(Right.SEE_DISCLOSURE) ? submission.submitter() : null,
                dossier.may(Right.SEE_OUTCOMES) ? representatives(submission) : List.of(),
                dossier.publicOnly()
                        .map(Publication::revision)
                        .orElse(submission.revisions().size()),
                dossier.may(Right.SEE_CONTENT)
                        ? submission.revision().map(Revision::digest).orElse(null)
                        : null,
                submission.publication().map(Publication::revision).orElse(0),
                submission.startedAt(),
                dossier.may(Right.SEE_PANEL) ? submission.changedAt() : null,
                dossier.may(Right.SEE_OUTCOMES) ? words(noteOf(submission.stage())) : null,
                dossier.may(Right.SEE_OUTCOMES) ? revisions(submission) : List.of(),
                rounds(dossier, now),
                featured(dossier),
                possible(dossier, now));
    }

    private List<RepresentativeView> representatives(Submission submission) {
        return submission.representations().stream()
                .map(one -> new RepresentativeView(
                        one.person(),
                        storage.person(one.person())
                                .map(stored -> stored.value().profile().name())
                                .orElse(""),
                        Objects.requireNonNullElse(words(one.note()), ""),
                        one.since()))
                .toList();
    }

    /** What the public finds at the item's address; empty if the item was never public. */
    Optional<PublicRecord> publicRecord(Submission submission) {
        if (submission.stage() instanceof Stage.Retracted retracted) {
            String reason = words(retracted.note());
            LocalDate on = day(submission.changedAt());
            return Optional.of(
                    new PublicRecord.Tombstone(submission.id(), submission.kind(), reason == null ? "" : reason, on));
        }
        return published(submission).map(PublicRecord.class::cast);
    }

    /** The item as the public reads it; empty if it isn't public. */
    Optional<PublicRecord.Published> published(Submission submission) {
        return submission.publication().map(publication -> published(submission, publication));
    }

    private PublicRecord.Published published(Submission submission, Publication publication) {
        ContentItem content = storage.content(publication.digest())
                .orElseThrow(() -> new IllegalStateException("The content of " + submission.id() + " is missing"));
        return new PublicRecord.Published(
                submission.id(),
                publication.revision(),
                publication.digest(),
                content,
                day(submission.revisions().get(0).at()),
                howReviewed(publication.verdict()),
                versions(submission),
                submission
                        .feature()
                        .map(feature -> new PublicRecord.Featured(sentences(feature), feature.at()))
                        .filter(featured -> !featured.sentences().isEmpty())
                        .orElse(null));
    }

    /** What was said, without what was erased with its author. */
    private SortedMap<Language, String> sentences(Feature feature) {
        SortedMap<Language, String> sentences = new TreeMap<>();
        feature.sentences()
                .forEach((language, digest) ->
                        storage.note(digest).ifPresent(note -> sentences.put(language, note.text())));
        return sentences;
    }

    private @Nullable FeatureView featured(Dossier dossier) {
        Submission submission = dossier.submission();
        return submission
                .lastFeature()
                .filter(last -> dossier.may(Right.FEATURE))
                .map(last -> new FeatureView(
                        last.revision(),
                        sentences(last),
                        last.at(),
                        submission.feature().isPresent()))
                .orElse(null);
    }

    private ContentItem shown(Dossier dossier) {
        return dossier.publicOnly()
                .flatMap(publication -> storage.content(publication.digest()))
                .orElseGet(dossier::shown);
    }

    private static PublicRecord.HowReviewed howReviewed(PanelVerdict verdict) {
        return new PublicRecord.HowReviewed(
                verdict.policy(),
                verdict.approvals().size(),
                verdict.approvals(Sector.UN),
                verdict.approvals(Sector.NON_UN),
                day(verdict.at()));
    }

    private static List<PublicRecord.Version> versions(Submission submission) {
        List<PublicRecord.Version> versions = new ArrayList<>();
        for (Round round : submission.rounds()) {
            round.verdict()
                    .filter(verdict -> verdict.outcome() == VerdictOutcome.APPROVED)
                    .ifPresent(verdict -> versions.add(
                            new PublicRecord.Version(round.revision(), verdict.digest(), howReviewed(verdict))));
        }
        return versions;
    }

    private List<RevisionView> revisions(Submission submission) {
        return submission.revisions().stream()
                .map(revision -> submission.screenings().stream()
                        .filter(screening -> screening.revision() == revision.number())
                        .findFirst()
                        .map(screening -> new RevisionView(
                                revision.number(),
                                day(revision.at()),
                                day(screening.at()),
                                Objects.requireNonNullElse(words(screening.note()), "")))
                        .orElseGet(() -> new RevisionView(revision.number(), day(revision.at()), null, "")))
                .toList();
    }

    private List<RoundView> rounds(Dossier dossier, Instant now) {
        List<RoundView> views = new ArrayList<>();
        for (Round round : dossier.submission().rounds()) {
            if (dossier.may(Right.SEE_PANEL)) {
                views.add(view(dossier, round, vacancies(dossier, round, now), all(round, now)));
            } else if (isReviewer(dossier)) {
                own(dossier, round, now).ifPresent(seat -> views.add(view(dossier, round, 0, List.of(seat))));
            } else if (dossier.may(Right.SEE_OUTCOMES) && !round.isVoid()) {
                views.add(view(dossier, round, 0, round.isOpen() ? List.of() : nameless(round)));
            }
        }
        return views;
    }

    private static boolean isReviewer(Dossier dossier) {
        return dossier.relation() == Relation.SEATED || dossier.relation() == Relation.INVITED;
    }

    private static RoundView view(Dossier dossier, Round round, int vacancies, List<SeatView> seats) {
        return new RoundView(
                round.number(),
                round.revision(),
                dossier.may(Right.SEE_CONTENT) ? round.digest() : null,
                round.isOpen(),
                round.verdict().map(PanelVerdict::outcome).orElse(null),
                round.verdict().map(verdict -> day(verdict.at())).orElse(null),
                vacancies,
                seats);
    }

    private static int vacancies(Dossier dossier, Round round, Instant now) {
        boolean pending = round.isOpen();
        return pending && dossier.submission().policy().judge(round, now) instanceof Judgement.Pending waiting
                ? waiting.vacancies()
                : 0;
    }

    private List<SeatView> all(Round round, Instant now) {
        return round.seats().stream().map(seat -> full(seat, now)).toList();
    }

    private Optional<SeatView> own(Dossier dossier, Round round, Instant now) {
        return Optional.ofNullable(dossier.actor().person())
                .flatMap(round::seatOf)
                .map(seat -> full(seat, now));
    }

    private SeatView full(Seat seat, Instant now) {
        return new SeatView(
                seat.number(),
                seat.person(),
                seat.seating().sector(),
                seat.state().name(),
                seat.isFurther(),
                seat.state() instanceof SeatState.Reviewed
                        ? null
                        : seat.seating().due(),
                seat.isOverdue(now),
                words(noteOf(seat.state())),
                seat.review().map(review -> view(review, true)).orElse(null));
    }

    /** What was said in a judged round, in an order that doesn't tell in which seat who sat or when who wrote. */
    private List<SeatView> nameless(Round round) {
        return round.standing().stream()
                .filter(seat -> seat.review().isPresent())
                .map(seat -> new SeatView(
                        0,
                        null,
                        seat.seating().sector(),
                        seat.state().name(),
                        seat.isFurther(),
                        null,
                        false,
                        null,
                        seat.review().map(review -> view(review, false)).orElse(null)))
                .sorted(Comparator.comparing(SeatView::sector)
                        .thenComparing(seat -> seat.review() == null
                                ? ""
                                : seat.review().outcome().code())
                        .thenComparing(seat ->
                                seat.review() == null ? "" : seat.review().text()))
                .toList();
    }

    private ReviewView view(Review review, boolean full) {
        Note note = storage.note(review.note()).orElse(null);
        return new ReviewView(
                review.outcome(),
                note == null ? "" : note.text(),
                note == null || !full ? "" : note.toSecretariat(),
                note == null ? new TreeMap<>() : note.remarks(),
                full ? review.at() : null);
    }

    private @Nullable String words(@Nullable Sha256 digest) {
        return digest == null ? null : storage.note(digest).map(Views::words).orElse("");
    }

    private static String words(Note note) {
        return note.text().isEmpty() ? note.toSecretariat() : note.text();
    }

    private static @Nullable Sha256 noteOf(SeatState state) {
        if (state instanceof SeatState.Declined declined) {
            return declined.note();
        }
        return state instanceof SeatState.Recused recused ? recused.note() : null;
    }

    private static @Nullable Sha256 noteOf(Stage stage) {
        if (stage instanceof Stage.ChangesRequested requested) {
            return requested.note();
        }
        if (stage instanceof Stage.Declined declined) {
            return declined.note();
        }
        if (stage instanceof Stage.Withdrawn withdrawn) {
            return withdrawn.note();
        }
        if (stage instanceof Stage.Published published) {
            return published.note();
        }
        return stage instanceof Stage.Retracted retracted ? retracted.note() : null;
    }

    private static Set<Act> possible(Dossier dossier, Instant now) {
        Set<Act> possible = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            if (dossier.may(act)
                    && dossier.submission().offers(act, dossier.actor().person(), now)) {
                possible.add(act);
            }
        }
        return possible;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
