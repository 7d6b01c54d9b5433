package org.migrationhub.core.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.review.Representation;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;

/** Whom an entry of the journal concerns. Stateless and thread-safe. */
public final class Notices {

    private Notices() {}

    /**
     * The notices that an entry gives rise to.
     *
     * @param fed an entry of a submission's chain
     * @param submission as it stands now, or at any time after the entry
     */
    public static List<Notice> of(FeedEntry fed, Submission submission) {
        List<Notice> notices = new ArrayList<>();
        if (fed.entry().event() instanceof SubmissionEvent event) {
            toSubmitter(event, fed, submission).forEach(kind -> {
                notices.add(notice(fed, submission.submitter(), kind, submission));
                representatives(kind, fed, submission)
                        .forEach(person -> notices.add(notice(fed, person, kind, submission)));
            });
            toReviewers(event, submission, fed, notices);
        }
        return notices;
    }

    /** Whoever acts on the submitter's behalf is told what the submitter is told, but not that they do so themselves. */
    private static Stream<PersonId> representatives(NoticeKind kind, FeedEntry fed, Submission submission) {
        return submission.representations().stream()
                .filter(one -> kind != NoticeKind.REPRESENTED
                        && !one.since().isAfter(fed.entry().at()))
                .map(Representation::person);
    }

    private static Stream<NoticeKind> toSubmitter(SubmissionEvent event, FeedEntry fed, Submission submission) {
        if (event instanceof SubmissionEvent.Judged judged) {
            return Stream.of(
                    switch (judged.outcome()) {
                        case APPROVED -> NoticeKind.PUBLISHED;
                        case CHANGES_REQUESTED -> NoticeKind.CHANGES_REQUESTED;
                        case DECLINED -> NoticeKind.DECLINED;
                    });
        }
        if (event instanceof SubmissionEvent.RoundOpened) {
            return Stream.of(NoticeKind.IN_REVIEW);
        }
        if (event instanceof SubmissionEvent.Returned) {
            return Stream.of(NoticeKind.RETURNED);
        }
        if (event instanceof SubmissionEvent.DeclinedAtScreening) {
            return Stream.of(NoticeKind.DECLINED);
        }
        if (event instanceof SubmissionEvent.Represented) {
            return Stream.of(NoticeKind.REPRESENTED);
        }
        if (event instanceof SubmissionEvent.Featured) {
            return isFeaturedSince(fed, submission) ? Stream.of(NoticeKind.FEATURED) : Stream.empty();
        }
        return event instanceof SubmissionEvent.Retracted ? Stream.of(NoticeKind.RETRACTED) : Stream.empty();
    }

    /** Neither where the entry only words anew what was said, nor where it was taken back meanwhile. */
    private static boolean isFeaturedSince(FeedEntry fed, Submission submission) {
        return submission
                .lastFeature()
                .filter(feature -> feature.begunBy() == fed.entry().sequence())
                .isPresent();
    }

    private static void toReviewers(SubmissionEvent event, Submission submission, FeedEntry fed, List<Notice> notices) {
        if (event instanceof SubmissionEvent.RoundOpened opened) {
            opened.seats().stream()
                    .map(Seating::person)
                    .forEach(person -> notices.add(notice(fed, person, asked(person, opened, submission), submission)));
            leftOut(opened, submission, fed)
                    .forEach(person -> notices.add(notice(fed, person, NoticeKind.SEAT_ENDED, submission)));
        } else if (event instanceof SubmissionEvent.SeatFilled filled) {
            notices.add(notice(fed, filled.seat().person(), NoticeKind.INVITED, submission));
        } else if (event instanceof SubmissionEvent.SeatReplaced replaced) {
            notices.add(notice(
                    fed, occupant(submission, replaced.round(), replaced.former()), NoticeKind.SEAT_ENDED, submission));
            notices.add(notice(fed, replaced.seat().person(), NoticeKind.INVITED, submission));
        } else if (event instanceof SubmissionEvent.SeatRecused recused
                && recused.note() == null
                && !recused.reasons().contains(SubmissionEvent.SeatRecused.DECLARED)) {
            notices.add(notice(
                    fed, occupant(submission, recused.round(), recused.seat()), NoticeKind.SEAT_ENDED, submission));
        } else if (event instanceof SubmissionEvent.Withdrawn || event instanceof SubmissionEvent.Retracted) {
            ended(fed, submission)
                    .forEach(seat -> notices.add(notice(fed, seat.person(), NoticeKind.TAKEN_BACK, submission)));
        } else if (event instanceof SubmissionEvent.Judged) {
            ended(fed, submission)
                    .filter(seat -> seat.review().isEmpty())
                    .forEach(seat -> notices.add(notice(fed, seat.person(), NoticeKind.SEAT_ENDED, submission)));
        }
    }

    /** The seats that stood when this entry ended their round. */
    private static Stream<Seat> ended(FeedEntry fed, Submission submission) {
        return submission.rounds().stream()
                .filter(round -> round.endedBy() == fed.entry().sequence())
                .flatMap(round -> round.standing().stream());
    }

    /**
     * Who had the last revision and doesn't get the next, where a panel goes on with it: then the round was opened by the
     * submitter, or on their behalf, by a revision; the secretariat opens all others.
     */
    private static Stream<PersonId> leftOut(SubmissionEvent.RoundOpened opened, Submission submission, FeedEntry fed) {
        boolean isBySubmitter =
                submission.submitter().equals(fed.entry().actor().person());
        boolean goesOn = opened.round() > 1 && (isBySubmitter || fed.entry().behalf() != null);
        return !goesOn
                ? Stream.empty()
                : submission.rounds().get(opened.round() - 2).standing().stream()
                        .filter(seat -> !seat.isFurther())
                        .map(Seat::person)
                        .filter(person -> opened.seats().stream()
                                .noneMatch(seating -> seating.person().equals(person)));
    }

    /** How a person is asked to judge: who sat in the round before knows the item. */
    private static NoticeKind asked(PersonId person, SubmissionEvent.RoundOpened opened, Submission submission) {
        boolean goesOn = opened.round() > 1
                && submission.rounds().get(opened.round() - 2).seatOf(person).isPresent();
        return goesOn ? NoticeKind.REVISED : NoticeKind.INVITED;
    }

    private static PersonId occupant(Submission submission, int round, int seat) {
        return submission
                .rounds()
                .get(round - 1)
                .seat(seat)
                .map(Seat::person)
                .orElseThrow(() -> new IllegalStateException("No seat " + seat + " in round " + round));
    }

    private static Notice notice(FeedEntry fed, PersonId person, NoticeKind kind, Submission submission) {
        return new Notice(fed.position(), person, kind, submission.id());
    }
}
