package org.migrationhub.search.lucene;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.vocabulary.Language;

/** The languages whose texts have fields of their own, and one for everything else. */
enum TextLanguage {
    AR(UnicodeScript.ARABIC, ArabicAnalyzer.getDefaultStopSet()),
    EN(UnicodeScript.LATIN, EnglishAnalyzer.getDefaultStopSet()),
    ES(UnicodeScript.LATIN, SpanishAnalyzer.getDefaultStopSet()),
    FR(UnicodeScript.LATIN, FrenchAnalyzer.getDefaultStopSet()),
    RU(UnicodeScript.CYRILLIC, RussianAnalyzer.getDefaultStopSet()),
    ZH(UnicodeScript.HAN, Set.of()),
    /** Names, and texts in any other language. */
    OTHER(UnicodeScript.COMMON, Set.of());

    private final UnicodeScript script;
    private final Set<String> stopWords;
    private final String body;
    private final String title;

    TextLanguage(UnicodeScript script, Iterable<?> stopWords) {
        this.script = script;
        this.stopWords = StreamSupport.stream(stopWords.spliterator(), false)
                .map(word -> word instanceof char[] characters ? new String(characters) : word.toString())
                .flatMap(word -> FoldedText.words(word).stream())
                .collect(Collectors.toUnmodifiableSet());
        String code = name().toLowerCase(Locale.ROOT);
        this.body = "text." + code;
        this.title = "title." + code;
    }

    /** The one for texts in a language; a variant such as {@code fr-CA} counts as its language. */
    static TextLanguage of(@Nullable Language language) {
        if (language == null) {
            return OTHER;
        }
        String code = language.tag().split("-", 2)[0].toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElse(OTHER);
    }

    /** Those in which a folded word can be, by its script; not {@link #OTHER}, in which any can. */
    static List<TextLanguage> ofScript(String word) {
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        return Stream.of(values()).filter(one -> one.script == script).toList();
    }

    boolean sharesScriptWith(TextLanguage other) {
        return script == other.script;
    }

    /** The field with all texts in this language. */
    String body() {
        return body;
    }

    /** The field with the titles in this language, which are in {@link #body()} too. */
    String title() {
        return title;
    }

    /** Whether a folded word says nothing by itself. */
    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }
}
