package org.migrationhub.server.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.server.json.Json;

/** The description of the API as a page to read: without a script, and without asking for anything else. Thread-safe. */
final class OpenApiPage {

    static final String TYPE = "text/html; charset=utf-8";

    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:auto;padding:1rem}"
            + "code,pre{background:#eef2f6;padding:.1rem .3rem;overflow-wrap:anywhere;white-space:pre-wrap}"
            + "article{border-top:1px solid #667;padding:.5rem 0}dt{font-weight:bold}h2{margin-top:3rem}"
            + "nav ul{columns:18rem;padding-inline-start:1.2rem}";

    private final StringBuilder html = new StringBuilder();
    private final Map<?, ?> document;

    private OpenApiPage(Map<?, ?> document) {
        this.document = document;
    }

    static Answer answer() {
        return Answer.of(200, TYPE, Written.BYTES).forAnybody().with("Content-Security-Policy", Written.POLICY);
    }

    /** Written when it is first asked for. */
    private static final class Written {
        static final byte[] BYTES =
                new OpenApiPage(object(Json.parse(OpenApi.bytes()))).written().getBytes(StandardCharsets.UTF_8);
        static final String POLICY =
                "default-src 'none'; frame-ancestors 'none'; style-src 'sha256-%s'".formatted(digest(STYLE));

        private static String digest(String text) {
            MessageDigest algorithm = Sha256.algorithm();
            return Base64.getEncoder().encodeToString(algorithm.digest(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String written() {
        Map<?, ?> info = object(document.get("info"));
        html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>The API</title>")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><style>")
                .append(STYLE)
                .append("</style></head><body><p><a href=\"/\">Migration Hub</a></p><main><h1>The API</h1><p>")
                .append(text(info.get("description")))
                .append("</p><p>For programs: <a href=\"")
                .append(OpenApi.PATH)
                .append("\">openapi.json</a></p><h2 id=\"operations\">Operations</h2>")
                .append("<nav aria-labelledby=\"operations\"><ul>");
        eachOperation((path, method, operation) -> link(operation));
        html.append("</ul></nav>");
        eachOperation(this::operation);
        html.append("<h2>Forms</h2>");
        object(object(document.get("components")).get("schemas"))
                .forEach((name, schema) -> html.append("<article id=\"schema-")
                        .append(text(name))
                        .append("\"><h3>")
                        .append(text(name))
                        .append("</h3><pre>")
                        .append(text(json(schema)))
                        .append("</pre></article>"));
        return html.append("</main></body></html>").toString();
    }

    /** Does something with an operation. */
    private interface Telling {
        void tell(String path, String method, Map<?, ?> operation);
    }

    private void eachOperation(Telling telling) {
        object(document.get("paths"))
                .forEach((path, methods) -> object(methods)
                        .forEach((method, operation) ->
                                telling.tell(String.valueOf(path), String.valueOf(method), object(operation))));
    }

    private void link(Map<?, ?> operation) {
        html.append("<li><a href=\"#")
                .append(text(operation.get("operationId")))
                .append("\">")
                .append(text(operation.get("summary")))
                .append("</a></li>");
    }

    private void operation(String path, String method, Map<?, ?> operation) {
        html.append("<article id=\"")
                .append(text(operation.get("operationId")))
                .append("\"><h3>")
                .append(text(operation.get("summary")))
                .append("</h3><p><code>")
                .append(text(method.toUpperCase(Locale.ROOT) + " " + path))
                .append("</code></p><p>")
                .append(text(operation.get("description")))
                .append("</p><dl>");
        list(operation.get("parameters")).forEach(said -> parameter(followed(object(said))));
        entry("Body", operation.get("requestBody"));
        object(operation.get("responses")).forEach((status, response) -> entry(String.valueOf(status), response));
        html.append("</dl></article>");
    }

    private void parameter(Map<?, ?> parameter) {
        String required = Boolean.TRUE.equals(parameter.get("required")) ? ", required" : "";
        term(parameter.get("name") + " (" + parameter.get("in") + required + ")", text(parameter.get("description")));
    }

    /** What is sent: in words, and with the form that it has. */
    private void entry(String name, @Nullable Object said) {
        if (said == null) {
            return;
        }
        Map<?, ?> about = followed(object(said));
        StringBuilder forms = new StringBuilder(text(about.get("description")));
        object(about.get("content")).forEach((type, content) -> {
            forms.append(" <code>").append(text(type)).append("</code> ");
            Object reference = object(object(content).get("schema")).get("$ref");
            if (reference instanceof String there) {
                String schema = text(there.substring(there.lastIndexOf('/') + 1));
                forms.append("<a href=\"#schema-")
                        .append(schema)
                        .append("\">")
                        .append(schema)
                        .append("</a>");
            }
        });
        term(name, forms.toString());
    }

    private void term(String name, String definition) {
        html.append("<dt>")
                .append(text(name))
                .append("</dt><dd>")
                .append(definition)
                .append("</dd>");
    }

    /** What a reference leads to; what is none itself. */
    private Map<?, ?> followed(Map<?, ?> said) {
        if (!(said.get("$ref") instanceof String reference)) {
            return said;
        }
        Map<?, ?> there = document;
        for (String step : reference.substring(2).split("/", -1)) {
            there = object(there.get(step));
        }
        return there;
    }

    private static String json(Object tree) {
        return new String(Json.bytes(tree), StandardCharsets.UTF_8);
    }

    private static Map<?, ?> object(@Nullable Object tree) {
        return tree instanceof Map<?, ?> object ? object : Map.of();
    }

    private static List<?> list(@Nullable Object tree) {
        return tree instanceof List<?> list ? list : List.of();
    }

    private static String text(@Nullable Object said) {
        return said == null
                ? ""
                : String.valueOf(said)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
