package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * Saves a step while somebody writes, asked by the desk's script: what it answers is no page but what that shows beside the
 * fields. Where the draft was changed elsewhere nothing is saved. Stateless and thread-safe.
 */
final class SavingPages {

    private SavingPages() {}

    static List<Route> routes() {
        return List.of(Route.post("/desk/submissions/{id}/autosave/{step}", SavingPages::save)
                .personal());
    }

    /** Where a step is saved while somebody writes; empty while there is no draft. */
    static String path(Draft draft, Step step) {
        return draft.id() == null ? "" : draft.path() + "/autosave/" + step.code();
    }

    private static Answer save(Visit visit) {
        String code = visit.ask().inPath("step");
        Step step = Step.find(code).orElseThrow(() -> new NotFoundException("page", code));
        Optional<Draft> found = Draft.find(visit);
        if (found.isEmpty()) {
            return told(visit, 409, new SavedView(0, false, List.of()));
        }
        Draft draft = found.get();
        Typed typed = visit.typed();
        try {
            Saving.Outcome outcome =
                    Saving.meanwhile(visit, draft).saveIfChanged(step, typed, StepPages.version(typed));
            return told(visit, 200, view(visit, step, outcome));
        } catch (StaleVersionException e) {
            return told(visit, 409, new SavedView(draft.version(), false, List.of()));
        }
    }

    private static SavedView view(Visit visit, Step step, Saving.Outcome outcome) {
        List<Violation> violations = new ArrayList<>(outcome.refused());
        violations.addAll(visit.ask().desk().check(outcome.draft().item()).violations());
        Typed typed = outcome.written().refused(visit.voice(), Fields.placed(violations, step));
        return new SavedView(outcome.draft().version(), !outcome.refused().isEmpty(), typed.complaints());
    }

    private static Answer told(Visit visit, int status, SavedView view) {
        Frame frame = visit.desk(visit.voice().plain("submit.form"), StepPages.SECTION);
        return visit.own(status, "submit/saved", frame, view);
    }
}
