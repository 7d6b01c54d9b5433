package org.migrationhub.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.Excerpting;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchText;
import org.migrationhub.core.vocabulary.Language;

/**
 * Shows where words were found in the documents of one page. How much text it looks at is bounded, since an item may have any
 * number of languages, and one that was found by a name has the words in none of its texts. Not thread-safe.
 */
final class Marker {

    /** So many characters are looked at in the languages in which items are shown: some hundred usual items. */
    private static final long MOST_SHOWN = 500_000;

    /** So many in other languages, where nothing was found in the one that is shown. */
    private static final long MOST_OTHER = 200_000;

    private final Excerpting.Marking marking;
    private final List<Language> preferred;
    private long shown = MOST_SHOWN;
    private long others = MOST_OTHER;

    Marker(Excerpting.Marking marking, List<Language> preferred) {
        this.marking = marking;
        this.preferred = preferred;
    }

    /** In the language that the reader is shown or, if nothing is there, in the first other one in which something is. */
    FoundDocument found(SearchDocument document) {
        List<Language> languages = new ArrayList<>(languages(document.card()));
        List<SearchText> all = document.texts();
        Language first = languages.remove(0);
        List<SearchText> texts = in(first, all);
        shown -= length(texts);
        FoundDocument best = shown < 0 ? unmarked(document, first, texts) : marked(document, first, texts);
        for (int next = 0; next < languages.size() && hasNone(best) && others > 0; next++) {
            List<SearchText> more = in(languages.get(next), all);
            others -= length(more);
            FoundDocument other = marked(document, languages.get(next), more);
            best = hasNone(other) ? best : other;
        }
        return best;
    }

    /** The languages of a document, the one that the reader is shown first. */
    private Set<Language> languages(SearchCard card) {
        Set<Language> languages = new LinkedHashSet<>();
        languages.add(card.language(preferred));
        preferred.stream().filter(card.texts()::containsKey).forEach(languages::add);
        languages.addAll(card.texts().keySet());
        return languages;
    }

    private static List<SearchText> in(Language language, List<SearchText> all) {
        return all.stream().filter(text -> language.equals(text.language())).toList();
    }

    private static long length(List<SearchText> texts) {
        return texts.stream().mapToLong(text -> text.text().length()).sum();
    }

    private static boolean hasNone(FoundDocument found) {
        return found.title().found() + found.text().found() == 0;
    }

    private FoundDocument marked(SearchDocument document, Language language, List<SearchText> texts) {
        return found(document, language, texts, marking);
    }

    private static FoundDocument unmarked(SearchDocument document, Language language, List<SearchText> texts) {
        return found(document, language, texts, (text, written, length) -> Excerpt.beginning(text, length));
    }

    private static FoundDocument found(
            SearchDocument document, Language language, List<SearchText> texts, Excerpting.Marking marking) {
        String title = "";
        Excerpt best = null;
        for (SearchText text : texts) {
            if (text.part() == SearchText.Part.TITLE) {
                title = text.text();
            } else {
                Excerpt excerpt = marking.excerpt(text.text(), language, FoundDocument.LENGTH);
                best = best == null || excerpt.found() > best.found() ? excerpt : best;
            }
        }
        Excerpt text = best == null ? Excerpt.beginning("", FoundDocument.LENGTH) : best;
        return new FoundDocument(document, language, marking.excerpt(title, language, title.length()), text);
    }
}
