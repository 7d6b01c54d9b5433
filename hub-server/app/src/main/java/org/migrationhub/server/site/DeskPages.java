package org.migrationhub.server.site;

import java.util.List;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Viewer;
import org.migrationhub.server.site.page.Visit;

/** The way to the desks: to where most of somebody's work waits. Stateless and thread-safe. */
final class DeskPages {

    private DeskPages() {}

    static List<Route> routes() {
        return List.of(Route.of("/desk", DeskPages::lead).personal());
    }

    private static Answer lead(Visit visit) {
        Viewer viewer = visit.viewer();
        if (viewer.screens()) {
            return visit.leadTo("/desk/queue");
        }
        if (viewer.reviews()) {
            return visit.leadTo("/desk/reviews");
        }
        if (viewer.features() && !viewer.submits()) {
            return visit.leadTo("/desk/featured");
        }
        return visit.leadTo(viewer.submits() ? "/desk/submissions" : "/account");
    }
}
