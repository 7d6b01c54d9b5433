package org.migrationhub.server.api;

import java.util.List;
import java.util.function.Function;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;

/** How somebody of the secretariat comes to act on a submitter's behalf; what they do then, submitters do. */
final class BehalfHandlers {

    private static final String TEXT = "text";
    private static final String ITEM = "item";

    private BehalfHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("startOnBehalf", "POST", Api.at("people/{id}/submissions"), BehalfHandlers::start)
                        .creating(),
                new Operation("represent", "POST", Api.at("submissions/{id}/representation"), BehalfHandlers::represent)
                        .changing());
    }

    private static Answer start(Ask ask) {
        PersonId submitter = ask.person();
        Form form = ask.form();
        Field<String> text = form.text(TEXT).required();
        Field<ContentItem> item = form.read(ITEM, ContentCodec::read).required();
        form.end();
        Function<String, SubmissionView> find = id -> ask.desk().view(new SubmissionId(id));
        SubmissionView view = ask.createdBefore(find)
                .orElseGet(() -> ask.once(() -> started(ask, submitter, item.get(), text.get()), find));
        return Answer.created(SubmitterHandlers.address(view.id()), SubmissionJson.view(view))
                .with("ETag", Version.tag(view.version()));
    }

    /** What is refused of the item is told as it stands in the body. */
    private static SubmissionView started(Ask ask, PersonId submitter, ContentItem item, String text) {
        try {
            return ask.desk().startOnBehalf(submitter, item, text);
        } catch (RefusedException e) {
            throw new RefusedException(
                    e.violations().stream().map(BehalfHandlers::inBody).toList());
        }
    }

    private static Violation inBody(Violation violation) {
        String path = switch (violation.path()) {
            case "/" + TEXT -> violation.path();
            case "/submitter" -> "";
            default -> violation.code().startsWith("represents-") ? "" : "/" + ITEM + violation.path();
        };
        return new Violation(path, violation.code(), violation.message());
    }

    private static Answer represent(Ask ask) {
        Form form = ask.form();
        Field<String> text = form.text(TEXT).required();
        form.end();
        return SubmitterHandlers.changed(ask.desk().represent(ask.submission(), text.get()));
    }
}
