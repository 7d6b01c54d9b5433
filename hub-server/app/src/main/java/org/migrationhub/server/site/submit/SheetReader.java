package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.imports.Spreadsheet;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.page.Words;

/**
 * Reads a sheet that was filled in: as the fields of the form, so that everything else goes on as if they had been typed
 * there. What is offered may be written by what it is called, in any of the six languages, or by its code. Not thread-safe.
 */
final class SheetReader {

    private static final Pattern APART = Pattern.compile("[;\\n\u061b]");
    private static final Pattern COMMAS = Pattern.compile("[;,\\n\u060c\u061b\u3001\uff0c]");

    /** What may be called how, by kind and row. */
    private static final Map<String, Map<String, String>> NAMES = new ConcurrentHashMap<>();

    private final Kind kind;
    private final Map<String, SheetField> fields;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private SheetReader(Kind kind) {
        this.kind = kind;
        this.fields = SheetField.of(kind).stream().collect(Collectors.toMap(SheetField::key, Function.identity()));
    }

    /**
     * Something that is wrong in a row.
     *
     * @param row as the spreadsheet counts them
     * @param violation what is to be mended
     */
    record Complaint(int row, Violation violation) {}

    /** Of which kind a sheet is; empty if it is none of ours. */
    static Optional<Kind> kind(List<Spreadsheet.Row> sheet) {
        return sheet.stream()
                .findFirst()
                .map(row -> row.cell(SheetWriter.KEY))
                .filter(mark -> mark.startsWith(SheetWriter.MARK))
                .flatMap(mark -> Kind.find(mark.substring(SheetWriter.MARK.length())));
    }

    static SheetReader of(Kind kind, List<Spreadsheet.Row> sheet) {
        SheetReader reader = new SheetReader(kind);
        List<Spreadsheet.Row> written = sheet.subList(1, sheet.size());
        written.forEach(reader::locate);
        String language = reader.language(written);
        written.forEach(row -> reader.take(row, language));
        return reader;
    }

    /** What was written, by the field of the form. */
    Map<String, List<String>> values() {
        return values;
    }

    /** Whether nothing was written: the language is there when a sheet is given out. */
    boolean isEmpty() {
        return Set.of("language").containsAll(values.keySet()) && complaints.isEmpty();
    }

    /** What is wrong with single cells. */
    List<Complaint> complaints() {
        return complaints;
    }

    /** The row in which a field of the form was written; 0 if in none. */
    int row(String field) {
        String[] path = field.split("/", -1);
        String key = path[0].equals("texts") && path.length == 3 ? SheetField.TEXTS + path[2] : field;
        return Stream.of(key, path[0], "geography/countries".startsWith(path[0]) ? "geography/countries" : "")
                .flatMap(name -> Optional.ofNullable(rows.get(name)).stream())
                .findFirst()
                .orElse(0);
    }

    private void locate(Spreadsheet.Row row) {
        rows.putIfAbsent(row.cell(SheetWriter.KEY).strip(), row.number());
        row.faults().forEach(fault -> complaints.add(new Complaint(row.number(), fault)));
    }

    private String language(List<Spreadsheet.Row> written) {
        String given = written.stream()
                .filter(row -> row.cell(SheetWriter.KEY).strip().equals("language"))
                .map(row -> row.cell(SheetWriter.WRITTEN))
                .findFirst()
                .orElse("");
        return Language.find(code(given, "language")).map(Language::tag).orElse(Language.EN.tag());
    }

    private void take(Spreadsheet.Row row, String language) {
        SheetField field = fields.get(row.cell(SheetWriter.KEY).strip());
        String text = row.cell(SheetWriter.WRITTEN).strip();
        if (field == null || text.isEmpty()) {
            return;
        }
        String key = field.key();
        switch (field.sort()) {
            case TEXT -> values.put(key.replace(SheetField.TEXTS, SheetField.TEXTS + language + "/"), List.of(text));
            case VALUE, LINES -> values.put(key, List.of(text));
            case ORGANISATIONS -> each(text, (line, index) -> values.put(key + "/" + index + "/name", List.of(line)));
            case LINKS -> each(text, (line, index) -> link(key + "/" + index, line));
            case CHOICE -> values.put(key, List.of(code(text, key)));
            case CHOICES -> choices(key, codes(text, key));
            case FLAG -> values.put(key, List.of("true"));
        }
    }

    /** Targets aren't offered one by one: they are written by their numbers. */
    private void choices(String key, List<String> codes) {
        boolean targets = key.equals("sdgs");
        values.put(
                key,
                codes.stream()
                        .filter(code -> !targets || code.startsWith("sdg-"))
                        .toList());
        if (targets) {
            values.put(
                    "targets",
                    codes.stream().filter(code -> !code.startsWith("sdg-")).toList());
        }
    }

    private interface Taker {
        void take(String line, int index);
    }

    private static void each(String text, Taker taker) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int index = 0; index < lines.size(); index++) {
            taker.take(lines.get(index), index);
        }
    }

    private void link(String row, String line) {
        String[] parts = line.split("\\s+", 2);
        values.put(row + "/url", List.of(parts[0]));
        values.put(row + "/label", List.of(parts.length == 2 ? parts[1] : ""));
    }

    /** Names may hold commas: only if something isn't known as it stands, commas keep values apart. */
    private List<String> codes(String text, String key) {
        return APART.splitAsStream(text)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .flatMap(part -> find(part, key).isPresent() ? Stream.of(part) : COMMAS.splitAsStream(part))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> code(part, key))
                .distinct()
                .toList();
    }

    /** The code of what is offered under a name; what isn't offered stays as it is, for the core to say so. */
    private String code(String text, String key) {
        return find(text.strip(), key).orElse(text.strip());
    }

    private Optional<String> find(String text, String key) {
        Map<String, String> names = NAMES.computeIfAbsent(kind.code() + "/" + key, any -> names(kind, key));
        return Optional.ofNullable(names.get(text.toLowerCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(names.get(FoldedName.of(text).words())));
    }

    /** The code of what is offered, by all that it may be called. */
    private static Map<String, String> names(Kind kind, String key) {
        Map<String, String> names = new HashMap<>();
        for (Language language : Words.LANGUAGES) {
            for (Option option : offered(Voice.in(language), kind, key)) {
                String code = option.value();
                names.putIfAbsent(code.toLowerCase(Locale.ROOT), code);
                names.putIfAbsent(code.substring(code.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT), code);
                names.putIfAbsent(FoldedName.of(option.said().text()).words(), code);
                if (!option.mark().isEmpty()) {
                    names.putIfAbsent(option.mark(), code);
                    names.putIfAbsent(
                            FoldedName.of(option.mark() + " " + option.said().text())
                                    .words(),
                            code);
                }
            }
        }
        return Map.copyOf(names);
    }

    /** What is offered in a row. */
    static List<Option> offered(Voice voice, Kind kind, String key) {
        Options options = Options.in(voice);
        return switch (key) {
            case "language" -> options.officialLanguages();
            case "type" -> options.types(kind);
            case "geography/countries" -> options.countries();
            case "geography/regions" -> options.regions();
            case "geography/commissions" -> options.commissions();
            case "primaryObjectives", "secondaryObjectives" -> options.objectives();
            case "principles" -> options.principles();
            case "sdgs" -> options.goals();
            default -> List.of();
        };
    }

    /** What a row is called. */
    static Said label(Voice voice, int row) {
        return voice.plain("submit.sheet.row", voice.number(row));
    }
}
