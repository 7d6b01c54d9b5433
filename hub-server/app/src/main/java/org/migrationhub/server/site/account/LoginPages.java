package org.migrationhub.server.site.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.account.Entrance;
import org.migrationhub.server.account.LoginFailedException;
import org.migrationhub.server.account.OidcProvider;
import org.migrationhub.server.account.Passwords;
import org.migrationhub.server.account.TooManyTriesException;
import org.migrationhub.server.account.Waiting;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Ask;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.api.Door;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Rendering;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** In and out. Nothing that was typed is lost when a session has ended meanwhile. Stateless and thread-safe. */
public final class LoginPages {

    static final String LOGIN = "/account/login";
    private static final String DESK = "/desk";

    /** The way to an identity provider of somebody who has sent something. */
    private static final String PROVIDER = "/account/provider";

    private static final String NAME = "provider";

    private LoginPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(LOGIN, LoginPages::show, "back").telling(),
                Route.post(LOGIN, LoginPages::enter).entrance().within(Budget.LOGINS),
                Route.of(PROVIDER, LoginPages::go, NAME),
                Route.post(PROVIDER, LoginPages::depart).entrance().within(Budget.LOGINS),
                Route.of("/account/again", LoginPages::waiting).personal(),
                Route.post("/account/logout", LoginPages::leave));
    }

    /**
     * What is offered to somebody who isn't in, or whose session is another than that of the form that they sent: to log in
     * and go on, or to send it once more; empty if the problem is another.
     *
     * @param visit whose address is that which was asked for
     * @param code of the problem
     */
    public static Optional<Answer> offered(Visit visit, String code) {
        boolean sent = visit.ask().method().equals("POST");
        boolean out = code.equals("token-required");
        if (out && !sent) {
            String back = Addresses.encoded(visit.ask().address());
            return Optional.of(visit.leadTo(LOGIN + "?back=" + back));
        }
        boolean another = code.equals("form-token-missing") && visit.viewer().isIn();
        if (!sent || !(out || another)) {
            return Optional.empty();
        }
        Optional<Kept> kept = Kept.of(visit);
        if (visit.ask().hasUpload()) {
            visit.ask().drainFile();
        }
        return kept.map(one -> out
                ? page(visit, 401, Typed.nothing(), "", one)
                : again(visit, 403, new Again(one, visit.viewer().formToken())));
    }

    private static Answer show(Visit visit) {
        String back = back(visit.ask().query().one("back").orElse(""));
        return visit.viewer().isIn() ? onward(visit, back) : page(visit, 200, Typed.nothing(), back, Kept.NOTHING);
    }

    private static Answer enter(Visit visit) {
        Typed typed = visit.typed();
        Voice voice = visit.voice();
        Optional<EmailAddress> email = EmailAddress.find(typed.text("email"));
        if (email.isEmpty()) {
            return refused(visit, typed.refused("email", voice.plain("violation.email.invalid")));
        }
        try {
            return entered(visit, typed, entrance(visit.ask(), email.get(), typed.text("password")));
        } catch (LoginFailedException e) {
            return refused(visit, typed.refused("password", voice.plain("login.failed")));
        } catch (TooManyTriesException e) {
            return refused(visit, typed.refused("", tooMany(voice, e)));
        } catch (Passwords.BusyException e) {
            return refused(visit, typed.refused("", voice.plain("login.busy")));
        }
    }

    private static Entrance entrance(Ask ask, EmailAddress email, String password) {
        return ask.door().accounts().login().enter(email, password, ask.arrival());
    }

    private static Answer entered(Visit visit, Typed typed, Entrance entrance) {
        visit.ask().letIn(entrance);
        Kept kept = Kept.carried(typed);
        if (kept.isThere()) {
            return again(visit, 200, new Again(kept, entrance.open().formToken()));
        }
        return onward(visit, back(typed.text("back")));
    }

    private static Answer onward(Visit visit, String back) {
        return back.isEmpty() ? visit.leadTo(DESK) : Rendering.redirect(303, back);
    }

    // By an identity provider: a browser takes no form along there, so what was sent waits here.

    private static Answer depart(Visit visit) {
        Typed typed = visit.typed();
        Kept kept = Kept.carried(typed);
        Door door = visit.ask().door();
        Optional<OidcProvider> provider = provider(visit, typed.text(NAME));
        if (provider.isEmpty() || !kept.isThere()) {
            return refused(visit, typed);
        }
        Optional<String> secret = door.accounts()
                .waiting()
                .keep(Waiting.Kind.FORM, visit.ask().network(), sender(visit.ask()), kept.text());
        if (secret.isEmpty()) {
            return refused(visit, typed.refused("", visit.voice().plain("login.wait.large")));
        }
        visit.ask().setCookie(door.cookies().set(door.cookies().waiting(), secret.get(), Waiting.LIFE));
        Voice voice = visit.voice();
        String label = provider.get().label();
        Told told = new Told(
                voice.say("login.waits"),
                voice.say("login.waits.more", label),
                PROVIDER + "?" + NAME + "=" + provider.get().name(),
                voice.say("login.with", label));
        return visit.own("account/told", frame(visit, "login.title"), told);
    }

    /** Whose session had ended, if that is known: what they sent nobody else is shown. */
    private static @Nullable PersonId sender(Ask ask) {
        Door door = ask.door();
        return ask.secretCookie(door.cookies().session())
                .flatMap(door.accounts().sessions()::holder)
                .orElse(null);
    }

    private static Answer go(Visit visit) {
        return provider(visit, visit.ask().query().one(NAME).orElse(""))
                .map(provider -> Rendering.redirect(303, "/api/v1/oidc/" + provider.name() + "/login"))
                .orElseGet(() -> visit.leadTo(LOGIN));
    }

    private static Optional<OidcProvider> provider(Visit visit, String name) {
        return visit.ask().door().accounts().oidc().providers().stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    /** What has waited is for the browser that sent it, and whom of those who log in with it sees it first. */
    private static Answer waiting(Visit visit) {
        Ask ask = visit.ask();
        Door door = ask.door();
        Cookies cookies = door.cookies();
        String shown = cookies.again();
        Optional<String> secret = ask.secretCookie(cookies.waiting()).or(() -> ask.secretCookie(shown));
        Optional<Kept> kept = secret.flatMap(one -> opened(door, one)).filter(Kept::isThere);
        if (secret.isEmpty() || kept.isEmpty()) {
            return visit.leadTo(DESK);
        }
        ask.setCookie(cookies.set(cookies.waiting(), "", Duration.ZERO));
        ask.setCookie(cookies.set(shown, secret.get(), Waiting.LIFE));
        return again(visit, 200, new Again(kept.get(), door.formToken()));
    }

    private static Optional<Kept> opened(Door door, String secret) {
        return door.accounts()
                .waiting()
                .open(secret, door.session().account().person())
                .map(Kept::read);
    }

    /** A form was sent, and taken: if it is what waited to be sent once more, that is done. */
    public static void sent(Visit visit) {
        Ask ask = visit.ask();
        if (!visit.viewer().isIn()) {
            return;
        }
        ask.secretCookie(ask.door().cookies().again())
                .flatMap(secret -> opened(ask.door(), secret))
                .filter(kept -> kept.address().equals(ask.address()))
                .ifPresent(kept -> ask.dropSent());
    }

    private static Answer refused(Visit visit, Typed typed) {
        return page(visit, 422, typed, back(typed.text("back")), Kept.carried(typed));
    }

    private static String back(String address) {
        return Visit.isOurs(address) ? address : "";
    }

    static Said tooMany(Voice voice, TooManyTriesException e) {
        return new Said(voice.count("login.wait", e.seconds()), null, null);
    }

    /** What a browser has kept of a review that isn't filed goes with whoever wrote it. */
    private static Answer leave(Visit visit) {
        if (visit.viewer().isIn()) {
            visit.ask().letOut();
        }
        return visit.leadTo("/").with("Clear-Site-Data", "\"storage\"");
    }

    private static Answer page(Visit visit, int status, Typed typed, String back, Kept kept) {
        List<OidcProvider> providers = visit.ask().door().accounts().oidc().providers();
        return visit.own(
                status, "account/login", frame(visit, "login.title"), new LoginView(typed, back, kept, providers));
    }

    /** Asks to send what was kept: the form token of the page that it came from is good no more. */
    private static Answer again(Visit visit, int status, Again again) {
        return visit.own(status, "account/again", frame(visit, "again.title"), again);
    }

    /** Of pages for whoever isn't in: in another language they are found at the address of the login. */
    static Frame frame(Visit visit, String title) {
        return visit.frame(visit.voice().plain(title), LOGIN).unlisted();
    }
}
