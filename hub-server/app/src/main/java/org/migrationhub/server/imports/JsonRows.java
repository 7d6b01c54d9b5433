package org.migrationhub.server.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.json.Json;
import org.migrationhub.server.json.MalformedJsonException;

/** Reads rows that are objects of JSON: the form of the API, and a {@code sourceKey}. Stateless and thread-safe. */
final class JsonRows {

    private JsonRows() {}

    /**
     * The elements of an array.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws FileRefusedException if it is no array
     */
    static List<ImportRow> array(byte[] json) {
        if (!(Json.parse(json) instanceof List<?> elements)) {
            throw FileRefusedException.malformed("json.no-array", "This must be an array of objects.");
        }
        if (elements.size() > Limits.MOST_ROWS) {
            throw Limits.tooManyRows();
        }
        SourceKey keys = new SourceKey();
        List<ImportRow> rows = new ArrayList<>();
        for (Object element : elements) {
            rows.add(row(rows.size() + 1, element, keys));
        }
        return rows;
    }

    /**
     * The objects of the lines that have one.
     *
     * @throws FileRefusedException if a line is no JSON
     */
    static List<ImportRow> lines(byte[] lines) {
        SourceKey keys = new SourceKey();
        List<ImportRow> rows = new ArrayList<>();
        int number = 0;
        int from = 0;
        while (from < lines.length) {
            int to = end(lines, from);
            number++;
            if (!new String(lines, from, to - from, StandardCharsets.ISO_8859_1).isBlank()) {
                if (rows.size() == Limits.MOST_ROWS) {
                    throw Limits.tooManyRows();
                }
                rows.add(row(number, parsed(number, Arrays.copyOfRange(lines, from, to)), keys));
            }
            from = to + 1;
        }
        return rows;
    }

    private static int end(byte[] lines, int from) {
        int end = from;
        while (end < lines.length && lines[end] != '\n') {
            end++;
        }
        return end;
    }

    private static @Nullable Object parsed(int number, byte[] line) {
        try {
            return Json.parse(line);
        } catch (MalformedJsonException e) {
            throw FileRefusedException.malformed(
                    Finding.ofCell(number, "", "json.malformed", "In this line: " + String.valueOf(e.getMessage())));
        }
    }

    private static ImportRow row(int number, @Nullable Object element, SourceKey keys) {
        if (!(element instanceof Map<?, ?> fields)) {
            throw FileRefusedException.malformed(Finding.ofCell(number, "", "field.type", "This must be an object."));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        fields.forEach((name, value) -> tree.put((String) name, value));
        return keys.row(number, tree);
    }
}
