package org.migrationhub.server.site;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Rendering;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Visit;

/**
 * Where one is led who wants to read what only takes forms: a form that was refused is shown again under the address to which it
 * was sent, and from there its other languages, the appearance, and a browser's reload lead to that address. Stateless and
 * thread-safe.
 */
final class ReadingInstead {

    private ReadingInstead() {}

    /** A route that leads to the nearest page above it, for each address that takes nothing but forms. */
    static List<Route> of(List<Route> routes) {
        List<Pattern> read = paths(routes, "GET").map(ReadingInstead::pattern).toList();
        return paths(routes, "POST")
                .filter(path -> !isRead(path, read))
                .distinct()
                .flatMap(path -> steps(path, read).map(steps -> leading(path, steps)))
                .toList();
    }

    private static Stream<String> paths(List<Route> routes, String method) {
        return routes.stream().filter(route -> route.method().equals(method)).map(Route::path);
    }

    /** What a path stands for: one of its parts in braces, for anything. */
    private static Pattern pattern(String path) {
        return Pattern.compile(path.replaceAll("\\{[^/]+}", "[^/]+"));
    }

    private static boolean isRead(String path, List<Pattern> read) {
        return read.stream().anyMatch(page -> page.matcher(path).matches());
    }

    /** How many steps above a path the nearest page is. */
    private static Stream<Integer> steps(String path, List<Pattern> read) {
        return Stream.iterate(1, steps -> steps + 1)
                .limit(path.chars().filter(character -> character == '/').count())
                .filter(steps -> isRead(above(path, steps), read))
                .limit(1);
    }

    private static Route leading(String path, int steps) {
        return Route.of(path, visit -> answer(visit, steps));
    }

    private static Answer answer(Visit visit, int steps) {
        return Rendering.redirect(303, visit.at().to(above(visit.path(), steps)));
    }

    private static String above(String path, int steps) {
        String above = path;
        for (int step = 0; step < steps; step++) {
            above = above.substring(0, Math.max(0, above.lastIndexOf('/')));
        }
        return above.isEmpty() ? "/" : above;
    }
}
