package org.migrationhub.server.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.json.Json;

/** JSON for people to read: what is short on one line, and of what isn't each part on its own. Stateless and thread-safe. */
final class IndentedJson {

    private static final int WIDTH = 72;
    private static final String STEP = "  ";

    private IndentedJson() {}

    static String of(@Nullable Object tree) {
        return of(tree, "");
    }

    private static String of(@Nullable Object tree, String indent) {
        String whole = flat(tree);
        if (whole.length() <= WIDTH - indent.length()) {
            return whole;
        }
        String deeper = indent + STEP;
        if (tree instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(field -> deeper + flat(field.getKey()) + ": " + of(field.getValue(), deeper))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        if (tree instanceof List<?> list) {
            return list.stream()
                    .map(element -> deeper + of(element, deeper))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
        }
        return whole;
    }

    private static String flat(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(field -> flat(field.getKey()) + ": " + flat(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(IndentedJson::flat).collect(Collectors.joining(", ", "[", "]"));
        }
        return tree == null ? "null" : new String(Json.bytes(tree), StandardCharsets.UTF_8);
    }
}
