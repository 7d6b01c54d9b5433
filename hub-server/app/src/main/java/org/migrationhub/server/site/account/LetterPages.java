package org.migrationhub.server.site.account;

import static org.migrationhub.server.site.account.Errand.Input.EMAIL;
import static org.migrationhub.server.site.account.Errand.Input.NAME;
import static org.migrationhub.server.site.account.Errand.Input.NEW_PASSWORD;
import static org.migrationhub.server.site.account.Errand.Input.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.account.LoginFailedException;
import org.migrationhub.server.account.PasswordRules;
import org.migrationhub.server.account.Passwords;
import org.migrationhub.server.account.TooManyTriesException;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.site.account.Errand.Next;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/**
 * Pages on which one asks for a letter, and those to which letters lead. What is answered says nothing of whether an address
 * has an account. A token is in the address of a page, which is kept by no cache and told to nobody else, and in its form.
 * Stateless and thread-safe.
 */
final class LetterPages {

    private static final String SENT = "/account/letter";
    private static final String TOKEN = "token";
    private static final String SPENT = "token.spent";

    /** Rules of passwords ask for an address; where there is none yet, for one that no password holds. */
    private static final EmailAddress UNKNOWN = new EmailAddress("", "\0@\0");

    private static final Errand REGISTER =
            new Errand("/account/register", "register.", List.of(EMAIL, NAME, NEW_PASSWORD), LetterPages::register);
    private static final Errand CONFIRM =
            new Errand("/account/confirm", "confirm.", List.of(PASSWORD), LetterPages::confirm);
    private static final Errand INVITATION =
            new Errand("/account/invitation", "invitation.", List.of(NEW_PASSWORD), LetterPages::accept);
    private static final Errand ASK_RESET =
            new Errand("/account/reset", "forgotten.", List.of(EMAIL), LetterPages::askReset);
    private static final Errand RESET =
            new Errand("/account/reset", "reset.", List.of(NEW_PASSWORD), LetterPages::reset);
    private static final Errand ADDRESS =
            new Errand("/account/address", "address.", List.of(), LetterPages::confirmAddress);

    private LetterPages() {}

