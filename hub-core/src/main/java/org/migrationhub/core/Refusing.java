package org.migrationhub.core;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.vocabulary.Language;

/** Refusing with every reason at once; and what is refused before any rule of the review is asked. */
final class Refusing {

    private Refusing() {}

    static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
    }

    static void refuseMalformed(ContentItem item) {
        refuse(FormRules.malformed(item));
    }

    static void refuseMalformed(Note note) {
        refuse(malformed(note));
    }

    static List<Violation> malformed(Note note) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(FormRules.malformedText("/text", note.text(), Desk.MOST_IN_A_NOTE));
        violations.addAll(FormRules.malformedText("/toSecretariat", note.toSecretariat(), Desk.MOST_IN_A_NOTE));
        note.remarks()
                .forEach((criterion, remark) -> violations.addAll(
                        FormRules.malformedText("/remarks/" + criterion.code(), remark, Desk.MOST_IN_A_NOTE)));
        return violations;
    }

    static void refuseMalformed(SortedMap<Language, String> sentences) {
        List<Violation> violations = new ArrayList<>();
        sentences.forEach((language, text) -> {
            String pointer = "/sentences/" + language.tag();
            if (!language.isOfficial()) {
                violations.add(new Violation(
                        pointer,
                        "sentence.language",
                        "Write it in one of the official languages of the United Nations."));
            }
            violations.addAll(FormRules.malformedSentence(pointer, text));
        });
        refuse(violations);
    }

    static void requireKind(Dossier dossier, ContentItem item) {
        if (dossier.submission().kind() != item.kind()) {
            refuse(List.of(new Violation(
                    "/kind", "kind.changed", "A submission can't change between practice and resource.")));
        }
    }
}
