package org.migrationhub.server.api;

import java.util.List;
import java.util.Map;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.Account;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.account.Entrance;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;
import org.migrationhub.server.json.Json;
import org.migrationhub.server.json.Tree;

/** The ways to an account and into it, for whoever isn't in yet. */
final class AccountHandlers {

    static final String ADDRESS = "an address such as name@example.org";
    private static final String TAG = "the tag of a language (BCP 47)";

    private AccountHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("register", "POST", Api.at("registrations"), AccountHandlers::register)
                        .within(Budget.LOGINS)
                        .entrance(),
                new Operation(
                                "confirmRegistration",
                                "POST",
                                Api.at("registrations/confirmation"),
                                AccountHandlers::confirmRegistration)
                        .within(Budget.LOGINS)
                        .entrance(),
                new Operation("invite", "POST", Api.at("people/{id}/invitation"), AccountHandlers::invite).triable(),
                new Operation(
                                "acceptInvitation",
                                "POST",
                                Api.at("invitations/acceptance"),
                                AccountHandlers::acceptInvitation)
                        .within(Budget.LOGINS)
                        .entrance(),
                new Operation("logIn", "POST", Api.at("sessions"), AccountHandlers::logIn)
                        .within(Budget.LOGINS)
                        .entrance(),
                new Operation("askPasswordReset", "POST", Api.at("password-resets"), AccountHandlers::askReset)
                        .within(Budget.LOGINS)
                        .entrance(),
                new Operation("resetPassword", "POST", Api.at("password-resets/confirmation"), AccountHandlers::reset)
                        .within(Budget.LOGINS)
                        .entrance(),
                new Operation(
                                "confirmAddress",
                                "POST",
                                Api.at("address-changes/confirmation"),
                                AccountHandlers::confirmAddress)
                        .within(Budget.LOGINS)
                        .entrance());
    }

    private static Answer register(Ask ask) {
        Form form = ask.form();
        Field<EmailAddress> email =
                form.code("email", EmailAddress::find, ADDRESS).required();
        Field<String> name = form.text("name").required();
        Field<String> password = form.text("password").required();
        Field<Language> language = language(form);
        form.end();
        accounts(ask)
                .registration()
                .ask(email.get(), name.get(), password.get(), language.or(read(ask)), ask.network());
        return letterSent();
    }

    private static Answer confirmRegistration(Ask ask) {
        Form form = ask.form();
        Field<String> token = form.text("token").required();
        Field<String> password = form.text("password").required();
        form.end();
        return made(accounts(ask).registration().confirm(token.get(), password.get()));
    }

    private static Answer invite(Ask ask) {
        Form form = ask.optionalForm();
        Field<Language> language = language(form);
        form.end();
        accounts(ask).registration().invite(ask.actor(), ask.person(), language.or(Language.EN));
        return letterSent();
    }

    private static Answer acceptInvitation(Ask ask) {
        Form form = ask.form();
        Field<String> token = form.text("token").required();
        Field<String> password = form.text("password").required();
        form.end();
        return made(accounts(ask).registration().accept(token.get(), password.get()));
    }

    private static Answer logIn(Ask ask) {
        Form form = ask.form();
        Field<EmailAddress> email =
                form.code("email", EmailAddress::find, ADDRESS).required();
        Field<String> password = form.text("password").required();
        form.end();
        return entered(ask, accounts(ask).login().enter(email.get(), password.get(), ask.arrival()));
    }

    private static Answer askReset(Ask ask) {
        Form form = ask.form();
        Field<EmailAddress> email =
                form.code("email", EmailAddress::find, ADDRESS).required();
        Field<Language> language = language(form);
        form.end();
        accounts(ask).credentials().askReset(email.get(), language.or(read(ask)), ask.network());
        return letterSent();
    }

    private static Answer reset(Ask ask) {
        Form form = ask.form();
        Field<String> token = form.text("token").required();
        Field<String> password = form.text("password").required();
        form.end();
        String device = accounts(ask).credentials().reset(token.get(), password.get());
        ask.setCookie(ask.door().cookies().remember(device));
        return Answer.noContent();
    }

    private static Answer confirmAddress(Ask ask) {
        Form form = ask.form();
        Field<String> token = form.text("token").required();
        form.end();
        accounts(ask).credentials().confirmAddress(token.get());
        return Answer.noContent();
    }

    static Answer entered(Ask ask, Entrance entrance) {
        ask.letIn(entrance);
        return Answer.of(201, Answer.JSON, Json.bytes(OwnHandlers.session(entrance.open())));
    }

    static Accounts accounts(Ask ask) {
        return ask.door().accounts();
    }

    static Field<Language> language(Form form) {
        return form.code("language", Language::find, TAG);
    }

    /** The same whether there is an account or not. */
    static Answer letterSent() {
        Map<String, Object> tree = new Tree()
                .put("detail", "A letter to this address says how to go on. Its link is good for a day.")
                .done();
        return Answer.of(202, Answer.JSON, Json.bytes(tree));
    }

    private static Answer made(Account account) {
        return Answer.of(
                201,
                Answer.JSON,
                Json.bytes(new Tree().text("person", account.person()).done()));
    }

    /** The language that somebody reads best, of those in which letters are written. */
    private static Language read(Ask ask) {
        return ask.preferred().stream()
                .filter(Language.official()::contains)
                .findFirst()
                .orElse(Language.EN);
    }
}
