package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.vocabulary.Language;

/**
 * The texts of one item, each in its language. A text without any field given is left out: it counts as none.
 *
 * @param <T> what a text consists of
 * @param original the language in which the item was written; a draft may still lack its text
 * @param byLanguage the texts that there are, by language tag
 */
public record Texts<T extends ItemText>(Language original, SortedMap<Language, T> byLanguage) {

    private static final List<Language> FALLBACK =
            List.of(Language.EN, Language.FR, Language.ES, Language.AR, Language.ZH, Language.RU);

    /** Copies the map in the order of the language tags and leaves out texts without any field given. */
    public Texts {
        requireNonNull(original, "original");
        TreeMap<Language, T> given = new TreeMap<>();
        byLanguage.forEach((language, text) -> given.put(requireNonNull(language), requireNonNull(text)));
        given.values().removeIf(ItemText::isEmpty);
        byLanguage = Collections.unmodifiableSortedMap(given);
    }

    /** A single text, in the original language. */
    public static <T extends ItemText> Texts<T> of(Language original, T text) {
        TreeMap<Language, T> single = new TreeMap<>();
        single.put(original, text);
        return new Texts<>(original, single);
    }

    /** The text in the original language; empty in a draft that lacks it. */
    public Optional<T> inOriginal() {
        return in(original);
    }

    /** The text in exactly this language; empty if there is none. */
    public Optional<T> in(Language language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /**
     * The language whose text to show to a reader: the first of the preferred ones that has a text with a title, then
     * the original, then the six official languages in the order English, French, Spanish, Arabic, Chinese, Russian,
     * then any other by tag.
     *
     * @param preferred the reader's languages, the best first; may be empty
     * @return empty if no text has a title
     */
    public Optional<Language> bestLanguage(List<Language> preferred) {
        for (Collection<Language> some : List.of(preferred, List.of(original), FALLBACK, byLanguage.keySet())) {
            for (Language language : some) {
                if (hasTitle(language)) {
                    return Optional.of(language);
                }
            }
        }
        return Optional.empty();
    }

    /** The text in the {@link #bestLanguage(List) best language} for a reader; empty if no text has a title. */
    public Optional<T> best(List<Language> preferred) {
        return bestLanguage(preferred).flatMap(this::in);
    }

    private boolean hasTitle(Language language) {
        T text = byLanguage.get(language);
        return text != null && Wording.isVisible(text.title());
    }
}
