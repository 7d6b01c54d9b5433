package org.migrationhub.server.site.page;

import java.text.CollationKey;
import java.text.Collator;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Period;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.vocabulary.Labels;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Term;

/** How a page speaks: words, labels, numbers, days and sorting of one language. Immutable and thread-safe. */
public final class Voice {

    private final Language language;
    private final Locale locale;
    private final Words words;
    private final Labels labels;

    /** How many texts of each kind are remembered, of which there may be any number. */
    private static final int MOST_KEPT = 2_000;

    /** Below this, numbers are written alike everywhere: without signs between their digits. */
    private static final int UNGROUPED = 1_000;

    /** A space at which no line ends. */
    private static final char NO_BREAK = '\u00a0';

    /** Never used itself, since it isn't thread-safe: a copy of it is made far faster than another. */
    private final NumberFormat numbers;

    /** As for the numbers. */
    private final Collator collator;

    private final DateTimeFormatter days;

    /** Labels of terms, of which there are some hundred, as they are asked for. */
    private final Map<Term, Said> said = new ConcurrentHashMap<>();

    /** What languages are called. */
    private final Map<Language, Said> names = new ConcurrentHashMap<>();

    private final Map<Language, Said> ownNames = new ConcurrentHashMap<>();

    /** How labels sort, as that is asked for: to compare two texts letter by letter takes far longer. */
    private final Map<String, CollationKey> keys = new ConcurrentHashMap<>();

    private Voice(Language language, Words words, Labels labels) {
        this.language = language;
        this.locale = Locale.forLanguageTag(written(language) + "-u-nu-latn");
        this.words = words;
        this.labels = labels;
        this.numbers = NumberFormat.getIntegerInstance(locale);
        this.collator = Collator.getInstance(locale);
        this.days = days(language, locale);
    }

    /** The voice of one of the six languages. */
    public static Voice in(Language language) {
        return new Voice(language, Words.in(language), Labels.standard());
    }

    /**
     * How numbers and days are written: as on the United Nations' pages, the day before the month in English, and in
     * Arabic with the digits in which years stand in the texts.
     */
    private static String written(Language language) {
        return language.equals(Language.EN) ? "en-GB" : language.tag();
    }

    /** As the locale's rules have it, but in Russian without an abbreviation, whose dot would meet that of the sentence. */
    private static DateTimeFormatter days(Language language, Locale locale) {
        return language.equals(Language.RU)
                ? DateTimeFormatter.ofPattern("d MMMM y 'года'", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).localizedBy(locale);
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** The tag of the language. */
    public String tag() {
        return language.tag();
    }

    /** Which way the language runs: {@code ltr} or {@code rtl}. */
    public String dir() {
        return language.direction().code();
    }

    /** The words of a key, with values in place of the placeholders. */
    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    /** What stands between two sentences: in Chinese nothing, since the mark that ends one brings its own room. */
    public String space() {
        return language.equals(Language.ZH) ? "" : " ";
    }

    /** Whether there are words for a key. */
    public boolean has(String key) {
        return words.all().containsKey(key);
    }

    /** What a rule that is broken asks to mend: in English where we have no words of our own for it. */
    public Said complaint(Violation violation) {
        return terms().complaint(violation);
    }

    /** What has a code, in words. */
    public Terms terms() {
        return new Terms(this);
    }

    /** The words of a key as a text that needs no mark. */
    public Said plain(String key, Object... values) {
        return new Said(say(key, values), null, null);
    }

    /** The words of a key in the form that goes with a number. */
    public String count(String key, long number) {
        return words.count(key, number, number(number));
    }

    /** One of the forms that go with numbers, the number left open: for scripts; null where the language has no such form. */
    public @Nullable String form(String key, String form) {
        String whole = key + "." + form;
        return has(whole) ? say(whole, "{0}") : null;
    }

    /** A number as it is written in this language. */
    public String number(long number) {
        return number >= 0 && number < UNGROUPED
                ? String.valueOf(number)
                : ((NumberFormat) numbers.clone()).format(number);
    }

    /**
     * A day as it is written in this language, which no line breaks apart: in French the first of a month is its
     * {@code 1er}, as no locale's rules say.
     */
    public String date(LocalDate day) {
        String written = days.format(day).replace(' ', NO_BREAK);
        return language.equals(Language.FR) && day.getDayOfMonth() == 1 ? "1er" + written.substring(1) : written;
    }

    /** From which to which year. */
    public String years(Period period) {
        String start = String.valueOf(period.startYear());
        Integer end = period.endYear();
        if (end != null && end == period.startYear()) {
            return start;
        }
        return end == null ? say("years.open", start) : say("years.range", start, String.valueOf(end));
    }

    /** The label of a term. */
    public Said label(Term term) {
        return remembered(term, said, () -> Said.of(labels.label(term, List.of(language)), language));
    }

    /** The official title of an objective. */
    public Said title(Objective objective) {
        return Said.of(labels.title(objective, List.of(language)), language);
    }

    /** What an objective is about, in words of the Hub. */
    public Said brief(Objective objective) {
        return Said.of(labels.brief(objective, List.of(language)), language);
    }

    /** What a language is called. */
    public Said name(Language named) {
        return remembered(named, names, () -> Said.of(labels.languageName(named, List.of(language)), language));
    }

    /** What a language calls itself. */
    public Said ownName(Language named) {
        return remembered(
                named,
                ownNames,
                () -> Said.in(named, labels.languageName(named, List.of(named)).text()));
    }

    /** By text, as this language sorts. */
    public Comparator<Said> order() {
        return Comparator.comparing(said -> place(said.text()));
    }

    /** Where a text stands among others, as this language sorts: for whoever compares it often. */
    public CollationKey place(String text) {
        return remembered(text, keys, () -> ((Collator) collator.clone()).getCollationKey(text));
    }

    /** Of organisations and languages there is no end: then nothing more is remembered. */
    private static <K, V> V remembered(K asked, Map<K, V> known, Supplier<V> found) {
        V there = known.get(asked);
        if (there != null) {
            return there;
        }
        V value = found.get();
        if (known.size() < MOST_KEPT) {
            known.put(asked, value);
        }
        return value;
    }
}
