package org.migrationhub.server.site.account;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.core.access.Role;
import org.migrationhub.server.account.ApiToken;
import org.migrationhub.server.account.ApiTokens;
import org.migrationhub.server.account.Scope;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Reserved;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Tokens for programs: to make one, whose secret is shown this once, and to revoke one. Stateless and thread-safe. */
final class TokenPages {

    static final String PATH = "/account/tokens";

    private static final int USUAL_DAYS = 90;
    private static final List<Integer> DAYS = List.of(7, 30, USUAL_DAYS, 180, ApiTokens.MOST_DAYS);
    private static final Typed UNTOUCHED = Typed.of(Map.of("days", List.of(String.valueOf(USUAL_DAYS))));

    private TokenPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PATH, visit -> page(visit, 200, "", UNTOUCHED)).personal(),
                Route.post(PATH, TokenPages::make).personal(),
                Route.post(PATH + "/revocation", TokenPages::revoke).personal());
    }

    private static Answer make(Visit visit) {
        Typed typed = visit.typed();
        Own own = new Own(visit);
        List<Scope> scopes = typed.all("scopes").stream()
                .flatMap(code -> Scope.find(code).stream())
                .toList();
        return own.tried(
                typed,
                () -> page(
                        visit,
                        200,
                        own.accounts()
                                .tokens()
                                .make(
                                        own.account(),
                                        Reserved.id(visit, typed),
                                        typed.text("name").strip(),
                                        scopes,
                                        days(typed))
                                .secret(),
                        UNTOUCHED),
                refused -> page(visit, 422, "", refused));
    }

    private static int days(Typed typed) {
        return DAYS.stream()
                .filter(days -> typed.has("days", String.valueOf(days)))
                .findFirst()
                .orElse(USUAL_DAYS);
    }

    private static Answer revoke(Visit visit) {
        Own own = new Own(visit);
        own.accounts().tokens().revoke(own.account(), visit.typed().text("token"));
        return visit.leadTo(PATH, "account-revoked");
    }

    private static Answer page(Visit visit, int status, String secret, Typed typed) {
        Own own = new Own(visit);
        Voice voice = visit.voice();
        List<ApiToken> tokens = own.accounts().tokens().of(own.account());
        TokensView view = new TokensView(
                secret,
                tokens.stream().map(token -> line(own, token)).toList(),
                Arrays.stream(Scope.values())
                        .filter(scope -> canUse(visit, scope))
                        .map(scope -> new TokensView.Choice(
                                scope.code(), voice.terms().scope(scope)))
                        .toList(),
                DAYS.stream()
                        .map(days -> new TokensView.Choice(String.valueOf(days), voice.count("account.days", days)))
                        .toList(),
                typed,
                own.record().value().id().value(),
                secret.isEmpty() ? Reserved.again(visit) : Reserved.form(visit));
        return visit.own(status, "account/tokens", own.frame("account.tokens.title"), view);
    }

    /** A scope of a role that somebody doesn't have would be good for nothing. */
    private static boolean canUse(Visit visit, Scope scope) {
        return role(scope).map(visit.ask().actor().roles()::contains).orElse(true);
    }

    private static Optional<Role> role(Scope scope) {
        return switch (scope) {
            case READ -> Optional.empty();
            case CONTRIBUTE -> Optional.of(Role.CONTRIBUTOR);
            case REVIEW -> Optional.of(Role.REVIEWER);
            case MODERATE -> Optional.of(Role.MODERATOR);
            case EDIT -> Optional.of(Role.EDITOR);
            case KEEP -> Optional.of(Role.SECRETARIAT);
            case ADMINISTER -> Optional.of(Role.ADMINISTRATOR);
        };
    }

    private static TokensView.Line line(Own own, ApiToken token) {
        Voice voice = own.visit().voice();
        boolean good = token.revoked() == null
                && token.until().isAfter(own.visit().ask().now());
        String state = good
                ? "account.token.good"
                : token.revoked() == null ? "account.token.expired" : "account.token.revoked";
        return new TokensView.Line(
                token.id(),
                Said.unknown(token.name()),
                Stream.of(Scope.values())
                        .filter(token.scopes()::contains)
                        .map(voice.terms()::scope)
                        .toList(),
                own.day(token.since()),
                own.day(token.until()),
                voice.say(state),
                good);
    }
}
