package org.migrationhub.server.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
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
            + "nav ul{columns:18rem;padding-inline-start:1.2rem}pre{padding:.5rem;margin:.3rem 0}dd{margin-inline-start:1rem}"
            + "summary{cursor:pointer}dd+dt{margin-top:.5rem}";

    private static final String CODES = "#/components/schemas/Problem/properties/code/x-codes";

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
                .append("\">openapi.json</a></p><p><a href=\"#problems\">Saying no</a></p>")
                .append("<h2 id=\"operations\">Operations</h2>")
                .append("<nav aria-labelledby=\"operations\"><ul>");
        eachOperation((path, method, operation) -> link(operation));
        html.append("</ul></nav>");
        eachOperation(this::operation);
        problems();
        html.append("<h2>Forms</h2>");
        object(object(document.get("components")).get("schemas"))
                .forEach((name, schema) -> form(text(name), object(schema)));
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
        entry("Body", operation.get("requestBody"), "");
        object(operation.get("responses"))
                .forEach((status, response) ->
                        entry(told(String.valueOf(status)), response, codes(String.valueOf(status), operation)));
        html.append("</dl></article>");
    }

    private static String told(String status) {
        return status.equals("default") ? "Otherwise" : status;
    }

    /**
     * The codes of the problems that an operation answers with under a status, each leading to what it means; those that no
     * status is named for are the default.
     */
    private String codes(String status, Map<?, ?> operation) {
        List<?> own = list(operation.get("x-problems"));
        Map<?, ?> named = object(operation.get("responses"));
        StringBuilder codes = new StringBuilder();
        there(CODES).forEach((code, about) -> {
            String itsStatus = String.valueOf(object(about).get("status"));
            boolean possible = own.contains(code) || object(about).get("everywhere") != null;
            if (possible && status.equals(named.containsKey(itsStatus) ? itsStatus : "default")) {
                codes.append(" <a href=\"#problem-%1$s\"><code>%1$s</code></a>".formatted(text(code)));
            }
        });
        return codes.toString();
    }

    private void problems() {
        html.append("<h2 id=\"problems\">Saying no</h2><dl>");
        there(CODES)
                .forEach((code, about) -> html.append("<dt id=\"problem-%1$s\"><code>%1$s</code> %2$s</dt><dd>%3$s</dd>"
                        .formatted(
                                text(code),
                                text(object(about).get("status")),
                                text(object(about).get("description")))));
        html.append("</dl>");
        object(object(document.get("components")).get("responses"))
                .forEach((name, response) -> object(object(response).get("content"))
                        .forEach((type, content) -> html.append(example(
                                text(object(response).get("description")),
                                object(content).get("example")))));
    }

    private void form(String name, Map<?, ?> schema) {
        Map<Object, Object> itself = new LinkedHashMap<>(schema);
        itself.remove("examples");
        html.append("<article id=\"schema-%1$s\"><h3>%1$s</h3><pre>%2$s</pre>"
                .formatted(name, text(IndentedJson.of(itself))));
        list(schema.get("examples")).forEach(example -> html.append(example("Example", example)));
        html.append("</article>");
    }

    /** Under its title, for whoever wants to see it; nothing if there is none. */
    private static String example(String title, @Nullable Object example) {
        if (example == null) {
            return "";
        }
        String shown = example instanceof String lines ? lines : IndentedJson.of(example);
        return "<details><summary>%s</summary><pre>%s</pre></details>".formatted(title, text(shown));
    }

    private void parameter(Map<?, ?> parameter) {
        String required = Boolean.TRUE.equals(parameter.get("required")) ? ", required" : "";
        term(parameter.get("name") + " (" + parameter.get("in") + required + ")", text(parameter.get("description")));
    }

    /**
     * What is sent: in words, and with the form that it has.
     *
     * @param codes of the problems that it may be
     */
    private void entry(String name, @Nullable Object said, String codes) {
        if (said == null) {
            return;
        }
        Map<?, ?> about = followed(object(said));
        StringBuilder forms = new StringBuilder(text(about.get("description")));
        object(about.get("content")).forEach((type, content) -> {
            if (type.equals(Problem.MEDIA_TYPE)) {
                return; // the same form each time: its codes tell more
            }
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
            forms.append(example("Example", object(content).get("example")));
        });
        term(name, forms.append(codes).toString());
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
        return said.get("$ref") instanceof String reference ? there(reference) : said;
    }

    private Map<?, ?> there(String reference) {
        Map<?, ?> there = document;
        for (String step : reference.substring(2).split("/", -1)) {
            there = object(there.get(step));
        }
        return there;
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
