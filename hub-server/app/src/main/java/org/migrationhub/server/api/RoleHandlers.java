package org.migrationhub.server.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.migrationhub.core.access.Role;
import org.migrationhub.server.account.Account;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;
import org.migrationhub.server.json.Tree;

/** Who has accounts and what they are to the Hub, for those who keep the records; and who wants to be erased. */
final class RoleHandlers {

    private RoleHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("listAccounts", "GET", Api.at("accounts"), RoleHandlers::list).taking("limit", "cursor"),
                new Operation("readAccountOf", "GET", Api.at("accounts/{id}"), RoleHandlers::read),
                new Operation("setRoles", "PUT", Api.at("accounts/{id}/roles"), RoleHandlers::setRoles).changing(),
                new Operation("listErasureRequests", "GET", Api.at("erasure-requests"), RoleHandlers::requests));
    }

    private static Answer list(Ask ask) {
        Page page = Page.of("accounts", ask.query());
        String after =
                ask.query().code("cursor", Ids::account, "where a page ended").orElse("");
        return page.answer(
                ask.query(),
                AccountHandlers.accounts(ask).list(ask.actor(), after, page.asked()),
                account -> account(
                                account, AccountHandlers.accounts(ask).roles().of(account))
                        .done(),
                Account::id);
    }

    private static Answer read(Ask ask) {
        return whole(ask, AccountHandlers.accounts(ask).read(ask.actor(), ask.account()));
    }

    private static Answer setRoles(Ask ask) {
        Form form = ask.form();
        Field<List<Role>> roles = form.codes(
                        "roles",
                        code -> Role.find(code).filter(role -> role != Role.VISITOR),
                        "contributor, reviewer, moderator, editor, secretariat or administrator")
                .required();
        form.end();
        Accounts accounts = AccountHandlers.accounts(ask);
        accounts.roles().set(ask.actor(), ask.account(), roles.get(), ask.version());
        Account account = accounts.read(ask.actor(), ask.account());
        return ask.isTried() ? whole(ask, account, new TreeSet<>(roles.get())) : whole(ask, account);
    }

    private static Answer requests(Ask ask) {
        Tree tree = new Tree()
                .list("requests", AccountHandlers.accounts(ask).ownData().requests(ask.actor()), OwnHandlers::request);
        return Answer.ok(tree.done());
    }

    private static Answer whole(Ask ask, Account account) {
        return whole(ask, account, AccountHandlers.accounts(ask).roles().of(account));
    }

    private static Answer whole(Ask ask, Account account, Set<Role> roles) {
        Map<String, Object> tree = account(account, roles)
                .list("history", AccountHandlers.accounts(ask).roles().history(account), OwnHandlers::granted)
                .done();
        return Answer.ok(tree)
                .with("ETag", Version.tag(AccountHandlers.accounts(ask).roles().version(account)));
    }

    private static Tree account(Account account, Set<Role> roles) {
        return new Tree()
                .put("id", account.id())
                .text("person", account.person())
                .put("email", account.email().text())
                .text("since", account.since())
                .list("roles", roles, Role::code);
    }
}
