package org.migrationhub.server.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.error.Violation;

/** Takes the source key out of each row's tree, and sees that every row has one of its own. Used once for a file. */
final class SourceKey {

    private static final String FIELD = "sourceKey";
    private static final String POINTER = "/" + FIELD;
    private static final int MOST = 200;

    private final Set<String> seen = new HashSet<>();

    /** The row of a tree, from which the key is taken. */
    ImportRow row(int number, Map<String, Object> tree) {
        return row(number, tree, List.of(), false, pointer -> "");
    }

    /** The same of a row of a table. */
    ImportRow row(int number, Map<String, Object> tree, List<Finding> findings, Function<String, String> columnAt) {
        return row(number, tree, findings, true, columnAt);
    }

    private ImportRow row(
            int number,
            Map<String, Object> tree,
            List<Finding> findings,
            boolean isOfTable,
            Function<String, String> columnAt) {
        Object given = tree.remove(FIELD);
        String key = given instanceof String text ? text.strip() : "";
        List<Finding> all = new ArrayList<>();
        Violation violation = violation(given, key);
        if (violation != null) {
            all.add(Finding.of(violation, number, "", columnAt.apply(POINTER)));
        }
        findings.forEach(finding -> all.add(finding.inRow(violation == null ? key : "")));
        return new ImportRow(number, violation == null ? key : "", tree, all, isOfTable, columnAt);
    }

    private @Nullable Violation violation(@Nullable Object given, String key) {
        if (given != null && !(given instanceof String)) {
            return new Violation(POINTER, "field.type", "This must be a text.");
        }
        if (FormRules.saysNothing(key)) {
            return new Violation(POINTER, "source-key.required", "Give the key that this row has where it comes from.");
        }
        if (key.length() > MOST || !FormRules.malformedName(POINTER, key).isEmpty()) {
            return new Violation(
                    POINTER,
                    "source-key.invalid",
                    "A key has up to %d characters, all of them visible.".formatted(MOST));
        }
        return seen.add(key)
                ? null
                : new Violation(POINTER, "source-key.repeated", "Another row before this one has the same key.");
    }
}
