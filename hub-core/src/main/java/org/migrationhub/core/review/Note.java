package org.migrationhub.core.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;

/**
 * What somebody wrote with an act: a reviewer's comments, the reason of a return, a withdrawal, a retraction. Events
 * hold only its digest, so that the words can be erased with their author.
 *
 * @param author who wrote it
 * @param submission about which submission
 * @param text to the submitter; on a retraction, to the public
 * @param toSecretariat what only the secretariat reads; empty if nothing
 * @param remarks to the submitter, by criterion
 */
public record Note(
        PersonId author,
        SubmissionId submission,
        String text,
        String toSecretariat,
        SortedMap<Criterion, String> remarks) {

    /** Copies the remarks. */
    public Note {
        remarks = Collections.unmodifiableSortedMap(new TreeMap<>(remarks));
    }

    /** A note of one text. */
    public Note(PersonId author, SubmissionId submission, String text) {
        this(author, submission, text, "", new TreeMap<>());
    }

    /** Whether nothing is said to the submitter. */
    public boolean isSilent() {
        return FormRules.saysNothing(text) && remarks.values().stream().allMatch(FormRules::saysNothing);
    }

    /** What binds an event to these words: SHA-256 over the canonical form of the note, author and submission included. */
    public Sha256 digest() {
        Map<String, Object> said = new LinkedHashMap<>();
        remarks.forEach((criterion, remark) -> said.put(criterion.code(), remark));
        return Sha256.of(CanonicalJson.bytes(Map.of(
                "format",
                "migration-hub-note/1",
                "author",
                author.value(),
                "submission",
                submission.value(),
                "text",
                text,
                "toSecretariat",
                toSecretariat,
                "remarks",
                said)));
    }
}
