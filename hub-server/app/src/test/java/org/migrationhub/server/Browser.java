package org.migrationhub.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who talks to a server with cookies, as a browser does. */
final class Browser {

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private RunningServer server;
    private String formToken = "";

    Browser(RunningServer server) {
        this.server = server;
    }

    /** The same browser at another server. */
    Browser at(RunningServer other) {
        server = other;
        return this;
    }

    Reply logIn(String email, String password) {
        return post("/api/v1/sessions", login(email, password));
    }

    static String login(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }

    Reply get(String path) {
        return kept(server.visitor().get(path, headers()));
    }

    Reply post(String path, String json) {
        return kept(server.visitor().post(path, json, headers()));
    }

    Reply put(String path, String json, String... more) {
        return kept(server.visitor().put(path, json, headers(more)));
    }

    /** Puts something there without saying what was read. */
    Reply unversioned(String path, String json) {
        return kept(server.visitor().unversioned("PUT", path, json, headers()));
    }

    Reply delete(String path) {
        return kept(server.visitor().send("DELETE", path, headers()));
    }

    /** What the browser holds under a name. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** Holds something else under a name. */
    Browser with(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** Shows another form token from now on; none with the empty text. */
    Browser showing(String token) {
        formToken = token;
        return this;
    }

    String formToken() {
        return formToken;
    }

    private Reply kept(Reply reply) {
        for (String cookie : reply.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        if (reply.status() < 300 && reply.text().contains("formToken")) {
            formToken = reply.at("/formToken");
        }
        return reply;
    }

    private String[] headers(String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        if (!cookies.isEmpty()) {
            headers.add("Cookie");
            headers.add(cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        if (!formToken.isEmpty()) {
            headers.add("X-Form-Token");
            headers.add(formToken);
        }
        return headers.toArray(String[]::new);
    }
}
