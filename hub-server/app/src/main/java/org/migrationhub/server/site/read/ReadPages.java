package org.migrationhub.server.site.read;

import java.util.List;
import java.util.stream.Stream;
import org.migrationhub.server.site.page.Route;

/** All pages of what is public. Stateless and thread-safe. */
public final class ReadPages {

    private ReadPages() {}

    /** In the order in which a reader comes to them. */
    public static List<Route> routes() {
        return Stream.of(
                        FrontPages.routes(),
                        SearchPages.routes(),
                        ObjectivePages.routes(),
                        PlacePages.routes(),
                        ItemPages.routes(),
                        VersionPages.routes(),
                        TextPages.routes())
                .flatMap(List::stream)
                .map(Route::shared)
                .toList();
    }
}
