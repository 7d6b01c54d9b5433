package org.migrationhub.server.site;

import java.util.List;
import org.migrationhub.server.api.Answer;

/** Light or dark, as the reader chooses; the system decides for whoever doesn't. Stateless and thread-safe. */
final class Appearance {

    static final String COOKIE = "appearance";
    static final List<String> THEMES = List.of("light", "dark");

    private static final long A_YEAR = 31_536_000;

    private Appearance() {}

    static List<Route> routes() {
        return List.of(new Route("POST", "/appearance", Appearance::choose, List.of("theme", "back")));
    }

    /** Remembers the choice, and leads back; whatever isn't a page of ours leads to the front page. */
    private static Answer choose(Visit visit) {
        String theme = visit.ask().query().one("theme").orElse("");
        String back = visit.ask().query().one("back").orElse("");
        boolean ours =
                Visit.isOurs(back) && !back.contains("\\") && back.chars().allMatch(c -> c > ' ' && c < 0x7f);
        long age = THEMES.contains(theme) ? A_YEAR : 0;
        String value = age == 0 ? "" : theme;
        return Rendering.redirect(303, ours ? back : visit.at().home())
                .with("Set-Cookie", "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax".formatted(COOKIE, value, age));
    }
}
