package org.migrationhub.server.site.submit;

import java.util.List;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.site.page.Said;

/**
 * The step with the texts.
 *
 * @param head of the step
 * @param variants the languages of the texts, that of the original first
 * @param parts of each text
 * @param official languages in which there is no text yet
 * @param others further such languages
 */
public record TextsView(
        FormHead head, List<Variant> variants, List<Part> parts, List<Option> official, List<Option> others) {

    /**
     * A language of the texts.
     *
     * @param language which
     * @param name of it
     * @param original whether it was written in it
     */
    public record Variant(Language language, Said name, boolean original) {

        /** The field of a part. */
        public String field(Part part) {
            return "texts/" + language.tag() + "/" + part.name();
        }
    }

    /**
     * A part of the text.
     *
     * @param name in the form
     * @param most how many characters it may have
     * @param lines how many lines it usually takes; one if it must stay on one line
     * @param required whether it must be there
     */
    public record Part(String name, int most, int lines, boolean required) {}
}
