package org.migrationhub.server.site.submit;

import java.util.List;
import java.util.stream.Stream;
import org.migrationhub.server.site.page.Route;

/** All pages of the submitter's desk. Stateless and thread-safe. */
public final class SubmitPages {

    private SubmitPages() {}

    /** In the order in which somebody comes to them; what has an address of its own before what any id has. */
    public static List<Route> routes() {
        return Stream.of(
                        MinePages.routes(),
                        StepPages.routes(),
                        SheetPages.routes(),
                        SavingPages.routes(),
                        CheckPages.routes(),
                        ChangesPages.routes(),
                        ProgressPages.routes())
                .flatMap(List::stream)
                .toList();
    }
}
