package org.migrationhub.server.site;

import java.util.List;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Rendering;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Theme;
import org.migrationhub.server.site.page.Visit;

/** Light or dark, as the reader chooses; the system decides for whoever doesn't. Stateless and thread-safe. */
final class Appearance {

    private static final long A_YEAR = 31_536_000;

    private Appearance() {}

    static List<Route> routes() {
        return List.of(
                Route.post("/appearance", Appearance::choose, "theme", "back").entrance());
    }

    /** Remembers the choice, and leads back; whatever isn't a page of ours leads to the front page. */
    private static Answer choose(Visit visit) {
        String theme = visit.ask().query().one("theme").orElse("");
        String back = visit.ask().query().one("back").orElse("");
        long age = Theme.ALL.contains(theme) ? A_YEAR : 0;
        String value = age == 0 ? "" : theme;
        return Rendering.redirect(303, Visit.isOurs(back) ? back : visit.at().home())
                .with(
                        "Set-Cookie",
                        "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax".formatted(Theme.COOKIE, value, age));
    }
}
