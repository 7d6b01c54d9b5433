package org.migrationhub.server.api;

import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;

/** Which languages somebody reads. Stateless and thread-safe. */
final class Languages {

    private static final int MOST = 20;

    private Languages() {}

    /**
     * The languages of the query, or else those of the header field; the best first, each once, and not more than anybody
     * reads. An unreadable header counts for none.
     *
     * @throws ProblemException if the query holds something that is no language tag
     */
    static List<Language> preferred(List<String> asked, @Nullable String acceptLanguage) {
        return asked.isEmpty()
                ? accepted(acceptLanguage)
                : asked.stream().map(Languages::asked).distinct().limit(MOST).toList();
    }

    private static Language asked(String tag) {
        return Language.find(tag)
                .orElseThrow(
                        () -> Problems.query("lang", "code.unknown", "This is not the tag of a language (BCP 47)."));
    }

    private static List<Language> accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Language.find(range.getRange()))
                    .flatMap(Optional::stream)
                    .distinct()
                    .limit(MOST)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
