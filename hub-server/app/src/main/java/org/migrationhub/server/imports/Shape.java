package org.migrationhub.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How the text of a cell becomes a value of the JSON form. What can't become one stays a text, which the form refuses. */
final class Shape {

    /** Values of a list stand apart by this; one that is part of a value has a backslash before it. */
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern REGION = Pattern.compile("[0-9]{1,3}");

    private Shape() {}

    /** A text, as it is. */
    static Object text(String cell) {
        return cell;
    }

    /** A whole number. */
    static Object number(String cell) {
        String number = cell.strip();
        return WHOLE_NUMBER.matcher(number).matches() ? (Object) Integer.valueOf(number) : cell;
    }

    /** True or false. */
    static Object flag(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> cell;
        };
    }

    /** One of some words, whatever their case. */
    static Object word(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    /** A code of a vocabulary, which may be written without what all of them begin with. */
    static UnaryOperator<String> code(String prefix) {
        return cell -> {
            String code = cell.strip().toLowerCase(Locale.ROOT);
            return code.startsWith(prefix) ? code : prefix + code;
        };
    }

    /** A region of M49, of whose number a spreadsheet may have taken the zeros away. */
    static String region(String cell) {
        String code = code("m49-").apply(cell);
        String number = code.substring("m49-".length());
        return REGION.matcher(number).matches() ? "m49-%03d".formatted(Integer.valueOf(number)) : code;
    }

    /** A country by its three letters. */
    static String country(String cell) {
        return cell.strip().toUpperCase(Locale.ROOT);
    }

    /** An instant; a day is its beginning in UTC. */
    static String instant(String cell) {
        String day = cell.strip();
        return DAY.matcher(day).matches() ? day + "T00:00:00Z" : day;
    }

    /** Each value of a list. */
    static Function<String, Object> list(UnaryOperator<String> element) {
        return cell -> parts(cell).stream()
                .filter(part -> !part.isEmpty())
                .map(element)
                .toList();
    }

    /** The values of a cell, without the white space around them; nothing between two bars is a value, too. */
    static List<String> parts(String cell) {
        List<String> parts = new ArrayList<>();
        for (String part : BAR.split(cell, -1)) {
            parts.add(part.strip().replace("\\|", "|"));
        }
        return parts;
    }

    /** What a map's field holds, once there is something. */
    @SuppressWarnings("unchecked") // trees are built here
    static Map<String, Object> below(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>());
    }
}
