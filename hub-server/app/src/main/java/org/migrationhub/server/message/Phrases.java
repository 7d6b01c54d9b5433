package org.migrationhub.server.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.migrationhub.core.vocabulary.Language;

/**
 * The Hub's own words in one of the six official languages. A phrase may have places, as in <code>{site}</code>; what is put
 * there is never read as a phrase itself. No phrase counts anything, so none needs a plural. Immutable and thread-safe.
 */
final class Phrases {

    /** A place in a phrase. */
    static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private static final Map<Language, Phrases> ALL =
            Language.official().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Phrases::read));

    private final Language language;
    private final Map<String, String> phrases;

    private Phrases(Language language, Map<String, String> phrases) {
        this.language = language;
        this.phrases = phrases;
    }

    /** Those of a language: in English, unless it is official or a variant of one that is. */
    static Phrases in(Language language) {
        String primary = language.tag().split("-", 2)[0];
        Phrases found = ALL.get(new Language(primary));
        return found == null ? ALL.getOrDefault(Language.EN, read(Language.EN)) : found;
    }

    Language language() {
        return language;
    }

    /** Every phrase by its key. */
    Map<String, String> all() {
        return phrases;
    }

    /** A phrase with nothing to be put into it. */
    String get(String key) {
        return get(key, Map.of());
    }

    /**
     * A phrase with what belongs into its places.
     *
     * @throws IllegalStateException if there is no such phrase, or nothing for one of its places
     */
    String get(String key, Map<String, String> values) {
        String phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalStateException("There is no phrase " + key + " in " + language);
        }
        return PLACE.matcher(phrase).replaceAll(place -> Matcher.quoteReplacement(value(key, place, values)));
    }

    /** A day, as it is written in this language, in UTC. */
    String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** A day with the time of day, in UTC, which it says. */
    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                + " (UTC)";
    }

    /** English as the United Nations write it, as on the pages: the day before the month. */
    private Locale locale() {
        return language.equals(Language.EN) ? Locale.UK : Locale.forLanguageTag(language.tag());
    }

    private static String value(String key, MatchResult place, Map<String, String> values) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalStateException("The phrase " + key + " lacks its " + place.group(1));
        }
        return value;
    }

    private static Phrases read(Language language) {
        String file = language.tag() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Phrases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The phrases of messages are missing: " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrases(
                language,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty)));
    }
}
