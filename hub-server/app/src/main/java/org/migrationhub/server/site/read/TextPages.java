package org.migrationhub.server.site.read;

import java.util.List;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Visit;

/** Pages that only tell something: about the Hub, how to use it, what is published, and how the site is made. Stateless. */
final class TextPages {

    private TextPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of("/about", visit -> page(visit, "about", "about.title", "about.lead")),
                Route.of("/criteria", visit -> page(visit, "criteria", "criteria.title", "criteria.lead")),
                Route.of("/help", visit -> page(visit, "help", "help.title", "help.lead")),
                Route.of("/design", visit -> page(visit, "design", "design.title", "design.lead")));
    }

    private static Answer page(Visit visit, String template, String title, String lead) {
        Frame frame =
                visit.frame(title).within(template).described(visit.voice().say(lead));
        return visit.page(template, frame, Samples.of(visit));
    }
}
