package org.migrationhub.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of openapi.json.
 *
 * @param triable whether it can be only tried
 */
record Described(String id, String method, String path, boolean triable) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z0-9]+)}");

    /** All of the document that a server gives out. */
    static List<Described> all(Client client) {
        List<Described> all = new ArrayList<>();
        client.get("/api/v1/openapi.json")
                .json()
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().forEach(operation -> all.add(of(path.getKey(), operation))));
        return all;
    }

    private static Described of(String path, Map.Entry<String, JsonNode> operation) {
        boolean triable = operation.getValue().path("parameters").valueStream().anyMatch(Described::isTrial);
        return new Described(
                operation.getValue().path("operationId").asText(),
                operation.getKey().toUpperCase(Locale.ROOT),
                path,
                triable);
    }

    private static boolean isTrial(JsonNode parameter) {
        return parameter.path("$ref").asText().endsWith("/DryRun")
                || parameter.path("name").asText().equals("dryRun");
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** What comes first behind the root of the API: what its first id is one of. */
    String collection() {
        return path.replaceFirst("^/api/v1/", "").replaceFirst("/\\{.*", "");
    }

    boolean hasId() {
        return path.contains("{id}");
    }

    /** The path with what stands for its parameters. */
    String at(Map<String, String> values) {
        return PARAMETER.matcher(path).replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }
}
