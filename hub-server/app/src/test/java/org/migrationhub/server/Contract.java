package org.migrationhub.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What openapi.json promises of answers, and what every answer that a test gets must keep: the status, the media type, of JSON
 * the body and of a problem its code. It knows which operations were seen to succeed, and which said no with which code.
 * Thread-safe.
 */
final class Contract {

    private static final String ID = "https://migration-hub.example/openapi.json";
    private static final String PROBLEM = "application/problem+json";
    private static final Pattern PARAMETER = Pattern.compile("\\{[a-z0-9]+}");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The one that the server gives out. */
    static final Contract OF_API = new Contract();

    private final JsonNode document = read();
    private final List<Promised> operations = operations();
    private final Schemas schemas = new Schemas(document);
    private final Map<String, Code> codes = codes();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final Set<Refusal> refused = ConcurrentHashMap.newKeySet();

    private Contract() {}

    /**
     * A code of problems.
     *
     * @param everywhere whether every operation may answer with it
     */
    private record Code(int status, boolean everywhere) {}

    /** That an operation says no in one way. */
    record Refusal(String operation, String code) {

        @Override
        public String toString() {
            return operation + " " + code;
        }
    }

    /**
     * An operation as it is described.
     *
     * @param triable whether it can be tried with dryRun
     * @param example of a body in JSON; the empty text if it takes none
     * @param problems the codes with which it says no, but for those that every operation has
     */
    record Promised(
            String id,
            String method,
            String path,
            Pattern pattern,
            boolean triable,
            String example,
            JsonNode responses,
            Set<String> problems) {

        boolean says(String code) {
            return problems.contains(code);
        }

        boolean isAt(String method, String path) {
            return this.method.equals(method) && pattern.matcher(path).matches();
        }

        /** A literal step of a path counts more than a parameter. */
        long parameters() {
            return PARAMETER.matcher(path).results().count();
        }
    }

    /** Holds that an answer is one that the description promises for what was asked. */
    void hold(String method, String path, Reply reply) {
        boolean whole = !method.equals("HEAD");
        String asked = whole ? method : "GET";
        Optional<Promised> operation =
                operations.stream().filter(one -> one.isAt(asked, path)).findFirst();
        if (operation.isPresent()) {
            hold(operation.get(), reply, whole);
        } else if (whole && type(reply).equals(PROBLEM)) {
            holdBody("What isn't described answered " + reply.status(), reply, schemas.named("Problem"));
            holdCode("What isn't described", reply);
        }
    }

