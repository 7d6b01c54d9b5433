package org.migrationhub.core.content;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes one tree as canonical JSON. */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final UnaryOperator<String> form;
    private int depth;

    /**
     * Prepares a writer.
     *
     * @param form what is done to every text and key before it is written
     */
    JsonWriter(UnaryOperator<String> form) {
        this.form = form;
    }

    String write(Object tree) {
        value(tree);
        return out.toString();
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            string(form.apply(text));
        } else if (value instanceof Map<?, ?> map) {
            nested(() -> object(map));
        } else if (value instanceof List<?> list) {
            nested(() -> array(list));
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException(
                    "no value of canonical JSON: " + (value == null ? null : value.getClass()));
        }
    }

    private void nested(Runnable content) {
        if (++depth > CanonicalJson.MAX_DEPTH) {
            throw new IllegalArgumentException("nested deeper than " + CanonicalJson.MAX_DEPTH + " levels");
        }
        content.run();
        depth--;
    }

    private void array(List<?> list) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            value(element);
            separator = ",";
        }
        out.append(']');
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, ?> member : sorted(map).entrySet()) {
            out.append(separator);
            string(member.getKey());
            out.append(':');
            value(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    /** By key; the natural order of Java's strings is that of their UTF-16 code units, as RFC 8785 asks for. */
    private Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(name(key), value));
        if (sorted.size() < map.size()) {
            throw new IllegalArgumentException("two keys are the same after normalisation, among " + sorted.keySet());
        }
        return sorted;
    }

    private String name(@Nullable Object key) {
        if (key instanceof String name) {
            return form.apply(name);
        }
        throw new IllegalArgumentException("no key of canonical JSON: " + key);
    }

    private void string(String text) {
        out.append('"');
        int written = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (Character.isSurrogate(unit)) {
                checkPair(text, at++);
            } else if (unit < 0x20 || unit == '"' || unit == '\\') {
                out.append(text, written, at);
                escape(unit);
                written = at + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static void checkPair(String text, int at) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(at))) {
            throw new IllegalArgumentException("half a surrogate pair in a text, at " + at);
        }
    }

    private void escape(char unit) {
        switch (unit) {
            case '"', '\\' -> out.append('\\').append(unit);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX.charAt(unit >> 4)).append(HEX.charAt(unit & 0xF));
        }
    }
}
