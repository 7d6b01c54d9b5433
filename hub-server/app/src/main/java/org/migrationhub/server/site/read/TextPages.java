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
                Route.of("/about", visit -> page(visit, "about", frame(visit, "about"))),
                Route.of("/criteria", visit -> page(visit, "criteria", frame(visit, "criteria"))),
                Route.of("/help", visit -> page(visit, "help", frame(visit, "help"))),
                Route.of(
                        "/design",
                        visit -> page(visit, "design", frame(visit, "design").forWork())));
    }

    private static Answer page(Visit visit, String template, Frame frame) {
        return visit.page(template, frame, Samples.of(visit));
    }

    private static Frame frame(Visit visit, String part) {
        return visit.frame(part + ".title").within(part).described(visit.voice().say(part + ".lead"));
    }
}
