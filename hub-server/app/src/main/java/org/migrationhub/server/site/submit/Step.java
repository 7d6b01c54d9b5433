package org.migrationhub.server.site.submit;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A step of the form, with the fields of an item that it asks for. */
enum Step {
    /** What it is, and who did it. */
    ABOUT(
            "about",
            "language",
            "type",
            "mainImplementers",
            "otherOrganisations",
            "publishers",
            "partners",
            "contributors",
            "contact",
            "focalPoint"),
    /** The texts, in as many languages as there are. */
    TEXTS("texts", "texts"),
    /** Where and when it was, and what it serves. */
    SCOPE("scope", "period", "year", "geography", "primaryObjectives", "secondaryObjectives", "principles", "sdgs"),
    /** Files, and pages elsewhere. */
    FILES("files", "attachments", "links", "upload"),
    /** What is wrong with it still, and handing it in. */
    CHECK("check");

    private final String code;
    private final Set<String> fields;

    Step(String code, String... fields) {
        this.code = code;
        this.fields = Set.of(fields);
    }

    /** How addresses name it. */
    String code() {
        return code;
    }

    /** The names in the item's form. */
    Set<String> fields() {
        return fields;
    }

    /** The one after it. */
    Step next() {
        return values()[Math.min(ordinal() + 1, CHECK.ordinal())];
    }

    static Optional<Step> find(String code) {
        return Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
    }

    /** The step that asks for a field; the last where none does. */
    static Step of(String field) {
        String name = field.split("/", 2)[0];
        return Arrays.stream(values())
                .filter(step -> step.fields.contains(name))
                .findFirst()
                .orElse(CHECK);
    }
}
