package org.migrationhub.server.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.StageName;

/**
 * What the demonstration adds to the facts of a practice, as {@code samples.json} has it.
 *
 * @param title of the practice
 * @param stage the code of the stage to which it is brought
 * @param about one sentence for the sample text, in the practice's language
 * @param assigned values where the facts lack one that the form asks for
 * @param translations sample texts in further languages, by tag
 * @param pictures drawn for the demonstration
 */
record Sample(
        String title,
        String stage,
        String about,
        Assigned assigned,
        Map<String, Translation> translations,
        List<Picture> pictures) {

    Sample {
        assigned = assigned == null ? new Assigned(List.of(), null, null, null, false) : assigned;
        translations = translations == null ? Map.of() : Map.copyOf(translations);
        pictures = PracticeFacts.orNone(pictures);
    }

    StageName stageName() {
        return StageName.find(stage).orElseThrow(() -> new IllegalStateException("No stage " + stage + " of " + title));
    }

    /** Values that were made up, which the sample text says. */
    record Assigned(
            List<String> objectives,
            @Nullable String type,
            @Nullable Integer startYear,
            @Nullable String implementer,
            boolean global) {
        Assigned {
            objectives = PracticeFacts.orNone(objectives);
        }
    }

    /**
     * A picture.
     *
     * @param file its name, also in the jar
     * @param about what it shows, in the practice's language
     */
    record Picture(String file, String about) {}

    /** A sample text in a further language. */
    record Translation(String title, String summary) {}
}
