package org.migrationhub.server.site.page;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.vocabulary.Language;

/** What an editor says of an item that is featured. Stateless and thread-safe. */
public final class Sentence {

    private Sentence() {}

    /**
     * The sentence in the reader's language, or else in English, in that of the item, or in any; null if the item isn't
     * featured, or what was said was erased with its author.
     *
     * @param reader the reader's language
     */
    public static @Nullable Said of(PublicRecord.Published item, Language reader) {
        PublicRecord.Featured featured = item.featured();
        if (featured == null || featured.sentences().isEmpty()) {
            return null;
        }
        SortedMap<Language, String> sentences = featured.sentences();
        Language language = List.of(reader, Language.EN, item.content().language()).stream()
                .filter(sentences::containsKey)
                .findFirst()
                .orElseGet(sentences::firstKey);
        return Said.in(language, sentences.getOrDefault(language, ""));
    }
}
