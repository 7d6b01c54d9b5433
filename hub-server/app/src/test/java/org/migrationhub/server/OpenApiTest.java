package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;

/** The description and the server say the same, in both directions. */
class OpenApiTest {

    /** Of what can be wrong with any request, or with the server; what stands for the rest is the default. */
    private static final Set<Integer> EVERYWHERE = Set.of(400, 429, 503);

    @AutoClose
    private static RunningServer server;

    private static JsonNode document;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
        document = server.visitor().get("/api/v1/openapi.json").json();
    }

    @Test
    void everyOperationIsDescribedAndEveryDescribedOneIsThere() {
        Set<String> there = new TreeSet<>();
        server.visitor()
                .get("/api/v1")
                .json()
                .at("/operations")
                .forEach(operation -> there.add(operation.path("operation").asText() + " "
                        + operation.path("method").asText() + " "
                        + operation.path("path").asText()));
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.add(
                                operation.getValue().path("operationId").asText() + " "
                                        + operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        described.removeAll(Set.of("health GET /healthz", "readiness GET /readyz", "readMetrics GET /metrics"));
        assertThat(described).isEqualTo(there);
    }

    @Test
    void whatIsDescribedAnswersWithADescribedType() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    String address = address(path.getKey());
                    Reply reply = server.visitor().send(method, address);
                    List<String> types = new ArrayList<>(List.of("application/problem+json"));
                    operation
                            .getValue()
                            .path("responses")
                            .forEach(response ->
                                    response.path("content").fieldNames().forEachRemaining(types::add));
                    assertThat(reply.status()).as(method + " " + address).isNotIn(405, 500);
                    assertThat(types)
                            .anyMatch(type -> type.replace(" ", "")
                                    .equals(reply.header("Content-Type").replace(" ", "")));
                }));
    }

    @Test
    void everyParameterOfAQueryIsTakenAndNoOther() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String address = address(path.getKey()) + "?unknown=&";
                    List<String> names = new ArrayList<>();
                    operation.getValue().path("parameters").forEach(said -> {
                        JsonNode parameter = followed(said);
                        if (parameter.path("in").asText().equals("query")) {
                            names.add(parameter.path("name").asText());
                        }
                    });
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    Reply reply = server.contributor().send(method, address);
                    assertThat(reply.violations()).as(address).containsExactly("unknown parameter.unknown");
                    for (String name : names) {
                        Reply taken = server.contributor().send(method, address.replace("unknown=&", name + "=x"));
                        assertThat(taken.violations()).as(address).doesNotContain(name + " parameter.unknown");
                    }
                }));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        Set<String> references = new TreeSet<>();
        document.findValues("$ref")
                .forEach(reference -> references.add(reference.asText().substring(1)));
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(document.at(reference).isMissingNode())
                        .as(reference)
                        .isFalse());
        document.at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(references).contains("/components/schemas/" + name));
    }

    @Test
    void everyCodeOfAProblemIsDescribedWithItsStatusAndWhatItMeans() {
        Map<String, Integer> there = new TreeMap<>();
        server.visitor()
                .get("/api/v1/problems")
                .json()
                .path("problems")
                .forEach(problem -> there.put(
                        problem.path("code").asText(), problem.path("status").asInt()));
        Map<String, Integer> described = new TreeMap<>();
        codes().properties().forEach(code -> {
            described.put(code.getKey(), code.getValue().path("status").asInt());
            assertThat(code.getValue().path("description").asText())
                    .as(code.getKey())
                    .isNotBlank();
        });
        assertThat(described).isEqualTo(there);
    }

    @Test
    void everyOperationNamesTheStatusesOfItsProblemsAndNoOther() {
        eachOperation((id, operation) -> {
            Set<Integer> statuses = new TreeSet<>(EVERYWHERE);
            operation.path("x-problems").forEach(code -> {
                assertThat(codes().path(code.asText()).has("status"))
                        .as(id + " " + code)
                        .isTrue();
                assertThat(codes().path(code.asText()).has("everywhere"))
                        .as(id + " " + code)
                        .isFalse();
                statuses.add(codes().path(code.asText()).path("status").asInt());
            });
            Set<Integer> named = new TreeSet<>();
            operation.path("responses").fieldNames().forEachRemaining(status -> {
                if (status.compareTo("400") >= 0 && !status.equals("default")) {
                    named.add(Integer.valueOf(status));
                }
            });
            assertThat(named).as(id).isEqualTo(statuses);
            assertThat(operation.path("responses").has("default")).as(id).isTrue();
        });
    }

    @Test
    void everyBodyHasAnExampleUnlessItIsAFile() {
        eachOperation((id, operation) -> {
            requireExamples(id, operation.path("requestBody"));
            operation
                    .path("responses")
                    .properties()
                    .forEach(response -> requireExamples(id + " " + response.getKey(), followed(response.getValue())));
        });
        assertThat(document.at("/components/responses/UnprocessableContent").findValue("violations"))
                .isNotEmpty();
    }

    private static void requireExamples(String what, JsonNode body) {
        body.path("content")
                .properties()
                .forEach(content -> assertThat(hasExample(content.getValue()))
                        .as(what + " " + content.getKey())
                        .isTrue());
    }

    /** Of its own, or of its form; a file has none that could be shown, and what a problem looks like stands once. */
    private static boolean hasExample(JsonNode content) {
        JsonNode schema = followed(content.path("schema"));
        return content.has("example")
                || schema.has("examples")
                || schema.path("format").asText().equals("binary")
                || schema == document.at("/components/schemas/Problem");
    }

    @Test
    void everyActOfASubmissionIsDescribed() {
        assertThat(document.at("/components/schemas/StageName/enum")).hasSize(StageName.values().length);
        assertThat(document.at("/components/schemas/Act/enum")).hasSize(Act.values().length);
    }

    @Test
    void theDescriptionIsThereAsAPageThatAsksForNothingElse() {
        Reply page = server.visitor().get("/api/v1/docs", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        document.path("paths")
                .forEach(path -> path.forEach(operation -> assertThat(page.text())
                        .contains("id=\"" + operation.path("operationId").asText() + "\"")));
        codes().fieldNames().forEachRemaining(code -> assertThat(page.text()).contains("id=\"problem-" + code + "\""));
        eachOperation((id, operation) -> operation
                .path("x-problems")
                .forEach(code -> assertThat(page.text()).contains("href=\"#problem-" + code.asText() + "\"")));
        assertThat(page.text())
                .contains("Sample: a welcome desk")
                .doesNotContain("<script")
                .doesNotContain("src=");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("style-src 'sha256-");
    }

    /** Does something with an operation. */
    private interface Look {
        void at(String id, JsonNode operation);
    }

    private static void eachOperation(Look look) {
        document.path("paths")
                .forEach(path -> path.forEach(
                        operation -> look.at(operation.path("operationId").asText(), operation)));
    }

    private static JsonNode codes() {
        return document.at("/components/schemas/Problem/properties/code/x-codes");
    }

    private static JsonNode followed(JsonNode said) {
        return said.has("$ref") ? document.at(said.path("$ref").asText().substring(1)) : said;
    }

    private static String address(String path) {
        return path.replace("{id}", "unknown")
                .replace("{organisation}", "unknown")
                .replace("{number}", "1")
                .replace("{sha256}", "0".repeat(64));
    }
}
