package org.migrationhub.server.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.Desk;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.server.account.Scope;

/** What submitters, reviewers and the secretariat read. */
final class SubmissionHandlers {

    private SubmissionHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("listSubmissions", "GET", Api.at("submissions"), SubmissionHandlers::list)
                        .taking("queue", "stage", "q", "limit", "cursor"),
                new Operation("viewSubmission", "GET", Api.at("submissions/{id}"), SubmissionHandlers::view),
                new Operation(
                        "readRevision",
                        "GET",
                        Api.at("submissions/{id}/revisions/{number}"),
                        SubmissionHandlers::revision),
                new Operation(
                        "readDisclosure",
                        "GET",
                        Api.at("submissions/{id}/disclosure"),
                        SubmissionHandlers::disclosure));
    }

    /** Which list is asked for. */
    private enum Queue {
        MINE(Scope.READ, Scope.CONTRIBUTE),
        REVIEWS(Scope.READ, Scope.REVIEW),
        REVIEWED(Scope.READ, Scope.REVIEW),
        ALL,
        OVERDUE;

        private final List<Scope> ofOneself;

        /** A list of what somebody does themselves, which needs no role; or of the secretariat, with no scopes. */
        Queue(Scope... ofOneself) {
            this.ofOneself = List.of(ofOneself);
        }

        static Optional<Queue> find(String code) {
            return switch (code) {
                case "mine" -> Optional.of(MINE);
                case "reviews" -> Optional.of(REVIEWS);
                case "reviewed" -> Optional.of(REVIEWED);
                case "all" -> Optional.of(ALL);
                case "overdue" -> Optional.of(OVERDUE);
                default -> Optional.empty();
            };
        }

        List<SubmissionSummary> of(Ask ask, SubmissionQuery page) {
            if (!ofOneself.isEmpty()) {
                ask.door().require(ofOneself);
            }
            Desk desk = ask.desk();
            return switch (this) {
                case MINE -> desk.mySubmissions(page);
                case REVIEWS -> desk.myReviews(page);
                case REVIEWED -> desk.myReviewed(page);
                case ALL -> desk.submissions(page);
                case OVERDUE -> desk.submissions(page.overdue(ask.now()));
            };
        }

        boolean isOfSecretariat() {
            return this == ALL || this == OVERDUE;
        }
    }

    private static Answer list(Ask ask) {
        Queue queue = ask.query()
                .code("queue", Queue::find, "mine, reviews, reviewed, all or overdue")
                .orElse(Queue.MINE);
        Set<StageName> stages = EnumSet.noneOf(StageName.class);
        stages.addAll(ask.query().codes("stage", StageName::find, "the code of a stage"));
        Page page = Page.of("submissions", ask.query());
        SubmissionQuery query = SubmissionQuery.all()
                .in(stages)
                .titled(words(ask, queue))
                .after(ask.query()
                        .code("cursor", Ids::submission, "where a page ended")
                        .orElse(null))
                .limit(page.asked());
        return page.answer(
                ask.query(),
                queue.of(ask, query),
                summary -> SubmissionJson.summary(summary, queue.isOfSecretariat()),
                summary -> summary.id().value());
    }

    /** What is somebody's own is little, and it is read by its stages. */
    private static String words(Ask ask, Queue queue) {
        Optional<String> words = ask.query().one("q");
        if (words.isPresent() && !queue.isOfSecretariat()) {
            throw Problems.query(
                    "q", "queue.without-words", "Only the lists of the secretariat are searched by words.");
        }
        if (words.isPresent() && FoldedName.of(words.get()).isEmpty()) {
            throw Problems.query("q", "parameter.required", "Write a word, or leave it out for everything.");
        }
        return words.orElse("");
    }

    private static Answer view(Ask ask) {
        return SubmitterHandlers.changed(ask.desk().view(ask.submission()));
    }

    private static Answer revision(Ask ask) {
        SubmissionId id = ask.submission();
        ContentItem content = ask.desk().content(id, ask.number());
        return Answer.ok(SubmissionJson.content(content));
    }

    private static Answer disclosure(Ask ask) {
        return Answer.ok(SubmissionJson.disclosure(ask.desk().disclosure(ask.submission())));
    }
}
