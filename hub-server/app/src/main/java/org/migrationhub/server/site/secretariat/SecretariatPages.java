package org.migrationhub.server.site.secretariat;

import java.util.List;
import java.util.stream.Stream;
import org.migrationhub.server.site.page.Route;

/** The pages of the secretariat's desk. */
public final class SecretariatPages {

    private SecretariatPages() {}

    /** All of them, each for whoever is logged in: what they may see and do there, the core says. */
    public static List<Route> routes() {
        return Stream.of(
                        QueuePages.routes(),
                        ItemPages.routes(),
                        FeaturePages.routes(),
                        CandidatePages.routes(),
                        ReadingPages.routes(),
                        PeoplePages.routes(),
                        ImportPages.routes(),
                        PersonPages.routes(),
                        BehalfPages.routes(),
                        OrganisationPages.routes(),
                        MessagePages.routes())
                .flatMap(List::stream)
                .toList();
    }
}
