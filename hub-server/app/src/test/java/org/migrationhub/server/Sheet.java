package org.migrationhub.server;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table that somebody fills in to import it. Not thread-safe. */
final class Sheet {

    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    /** Adds a row of names of columns and values, one after the other. */
    Sheet row(String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int index = 0; index < cells.length; index += 2) {
            row.put(cells[index], cells[index + 1]);
        }
        return row(row);
    }

    private Sheet row(Map<String, String> row) {
        columns.addAll(row.keySet());
        rows.add(row);
        return this;
    }

    /** Adds a practice, of which everything is written into cells. */
    Sheet practice(String key, JsonNode item) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("sourceKey", key);
        item.path("texts")
                .properties()
                .forEach(text -> text.getValue()
                        .properties()
                        .forEach(field -> row.put(
                                field.getKey() + "." + text.getKey(),
                                field.getValue().asText())));
        for (String field : List.of("language", "type", "contact", "focalPoint")) {
            put(row, field, item.path(field));
        }
        for (String list : List.of("primaryObjectives", "secondaryObjectives", "principles", "sdgs", "contributors")) {
            put(row, list, item.path(list));
        }
        item.path("geography").properties().forEach(field -> put(row, field.getKey(), field.getValue()));
        item.path("period").properties().forEach(field -> put(row, field.getKey(), field.getValue()));
        for (String list : List.of("mainImplementers", "otherOrganisations", "partners")) {
            each(row, list, list, "name", item);
            each(row, list, list + ".id", "id", item);
            each(row, list, list + ".office", "office", item);
        }
        each(row, "links", "links", "url", item);
        each(row, "links", "links.label", "label", item);
        each(row, "links", "links.language", "language", item);
        return row(row);
    }

    byte[] csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            table().forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("rows");
            List<List<String>> table = table();
            for (int row = 0; row < table.size(); row++) {
                for (int column = 0; column < table.get(row).size(); column++) {
                    fill(sheet, row, column, table.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Numbers as numbers, as people write them. */
    private static void fill(Worksheet sheet, int row, int column, String cell) {
        if (cell.matches("[1-9][0-9]{0,8}")) {
            sheet.value(row, column, Integer.valueOf(cell));
        } else {
            sheet.value(row, column, cell);
        }
    }

    private List<List<String>> table() {
        List<List<String>> table = new ArrayList<>(List.of(List.copyOf(columns)));
        for (Map<String, String> row : rows) {
            table.add(
                    columns.stream().map(column -> row.getOrDefault(column, "")).toList());
        }
        return table;
    }

    private static void put(Map<String, String> row, String column, JsonNode value) {
        if (value.isArray()) {
            List<String> values = new ArrayList<>();
            value.forEach(one -> values.add(one.asText().replace("|", "\\|")));
            row.put(column, String.join("|", values));
        } else if (!value.isMissingNode()) {
            row.put(column, value.asText());
        }
    }

    private static void each(Map<String, String> row, String list, String column, String field, JsonNode item) {
        List<String> values = new ArrayList<>();
        item.path(list).forEach(one -> values.add(one.path(field).asText().replace("|", "\\|")));
        if (values.stream().anyMatch(value -> !value.isEmpty())) {
            row.put(column, String.join(" | ", values));
        }
    }
}
