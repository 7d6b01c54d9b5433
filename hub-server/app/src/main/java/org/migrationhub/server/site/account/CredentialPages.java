package org.migrationhub.server.site.account;

import static org.migrationhub.server.site.account.Errand.Input.EMAIL;
import static org.migrationhub.server.site.account.Errand.Input.NEW_PASSWORD;
import static org.migrationhub.server.site.account.Errand.Input.PRESENT;

import java.util.List;
import java.util.Map;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.site.account.Errand.Input;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Change of password and address by whoever is in and knows the password. Stateless and thread-safe. */
final class CredentialPages {

    static final String PASSWORD = "/account/password";
    static final String ADDRESS = "/account/new-address";

    private CredentialPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PASSWORD, visit -> password(visit, 200, Typed.nothing()))
                        .personal(),
                Route.post(PASSWORD, CredentialPages::setPassword).personal().within(Budget.LOGINS),
                Route.of(ADDRESS, visit -> address(visit, 200, Typed.nothing())).personal(),
                Route.post(ADDRESS, CredentialPages::askAddress).personal().within(Budget.LOGINS));
    }

    private static Answer setPassword(Visit visit) {
        Typed typed = visit.typed();
        Own own = new Own(visit);
        return own.tried(
                typed,
                () -> {
                    visit.ask()
                            .letIn(own.accounts()
                                    .credentials()
                                    .changePassword(own.session(), typed.text("present"), typed.text("password")));
                    return visit.leadTo(Own.HOME, "account-own-password");
                },
                refused -> password(visit, 422, refused));
    }

    private static Answer askAddress(Visit visit) {
        Typed typed = visit.typed();
        Own own = new Own(visit);
        return own.tried(
                typed,
                () -> {
                    EmailAddress email = EmailAddress.find(typed.text("email"))
                            .orElseThrow(() -> new RefusedException(new Violation(
                                    "/email", "email.invalid", "Give an address such as name@example.org.")));
                    own.accounts().credentials().askAddress(own.session(), typed.text("present"), email);
                    return visit.leadTo(Own.HOME, "account-letter");
                },
                refused -> address(visit, 422, refused));
    }

    private static Answer password(Visit visit, int status, Typed typed) {
        return page(visit, status, typed, PASSWORD, "account.password.", List.of(PRESENT, NEW_PASSWORD));
    }

    private static Answer address(Visit visit, int status, Typed typed) {
        return page(visit, status, typed, ADDRESS, "account.address.", List.of(EMAIL, PRESENT));
    }

    /** Whoever comes by an identity provider alone has no password to show: a letter leads them to one first. */
    private static Answer page(Visit visit, int status, Typed typed, String path, String key, List<Input> inputs) {
        Own own = new Own(visit);
        Voice voice = visit.voice();
        if (!own.account().hasPassword()) {
            Told told = new Told(
                    voice.say("account.no-password"),
                    voice.say("account.no-password.text"),
                    "/account/reset",
                    voice.say("account.no-password.act"));
            return visit.own("account/told", own.frame(key + "title"), told);
        }
        Asking asking = new Asking(
                typed,
                path,
                Map.of(),
                voice.say(key + "lead"),
                inputs.stream().map(input -> input.view(voice)).toList(),
                voice.say(key + "act"),
                voice.say(key + "note"));
        return visit.own(status, "account/asking", own.frame(key + "title"), asking);
    }
}
