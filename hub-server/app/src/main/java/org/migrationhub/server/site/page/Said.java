package org.migrationhub.server.site.page;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Label;
import org.migrationhub.core.vocabulary.Language;

/**
 * A text with what a page needs to mark it rightly.
 *
 * @param text what to show
 * @param lang the tag of its language; null if it is that of the page, or none
 * @param dir which way it runs; null if it goes as the page does
 */
public record Said(
        String text, @Nullable String lang, @Nullable String dir) {

    /** A text in a language, marked whatever the page's language is. */
    public static Said in(Language language, String text) {
        return new Said(text, language.tag(), language.direction().code());
    }

    /** A label, marked where its language isn't that of the page. */
    public static Said of(Label label, Language page) {
        return label.language().equals(page)
                ? new Said(label.text(), null, null)
                : Said.in(label.language(), label.text());
    }

    /** What somebody wrote in a language that isn't known: it runs as its first letter does. */
    public static Said unknown(String text) {
        return new Said(text, null, "auto");
    }

    /** Its paragraphs, which were kept apart by empty lines. */
    public List<String> paragraphs() {
        return Arrays.stream(text.split("\\R\\s*\\R", -1))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** Whether there is nothing to see. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
