package org.migrationhub.server.site.account;

import java.util.Comparator;
import java.util.List;
import org.migrationhub.server.account.OidcProvider;
import org.migrationhub.server.account.Session;
import org.migrationhub.server.account.Sessions;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Where somebody is logged in, and how to end it. Stateless and thread-safe. */
final class SessionPages {

    static final String PATH = "/account/sessions";

    private static final String OTHERS = "others";

    private SessionPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PATH, SessionPages::show).personal(),
                Route.post(PATH, SessionPages::end).personal());
    }

    private static Answer show(Visit visit) {
        Own own = new Own(visit);
        List<SessionsView.Line> lines = own.accounts().sessions().of(own.account()).stream()
                .sorted(Comparator.comparing((Session session) -> !isPresent(own, session)))
                .map(session -> line(own, session))
                .toList();
        return visit.own("account/sessions", own.frame("account.sessions.title"), new SessionsView(lines));
    }

    private static SessionsView.Line line(Own own, Session session) {
        return new SessionsView.Line(
                session.id(),
                way(own, session.way()),
                own.minute(session.since()),
                own.minute(session.seen()),
                own.day(session.until()),
                isPresent(own, session));
    }

    private static String way(Own own, String way) {
        Voice voice = own.visit().voice();
        return own.accounts().oidc().providers().stream()
                .filter(provider -> way.equals("oidc:" + provider.name()))
                .findFirst()
                .map(OidcProvider::label)
                .map(label -> voice.say("account.way.provider", label))
                .orElseGet(() -> voice.say(way.equals("password") ? "account.way.password" : "account.way.elsewhere"));
    }

    private static boolean isPresent(Own own, Session session) {
        return session.id().equals(own.session().session().id());
    }

    private static Answer end(Visit visit) {
        Own own = new Own(visit);
        Sessions sessions = own.accounts().sessions();
        String wanted = visit.typed().text("session");
        if (wanted.equals(own.session().session().id())) {
            visit.ask().letOut();
            return visit.leadTo("/");
        }
        sessions.of(own.account()).stream()
                .filter(session -> !isPresent(own, session))
                .filter(session -> wanted.equals(OTHERS) || wanted.equals(session.id()))
                .forEach(session -> sessions.end(own.account(), session.id()));
        return visit.leadTo(PATH, "account-sessions");
    }
}
