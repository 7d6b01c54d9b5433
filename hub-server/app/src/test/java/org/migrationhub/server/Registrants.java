package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** People who come to have accounts, at a server with an administrator and a token of the secretariat. */
record Registrants(RunningServer server) {

    static final String ADMIN = "admin@example.org";
    static final String ADMIN_PASSWORD = "the keys of the lighthouse";
    static final String PASSWORD = "gulls over the harbour";
    static final String SECRETARIAT = "0123456789abcdef0123456789abcdef";

    /** Where something about somebody is kept. */
    static final List<String> TABLES = List.of(
            "account",
            "role_grant",
            "session",
            "device",
            "one_time_secret",
            "api_token",
            "identity",
            "throttle",
            "erasure_request",
            "acquaintance",
            "former_address",
            "upload",
            "message");

    static RunningServer start() {
        return RunningServer.start(
                Map.of(
                        "HUB_ADMIN_EMAIL", ADMIN,
                        "HUB_ADMIN_PASSWORD", ADMIN_PASSWORD,
                        "HUB_TOKEN_SAM_SECRET", SECRETARIAT,
                        "HUB_TOKEN_SAM_ROLES", "secretariat",
                        "HUB_TOKEN_SAM_NAME", "Sample secretary"),
                "--in-memory");
    }

    List<String> rows(String table) {
        return server
                .server()
                .tables()
                .read(handle -> handle.createQuery("select * from server." + table)
                        .mapToMap()
                        .list())
                .stream()
                .map(String::valueOf)
                .toList();
    }

    Browser admin() {
        Browser admin = new Browser(server);
        assertThat(admin.logIn(ADMIN, ADMIN_PASSWORD).status()).isEqualTo(201);
        return admin;
    }

    /** Somebody new who has an account and has logged in. */
    Browser loggedIn(String email) {
        account(email);
        Browser browser = new Browser(server);
        assertThat(browser.logIn(email, PASSWORD).status()).isEqualTo(201);
        return browser;
    }

    /** The same, who reads pages. */
    Visitor reading(String email) {
        account(email);
        Visitor visitor = new Visitor(server);
        assertThat(visitor.logIn(email, PASSWORD).status()).isEqualTo(303);
        return visitor;
    }

    void account(String email) {
        assertThat(register(email, PASSWORD).status()).isEqualTo(202);
        assertThat(confirm(email).status()).isEqualTo(201);
    }

    Reply register(String email, String password) {
        return server.visitor().post("/api/v1/registrations", """
                {"email": "%s", "name": "Sample person", "password": "%s"}""".formatted(email, password));
    }

    Reply confirm(String email) {
        return confirm(email, PASSWORD);
    }

    Reply confirm(String email, String password) {
        return server.visitor()
                .post("/api/v1/registrations/confirmation", withPassword(new Mailbox(server, email).token(), password));
    }

    Reply askReset(String email) {
        return server.visitor().post("/api/v1/password-resets", "{\"email\":\"%s\"}".formatted(email));
    }

    static String token(String token) {
        return "{\"token\":\"%s\"}".formatted(token);
    }

    static String withPassword(String token, String password) {
        return "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password);
    }

    static String change(String present, String next) {
        return "{\"present\":\"%s\",\"password\":\"%s\"}".formatted(present, next);
    }
}
