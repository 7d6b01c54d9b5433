package org.migrationhub.server.site.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.RoundView;
import org.migrationhub.core.SeatView;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.difference.Difference;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.read.ItemRendering;

/**
 * Shows an item to a reviewer who has declared to have no conflict: as it would be published, with the form of the review.
 *
 * @param visit to the page
 * @param mine the seat of the reviewer
 * @param typed what they typed
 */
record ReadingPage(Visit visit, Mine mine, Typed typed) {

    static Answer show(Visit visit, int status, Mine mine, Typed typed, boolean moved) {
        ReadingPage page = new ReadingPage(visit, mine, typed);
        ContentItem content = page.content(mine.round().revision());
        return visit.own(
                status,
                "review/item",
                visit.desk(ReviewPages.title(mine.view()), ReviewPages.SECTION),
                page.reading(content, moved));
    }

    private Reading reading(ContentItem content, boolean moved) {
        boolean reviewing = mine.can(Act.REVIEW);
        int known = moved && reviewing ? knownFromForm() : 0;
        return new Reading(
                ReviewPages.path(id()),
                ReviewPages.self(visit) + "/" + id(),
                rendering(content).body(),
                state(),
                reviewing ? MyReviews.due(voice(), mine.seat()) : "",
                mine.seat().overdue(),
                ContentDigest.of(content).toString(),
                mine.round().revision(),
                reviewing,
                mine.can(Act.DECLINE_SEAT),
                mine.can(Act.RECUSE),
                known > 0,
                compared(content, known),
                typed,
                reviewing ? List.of() : lost(),
                filed());
    }

    private ItemRendering rendering(ContentItem content) {
        String address = visit.at().to(ReviewPages.path(id()));
        return new ItemRendering(
                content,
                ItemRendering.shown(visit, content),
                voice(),
                visit.at(),
                new ItemRendering.Place(address, this::file));
    }

    private String file(Sha256 digest) {
        return "/api/v1/submissions/" + id() + "/attachments/" + digest;
    }

    /** The revision that they had before them when they wrote, if another has come since; 0 if none has. */
    private int knownFromForm() {
        int number = number(typed.text(Written.REVISION));
        return number < mine.round().revision() ? number : 0;
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What has changed since what they had before them, or else since what they reviewed last. */
    private Reading.@Nullable Compared compared(ContentItem content, int fromForm) {
        Optional<RoundView> before = mine.before();
        int since = fromForm > 0 ? fromForm : before.map(RoundView::revision).orElse(0);
        if (since == 0 || since >= mine.round().revision() || !mine.can(Act.REVIEW)) {
            return null;
        }
        boolean affirming = before.filter(round -> round.revision() == since)
                .flatMap(round -> review(round))
                .filter(review -> review.outcome() == ReviewOutcome.APPROVE)
                .isPresent();
        Difference difference =
                Difference.between(content(since), content, voice(), person -> voice().say("reviews.person", person));
        return new Reading.Compared(voice().number(since), difference, affirming);
    }

    private String state() {
        if (mine.can(Act.REVIEW)) {
            return voice().say("reviews.state.accepted");
        }
        if (!mine.round().open()) {
            return voice().say("reviews.state.ended");
        }
        return voice().say("reviews.state.filed");
    }

    /** What they typed and can't file any more, so that they can keep it. */
    private List<Reading.Part> lost() {
        List<Reading.Part> parts = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            add(parts, name(criterion), typed.text(Written.REMARKS + criterion.code()));
        }
        add(parts, voice().say("reviews.to-submitter"), typed.text(Written.TEXT));
        add(parts, voice().say("reviews.to-secretariat"), typed.text(Written.TO_SECRETARIAT));
        return parts;
    }

    private List<Reading.Filed> filed() {
        List<Reading.Filed> filed = new ArrayList<>();
        List<RoundView> rounds = new ArrayList<>(mine.earlier());
        rounds.add(mine.round());
        for (RoundView round : rounds) {
            review(round).ifPresent(review -> filed.add(0, filed(round, review)));
        }
        return filed;
    }

    private Reading.Filed filed(RoundView round, SeatView.ReviewView review) {
        List<Reading.Part> parts = new ArrayList<>();
        review.remarks().forEach((criterion, remark) -> add(parts, name(criterion), remark));
        add(parts, voice().say("reviews.to-submitter"), review.text());
        add(parts, voice().say("reviews.to-secretariat"), review.toSecretariat());
        return new Reading.Filed(
                voice().number(round.revision()),
                review.outcome().code(),
                MyReviews.day(voice(), review.at()),
                ended(round),
                parts);
    }

    /** How a round ended: by a verdict, or by another revision that came before there was one. */
    private String ended(RoundView round) {
        if (round.open()) {
            return voice().say("reviews.round.open");
        }
        return round.outcome() == null
                ? voice().say("reviews.round.void")
                : voice().say(
                                "reviews.round.ended",
                                voice().say("outcome." + round.outcome().code()));
    }

    private String name(Criterion criterion) {
        return voice().say("criterion." + criterion.code());
    }

    private static void add(List<Reading.Part> parts, String name, String text) {
        if (!text.isBlank()) {
            parts.add(new Reading.Part(name, text));
        }
    }

    private Optional<SeatView.ReviewView> review(RoundView round) {
        PersonId self = ReviewPages.self(visit);
        return Mine.seat(round, self).flatMap(seat -> Optional.ofNullable(seat.review()));
    }

    private ContentItem content(int revision) {
        return visit.ask().desk().content(id(), revision);
    }

    private SubmissionId id() {
        return mine.view().id();
    }

    private Voice voice() {
        return visit.voice();
    }
}
