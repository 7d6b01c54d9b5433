package org.migrationhub.server.api;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.Comments;
import org.migrationhub.core.Desk;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;

/** What reviewers do, each from their own seat. */
final class ReviewerHandlers {

    private ReviewerHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("acceptSeat", "POST", Api.at("submissions/{id}/acceptance"), ReviewerHandlers::accept)
                        .changing()
                        .silentWhenTried(),
                new Operation("declineSeat", "POST", Api.at("submissions/{id}/refusal"), leaving(Desk::declineSeat))
                        .changing()
                        .silentWhenTried(),
                new Operation("recuse", "POST", Api.at("submissions/{id}/recusal"), leaving(Desk::recuse))
                        .changing()
                        .silentWhenTried(),
                new Operation("review", "POST", Api.at("submissions/{id}/reviews"), ReviewerHandlers::review)
                        .changing()
                        .silentWhenTried());
    }

    private interface LeavingAct {
        Object by(Desk desk, SubmissionId id, String reason);
    }

    private static Answer accept(Ask ask) {
        ask.noForm();
        return SubmitterHandlers.changed(ask.desk().acceptSeat(ask.submission()));
    }

    /** Whoever leaves a seat sees nothing of the submission from then on, not even in the answer to this. */
    private static Operation.Handler leaving(LeavingAct act) {
        return ask -> {
            Form form = ask.optionalForm();
            Field<String> reason = form.text("reason");
            form.end();
            act.by(ask.desk(), ask.submission(), reason.or(""));
            return Answer.noContent();
        };
    }

    private static Answer review(Ask ask) {
        Form form = ask.form();
        Field<ContentDigest> digest =
                form.code("digest", ContentDigest::find, "a content digest").required();
        Field<ReviewOutcome> outcome = form.code("outcome", ReviewOutcome::find, "approve, request-changes or decline")
                .required();
        Field<String> text = form.text("text");
        Field<String> toSecretariat = form.text("toSecretariat");
        Field<SortedMap<Criterion, String>> remarks = form.textsBy("remarks", Criterion::find, "a criterion");
        form.end();
        Comments comments = new Comments(text.or(""), toSecretariat.or(""), remarks.or(new TreeMap<>()));
        return SubmitterHandlers.changed(ask.desk().review(ask.submission(), digest.get(), outcome.get(), comments));
    }
}
