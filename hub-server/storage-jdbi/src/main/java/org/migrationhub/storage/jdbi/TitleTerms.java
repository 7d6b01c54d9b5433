package org.migrationhub.storage.jdbi;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.ItemText;

/**
 * By what the titles of an item are found. Of two words that are both frequent few titles hold one behind the other, so such
 * pairs are terms, too.
 *
 * @param titles all of them folded, between line ends, so that no words are found across two
 * @param terms each word, and each two that follow one another
 */
record TitleTerms(String titles, Set<String> terms) {

    /** An index takes no longer ones; what is found by a beginning is compared with the whole of the titles. */
    private static final int MOST_CHARACTERS = 200;

    static TitleTerms of(ContentItem item) {
        return of(
                item.texts().byLanguage().values().stream().map(ItemText::title).toList());
    }

    static TitleTerms of(List<String> titles) {
        List<FoldedName> folded = titles.stream().map(FoldedName::of).toList();
        Set<String> terms = new LinkedHashSet<>();
        folded.forEach(title -> addTo(terms, title));
        return new TitleTerms(
                String.join("\n", folded.stream().map(FoldedName::words).toList()), terms);
    }

    /** A term that every title has which holds these words: the longest, which is seldom the most frequent. */
    static String of(FoldedName wanted) {
        Set<String> terms = new LinkedHashSet<>();
        addTo(terms, wanted);
        return terms.stream().max(Comparator.comparing(String::length)).orElseThrow();
    }

    private static void addTo(Set<String> terms, FoldedName title) {
        String before = "";
        for (String word :
                title.isEmpty() ? new String[0] : title.words().strip().split(" ", -1)) {
            terms.add(cut(word));
            if (!before.isEmpty()) {
                terms.add(cut(before + " " + word));
            }
            before = word;
        }
    }

    private static String cut(String term) {
        return term.length() <= MOST_CHARACTERS
                ? term
                : term.substring(0, term.offsetByCodePoints(0, MOST_CHARACTERS / 2));
    }
}
