package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Reserved;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * Keeps a step while somebody writes, asked by the desk's script: what it answers is no page but what that shows beside the
 * fields. The draft stays as it was saved until whoever writes saves it; where it was changed elsewhere nothing is kept.
 * Stateless and thread-safe.
 */
final class SavingPages {

    private SavingPages() {}

    static List<Route> routes() {
        return List.of(
                Route.post(StepPages.NEW + "/{kind}/autosave", SavingPages::begin)
                        .personal(),
                Route.post("/desk/submissions/{id}/autosave/{step}", SavingPages::keep)
                        .personal(),
                Route.post("/desk/submissions/{id}/discard/{step}", SavingPages::discard)
                        .personal());
    }

    /** Where a step is kept while somebody writes; the first begins the draft. */
    static String path(Draft draft, Step step) {
        return draft.id() == null ? draft.path(step) + "/autosave" : draft.path() + "/autosave/" + step.code();
    }

    /** Where what is kept unsaved is discarded, from a step. */
    static String discardPath(Draft draft, Step step) {
        return draft.path() + "/discard/" + step.code();
    }

    private static Answer keep(Visit visit) {
        SubmissionId id = visit.ask().submission();
        Step step = step(visit);
        Optional<Draft> found = Draft.find(visit);
        if (found.isEmpty()) {
            return stopped(visit, "submit.saved.gone");
        }
        return kept(visit, id, found.get(), step, StepPages.version(visit.typed()));
    }

    /**
     * Begins a draft of what is being written, under the id that the form brings along: empty, so that what is written stays
     * unsaved. What has got no answer may come again.
     */
    private static Answer begin(Visit visit) {
        Draft empty = Draft.empty(StepPages.kind(visit), visit.voice().language());
        Optional<SubmissionId> id = Reserved.given(visit, visit.typed()).map(SubmissionId::new);
        if (id.isEmpty()) {
            return stopped(visit, "submit.saved.refused");
        }
        Draft draft = begun(visit, empty, id.get());
        boolean isUntouched = draft.item().equals(empty.item());
        return kept(visit, id.get(), draft, Step.ABOUT, isUntouched ? draft.version() : 0);
    }

    private static Draft begun(Visit visit, Draft empty, SubmissionId id) {
        try {
            return empty.saved(visit.ask().desk().creating(id.value()).saveDraft(empty.item()), empty.item());
        } catch (StaleVersionException e) {
            return Draft.find(visit, id).orElseThrow(() -> new NotFoundException("draft", id.value()));
        }
    }

    private static Answer kept(Visit visit, SubmissionId id, Draft draft, Step step, long version) {
        try {
            Saving saving = Saving.meanwhile(visit, draft);
            Saving.Outcome outcome = saving.keep(id, step, visit.typed(), version);
            return told(visit, 200, view(visit, step, outcome, saving.waits()));
        } catch (StaleVersionException e) {
            return stopped(visit, "submit.saved.stale");
        } catch (WrongStageException e) {
            return stopped(visit, "submit.saved.gone");
        }
    }

    private static Answer discard(Visit visit) {
        SubmissionId id = visit.ask().submission();
        String back = "/desk/submissions/" + id + "/edit/" + step(visit).code();
        try {
            visit.ask().desk(StepPages.version(visit.typed())).workingCopies().discard(id);
            return visit.leadTo(back, "submit-discarded");
        } catch (StaleVersionException e) {
            return visit.leadTo(back, "submit-changed");
        }
    }

    private static Step step(Visit visit) {
        String code = visit.ask().inPath("step");
        return Step.find(code).orElseThrow(() -> new NotFoundException("page", code));
    }

    /** Nothing more can be kept of what is written there. */
    private static Answer stopped(Visit visit, String key) {
        return told(visit, 409, new SavedView(0, false, "", visit.voice().say(key), "", "", List.of()));
    }

    private static SavedView view(Visit visit, Step step, Saving.Outcome outcome, boolean waits) {
        boolean left = !outcome.refused().isEmpty();
        List<Violation> violations = new ArrayList<>(outcome.refused());
        violations.addAll(outcome.draft().report(visit).violations());
        Typed typed = outcome.written().refused(visit.voice(), Fields.placed(violations, step));
        String kept = visit.voice().say(left ? "submit.saved.wrong" : waits ? "submit.saved.waits" : "submit.saved.at");
        Draft draft = outcome.draft();
        return new SavedView(
                draft.version(),
                left,
                kept,
                "",
                visit.at().to(draft.path(step)),
                visit.at().to(path(draft, step)),
                typed.complaints());
    }

    private static Answer told(Visit visit, int status, SavedView view) {
        Frame frame = visit.desk(visit.voice().plain("submit.form"), StepPages.SECTION);
        return visit.own(status, "submit/saved", frame, view);
    }
}
