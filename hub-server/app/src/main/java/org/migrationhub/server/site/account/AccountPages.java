package org.migrationhub.server.site.account;

import java.util.List;
import java.util.stream.Stream;
import org.migrationhub.server.site.page.Route;

/** All pages of accounts. Stateless and thread-safe. */
public final class AccountPages {

    private AccountPages() {}

    /** In the order in which somebody comes to them. */
    public static List<Route> routes() {
        return Stream.of(
                        LoginPages.routes(),
                        LetterPages.routes(),
                        OwnPages.routes(),
                        CredentialPages.routes(),
                        RosterPages.routes(),
                        SessionPages.routes(),
                        TokenPages.routes(),
                        DataPages.routes())
                .flatMap(List::stream)
                .toList();
    }
}
