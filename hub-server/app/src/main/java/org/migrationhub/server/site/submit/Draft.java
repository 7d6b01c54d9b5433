package org.migrationhub.server.site.submit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormReport;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.WorkingCopy;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * A draft as whoever may save it works on it: with what was typed since it was saved, if anything was.
 *
 * @param id of the submission; null while nothing of it was saved
 * @param submitter whose it is; null while it is whose who begins it
 * @param version of what is shown, on which saving it is based: of the working copy or, while there is none, of the
 *     submission
 * @param item what is shown
 * @param keptAt since when it is kept without being saved; null if all is saved
 */
record Draft(
        @Nullable SubmissionId id,
        @Nullable PersonId submitter,
        long version,
        ContentItem item,
        @Nullable Instant keptAt) {

    private static final String DESK = "/desk/submissions/";

    /** The draft of the submission in the path; empty if it has none. */
    static Optional<Draft> find(Visit visit) {
        return find(visit, visit.ask().submission());
    }

    /** The draft of a submission; empty if it has none. */
    static Optional<Draft> find(Visit visit, SubmissionId id) {
        Desk desk = visit.ask().desk();
        SubmissionView view = desk.view(id); // read first: if it is stale by then, a write tells
        Optional<WorkingCopy> typed =
                desk.may(Right.SAVE_DRAFT, id) ? desk.workingCopies().find(id) : Optional.empty();
        return typed.map(copy -> of(copy, view.submitter()))
                .or(() -> content(desk, id).map(item -> of(view, item)));
    }

    private static Draft of(SubmissionView view, ContentItem item) {
        return new Draft(view.id(), view.submitter(), view.version(), item, null);
    }

    private static Draft of(WorkingCopy copy, @Nullable PersonId submitter) {
        Instant keptAt = copy.isUnsaved() ? copy.keptAt() : null;
        return new Draft(copy.submission(), submitter, copy.version(), copy.content(), keptAt);
    }

    private static Optional<ContentItem> content(Desk desk, SubmissionId id) {
        try {
            return Optional.of(desk.draft(id));
        } catch (NotFoundException e) {
            if (e.kind().equals("draft")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** One of which nothing was written. */
    static Draft empty(Kind kind, Language language) {
        ContentItem item = kind == Kind.PRACTICE
                ? Practice.in(language).build()
                : Resource.in(language).build();
        return new Draft(null, null, 0, item, null);
    }

    /** The same after it was saved. */
    Draft saved(SubmissionView view, ContentItem content) {
        return of(view, content);
    }

    /** The same after something was typed and kept. */
    Draft kept(WorkingCopy copy) {
        return of(copy, submitter);
    }

    /** The same with another content. */
    Draft with(ContentItem content) {
        return new Draft(id, submitter, version, content, keptAt);
    }

    /** What is wrong with it, and what should be looked at, as if it were handed in. */
    FormReport report(Visit visit) {
        Desk desk = visit.ask().desk();
        return id == null ? desk.check(item) : desk.check(id, item);
    }

    /** The fields of a form that is filled in with it. */
    Typed typed() {
        return Typed.of(fields());
    }

    Map<String, List<String>> fields() {
        return Tree.fields(ContentCodec.write(item));
    }

    boolean isPractice() {
        return item.kind() == Kind.PRACTICE;
    }

    /** Where a step of it is, behind the language. */
    String path(Step step) {
        return id == null ? DESK + "new/" + item.kind().code() : path(id, step);
    }

    /** Where a step of one is, behind the language. */
    static String path(SubmissionId id, Step step) {
        return DESK + id + "/edit/" + step.code();
    }

    /** Where it is told how it stands. */
    String path() {
        return id == null ? "/desk/submissions" : DESK + id;
    }
}
