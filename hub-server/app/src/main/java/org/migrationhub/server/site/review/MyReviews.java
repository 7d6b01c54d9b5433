package org.migrationhub.server.site.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.SeatView;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Terms;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** The list of a reviewer's work: what waits first. Stateless and thread-safe. */
final class MyReviews {

    /** The parameter with the last submission of the page before. */
    static final String AFTER = "after";

    private static final int PAGE = 30;

    private MyReviews() {}

    static Answer show(Visit visit) {
        List<Mine> open =
                mine(visit, visit.ask().desk().myReviews(SubmissionQuery.all().limit(SubmissionQuery.MOST)));
        List<SubmissionSummary> page = visit.ask()
                .desk()
                .myReviewed(SubmissionQuery.all().after(after(visit)).limit(PAGE));
        List<Mine> reviewed = mine(visit, page);
        reviewed.removeIf(mine ->
                open.stream().anyMatch(one -> one.view().id().equals(mine.view().id())));
        String more = page.size() < PAGE
                ? null
                : visit.at().to(ReviewPages.LIST) + "?" + AFTER + "="
                        + page.get(PAGE - 1).id();
        Voice voice = visit.voice();
        ReviewList list = new ReviewList(
                open.stream()
                        .filter(Mine::isInvited)
                        .map(mine -> asked(visit, mine))
                        .toList(),
                open.stream()
                        .filter(mine -> !mine.isInvited())
                        .map(mine -> accepted(visit, mine))
                        .toList(),
                reviewed.stream().map(mine -> reviewed(visit, mine)).toList(),
                more);
        return visit.own("review/list", visit.desk(voice.plain("reviews.title"), ReviewPages.SECTION), list);
    }

    /** Where the page before ended; null for the first, which is also where what is no id leads. */
    private static @Nullable SubmissionId after(Visit visit) {
        String id = visit.ask().query().one(AFTER).orElse("");
        try {
            return id.isEmpty() ? null : new SubmissionId(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<Mine> mine(Visit visit, List<SubmissionSummary> page) {
        PersonId self = ReviewPages.self(visit);
        List<Mine> mine = new ArrayList<>();
        page.forEach(line -> Mine.of(visit.ask().desk().view(line.id()), self).ifPresent(mine::add));
        return mine;
    }

    private static ReviewList.Line asked(Visit visit, Mine mine) {
        String told = mine.earlier().isEmpty() ? "reviews.asked.text" : "reviews.asked.again";
        return waiting(visit, mine, visit.voice().say(told));
    }

    private static ReviewList.Line accepted(Visit visit, Mine mine) {
        String told = mine.earlier().isEmpty() ? "reviews.accepted.text" : "reviews.accepted.again";
        return waiting(visit, mine, visit.voice().say(told));
    }

    private static ReviewList.Line waiting(Visit visit, Mine mine, String told) {
        boolean late = mine.seat().overdue();
        String due = due(visit.voice(), mine.seat());
        return line(visit, mine, told, due, late ? "bad" : "waits");
    }

    private static ReviewList.Line reviewed(Visit visit, Mine mine) {
        Voice voice = visit.voice();
        SeatView.ReviewView review = mine.seat().review();
        String told = Optional.ofNullable(review)
                .map(one -> voice.say(
                        "reviews.said", voice.say("outcome." + one.outcome().code()), day(voice, one.at())))
                .orElse("");
        StageName stage = mine.view().stage();
        return line(visit, mine, told, voice.say("stage." + stage.code()), Terms.tone(stage));
    }

    private static ReviewList.Line line(Visit visit, Mine mine, String told, String state, String mood) {
        return new ReviewList.Line(
                visit.at().to(ReviewPages.path(mine.view().id())),
                ReviewPages.title(mine.view()),
                visit.voice().say("kind." + mine.view().kind().code()),
                told,
                state,
                mood);
    }

    /** Until when a review is asked for; empty if it isn't. */
    static String due(Voice voice, SeatView seat) {
        Instant due = seat.due();
        if (due == null) {
            return "";
        }
        return voice.say(seat.overdue() ? "reviews.overdue" : "reviews.due", day(voice, due));
    }

    /** A day; empty where nobody says when. */
    static String day(Voice voice, @Nullable Instant at) {
        return at == null ? "" : voice.date(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}
