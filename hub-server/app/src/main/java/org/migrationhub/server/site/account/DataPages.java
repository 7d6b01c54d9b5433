package org.migrationhub.server.site.account;

import java.util.List;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.account.OwnData;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Visit;

/** One's own data: to download it, to ask for it to be erased, and to take that back. Stateless and thread-safe. */
final class DataPages {

    static final String PATH = "/account/data";

    private DataPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PATH, DataPages::show).personal(),
                Route.post(PATH + "/erasure", DataPages::ask).personal(),
                Route.post(PATH + "/keeping", DataPages::keep).personal());
    }

    private static Answer show(Visit visit) {
        Own own = new Own(visit);
        String asked = data(own)
                .requestOf(person(own))
                .map(request -> own.day(request.at()))
                .orElse("");
        return visit.own("account/data", own.frame("account.data.title"), new DataView(asked));
    }

    private static Answer ask(Visit visit) {
        Own own = new Own(visit);
        data(own).askErasure(person(own));
        return visit.leadTo(PATH, "account-erasure");
    }

    private static Answer keep(Visit visit) {
        Own own = new Own(visit);
        data(own).keep(person(own));
        return visit.leadTo(PATH, "account-keeping");
    }

    private static OwnData data(Own own) {
        return own.accounts().ownData();
    }

    private static PersonId person(Own own) {
        return own.account().person();
    }
}
