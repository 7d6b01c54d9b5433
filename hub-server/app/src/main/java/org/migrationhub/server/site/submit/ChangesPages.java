package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.site.difference.Difference;
import org.migrationhub.server.site.difference.Difference.Piece;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** What has changed from one version to another, side by side. Stateless and thread-safe. */
final class ChangesPages {

    private ChangesPages() {}

    static List<Route> routes() {
        return List.of(Route.of("/desk/submissions/{id}/changes", ChangesPages::changes, "from", "to")
                .personal()
                .within(Budget.SEARCHES));
    }

    /** From one version to another; unless told, from the last to the draft, or to the last from the one before. */
    private static Answer changes(Visit visit) {
        SubmissionId id = visit.ask().submission();
        Desk desk = visit.ask().desk();
        SubmissionView view = desk.view(id);
        Optional<ContentItem> draft = visit.ask().query().one("to").isPresent()
                ? Optional.empty()
                : Draft.find(visit).map(Draft::item);
        int to = number(visit, "to").orElse(view.revision());
        int from = number(visit, "from").orElse(draft.isPresent() ? to : to - 1);
        if (from < 1) {
            throw new NotFoundException("revision", id + "/" + from);
        }
        ContentItem after = draft.isPresent() ? draft.get() : desk.content(id, to);
        Difference difference = Difference.between(desk.content(id, from), after, visit.voice(), names(visit, view));
        Voice voice = visit.voice();
        String between = draft.isPresent()
                ? voice.say("submit.changes.draft", voice.number(from))
                : voice.say("submit.changes.versions", voice.number(from), voice.number(to));
        ChangesView page = new ChangesView(
                StepPages.title(visit, after),
                between,
                difference.changes().stream().map(ChangesPages::change).toList(),
                visit.at().to("/desk/submissions/" + id));
        return visit.own("submit/changes", visit.desk(voice.plain("submit.changes"), StepPages.SECTION), page);
    }

    /** Only the submitter, and whoever acts for them, is told what the submitter calls people. */
    private static Function<PersonId, String> names(Visit visit, SubmissionView view) {
        return visit.ask().desk().may(Right.SAVE_DRAFT, view.id())
                ? Named.by(visit, view.submitter())::said
                : person -> Named.unnamed(visit);
    }

    private static Optional<Integer> number(Visit visit, String parameter) {
        return visit.ask()
                .query()
                .one(parameter)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf);
    }

    private static ChangesView.Change change(Difference.Change change) {
        List<Piece> before = new ArrayList<>(change.pieces());
        before.removeIf(Piece::isAdded);
        List<Piece> after = new ArrayList<>(change.pieces());
        after.removeIf(Piece::isRemoved);
        Said language = change.language();
        return new ChangesView.Change(change.name(), language, change.lang(), change.dir(), before, after);
    }
}
