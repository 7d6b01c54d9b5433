package org.migrationhub.storage.jdbi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.SubmissionId;

/** What is kept as JSON, to the last character: contents, notes and entries. Stateless and thread-safe. */
final class Bodies {

    private static final String TEXT = "text";
    private static final String TO_SECRETARIAT = "toSecretariat";
    private static final String REMARKS = "remarks";

    private Bodies() {}

    static String write(ContentItem content) {
        return text(CanonicalJson.verbatim(ContentCodec.write(content)));
    }

    static ContentItem content(String body) {
        return ContentCodec.read(tree(body));
    }

    /** The words alone; author and submission stand in columns. */
    static String write(Note note) {
        Map<String, Object> remarks = new LinkedHashMap<>();
        note.remarks().forEach((criterion, remark) -> remarks.put(criterion.code(), remark));
        return text(CanonicalJson.verbatim(
                Map.of(TEXT, note.text(), TO_SECRETARIAT, note.toSecretariat(), REMARKS, remarks)));
    }

    /**
     * What was written so.
     *
     * @throws IllegalArgumentException if this wasn't
     */
    static Note note(String author, String submission, String body) {
        Map<String, Object> tree = tree(body);
        Map<?, ?> said = field(tree, REMARKS, Map.class);
        TreeMap<Criterion, String> remarks = new TreeMap<>();
        said.forEach((code, remark) -> remarks.put(criterion(String.valueOf(code)), String.valueOf(remark)));
        return new Note(
                new PersonId(author),
                new SubmissionId(submission),
                field(tree, TEXT, String.class),
                field(tree, TO_SECRETARIAT, String.class),
                remarks);
    }

    /** An entry's tree in the form that it has outside the Hub. */
    static String canonical(Map<String, Object> tree) {
        return text(CanonicalJson.bytes(tree));
    }

    static Entry entry(String body) {
        return EntryCodec.entry(tree(body));
    }

    /** The code of what happened, in an entry's tree. */
    static String event(Map<String, Object> tree) {
        Map<?, ?> event = field(tree, "event", Map.class);
        return field(event, "type", String.class);
    }

    private static <T> T field(Map<?, ?> tree, String name, Class<T> type) {
        Object value = tree.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("What is stored lacks the field " + name);
        }
        return type.cast(value);
    }

    private static Criterion criterion(String code) {
        return Criterion.find(code)
                .orElseThrow(() -> new IllegalArgumentException("A stored note has the unknown criterion " + code));
    }

    private static Map<String, Object> tree(String body) {
        return CanonicalJson.parseObject(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
