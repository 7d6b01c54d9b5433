package org.migrationhub.server.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.storage.WorkingCopy;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.Account;
import org.migrationhub.server.account.Acquaintances;
import org.migrationhub.server.account.ApiToken;
import org.migrationhub.server.account.ApiTokens;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.account.OpenSession;
import org.migrationhub.server.account.OwnData;
import org.migrationhub.server.account.Roles;
import org.migrationhub.server.account.Scope;
import org.migrationhub.server.account.Session;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;
import org.migrationhub.server.json.Json;
import org.migrationhub.server.json.Tree;

/** What somebody sees and does about their own account, sessions, tokens and data. */
final class OwnHandlers {

    private static final int PAGE = 200;
    private static final int USUAL_DAYS = 90;

    private OwnHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation(
                        "readSession",
                        "GET",
                        Api.at("me/session"),
                        ask -> Answer.ok(session(ask.door().session()))),
                new Operation("logOut", "DELETE", Api.at("me/session"), OwnHandlers::logOut).triable(),
                new Operation("listSessions", "GET", Api.at("me/sessions"), OwnHandlers::sessions),
                new Operation("logOutEverywhere", "DELETE", Api.at("me/sessions"), OwnHandlers::logOutEverywhere)
                        .triable(),
                new Operation("endSession", "DELETE", Api.at("me/sessions/{id}"), OwnHandlers::endSession).triable(),
                new Operation("readAccount", "GET", Api.at("me/account"), OwnHandlers::account),
                new Operation("changePassword", "PUT", Api.at("me/password"), OwnHandlers::changePassword)
                        .within(Budget.LOGINS),
                new Operation("askAddressChange", "POST", Api.at("me/address-changes"), OwnHandlers::askAddress)
                        .within(Budget.LOGINS),
                new Operation("changeLanguage", "PUT", Api.at("me/language"), OwnHandlers::changeLanguage).triable(),
                new Operation("listTokens", "GET", Api.at("me/tokens"), OwnHandlers::tokens),
                new Operation("makeToken", "POST", Api.at("me/tokens"), OwnHandlers::makeToken).triable(),
                new Operation("revokeToken", "DELETE", Api.at("me/tokens/{id}"), OwnHandlers::revokeToken).triable(),
                new Operation("exportOwnData", "GET", Api.at("me/data"), OwnHandlers::data),
                new Operation("askErasure", "PUT", Api.at("me/erasure-request"), OwnHandlers::askErasure).triable(),
                new Operation("readErasureRequest", "GET", Api.at("me/erasure-request"), OwnHandlers::erasureRequest),
                new Operation("dropErasureRequest", "DELETE", Api.at("me/erasure-request"), OwnHandlers::dropErasure)
                        .triable());
    }

    /** A session that one is in, with the form token that goes with it. */
    static Map<String, Object> session(OpenSession open) {
        return described(open.session())
                .text("person", open.account().person())
                .put("formToken", open.formToken())
                .done();
    }

    private static Answer logOut(Ask ask) {
        ask.noForm();
        ask.letOut();
        return Answer.noContent();
    }

    private static Answer sessions(Ask ask) {
        OpenSession open = ask.door().session();
        List<Session> all = AccountHandlers.accounts(ask).sessions().of(open.account());
        Tree tree = new Tree()
                .list(
                        "sessions",
                        all,
                        one -> described(one)
                                .flag("present", one.id().equals(open.session().id()))
                                .done());
        return Answer.ok(tree.done());
    }

    private static Answer logOutEverywhere(Ask ask) {
        ask.noForm();
        AccountHandlers.accounts(ask).sessions().endAll(ask.door().session().account());
        ask.dropSent();
        ask.setCookie(ask.door().cookies().close());
        return Answer.noContent();
    }

    private static Answer endSession(Ask ask) {
        ask.noForm();
        Account account = ask.door().session().account();
        if (!AccountHandlers.accounts(ask).sessions().end(account, ask.inPath("id"))) {
            throw Problems.notFound();
        }
        return Answer.noContent();
    }

    private static Answer account(Ask ask) {
        ask.door().require(List.of(Scope.READ));
        return Answer.ok(account(ask.door().account(), ask));
    }

    private static Answer changePassword(Ask ask) {
        Form form = ask.form();
        Field<String> present = form.text("present").required();
        Field<String> next = form.text("password").required();
        form.end();
        return AccountHandlers.entered(
                ask,
                AccountHandlers.accounts(ask)
                        .credentials()
                        .changePassword(ask.door().session(), present.get(), next.get()));
    }

    private static Answer askAddress(Ask ask) {
        Form form = ask.form();
        Field<EmailAddress> email =
                form.code("email", EmailAddress::find, AccountHandlers.ADDRESS).required();
        Field<String> password = form.text("password").required();
        form.end();
        AccountHandlers.accounts(ask).credentials().askAddress(ask.door().session(), password.get(), email.get());
        return AccountHandlers.letterSent();
    }

    private static Answer changeLanguage(Ask ask) {
        Form form = ask.form();
        Field<Language> language = AccountHandlers.language(form).required();
        form.end();
        AccountHandlers.accounts(ask)
                .credentials()
                .setLanguage(ask.door().session().account(), language.get());
        return Answer.noContent();
    }

    private static Answer tokens(Ask ask) {
        List<ApiToken> all =
                AccountHandlers.accounts(ask).tokens().of(ask.door().session().account());
        return Answer.ok(
                new Tree().list("tokens", all, token -> described(token).done()).done());
    }

    private static Answer makeToken(Ask ask) {
        Account account = ask.door().session().account();
        Form form = ask.form();
        Field<String> name = form.text("name").required();
        Field<List<Scope>> scopes =
                form.codes("scopes", Scope::find, "the code of a scope").required();
        Field<Integer> days = form.number("days", 1, ApiTokens.MOST_DAYS);
        form.end();
        ApiTokens.Made made =
                AccountHandlers.accounts(ask).tokens().make(account, name.get(), scopes.get(), days.or(USUAL_DAYS));
        return Answer.of(
                201,
                Answer.JSON,
                Json.bytes(described(made.token())
                        .put("token", ask.isTried() ? null : made.secret())
                        .done()));
    }

    private static Answer revokeToken(Ask ask) {
        ask.noForm();
        Account account = ask.door().session().account();
        if (!AccountHandlers.accounts(ask).tokens().revoke(account, ask.inPath("id"))) {
            throw Problems.notFound();
        }
        return Answer.noContent();
    }

    /** Everything that the hub keeps of whoever asks, as it shows it to them. */
    private static Answer data(Ask ask) {
        PersonId person = self(ask);
        ask.door().require(List.of(Scope.READ));
        Account account = ask.door().caller().account();
        List<SubmissionSummary> submitted = submitted(ask, person);
        Tree tree = new Tree()
                .put("person", PeopleJson.person(ask.people().person(person).value(), ask.now()))
                .put("account", account == null ? null : whole(account, ask))
                .list("submissions", submitted, one -> submission(ask, one.id()))
                .list("representing", represented(ask, person), one -> one.id().value())
                .list(
                        "reviews",
                        reviews(ask),
                        id -> SubmissionJson.view(ask.desk().view(id)))
                .list("workingCopies", workingCopies(ask, submitted), SubmissionJson::workingCopy)
                .list(
                        "acquaintances",
                        AccountHandlers.accounts(ask).acquaintances().of(person),
                        OwnHandlers::called)
                .put(
                        "erasureRequest",
                        AccountHandlers.accounts(ask)
                                .ownData()
                                .requestOf(person)
                                .map(OwnHandlers::request)
                                .orElse(null))
                .list("messages", ask.messages().own(ask.actor()), OwnTraces::message)
                .list("pending", AccountHandlers.accounts(ask).ownData().pending(person), OwnTraces::pending)
                .list("traces", AccountHandlers.accounts(ask).ownData().traces(person), OwnTraces::trace);
        return Answer.ok(tree.done()).with("Content-Disposition", "attachment; filename=\"my-data.json\"");
    }

    private static Map<String, Object> called(Acquaintances.Called called) {
        return new Tree()
                .text("person", called.person())
                .put("name", called.name())
                .put("address", called.address())
                .done();
    }

    /** What they act on for somebody else isn't theirs. */
    private static List<SubmissionSummary> submitted(Ask ask, PersonId person) {
        return all(page -> ask.desk().mySubmissions(page)).stream()
                .filter(one -> one.submitter().equals(person))
                .toList();
    }

    /** That one acts for somebody is one's own. */
    private static List<SubmissionSummary> represented(Ask ask, PersonId person) {
        return all(page -> ask.desk().mySubmissions(page)).stream()
                .filter(one -> !one.submitter().equals(person))
                .toList();
    }

    /** Where a review is awaited, and where one was filed; somebody may have reviewed a round and be awaited in the next. */
    private static Set<SubmissionId> reviews(Ask ask) {
        Set<SubmissionId> reviews = new LinkedHashSet<>();
        all(page -> ask.desk().myReviews(page)).forEach(one -> reviews.add(one.id()));
        all(page -> ask.desk().myReviewed(page)).forEach(one -> reviews.add(one.id()));
        return reviews;
    }

    private static Map<String, Object> submission(Ask ask, SubmissionId id) {
        int revisions = ask.desk().view(id).revision();
        List<Integer> numbers = IntStream.rangeClosed(1, revisions).boxed().toList();
        return new Tree()
                .put("submission", SubmissionJson.view(ask.desk().view(id)))
                .put("draft", draft(ask, id))
                .list(
                        "revisions",
                        numbers,
                        number -> SubmissionJson.content(ask.desk().content(id, number)))
                .done();
    }

    private static @Nullable Map<String, Object> draft(Ask ask, SubmissionId id) {
        try {
            return ContentCodec.write(ask.desk().draft(id));
        } catch (NotFoundException e) {
            return null; // there is none: everything was handed in
        }
    }

    /** What is typed of their own, whoever of their side typed last. */
    private static List<WorkingCopy> workingCopies(Ask ask, List<SubmissionSummary> submitted) {
        Desk desk = ask.desk();
        return submitted.stream()
                .filter(one -> desk.may(Right.SAVE_DRAFT, one.id()))
                .flatMap(one -> desk.workingCopies().find(one.id()).stream())
                .toList();
    }

    private static List<SubmissionSummary> all(Function<SubmissionQuery, List<SubmissionSummary>> list) {
        List<SubmissionSummary> all = new ArrayList<>();
        SubmissionQuery query = SubmissionQuery.all().limit(PAGE);
        List<SubmissionSummary> page = list.apply(query);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = list.apply(query.after(page.get(page.size() - 1).id()));
        }
        return all;
    }

    private static Map<String, Object> whole(Account account, Ask ask) {
        OwnData own = AccountHandlers.accounts(ask).ownData();
        Tree tree = new Tree();
        account(account, ask).forEach(tree::put);
        return tree.list("roleHistory", AccountHandlers.accounts(ask).roles().history(account), OwnHandlers::granted)
                .list(
                        "sessions",
                        AccountHandlers.accounts(ask).sessions().of(account),
                        one -> described(one).done())
                .list(
                        "tokens",
                        AccountHandlers.accounts(ask).tokens().of(account),
                        one -> described(one).done())
                .list("identities", own.identities(account), OwnHandlers::identity)
                .done();
    }

    private static Answer askErasure(Ask ask) {
        ask.noForm();
        ask.door().requireNoPersonalToken();
        return Answer.ok(request(AccountHandlers.accounts(ask).ownData().askErasure(self(ask))));
    }

    private static Answer erasureRequest(Ask ask) {
        ask.door().require(List.of(Scope.READ));
        return AccountHandlers.accounts(ask)
                .ownData()
                .requestOf(self(ask))
                .map(request -> Answer.ok(request(request)))
                .orElseThrow(Problems::notFound);
    }

    private static Answer dropErasure(Ask ask) {
        ask.noForm();
        ask.door().requireNoPersonalToken();
        AccountHandlers.accounts(ask).ownData().keep(self(ask));
        return Answer.noContent();
    }

    static Map<String, Object> request(OwnData.ErasureRequest request) {
        return new Tree()
                .text("person", request.person())
                .text("at", request.at())
                .done();
    }

    static Map<String, Object> granted(Roles.Granted granted) {
        return new Tree()
                .put("role", granted.role().code())
                .text("at", granted.at())
                .text("by", granted.by())
                .text("until", granted.until())
                .text("takenBackBy", granted.takenBackBy())
                .done();
    }

    private static Map<String, Object> account(Account account, Ask ask) {
        return new Tree()
                .put("id", account.id())
                .text("person", account.person())
                .put("email", account.email().text())
                .put("language", account.language().tag())
                .put("hasPassword", account.hasPassword())
                .text("since", account.since())
                .list("roles", ask.actor().roles(), Role::code)
                .done();
    }

    private static Map<String, Object> identity(OwnData.Identity identity) {
        return new Tree()
                .put("issuer", identity.issuer())
                .put("subject", identity.subject())
                .text("since", identity.since())
                .done();
    }

    private static Tree described(Session session) {
        return new Tree()
                .put("id", session.id())
                .put("way", session.way())
                .text("since", session.since())
                .text("seen", session.seen())
                .text("until", session.until());
    }

    private static Tree described(ApiToken token) {
        return new Tree()
                .put("id", token.id())
                .put("name", token.name())
                .list("scopes", token.scopes().stream().sorted().toList(), Scope::code)
                .text("since", token.since())
                .text("until", token.until())
                .text("revoked", token.revoked());
    }

    private static PersonId self(Ask ask) {
        PersonId person = ask.actor().person();
        if (person == null) {
            throw Problems.tokenRequired();
        }
        return person;
    }
}
