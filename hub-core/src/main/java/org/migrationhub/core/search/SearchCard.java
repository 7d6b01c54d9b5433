package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.content.Texts;
import org.migrationhub.core.vocabulary.Language;

/**
 * What a list shows of a hit, as it was when it was indexed. The index may be behind: a card is shown only if the storage
 * says that its document is public now.
 *
 * @param kind the value of {@link Facet#KIND}
 * @param original the language in which it was written
 * @param texts in each of its languages
 * @param objectives the values of {@link Facet#PRIMARY_OBJECTIVE}
 */
public record SearchCard(
        String kind, Language original, SortedMap<Language, Text> texts, SortedSet<String> objectives) {

    /** About how many characters of a text a list shows. */
    public static final int TEASER = 350;

    /** Copies the collections. */
    public SearchCard {
        requireNonNull(kind, "kind");
        requireNonNull(original, "original");
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        objectives = Collections.unmodifiableSortedSet(new TreeSet<>(objectives));
    }

    /**
     * What a list shows in one language.
     *
     * @param title the title
     * @param teaser the beginning of what was done, or of what it is; not more than {@value SearchCard#TEASER} characters
     */
    public record Text(String title, String teaser) {
        /** Refuses null. */
        public Text {
            requireNonNull(title, "title");
            requireNonNull(teaser, "teaser");
        }
    }

    static SearchCard of(ItemDocument document) {
        SortedMap<Language, Text> texts = new TreeMap<>();
        document.content()
                .texts()
                .byLanguage()
                .forEach((language, text) -> texts.put(language, new Text(text.title(), teaser(text))));
        return new SearchCard(
                document.content().kind().code(),
                document.content().language(),
                texts,
                Facet.PRIMARY_OBJECTIVE.values(document));
    }

    /** The title to show to a reader, as {@link Texts#bestLanguage} chooses it; the empty text if there is none. */
    public String title(List<Language> preferred) {
        return titles().best(preferred).map(PracticeText::title).orElse("");
    }

    /** The language to show to a reader, as {@link Texts#bestLanguage} chooses it; the original one if there is no title. */
    public Language language(List<Language> preferred) {
        return titles().bestLanguage(preferred).orElse(original);
    }

    /** The languages in which there is a title; the first is the one that is shown to a reader of none of them. */
    public List<Language> titled() {
        Texts<PracticeText> titles = titles();
        return Stream.concat(titles.bestLanguage(List.of()).stream(), texts.keySet().stream())
                .distinct()
                .filter(language -> titles.bestLanguage(List.of(language))
                        .filter(language::equals)
                        .isPresent())
                .toList();
    }

    private Texts<PracticeText> titles() {
        SortedMap<Language, PracticeText> titles = new TreeMap<>();
        texts.forEach((language, text) -> titles.put(language, PracticeText.of(text.title(), "")));
        return new Texts<>(original, titles);
    }

    private static String teaser(ItemText text) {
        String whole = text instanceof PracticeText practice ? practice.summary() : ((ResourceText) text).atAGlance();
        if (whole.length() <= TEASER) {
            return whole;
        }
        int end = Character.isLowSurrogate(whole.charAt(TEASER)) ? TEASER - 1 : TEASER;
        int space = whole.lastIndexOf(' ', end);
        return whole.substring(0, space > TEASER / 2 ? space : end).strip();
    }
}
