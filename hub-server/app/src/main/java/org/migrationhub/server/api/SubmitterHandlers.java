package org.migrationhub.server.api;

import java.util.List;
import java.util.function.Function;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormReport;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.WorkingCopy;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;

/** What submitters ask for. */
final class SubmitterHandlers {

    private SubmitterHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("check", "POST", Api.at("checks"), SubmitterHandlers::check).taking("submission"),
                new Operation("submit", "POST", Api.at("submissions"), SubmitterHandlers::submit)
                        .taking("draft")
                        .creating(),
                new Operation("readDraft", "GET", Api.at("submissions/{id}/draft"), SubmitterHandlers::readDraft),
                new Operation("saveDraft", "PUT", Api.at("submissions/{id}/draft"), SubmitterHandlers::saveDraft)
                        .changing(),
                new Operation(
                        "readWorkingCopy",
                        "GET",
                        Api.at("submissions/{id}/working-copy"),
                        SubmitterHandlers::readWorkingCopy),
                new Operation(
                                "keepWorkingCopy",
                                "PUT",
                                Api.at("submissions/{id}/working-copy"),
                                SubmitterHandlers::keepWorkingCopy)
                        .changing(),
                new Operation(
                                "discardWorkingCopy",
                                "DELETE",
                                Api.at("submissions/{id}/working-copy"),
                                SubmitterHandlers::discardWorkingCopy)
                        .changing(),
                new Operation(
                                "submitDraft",
                                "POST",
                                Api.at("submissions/{id}/submission"),
                                SubmitterHandlers::submitDraft)
                        .changing(),
                new Operation("revise", "POST", Api.at("submissions/{id}/revisions"), SubmitterHandlers::revise)
                        .changing(),
                new Operation("withdraw", "POST", Api.at("submissions/{id}/withdrawal"), SubmitterHandlers::withdraw)
                        .changing());
    }

    static String address(SubmissionId id) {
        return Api.at("submissions/" + id);
    }

    /** The submission after an act, under its new version. */
    static Answer changed(SubmissionView view) {
        return Answer.ok(SubmissionJson.view(view)).with("ETag", Version.tag(view.version()));
    }

    private static Answer check(Ask ask) {
        FormReport report = ask.query()
                .code("submission", Ids::submission, "the id of a submission")
                .map(id -> ask.desk().check(id, ask.item()))
                .orElseGet(() -> ask.desk().check(ask.item()));
        return Answer.ok(SubmissionJson.report(report));
    }

    private static Answer submit(Ask ask) {
        boolean draft = ask.query().flag("draft");
        ContentItem item = ask.item();
        Function<String, SubmissionView> find = id -> ask.desk().view(new SubmissionId(id));
        SubmissionView view = ask.createdBefore(find)
                .orElseGet(() -> ask.once(
                        () -> {
                            ask.requireRoomForSubmissions(1);
                            return draft
                                    ? ask.desk().saveDraft(item)
                                    : ask.desk().submit(item);
                        },
                        find));
        return Answer.created(address(view.id()), SubmissionJson.view(view)).with("ETag", Version.tag(view.version()));
    }

    private static Answer readDraft(Ask ask) {
        SubmissionId id = ask.submission();
        String tag = Version.tag(ask.desk().view(id).version()); // read first: if it is stale by then, a write tells
        return Answer.ok(SubmissionJson.content(ask.desk().draft(id))).with("ETag", tag);
    }

    private static Answer saveDraft(Ask ask) {
        return changed(ask.desk().saveDraft(ask.submission(), ask.item()));
    }

    private static Answer readWorkingCopy(Ask ask) {
        return ask.desk()
                .workingCopies()
                .find(ask.submission())
                .map(SubmitterHandlers::kept)
                .orElseThrow(Problems::notFound);
    }

    private static Answer keepWorkingCopy(Ask ask) {
        return kept(ask.desk().workingCopies().keep(ask.submission(), ask.item()));
    }

    private static Answer discardWorkingCopy(Ask ask) {
        ask.noForm();
        ask.desk().workingCopies().discard(ask.submission());
        return Answer.noContent();
    }

    private static Answer kept(WorkingCopy copy) {
        return Answer.ok(SubmissionJson.workingCopy(copy)).with("ETag", Version.tag(copy.version()));
    }

    private static Answer submitDraft(Ask ask) {
        ask.noForm();
        return changed(ask.desk().submitDraft(ask.submission()));
    }

    private static Answer revise(Ask ask) {
        return changed(ask.desk().revise(ask.submission(), ask.item()));
    }

    private static Answer withdraw(Ask ask) {
        Form form = ask.optionalForm();
        Field<String> reason = form.text("reason");
        form.end();
        return changed(ask.desk().withdraw(ask.submission(), reason.or("")));
    }
}
