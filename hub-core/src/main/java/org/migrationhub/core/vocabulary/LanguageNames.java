package org.migrationhub.core.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of languages, from the locale data of the JDK. */
final class LanguageNames {

    /** The languages that the JDK has texts in; for another one it would silently answer in English. */
    private static final Set<String> KNOWN =
            Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage).collect(Collectors.toSet());

    private LanguageNames() {}

    /** What a language is called in another; empty if the JDK doesn't know. */
    static Optional<Label> name(Language language, Language in) {
        Locale named = language.locale();
        Locale display = in.locale();
        boolean known = KNOWN.contains(display.getLanguage())
                && !named.getDisplayLanguage(display).equals(named.getLanguage());
        return known ? Optional.of(new Label(named.getDisplayName(display), in, false)) : Optional.empty();
    }
}