    static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Errand errand : List.of(REGISTER, CONFIRM, INVITATION, ASK_RESET, ADDRESS)) {
            routes.add(Route.of(errand.path(), visit -> show(visit, errand), TOKEN));
            routes.add(Route.post(errand.path(), visit -> act(visit, errand))
                    .entrance()
                    .within(Budget.LOGINS));
        }
        routes.add(Route.of(SENT, LetterPages::sent));
        return routes;
    }

    private static Answer show(Visit visit, Errand asked) {
        String token = visit.ask().query().one(TOKEN).orElse("");
        Errand errand = withToken(asked, token);
        if (isAskedFor(errand)) {
            return page(visit, 200, errand, Typed.nothing(), "");
        }
        return Cookies.secret(token).isPresent()
                ? page(visit, 200, errand, Typed.nothing(), token)
                : spent(visit, 404, errand);
    }

    private static Answer act(Visit visit, Errand asked) {
        Typed typed = visit.typed();
        Voice voice = visit.voice();
        String token = typed.text(TOKEN);
        Errand errand = withToken(asked, token);
        try {
            Next next = errand.act().done(visit, typed, token);
            return next.done().isEmpty() ? visit.leadTo(next.path()) : visit.leadTo(next.path(), next.done());
        } catch (RefusedException e) {
            return e.violations().stream()
                            .anyMatch(violation -> violation.code().equals(SPENT))
                    ? spent(visit, 422, errand)
                    : page(visit, 422, errand, typed.refused(voice, e), token);
        } catch (LoginFailedException e) {
            return page(visit, 422, errand, typed.refused("password", voice.plain("confirm.wrong")), token);
        } catch (TooManyTriesException e) {
            return page(visit, 422, errand, typed.refused("", LoginPages.tooMany(voice, e)), token);
        } catch (Passwords.BusyException e) {
            return page(visit, 422, errand, typed.refused("", voice.plain("login.busy")), token);
        }
    }

    /** Two pages have one address: the token tells which is asked for. */
    private static Errand withToken(Errand asked, String token) {
        return asked.equals(ASK_RESET) && !token.isEmpty() ? RESET : asked;
    }

    private static boolean isAskedFor(Errand errand) {
        return errand.equals(REGISTER) || errand.equals(ASK_RESET);
    }

    private static Next register(Visit visit, Typed typed, String token) {
        String name = typed.text("name").strip();
        Optional<EmailAddress> email = EmailAddress.find(typed.text("email"));
        if (email.isEmpty()) {
            List<Violation> violations = new ArrayList<>(List.of(noAddress()));
            violations.addAll(FormRules.malformedName("/name", name));
            violations.addAll(PasswordRules.violations("/password", typed.text("password"), UNKNOWN));
            throw new RefusedException(violations);
        }
        accounts(visit)
                .registration()
                .ask(
                        email.get(),
                        name,
                        typed.text("password"),
                        visit.voice().language(),
                        visit.ask().network());
        return new Next(SENT, "");
    }

    private static Next confirm(Visit visit, Typed typed, String token) {
        accounts(visit).registration().confirm(token, typed.text("password"));
        return new Next(LoginPages.LOGIN, "account-confirmed");
    }

    private static Next accept(Visit visit, Typed typed, String token) {
        accounts(visit).registration().accept(token, typed.text("password"));
        return new Next(LoginPages.LOGIN, "account-accepted");
    }

    private static Next askReset(Visit visit, Typed typed, String token) {
        EmailAddress email =
                EmailAddress.find(typed.text("email")).orElseThrow(() -> new RefusedException(noAddress()));
        accounts(visit)
                .credentials()
                .askReset(email, visit.voice().language(), visit.ask().network());
        return new Next(SENT, "");
    }

    private static Next reset(Visit visit, Typed typed, String token) {
        String device = accounts(visit).credentials().reset(token, typed.text("password"));
        visit.ask().setCookie(visit.ask().door().cookies().remember(device));
        return new Next(LoginPages.LOGIN, "account-password");
    }

    private static Next confirmAddress(Visit visit, Typed typed, String token) {
        accounts(visit).credentials().confirmAddress(token);
        return new Next(LoginPages.LOGIN, "account-address");
    }

    private static Violation noAddress() {
        return new Violation("/email", "email.invalid", "Give an address such as name@example.org.");
    }

    private static Accounts accounts(Visit visit) {
        return visit.ask().door().accounts();
    }

    private static Answer page(Visit visit, int status, Errand errand, Typed typed, String token) {
        Voice voice = visit.voice();
        Asking view = new Asking(
                typed,
                errand.path(),
                token.isEmpty() ? Map.of() : Map.of(TOKEN, token),
                voice.say(errand.key() + "text"),
                errand.inputs().stream().map(input -> input.view(voice)).toList(),
                voice.say(errand.key() + "act"),
                voice.say(errand.key() + "note"));
        String query =
                Cookies.secret(token).map(secret -> "?" + TOKEN + "=" + secret).orElse("");
        return visit.own(status, "account/asking", frame(visit, errand.key() + "title", errand.path() + query), view);
    }

    /** What to do when a link leads nowhere any more, or was cut off. */
    private static Answer spent(Visit visit, int status, Errand errand) {
        Voice voice = visit.voice();
        String path = errand.equals(INVITATION) ? null : spentLeadsTo(errand);
        Told told = new Told(
                voice.say("spent.text"),
                voice.say(errand.key() + "spent"),
                path,
                path == null ? "" : voice.say(errand.key() + "spent.act"));
        return visit.own(status, "account/told", frame(visit, "spent.title", errand.path()), told);
    }

    private static String spentLeadsTo(Errand errand) {
        return errand.equals(RESET) ? RESET.path() : LoginPages.LOGIN;
    }

    private static Answer sent(Visit visit) {
        Voice voice = visit.voice();
        Told told = new Told(voice.say("letter.text"), voice.say("letter.more"), null, "");
        return visit.own("account/told", frame(visit, "letter.title", SENT), told);
    }

    private static Frame frame(Visit visit, String title, String path) {
        return visit.frame(visit.voice().plain(title), path).unlisted();
    }
}
