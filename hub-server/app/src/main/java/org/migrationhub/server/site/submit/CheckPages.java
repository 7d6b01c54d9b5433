package org.migrationhub.server.site.submit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.FormReport;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.read.ItemBody;
import org.migrationhub.server.site.read.ItemRendering;

/**
 * The last step: everything that is wrong with a draft at once, each leading to its field, what it will look like,
 * and handing it in. Stateless and thread-safe.
 */
final class CheckPages {

    private static final Set<StageName> UNDER_REVIEW = Set.of(StageName.IN_REVIEW, StageName.UPDATE_IN_REVIEW);

    private CheckPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of("/desk/submissions/{id}/preview", CheckPages::preview, ItemRendering.TEXT)
                        .personal(),
                Route.post("/desk/submissions/{id}/handin", CheckPages::handIn).personal());
    }

    static Answer page(Visit visit, int status, Draft draft, String notice) {
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        FormReport report = draft.report(visit);
        CheckView page = new CheckView(
                new StepViews(visit, draft, Step.CHECK, draft.typed(), notice).head(),
                notes(visit, draft, report.violations()),
                notes(visit, draft, report.warnings()),
                visit.at().to(draft.path() + "/preview"),
                visit.at().to(draft.path() + "/handin"),
                view.revision() > 0,
                view.publicRevision() > 0,
                UNDER_REVIEW.contains(view.stage()));
        return visit.own(status, "submit/check", StepPages.frame(visit, Step.CHECK), page);
    }

    private static List<CheckView.Note> notes(Visit visit, Draft draft, List<Violation> violations) {
        return violations.stream().map(one -> note(visit, draft, one)).toList();
    }

    private static CheckView.Note note(Visit visit, Draft draft, Violation violation) {
        String field = Fields.of(violation.path());
        String address = visit.at().to(draft.path(Step.of(field))) + "?" + StepPages.CHECKED + "=1#" + field;
        return new CheckView.Note(
                Fields.label(visit.voice(), field), visit.voice().complaint(Named.told(violation)), address);
    }

    private static Answer handIn(Visit visit) {
        SubmissionId id = visit.ask().submission();
        long version = StepPages.version(visit.typed());
        try {
            long saved = Draft.find(visit)
                    .map(draft -> new Saving(visit, draft).saveAsItIs(version).version())
                    .orElse(version);
            visit.ask().desk(saved).submitDraft(id);
            return visit.leadTo("/desk/submissions/" + id, "submit-handed-in");
        } catch (RefusedException e) {
            return again(visit, 422, visit.voice().say("submit.refused"));
        } catch (StaleVersionException e) {
            return again(visit, 409, visit.voice().say("submit.stale.check"));
        }
    }

    private static Answer again(Visit visit, int status, String notice) {
        Optional<Draft> draft = Draft.find(visit);
        return draft.isPresent()
                ? page(visit, status, draft.get(), notice)
                : visit.leadTo("/desk/submissions/" + visit.ask().submission());
    }

    /** The draft exactly as it will be published; where there is none, what was handed in last. */
    private static Answer preview(Visit visit) {
        Optional<Draft> found = Draft.find(visit);
        SubmissionId id = visit.ask().submission();
        Draft draft =
                found.orElseGet(() -> new Draft(id, null, 0, visit.ask().desk().content(id), null));
        ItemRendering.Place place = new ItemRendering.Place(
                visit.at().to(draft.path() + "/preview"), file -> "/api/v1/submissions/" + id + "/attachments/" + file);
        ItemRendering rendering = new ItemRendering(
                draft.item(), ItemRendering.shown(visit, draft.item()), visit.voice(), visit.at(), place);
        ItemBody whole = rendering.body();
        ItemBody body = whole.title().isBlank() ? whole.titled(StepPages.title(visit, draft.item())) : whole;
        Frame frame = visit.desk(StepPages.title(visit, draft.item()), StepPages.SECTION);
        String back = visit.at().to(found.isPresent() ? draft.path(Step.CHECK) : draft.path());
        return visit.own("submit/preview", frame, new PreviewView(body, back, found.isPresent()));
    }
}
