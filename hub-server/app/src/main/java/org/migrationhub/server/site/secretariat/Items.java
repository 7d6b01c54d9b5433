package org.migrationhub.server.site.secretariat;

import java.util.Optional;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Terms;
import org.migrationhub.server.site.page.Visit;

/** Where items are at this desk, and what heads each of their pages. Stateless and thread-safe. */
final class Items {

    static final String ITEM = "/desk/items/{id}";

    private static final String ITEMS = "/desk/items/";

    private Items() {}

    /** The path of an item behind the language. */
    static String path(SubmissionId id) {
        return ITEMS + id;
    }

    /** The address of an item. */
    static String address(Visit visit, SubmissionId id) {
        return visit.at().to(path(id));
    }

    /** The id that a text is, if it can be one. */
    static Optional<SubmissionId> find(String text) {
        try {
            return Optional.of(new SubmissionId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Said title(SubmissionView view) {
        return Said.in(view.language(), view.title());
    }

    /** What heads a page about an item. */
    static ItemHead head(Visit visit, SubmissionView view) {
        return new ItemHead(
                address(visit, view.id()),
                title(view),
                visit.voice().say("kind." + view.kind().code()),
                visit.voice().say("stage." + view.stage().code()),
                Terms.tone(view.stage()),
                view.version());
    }
}
