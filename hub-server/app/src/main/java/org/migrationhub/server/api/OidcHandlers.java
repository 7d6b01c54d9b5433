package org.migrationhub.server.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.account.Entrance;
import org.migrationhub.server.account.Oidc;
import org.migrationhub.server.account.OidcFailedException;
import org.migrationhub.server.account.OidcProvider;
import org.migrationhub.server.json.Tree;

/** The way in by an identity provider: there with one redirect, back with another. */
final class OidcHandlers {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Where one wants to go then: a page of the site. */
    private static final String BACK = "back";

    private OidcHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("listProviders", "GET", Api.at("oidc"), OidcHandlers::list),
                new Operation("goToProvider", "GET", Api.at("oidc/{id}/login"), OidcHandlers::depart)
                        .within(Budget.LOGINS)
                        .taking(BACK)
                        .producing(),
                new Operation("comeFromProvider", "GET", Api.at("oidc/{id}/callback"), OidcHandlers::arrive)
                        .within(Budget.LOGINS)
                        .taking(
                                "code",
                                "state",
                                "iss",
                                "session_state",
                                "scope",
                                "authuser",
                                "prompt",
                                "hd",
                                "error",
                                "error_description",
                                "error_uri")
                        .producing());
    }

    private static Answer list(Ask ask) {
        return Answer.ok(new Tree()
                .list("providers", oidc(ask).providers(), OidcHandlers::provider)
                .done());
    }

    private static Map<String, Object> provider(OidcProvider provider) {
        return new Tree()
                .put("name", provider.name())
                .put("label", provider.label())
                .put("login", Api.at("oidc/" + provider.name() + "/login"))
                .done();
    }

    private static Answer depart(Ask ask) {
        Oidc.Departure departure = oidc(ask).begin(ask.inPath("id")).orElseThrow(Problems::notFound);
        Cookies cookies = ask.door().cookies();
        ask.setCookie(cookies.set(cookies.attempt(), departure.secret(), PATIENCE));
        ask.query()
                .one(BACK)
                .filter(PageAddress::isOurs)
                .ifPresent(back -> ask.setCookie(cookies.set(cookies.back(), PageAddress.asCookie(back), PATIENCE)));
        return seeOther(departure.address().toString());
    }

    private static Answer arrive(Ask ask) {
        String provider = ask.inPath("id");
        if (oidc(ask).providers().stream().noneMatch(one -> one.name().equals(provider))) {
            throw Problems.notFound();
        }
        Cookies cookies = ask.door().cookies();
        String secret = ask.secretCookie(cookies.attempt())
                .orElseThrow(() -> new OidcFailedException("This login didn't begin in this browser."));
        String state = ask.query().one("state").orElse("");
        String code = ask.query()
                .one("code")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new OidcFailedException("The identity provider didn't let you in."));
        Entrance entrance = oidc(ask).finish(provider, code, state, secret);
        ask.setCookie(cookies.set(cookies.attempt(), "", Duration.ZERO));
        ask.letIn(entrance);
        return seeOther(next(ask, cookies, entrance.open().account().person()));
    }

    /** To send what waits, or else where they wanted to go, or else to their work. */
    private static String next(Ask ask, Cookies cookies, PersonId person) {
        Optional<String> back = PageAddress.ofCookie(ask.cookie(cookies.back()));
        back.ifPresent(address -> ask.setCookie(cookies.set(cookies.back(), "", Duration.ZERO)));
        boolean waits = ask.secretCookie(cookies.waiting())
                .flatMap(secret -> ask.door().accounts().waiting().open(secret, person))
                .isPresent();
        return waits ? "/account/again" : back.orElse("/desk");
    }

    private static Answer seeOther(String address) {
        return Answer.of(303, "", new byte[0]).with("Location", address);
    }

    private static Oidc oidc(Ask ask) {
        return ask.door().accounts().oidc();
    }
}
