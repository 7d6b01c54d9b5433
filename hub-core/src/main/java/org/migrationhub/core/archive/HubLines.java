package org.migrationhub.core.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.SubmissionId;

/**
 * The lines of an archive that are no entries of the journal, each in the one form that it can have: reading takes exactly
 * what writing gives. Texts stay as they are. Stateless and thread-safe.
 */
final class HubLines {

    private static final String CHAIN = "chain";
    private static final String PROFILE = "profile";
    private static final String CONTENT = "content";
    private static final String NOTE = "note";
    private static final String WORKING_COPY = "workingCopy";
    private static final String KEPT_AT = "keptAt";

    private HubLines() {}

    /**
     * The beginning of an aggregate.
     *
     * @param chain whose entries follow
     * @param profile of a person whose data wasn't erased; otherwise null
     */
    record Header(ChainId chain, @Nullable Profile profile) {}

    static boolean isHeader(String line) {
        return begins(line, CHAIN);
    }

    static boolean isContent(String line) {
        return begins(line, CONTENT);
    }

    static boolean isNote(String line) {
        return begins(line, NOTE);
    }

    static String write(Header header) {
        Map<String, Object> tree =
                new LinkedHashMap<>(Map.of(CHAIN, header.chain().value()));
        Profile profile = header.profile();
        if (profile != null) {
            tree.put(PROFILE, Map.of("name", profile.name(), "email", profile.email()));
        }
        return json(tree);
    }

    static Header header(String line) {
        return read(line, HubLines::header, HubLines::write);
    }

    static String write(ContentItem content) {
        return json(Map.of(CONTENT, ContentCodec.write(content)));
    }

    static ContentItem content(String line) {
        return read(line, tree -> ContentCodec.read(object(tree, CONTENT)), HubLines::write);
    }

    static String write(Note note) {
        Map<String, Object> remarks = new LinkedHashMap<>();
        note.remarks().forEach((criterion, remark) -> remarks.put(criterion.code(), remark));
        return json(Map.of(
                NOTE,
                Map.of(
                        "author",
                        note.author().value(),
                        "text",
                        note.text(),
                        "toSecretariat",
                        note.toSecretariat(),
                        "remarks",
                        remarks)));
    }

    /** A note about the submission among whose lines it stands. */
    static Note note(String line, SubmissionId submission) {
        return read(line, tree -> note(object(tree, NOTE), submission), HubLines::write);
    }

    /**
     * What was typed of a submission and not saved.
     *
     * @param author who typed it
     * @param content what was typed
     * @param keptAt when it was kept
     */
    record Typed(PersonId author, ContentItem content, Instant keptAt) {}

    static boolean isTyped(String line) {
        return begins(line, WORKING_COPY);
    }

    static String write(Typed typed) {
        return json(Map.of(
                WORKING_COPY,
                Map.of(
                        "author",
                        typed.author().value(),
                        CONTENT,
                        ContentCodec.write(typed.content()),
                        KEPT_AT,
                        typed.keptAt().toString())));
    }

    static Typed typed(String line) {
        return read(line, tree -> typed(object(tree, WORKING_COPY)), HubLines::write);
    }

    private static Typed typed(Map<?, ?> tree) {
        return new Typed(
                new PersonId(text(tree, "author")),
                ContentCodec.read(object(tree, CONTENT)),
                instant(text(tree, KEPT_AT)));
    }

    private static Instant instant(String text) {
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no instant", e);
        }
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("\"" + text + "\" is finer than a microsecond");
        }
        return instant;
    }

    static String write(ArchiveSummary summary) {
        return json(Map.of(
                "organisations", summary.organisations(),
                "persons", summary.persons(),
                "submissions", summary.submissions(),
                "checkpoints", summary.checkpoints(),
                "entries", summary.entries(),
                "attachments", summary.attachments(),
                "hub", summary.hub().hex()));
    }

    private static Header header(Map<?, ?> tree) {
        ChainId chain = new ChainId(text(tree, CHAIN));
        if (!tree.containsKey(PROFILE)) {
            return new Header(chain, null);
        }
        Map<String, ?> profile = object(tree, PROFILE);
        return new Header(chain, new Profile(text(profile, "name"), text(profile, "email")));
    }

    private static Note note(Map<?, ?> tree, SubmissionId submission) {
        SortedMap<Criterion, String> remarks = new TreeMap<>();
        Map<String, ?> said = object(tree, "remarks");
        said.keySet().forEach(code -> remarks.put(criterion(code), text(said, code)));
        return new Note(
                new PersonId(text(tree, "author")),
                submission,
                text(tree, "text"),
                text(tree, "toSecretariat"),
                remarks);
    }

    private static Criterion criterion(String code) {
        return Criterion.find(code)
                .orElseThrow(() -> new IllegalArgumentException("there is no criterion \"" + code + "\""));
    }

    /** Whatever the reader overlooks is found by writing again. */
    private static <T> T read(String line, Function<Map<String, Object>, T> reader, Function<T, String> writer) {
        T read;
        try {
            read = reader.apply(CanonicalJson.parseObject(line.getBytes(StandardCharsets.UTF_8)));
        } catch (RefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (!writer.apply(read).equals(line)) {
            throw new IllegalArgumentException("it isn't in the one form that it can have");
        }
        return read;
    }

    private static String json(Map<String, ?> tree) {
        return new String(CanonicalJson.verbatim(tree), StandardCharsets.UTF_8);
    }

    private static boolean begins(String line, String key) {
        return line.startsWith("{\"" + key + "\":");
    }

    private static String text(Map<?, ?> tree, String key) {
        if (tree.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a text \"" + key + "\" was expected");
    }

    private static Map<String, ?> object(Map<?, ?> tree, String key) {
        if (tree.get(key) instanceof Map<?, ?> object) {
            Map<String, Object> copy = new LinkedHashMap<>();
            object.forEach((name, value) -> copy.put(String.valueOf(name), value));
            return copy;
        }
        throw new IllegalArgumentException("an object \"" + key + "\" was expected");
    }
}
