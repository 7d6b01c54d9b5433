package org.migrationhub.server.site.submit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormReport;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * A working copy as its submitter works on it.
 *
 * @param id of the submission; null while nothing of it was saved
 * @param version of the submission when the copy was read
 * @param item the copy
 */
record Draft(@Nullable SubmissionId id, long version, ContentItem item) {

    private static final String DESK = "/desk/submissions/";

    /** The working copy of the submission in the path; empty if it has none. */
    static Optional<Draft> find(Visit visit) {
        SubmissionId id = visit.ask().submission();
        Desk desk = visit.ask().desk();
        long version = desk.view(id).version(); // read first: if it is stale by then, a write tells
        return content(desk, id).map(item -> new Draft(id, version, item));
    }

    static Optional<ContentItem> content(Desk desk, SubmissionId id) {
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
        return new Draft(null, 0, item);
    }

    /** The same after it was saved. */
    Draft saved(SubmissionView view, ContentItem content) {
        return new Draft(view.id(), view.version(), content);
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
        return id == null ? DESK + "new/" + item.kind().code() : path() + "/edit/" + step.code();
    }

    /** Where it is told how it stands. */
    String path() {
        return id == null ? "/desk/submissions" : DESK + id;
    }
}
