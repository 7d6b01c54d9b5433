package org.migrationhub.core.content;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What not even a draft may hold. It walks the JSON form, in which every text of an item occurs under the name of its
 * field, so that a new field is covered before anybody thinks of it.
 */
final class Malformed {

    private static final Set<String> MANY_LINES = Set.of(
            "summary",
            "benefitAndImpact",
            "keyLessons",
            "recommendations",
            "innovation",
            "disclaimer",
            "atAGlance",
            "whatItOffers",
            "furtherInformation");

    /** The limit of a title and of most other fields of one line. */
    static final int MOST_IN_ONE_LINE = 300;

    private static final int MOST_IN_MANY_LINES = 20_000;

    /** Fields of one line with another limit than most. */
    private static final Map<String, Integer> ONE_LINE_LIMITS =
            Map.of("outcome", 500, "description", 1_000, "url", 2_000, "office", 200, "localPlaces", 200);

    private static final int MOST_IN_A_LIST = 100;

    /** Lists with another limit than most. */
    private static final Map<String, Integer> LIST_LIMITS =
            Map.of("attachments", Attachment.MOST_OF_AN_ITEM, "links", 50, "countries", 300, "sdgs", 200);

    private static final int MOST_LANGUAGES = 30;

    private final Findings findings;

    private Malformed(Findings findings) {
        this.findings = findings;
    }

    static void check(Map<String, Object> tree, Findings findings) {
        new Malformed(findings).object(tree, "");
    }

    /** Checks a text that is no part of an item. */
    static void check(String pointer, String text, boolean oneLine, int most, Findings findings) {
        Malformed check = new Malformed(findings);
        check.faults(text, oneLine, pointer);
        check.length(most, text, pointer);
    }

    private void object(Map<?, ?> object, String path) {
        object.forEach((name, value) -> value((String) name, value, Pointer.below(path, name)));
    }

    private void value(String field, Object value, String path) {
        if (value instanceof String text) {
            text(field, text, path);
        } else if (value instanceof List<?> list) {
            list(field, list, path);
        } else if (value instanceof Map<?, ?> object) {
            count(field.equals("texts") ? MOST_LANGUAGES : MOST_IN_A_LIST, object.size(), path);
            object(object, path);
        }
    }

    private void list(String field, List<?> list, String path) {
        count(LIST_LIMITS.getOrDefault(field, MOST_IN_A_LIST), list.size(), path);
        int index = 0;
        for (Object element : list) {
            String at = Pointer.below(path, index++);
            value(field, element, at);
            if (field.equals("attachments")) {
                FileNames.check(((Map<?, ?>) element).get("name"), Pointer.below(at, "name"), findings);
            }
        }
    }

    private void count(int most, int there, String path) {
        findings.addIf(
                there > most,
                path,
                "list.too-long",
                "There are %d entries; %d are possible at most.".formatted(there, most));
    }

    private void text(String field, String text, String path) {
        boolean oneLine = !MANY_LINES.contains(field);
        faults(text, oneLine, path);
        length(limit(field, oneLine), text, path);
    }

    private void faults(String text, boolean oneLine, String path) {
        Wording.faults(text, oneLine)
                .forEach((fault, offset) -> findings.add(path, fault.code(), fault.message(text, offset)));
    }

    private void length(int most, String text, String path) {
        int length = Wording.length(text);
        findings.addIf(
                length > most,
                path,
                "text.too-long",
                "Shorten this: it has %d characters; %d are possible at most.".formatted(length, most));
    }

    private static int limit(String field, boolean oneLine) {
        return oneLine ? ONE_LINE_LIMITS.getOrDefault(field, MOST_IN_ONE_LINE) : MOST_IN_MANY_LINES;
    }
}
