package org.migrationhub.server.site.review;

import java.util.List;
import java.util.Optional;
import org.migrationhub.core.Comments;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.read.ItemRendering;

/** The reviewer's desk. Stateless and thread-safe. */
public final class ReviewPages {

    /** Where the list is. */
    static final String LIST = "/desk/reviews";

    /** The entry of the navigation. */
    static final String SECTION = "desk.reviews";

    private static final String ONE = LIST + "/{id}";

    private ReviewPages() {}

    /** In the order in which a reviewer comes to them. */
    public static List<Route> routes() {
        return List.of(
                Route.of(LIST, MyReviews::show, MyReviews.AFTER).personal(),
                Route.of(ONE, ReviewPages::show, ItemRendering.TEXT).personal(),
                Route.post(ONE + "/acceptance", ReviewPages::accept).personal(),
                Route.post(ONE + "/refusal", ReviewPages::decline).personal(),
                Route.post(ONE + "/recusal", ReviewPages::recuse).personal(),
                Route.post(ONE + "/affirmation", ReviewPages::affirm).personal(),
                Route.post(ONE, ReviewPages::review).personal());
    }

    static String path(SubmissionId id) {
        return LIST + "/" + id;
    }

    static Said title(SubmissionView view) {
        return Said.in(view.language(), view.title());
    }

    /** Who looks: on a personal page somebody does. */
    static PersonId self(Visit visit) {
        return Optional.ofNullable(visit.ask().actor().person())
                .orElseThrow(() -> new IllegalStateException("Nobody is logged in on a personal page"));
    }

    private static Answer show(Visit visit) {
        return shown(visit, 200, Typed.nothing(), false);
    }

    private static Answer accept(Visit visit) {
        Typed typed = visit.typed();
        SubmissionId id = visit.ask().submission();
        try {
            visit.ask().desk(version(typed)).acceptSeat(id);
        } catch (RefusedException e) {
            return shown(visit, 422, typed.refused(visit.voice(), e), false);
        } catch (StaleVersionException | WrongStageException e) {
            if (!isAccepted(visit)) {
                return shown(visit, 409, typed, true);
            }
        }
        return Written.isThere(typed) ? shown(visit, 200, typed, true) : visit.leadTo(path(id), "seat-taken");
    }

    private static boolean isAccepted(Visit visit) {
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        return Mine.of(view, self(visit)).filter(mine -> mine.can(Act.REVIEW)).isPresent();
    }

    private static Answer decline(Visit visit) {
        return left(
                visit,
                Act.DECLINE_SEAT,
                "seat-declined",
                reason -> visit.ask().desk().declineSeat(visit.ask().submission(), reason));
    }

    private static Answer recuse(Visit visit) {
        return left(
                visit,
                Act.RECUSE,
                "recused",
                reason -> visit.ask().desk().recuse(visit.ask().submission(), reason));
    }

    private interface Leaving {
        SubmissionView because(String reason);
    }

    /** Whoever has left already, with the same words, is told so: a form that is sent twice has done what it says. */
    private static Answer left(Visit visit, Act act, String done, Leaving leaving) {
        Typed typed = visit.typed();
        String reason = typed.text(Written.REASON).strip();
        SubmissionId id = visit.ask().submission();
        try {
            leaving.because(reason);
        } catch (RefusedException e) {
            return shown(visit, 422, typed.refused(visit.voice(), ofReason(e)), false);
        } catch (WrongStageException | NotFoundException | ForbiddenException e) {
            if (!visit.ask().desk().hasLeft(id, act, reason)) {
                return e instanceof WrongStageException
                        ? shown(visit, 409, typed, true)
                        : visit.unsent(
                                typed, List.of(Written.REASON), field -> Written.label(visit.voice(), field), "");
            }
        }
        return visit.leadTo(LIST, done);
    }

    /** What the core says of the note to the secretariat, said of the field for it. */
    private static List<Violation> ofReason(RefusedException refused) {
        return refused.violations().stream()
                .map(one -> new Violation("/" + Written.REASON, one.code(), one.message()))
                .toList();
    }

    /** Approves another revision as they have approved the last. */
    private static Answer affirm(Visit visit) {
        Typed typed = visit.typed();
        Optional<ContentDigest> digest = ContentDigest.find(typed.text(Written.DIGEST));
        if (digest.isEmpty()) {
            return shown(visit, 409, typed, true);
        }
        return filed(visit, typed, digest.get(), ReviewOutcome.APPROVE, Comments.NONE, "affirmed");
    }

    private static Answer review(Visit visit) {
        Typed typed = visit.typed();
        Optional<ContentDigest> digest = ContentDigest.find(typed.text(Written.DIGEST));
        Optional<ReviewOutcome> outcome = ReviewOutcome.find(typed.text(Written.OUTCOME));
        if (digest.isEmpty()) {
            return shown(visit, 409, typed, true);
        }
        if (outcome.isEmpty()) {
            Typed refused = typed.refused(Written.OUTCOME, visit.voice().plain("reviews.outcome.missing"));
            return shown(visit, 422, refused, false);
        }
        return filed(visit, typed, digest.get(), outcome.get(), Written.comments(typed), "review-filed");
    }

    private static Answer filed(
            Visit visit, Typed typed, ContentDigest digest, ReviewOutcome outcome, Comments comments, String done) {
        SubmissionId id = visit.ask().submission();
        try {
            visit.ask().desk().review(id, digest, outcome, comments);
        } catch (RefusedException e) {
            return shown(visit, 422, typed.refused(visit.voice(), e), false);
        } catch (WrongStageException e) {
            return isFiled(visit, digest, outcome, comments)
                    ? visit.leadTo(path(id), done)
                    : shown(visit, 409, typed, true);
        } catch (NotFoundException | ForbiddenException e) {
            return visit.unsent(
                    typed,
                    Written.texts(),
                    field -> Written.label(visit.voice(), field),
                    ""); // the seat is somebody else's by now
        }
        return visit.leadTo(path(id), done);
    }

    /** Whether they have filed this very review: a form that is sent twice has done what it says. */
    private static boolean isFiled(Visit visit, ContentDigest digest, ReviewOutcome outcome, Comments comments) {
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        return Mine.of(view, self(visit))
                .filter(mine -> digest.equals(mine.round().digest()))
                .flatMap(mine -> Optional.ofNullable(mine.seat().review()))
                .filter(review -> review.outcome() == outcome
                        && comments.equals(new Comments(review.text(), review.toSecretariat(), review.remarks())))
                .isPresent();
    }

    private static long version(Typed typed) {
        try {
            return Long.parseLong(typed.text("version"));
        } catch (NumberFormatException e) {
            return -1; // no version that there ever was: as stale as any
        }
    }

    /**
     * The page as it is now for this reviewer.
     *
     * @param moved whether what they sent was meant for what it was before
     */
    private static Answer shown(Visit visit, int status, Typed typed, boolean moved) {
        SubmissionId id = visit.ask().submission();
        SubmissionView view = visit.ask().desk().view(id);
        Mine mine = Mine.of(view, self(visit)).orElseThrow(() -> new NotFoundException("review", id.value()));
        return mine.isInvited()
                ? DeclaringPage.show(visit, status, mine, typed, moved)
                : ReadingPage.show(visit, status, mine, typed, moved);
    }
}
