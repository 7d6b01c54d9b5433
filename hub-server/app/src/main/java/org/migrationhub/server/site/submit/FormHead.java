package org.migrationhub.server.site.submit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.json.Json;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Voice;

/**
 * What every step of the form has.
 *
 * @param action where the form goes
 * @param autosave where what is written is kept meanwhile
 * @param version of what was read; empty while nothing was saved
 * @param seen what stands in the draft now, so that what is changed meanwhile is found out field by field
 * @param kind {@code practice} or {@code resource}
 * @param title of the item so far
 * @param steps of the form
 * @param typed what is written, and what is wrong with it
 * @param behalf who does the submitter's part; null if only the submitter does
 * @param notice what has to be known before going on; empty if nothing has
 * @param desk where it is told how the item stands
 * @param reserved the id of what the form begins, with its seal; nothing once it was begun
 * @param unsaved that it shows what isn't saved; null if all is
 */
public record FormHead(
        String action,
        String autosave,
        String version,
        String seen,
        String kind,
        Said title,
        List<Place> steps,
        Typed typed,
        @Nullable Said behalf,
        String notice,
        String desk,
        Typed reserved,
        @Nullable Unsaved unsaved) {

    /**
     * A step.
     *
     * @param code of it
     * @param name of it
     * @param address of it; empty if it can't be gone to yet
     * @param here whether this is it
     */
    public record Place(String code, String name, String address, boolean here) {}

    /**
     * What was typed and isn't saved.
     *
     * @param said since when it is kept, and what becomes of it
     * @param discard where it is discarded
     */
    public record Unsaved(String said, String discard) {}

    /** What the script says, in the JSON that it reads. */
    public String words(Voice voice) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("count", voice.say("submit.count"));
        words.put("saving", voice.say("submit.saved.saving"));
        words.put("failed", voice.say("submit.saved.failed"));
        words.put("out", voice.say("submit.saved.out"));
        words.put("refused", voice.say("submit.saved.refused"));
        words.put("large", voice.say("submit.file.large"));
        return new String(Json.bytes(words), StandardCharsets.UTF_8);
    }

    /** What the fields are called with which something is wrong. */
    public Map<String, String> labels(Voice voice) {
        Map<String, String> labels = new LinkedHashMap<>();
        typed.complaints().stream()
                .map(Typed.Complaint::field)
                .filter(field -> Fields.isKnown(voice, field))
                .forEach(field -> labels.put(field, Fields.label(voice, field).text()));
        return labels;
    }

    /** Whether it is of a practice. */
    public boolean isPractice() {
        return kind.equals("practice");
    }
}
