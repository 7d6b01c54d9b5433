package org.migrationhub.server.site;

import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Ask;
import org.migrationhub.server.site.page.Rendering;
import org.migrationhub.server.site.page.Words;

/** In which language to speak to whom. Stateless and thread-safe. */
final class Choosing {

    private Choosing() {}

    /** Leads to a page in the language that the reader's browser prefers. */
    static Answer language(Ask ask, String path) {
        return Rendering.redirect(302, "/" + preferred(ask) + path)
                .with("Cache-Control", "no-cache")
                .with("Vary", "Accept-Language");
    }

    /** The language of the address, if it is under one, or else the one that the browser prefers. */
    static Language language(Ask ask) {
        return Words.LANGUAGES.stream()
                .filter(language -> (ask.path() + "/").startsWith("/" + language + "/"))
                .findFirst()
                .orElseGet(() -> preferred(ask));
    }

    private static Language preferred(Ask ask) {
        return ask.preferred().stream()
                .flatMap(language ->
                        Stream.of(Optional.of(language), wider(language)).flatMap(Optional::stream))
                .filter(Words.LANGUAGES::contains)
                .findFirst()
                .orElse(Language.EN);
    }

    private static Optional<Language> wider(Language language) {
        return Language.find(language.tag().split("-", 2)[0]);
    }
}
