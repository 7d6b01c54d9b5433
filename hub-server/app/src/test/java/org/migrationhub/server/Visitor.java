package org.migrationhub.server;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who reads pages and sends their forms, as a browser without scripts does: with cookies and the form's token. */
final class Visitor {

    static final String PASSWORD = "sample-password";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    private final RunningServer server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String formToken = "";

    Visitor(RunningServer server) {
        this.server = server;
    }

    /** Somebody of the demonstration who has logged in: the part of their address behind {@code demo-}. */
    static Visitor of(RunningServer server, String name) {
        Visitor visitor = new Visitor(server);
        visitor.logIn("demo-" + name + "@example.org", PASSWORD);
        return visitor;
    }

    /** Logs in by the page for it. */
    Reply logIn(String email, String password) {
        return send("/en/account/login", "email", email, "password", password);
    }

    /** Opens a page, and remembers what its forms send along. */
    Reply open(String path) {
        return kept(server.visitor().get(path, headers()));
    }

    /** Downloads a file. */
    byte[] download(String path) {
        return server.visitor().always(List.of(headers())).bytes(path);
    }

    /** Sends a form with these fields, each a name and a value, and opens the page to which that leads. */
    Reply follow(String path, String... fields) {
        Reply reply = send(path, fields);
        return reply.status() == 303 ? open(reply.header("Location")) : reply;
    }

    /** Sends a form with these fields, each a name and a value. */
    Reply send(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int index = 0; index < fields.length; index += 2) {
            pairs.add(encoded(fields[index]) + "=" + encoded(fields[index + 1]));
        }
        if (!formToken.isEmpty()) {
            pairs.add("formToken=" + encoded(formToken));
        }
        byte[] body = String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
        return kept(server.visitor().post(path, body, headers("Content-Type", "application/x-www-form-urlencoded")));
    }

    /** Sends a form with a file behind these fields, each a name and a value, as a browser writes it. */
    Reply upload(String path, String file, byte[] content, String... fields) {
        String boundary = "----sample-boundary";
        StringBuilder head = new StringBuilder();
        part(head, boundary, "formToken", formToken);
        for (int index = 0; index < fields.length; index += 2) {
            part(head, boundary, fields[index], fields[index + 1]);
        }
        head.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"");
        head.append(file).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String type = "multipart/form-data; boundary=" + boundary;
        return kept(server.visitor().post(path, body.toByteArray(), headers("Content-Type", type)));
    }

    private static void part(StringBuilder to, String boundary, String name, String value) {
        to.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name);
        to.append("\"\r\n\r\n").append(value).append("\r\n");
    }

    /** Sends something of a type, as no form does. */
    Reply raw(String path, String type, String body) {
        return server.visitor().post(path, body.getBytes(StandardCharsets.UTF_8), headers("Content-Type", type));
    }

    /** Shows another form token from now on. */
    Visitor showing(String token) {
        formToken = token;
        return this;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
        FORM_TOKEN.matcher(reply.text()).results().findFirst().ifPresent(found -> formToken = found.group(1));
        return reply;
    }

    private String[] headers(String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.addAll(List.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        if (!cookies.isEmpty()) {
            headers.add("Cookie");
            headers.add(cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        return headers.toArray(String[]::new);
    }
}