    /** The operations that nobody has been seen to succeed with since the last call of {@link #forgetWhatWasSeen}. */
    Set<String> neverSucceeded() {
        return operations.stream()
                .map(Promised::id)
                .filter(id -> !succeeded.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ways to say no that an operation is said to have of its own, and which nobody has seen since then. */
    Set<Refusal> neverRefused() {
        Set<Refusal> never = new TreeSet<>(Comparator.comparing(Refusal::toString));
        operations.forEach(operation ->
                operation.problems().forEach(code -> never.add(new Refusal(operation.id(), code))));
        never.removeAll(refused);
        return never;
    }

    /** All operations. */
    List<Promised> described() {
        return operations;
    }

    /** How many operations there are. */
    int size() {
        return operations.size();
    }

    void forgetWhatWasSeen() {
        succeeded.clear();
        refused.clear();
    }

    /** What is wrong with the examples: a line for each, with its place in the document. */
    List<String> wrongExamples() {
        List<String> wrong = new ArrayList<>();
        examples()
                .forEach(example -> schemas.of(example.schema()).validate(example.value()).stream()
                        .map(error -> example.place() + ": " + told(error))
                        .forEach(wrong::add));
        return wrong;
    }

    int countOfExamples() {
        return (int) examples().count();
    }

    private void hold(Promised operation, Reply reply, boolean whole) {
        String what = "%s answered %d".formatted(operation.id(), reply.status());
        boolean isProblem = type(reply).equals(PROBLEM);
        JsonNode response = resolved(operation.responses().path(String.valueOf(reply.status())));
        if (response.isMissingNode()) {
            if (!isProblem || !everywhere().contains(reply.status())) {
                throw new AssertionError(what + ", which isn't described");
            }
            response = resolved(operation.responses().path("default"));
        }
        JsonNode content = response.path("content");
        String type = type(reply);
        if (content.isEmpty() ? !type.isEmpty() : !content.has(type) && !content.has("*/*")) {
            throw new AssertionError(
                    "%s as \"%s\", which isn't described: %s".formatted(what, type, content.properties()));
        }
        if (whole && isJson(type) && content.has(type)) {
            holdBody(what, reply, schemas.of(content.path(type).path("schema")));
        }
        if (whole && isProblem) {
            holdCode(operation.id(), reply);
            holdSaid(operation, reply.code());
        }
        if (reply.status() < 400 && reply.status() != 304) {
            succeeded.add(operation.id());
        }
    }

    private void holdCode(String who, Reply reply) {
        Code code = codes.get(reply.code());
        if (code == null || code.status() != reply.status()) {
            throw new AssertionError("%s answered %d with the code \"%s\", which isn't that of such a problem"
                    .formatted(who, reply.status(), reply.code()));
        }
    }

    private void holdSaid(Promised operation, String code) {
        if (!operation.problems().contains(code) && !codes.get(code).everywhere()) {
            throw new AssertionError("%s answered with the code \"%s\", which its x-problems don't name"
                    .formatted(operation.id(), code));
        }
        refused.add(new Refusal(operation.id(), code));
    }

    /** The statuses that any operation may answer with. */
    private Set<Integer> everywhere() {
        return codes.values().stream()
                .filter(Code::everywhere)
                .map(Code::status)
                .collect(Collectors.toSet());
    }

    private static void holdBody(String what, Reply reply, Schema schema) {
        List<Error> errors = schema.validate(reply.json());
        if (!errors.isEmpty()) {
            throw new AssertionError(errors.stream()
                    .map(Contract::told)
                    .collect(Collectors.joining("\n  ", what + " otherwise than described:\n  ", "\n" + reply.text())));
        }
    }

    private static String told(Error error) {
        return "at \"%s\": %s".formatted(error.getInstanceLocation(), error.getMessage());
    }

    /** Spelt as in the document, where one blank stands before a parameter. */
    private static String type(Reply reply) {
        return reply.header("Content-Type").replaceAll("\\s*;\\s*", "; ");
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.equals(PROBLEM);
    }

    // Reading the document.

    private static JsonNode read() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi.json")) {
            return MAPPER.readTree(Objects.requireNonNull(in, "openapi.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Promised> operations() {
        List<Promised> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.add(new Promised(
                                operation.getValue().path("operationId").asText(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                pattern(path.getKey()),
                                operation
                                        .getValue()
                                        .path("parameters")
                                        .valueStream()
                                        .anyMatch(one -> resolved(one)
                                                .path("name")
                                                .asText()
                                                .equals("dryRun")),
                                example(operation.getValue().at("/requestBody/content/application~1json")),
                                operation.getValue().path("responses"),
                                texts(operation.getValue().path("x-problems"))))));
        all.sort(Comparator.comparing(Promised::parameters));
        return List.copyOf(all);
    }

    private String example(JsonNode content) {
        JsonNode example = content.path("example");
        return example.isMissingNode()
                ? resolved(content.path("schema")).at("/examples/0").toString()
                : example.toString();
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Code> codes() {
        Map<String, Code> all = new TreeMap<>();
        document.at("/components/schemas/Problem/properties/code/x-codes")
                .properties()
                .forEach(code -> all.put(
                        code.getKey(),
                        new Code(
                                code.getValue().path("status").asInt(),
                                code.getValue().path("everywhere").asBoolean())));
        return all;
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(PARAMETER.matcher(path).replaceAll("[^/]+").replace(".", "\\."));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** A value in the document that shows how something looks. */
    private record Example(String place, JsonNode schema, JsonNode value) {}

    private Stream<Example> examples() {
        List<Example> found = new ArrayList<>();
        collect("", document, found);
        return found.stream();
    }

    /** Of a schema itself, or of a parameter, header or body beside its schema. */
    private static void collect(String place, JsonNode node, List<Example> found) {
        JsonNode schema = node.has("schema") ? node.path("schema") : node;
        if (node.has("example")) {
            found.add(new Example(place + "/example", schema, node.path("example")));
        }
        for (int index = 0;
                index < node.path("examples").size() && node.path("examples").isArray();
                index++) {
            found.add(new Example(
                    place + "/examples/" + index, schema, node.path("examples").path(index)));
        }
        node.path("examples")
                .properties()
                .forEach(named -> found.add(new Example(
                        place + "/examples/" + named.getKey(),
                        schema,
                        named.getValue().path("value"))));
        node.properties().stream()
                .filter(field ->
                        !field.getKey().equals("example") && !field.getKey().equals("examples"))
                .forEach(field -> collect(
                        place + "/" + field.getKey().replace("~", "~0").replace("/", "~1"), field.getValue(), found));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(place + "/" + index, node.path(index), found);
        }
    }

    /** The schemas of the document, each compiled when it is first needed. Thread-safe. */
    private static final class Schemas {

        private final Map<JsonNode, String> places = new IdentityHashMap<>();
        private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
        private final SchemaRegistry registry;

        /** Gathers them in a document that is nothing but schemas; references from one to another stay as they are. */
        Schemas(JsonNode document) {
            ObjectNode gathered = MAPPER.createObjectNode().put("$id", ID);
            gathered.set("components", document.path("components"));
            ObjectNode definitions = gathered.putObject("$defs");
            gather(document, definitions);
            document.at("/components/schemas")
                    .properties()
                    .forEach(schema -> places.put(schema.getValue(), "/components/schemas/" + schema.getKey()));
            SchemaRegistryConfig config =
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
            registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaRegistryConfig(config).schemas(Map.of(ID, gathered.toString())));
        }

        Schema named(String name) {
            return at("/components/schemas/" + name);
        }

        Schema of(JsonNode schema) {
            return at(Objects.requireNonNull(places.get(schema), "An example stands beside no schema"));
        }

        private Schema at(String place) {
            return compiled.computeIfAbsent(place, any -> registry.getSchema(SchemaLocation.of(ID + "#" + place)));
        }

        private void gather(JsonNode node, ObjectNode definitions) {
            if (node.has("schema")) {
                String name = "schema-" + places.size();
                definitions.set(name, node.path("schema"));
                places.put(node.path("schema"), "/$defs/" + name);
            }
            node.forEach(child -> gather(child, definitions));
        }
    }
}
