package org.migrationhub.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.Excerpting;
import org.migrationhub.core.search.SearchText;
import org.migrationhub.core.vocabulary.Language;

/**
 * Shows where words were found in the items of one page. How much text it looks at is bounded, since an item may have any
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
    FoundItem found(PublicRecord.Published item) {
        List<Language> languages = new ArrayList<>(languages(item.content()));
        Language first = languages.remove(0);
        List<SearchText> texts = texts(item, first);
        shown -= length(texts);
        FoundItem best = shown < 0 ? unmarked(item, first, texts) : marked(item, first, texts);
        for (int next = 0; next < languages.size() && hasNone(best) && others > 0; next++) {
            List<SearchText> more = texts(item, languages.get(next));
            others -= length(more);
            FoundItem other = marked(item, languages.get(next), more);
            best = hasNone(other) ? best : other;
        }
        return best;
    }

    /** The languages of an item, the one that the reader is shown first. */
    private Set<Language> languages(ContentItem content) {
        Set<Language> languages = new LinkedHashSet<>();
        languages.add(content.texts().bestLanguage(preferred).orElse(content.language()));
        preferred.stream().filter(content.languages()::contains).forEach(languages::add);
        languages.addAll(content.languages());
        return languages;
    }

    private static List<SearchText> texts(PublicRecord.Published item, Language language) {
        return SearchText.of(item.content()).stream()
                .filter(text -> language.equals(text.language()))
                .toList();
    }

    private static long length(List<SearchText> texts) {
        return texts.stream().mapToLong(text -> text.text().length()).sum();
    }

    private static boolean hasNone(FoundItem item) {
        return item.title().found() + item.text().found() == 0;
    }

    private FoundItem marked(PublicRecord.Published item, Language language, List<SearchText> texts) {
        return found(item, language, texts, marking);
    }

    private static FoundItem unmarked(PublicRecord.Published item, Language language, List<SearchText> texts) {
        return found(item, language, texts, (text, written, length) -> Excerpt.beginning(text, length));
    }

    private static FoundItem found(
            PublicRecord.Published item, Language language, List<SearchText> texts, Excerpting.Marking marking) {
        String title = "";
        Excerpt best = null;
        for (SearchText text : texts) {
            if (text.part() == SearchText.Part.TITLE) {
                title = text.text();
            } else {
                Excerpt excerpt = marking.excerpt(text.text(), language, FoundItem.LENGTH);
                best = best == null || excerpt.found() > best.found() ? excerpt : best;
            }
        }
        Excerpt text = best == null ? Excerpt.beginning("", FoundItem.LENGTH) : best;
        return new FoundItem(item, language, marking.excerpt(title, language, title.length()), text);
    }
}
