package org.migrationhub.core.journal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.CanonicalJson;

/** A line is no entry. */
final class MalformedLine extends Exception {

    private static final long serialVersionUID = 1;

    MalformedLine(String why) {
        super(why);
    }

    /** Names the entry as far as the line can be read. */
    Fault fault(long line, String text) {
        Map<String, Object> fields = fields(text);
        return new Fault(
                Fault.Code.MALFORMED,
                line,
                number(fields, "position"),
                chain(fields),
                number(fields, "sequence"),
                "Line " + line + " is no entry of a journal: " + getMessage() + ".");
    }

    private static Map<String, Object> fields(String text) {
        try {
            return CanonicalJson.parseObject(text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static long number(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof Long number ? Math.max(0, number) : 0;
    }

    private static @Nullable ChainId chain(Map<String, Object> fields) {
        return fields.get("chain") instanceof String chain ? ChainId.find(chain).orElse(null) : null;
    }
}
