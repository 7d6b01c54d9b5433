package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Sdg;
import org.migrationhub.server.site.page.Typed;

/**
 * What somebody wrote into a step, as the JSON form of an item has it. Nothing is judged here: what is no number or no code
 * stays as it is typed, for the core to say so.
 *
 * @param typed the fields of the step
 * @param before the item before, in its JSON form
 * @param named whom the item names
 */
record Written(Typed typed, Map<String, ?> before, Named named) {

    private static final Pattern TEXT = Pattern.compile("texts/([^/]{1,35})/([A-Za-z]+)");
    private static final int MOST_DIGITS = 9;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;\u060c\u061b\u3001\uff0c]+");
    private static final Pattern BETWEEN_PEOPLE = Pattern.compile("[\\v,;\u060c\u061b\u3001\uff0c]+");

    /** The item with what was written in this step. */
    Map<String, Object> tree(Step step, UnaryOperator<Map<String, Object>> organisation) {
        Map<String, Object> tree = Tree.copy(before);
        tree.keySet().removeIf(step.fields()::contains);
        switch (step) {
            case ABOUT -> about(tree, organisation);
            case TEXTS -> put(tree, "texts", texts());
            case SCOPE -> scope(tree);
            case FILES -> files(tree);
            case CHECK -> {}
        }
        return tree;
    }

    private void about(Map<String, Object> tree, UnaryOperator<Map<String, Object>> organisation) {
        put(tree, "language", line("language"));
        put(tree, "type", line("type"));
        for (String list : List.of("mainImplementers", "otherOrganisations", "publishers", "partners")) {
            put(
                    tree,
                    list,
                    rows(list, "name", "office").stream().map(organisation).toList());
        }
        put(tree, "contributors", people("contributors"));
        put(tree, "contact", person("contact"));
        put(tree, "focalPoint", typed.has(Named.SELF, "true") ? named.self() : person("focalPoint"));
    }

    /** Somebody, or whoever it was before while it isn't clear yet. */
    private @Nullable Object person(String field) {
        Optional<String> id = named.id(field, line(field));
        return id.isPresent() ? id.get() : before.get(field);
    }

    /** People by name and address, or by numbers, several of which may stand apart by spaces. */
    private List<String> people(String field) {
        return typed.all(field).stream()
                .flatMap(text -> Arrays.stream(BETWEEN_PEOPLE.split(text)))
                .map(String::strip)
                .flatMap(one -> one.contains("@") ? Stream.of(one) : Arrays.stream(SEPARATORS.split(one)))
                .filter(one -> !one.isEmpty())
                .flatMap(one -> named.id(field, one).stream())
                .distinct()
                .toList();
    }

    private Map<String, Object> texts() {
        Map<String, Object> texts = new LinkedHashMap<>();
        for (String field : typed.values().keySet()) {
            Matcher text = TEXT.matcher(field);
            if (text.matches() && !whole(field).isEmpty()) {
                below(texts, text.group(1)).put(text.group(2), whole(field));
            }
        }
        return texts;
    }

    private void scope(Map<String, Object> tree) {
        Map<String, Object> period = new LinkedHashMap<>();
        put(period, "startYear", number("period/startYear"));
        put(period, "endYear", number("period/endYear"));
        put(tree, "period", period);
        put(tree, "year", number("year"));
        Map<String, Object> geography = new LinkedHashMap<>();
        for (String list : List.of("countries", "regions", "commissions")) {
            put(geography, list, chosen("geography/" + list));
        }
        put(geography, "localPlaces", lines("geography/localPlaces"));
        if (typed.has("geography/global", "true")) {
            geography.put("global", true);
        }
        put(tree, "geography", geography);
        for (String list : List.of("primaryObjectives", "secondaryObjectives", "principles")) {
            put(tree, list, chosen(list));
        }
        put(tree, "sdgs", sdgs());
    }

    /** Goals are chosen, targets are written by their numbers. */
    private List<String> sdgs() {
        Stream<String> targets = words("targets").stream()
                .map(number -> Sdg.find("sdg-" + number).map(Sdg::code).orElse(number));
        return Stream.concat(chosen("sdgs").stream(), targets).toList();
    }

    private void files(Map<String, Object> tree) {
        put(tree, "links", rows("links", "url", "label", "language"));
        List<Object> files = new ArrayList<>();
        if (before.get("attachments") instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                Map<?, ?> known = (Map<?, ?>) list.get(index);
                if (!typed.text("do").equals("remove:" + known.get("sha256"))) {
                    files.add(file(known, "attachments/" + place(known, index) + "/"));
                }
            }
        }
        put(tree, "attachments", files);
    }

    /** Where the form speaks of a file: another may have come or gone since it was opened. */
    private int place(Map<?, ?> file, int index) {
        return indices("attachments").stream()
                .filter(row -> typed.has("attachments/" + row + "/sha256", String.valueOf(file.get("sha256"))))
                .findFirst()
                .orElse(index);
    }

    /** What a file is was found out when it came; only what is said of it can be changed. */
    private Map<String, Object> file(Map<?, ?> known, String prefix) {
        Map<String, Object> file = Tree.copy(known);
        for (String name : List.of("description", "language")) {
            if (typed.values().containsKey(prefix + name)) {
                file.remove(name);
                put(file, name, line(prefix + name));
            }
        }
        return file;
    }

    /** The rows of a list in which something is said, in order. */
    private List<Map<String, Object>> rows(String list, String... fields) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int index : indices(list)) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (String field : fields) {
                put(row, field, line(list + "/" + index + "/" + field));
            }
            if (!row.keySet().stream().allMatch("language"::equals)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private SortedSet<Integer> indices(String list) {
        Pattern form = Pattern.compile(list + "/(\\d{1,4})/.*");
        return typed.values().keySet().stream()
                .map(form::matcher)
                .filter(Matcher::matches)
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> chosen(String field) {
        return typed.all(field).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    private List<String> lines(String field) {
        return typed.all(field).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<String> words(String field) {
        return typed.all(field).stream()
                .flatMap(text -> Arrays.stream(SEPARATORS.split(text)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** A year in the digits of any script, or what was typed in its place. */
    private Object number(String field) {
        String text = line(field);
        return text.length() <= MOST_DIGITS && isNumber(text) ? (Object) Long.valueOf(plain(text)) : text;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
    }

    private static String plain(String digits) {
        StringBuilder plain = new StringBuilder();
        digits.codePoints().forEach(digit -> plain.append(Character.digit(digit, 10)));
        return plain.toString();
    }

    private String line(String field) {
        return typed.text(field).strip();
    }

    /** With the line breaks that all systems know; word processors paste others. */
    private String whole(String field) {
        return typed.text(field)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u000b', '\n')
                .replace('\f', '\n')
                .replace('\u2028', '\n')
                .strip();
    }

    private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
        boolean empty = value == null
                || value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> object && object.isEmpty());
        if (!empty) {
            tree.put(name, Objects.requireNonNull(value));
        }
    }

    @SuppressWarnings("unchecked") // trees are built here
    private static Map<String, Object> below(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.computeIfAbsent(name, absent -> new LinkedHashMap<>());
    }
}
