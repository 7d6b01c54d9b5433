package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is sent to whatever takes a body, field by field: it is never the server that is at fault. */
class NeverAFaultTest {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "99999999999999999999",
            "0.5",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"../../x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\\r\\n\"",
            "\"" + "é".repeat(30_000) + "\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"sha256:" + "0".repeat(64) + "\"",
            "\"en\"",
            "[]",
            "[null]",
            "[\"x\",\"x\"]",
            "[[[]]]",
            "{}",
            "{\"x\":{\"y\":[]}}",
            "{\"en\":{\"title\":\"\\ud800\"},\"x-\":{},\"\":{}}",
            "[{\"name\":\"\",\"id\":\"x\"},{}]",
            "[{\"from\":\"2030-01-01T00:00:00Z\",\"until\":\"2029-01-01T00:00:00Z\"}]");
    private static final Map<String, String> TOKENS = Map.of(
            "submitters", "demo-contributor-2",
            "secretariat", "demo-secretariat",
            "reviewers", "demo-reviewer-2",
            "people", "demo-secretariat",
            "administrators", "demo-administrator");

    @AutoClose
    private static RunningServer server;

    private static JsonNode document;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
        document = server.visitor().get("/api/v1/openapi.json").json();
    }

    @Test
    void oddValuesOfEveryFieldOfEveryFormAreRefusedOrTaken() {
        Story story = Story.inReview(server, "Sample: odd values").accept(2);
        int sent = 0;
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                for (String body : bodies(operation)) {
                    Reply reply = send(operation, story, body);
                    assertThat(reply.status())
                            .as("%s %.300s: %s", operation.path("operationId"), body, reply.text())
                            .isBetween(200, 499);
                    sent++;
                }
            }
        }
        assertThat(sent).isGreaterThan(1_000);
        assertThat(server.visitor().get("/readyz").status()).isEqualTo(200);
    }

    /** The whole body as each value, and each of its fields as each value, the others well formed as far as needed. */
    private static List<String> bodies(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema/$ref");
        if (schema.isMissingNode()) {
            return List.of();
        }
        List<String> bodies = new ArrayList<>(VALUES);
        String reference = schema.asText().endsWith("/Item") ? "#/components/schemas/Practice" : schema.asText();
        String minimum = reference.endsWith("/Practice") ? "\"kind\":\"practice\",\"language\":\"en\"," : "";
        document.at(reference.substring(1))
                .path("properties")
                .fieldNames()
                .forEachRemaining(field -> VALUES.forEach(value -> bodies.add(
                        "{" + (minimum.contains(field) ? "" : minimum) + "\"" + field + "\":" + value + "}")));
        return bodies;
    }

    private static Reply send(JsonNode operation, Story story, String body) {
        String method = method(operation);
        String path = path(operation).replace("{number}", "1").replace("{id}", id(operation, story));
        Client client = server.as(TOKENS.getOrDefault(operation.at("/tags/0").asText(), "demo-administrator"));
        return method.equals("PUT") ? client.put(path, body) : client.post(path, body);
    }

    private static String id(JsonNode operation, Story story) {
        String path = path(operation);
        if (path.startsWith("/api/v1/people/")) {
            return server.reviewerId(8);
        }
        return path.startsWith("/api/v1/organisations/")
                ? server.secretariat()
                        .get("/api/v1/organisations?q=sample+city")
                        .at("/organisations/0/id")
                : story.id();
    }

    private static String path(JsonNode operation) {
        return entry(operation)[1];
    }

    private static String method(JsonNode operation) {
        return entry(operation)[0];
    }

    /** Method and path of an operation, as the index has them. */
    private static String[] entry(JsonNode operation) {
        String id = operation.path("operationId").asText();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (method.getValue().path("operationId").asText().equals(id)) {
                    return new String[] {method.getKey().toUpperCase(Locale.ROOT), path.getKey()};
                }
            }
        }
        throw new AssertionError("No operation " + id);
    }
}
