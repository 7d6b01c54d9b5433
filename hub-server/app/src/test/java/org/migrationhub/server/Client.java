package org.migrationhub.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody who talks to a server over HTTP, and holds that every answer is as openapi.json describes it. Where a test says
 * nothing of the version of what it changes, it is done whatever that has become.
 */
public final class Client {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Pattern EXISTING = Pattern.compile("/api/v1/(submissions|people|organisations|accounts)/");

    private final String base;
    private final String token;
    private final List<String> always;

    public Client(String base, String token) {
        this(base, token, List.of());
    }

    private Client(String base, String token, List<String> always) {
        this.base = base;
        this.token = token;
        this.always = List.copyOf(always);
    }

    /** The same with these header fields in whatever is sent. */
    Client always(List<String> headers) {
        return new Client(base, token, headers);
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Reply post(String path, String json, String... headers) {
        return send("POST", path, json(json), withType(headers));
    }

    public Reply post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Reply put(String path, String json, String... headers) {
        return send("PUT", path, json(json), withType(headers));
    }

    public Reply post(String path, byte[] body, String... headers) {
        return send("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    /** Sends a file that is read as it goes, so that its length isn't told before. */
    Reply upload(String path, InputStream body, String... headers) {
        return send("POST", path, BodyPublishers.ofInputStream(() -> body), headers);
    }

    /** What a server answers in bytes. */
    public byte[] bytes(String path) {
        try {
            HttpRequest request = request("GET", path, BodyPublishers.noBody()).build();
            return HTTP.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Reply send(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), headers);
    }

    /** Sends a body in JSON where there is one. */
    Reply ask(String method, String path, String json, String... headers) {
        return json.isEmpty() ? send(method, path, headers) : send(method, path, json(json), withType(headers));
    }

    private Reply send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request(method, path, body);
        if (changes(method, path) && !List.of(headers).contains("If-Match")) {
            request.header("If-Match", "*");
        }
        return send(with(request, headers));
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return request;
    }

    private static Reply send(HttpRequest.Builder building) {
        HttpRequest request = building.build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            Reply reply = new Reply(response.statusCode(), response.headers(), response.body());
            Contract.OF_API.hold(request.method(), request.uri().getRawPath(), reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request that says nothing of a version. */
    Reply unversioned(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = request(method, path, json(json)).header("Content-Type", "application/json");
        return send(with(request, headers));
    }

    private static boolean changes(String method, String path) {
        return !method.equals("GET") && EXISTING.matcher(path).lookingAt();
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        with(request, always.toArray(String[]::new));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static BodyPublisher json(String json) {
        return BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    }

    private static String[] withType(String... headers) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = "Content-Type";
        more[headers.length + 1] = "application/json";
        return more;
    }
}
