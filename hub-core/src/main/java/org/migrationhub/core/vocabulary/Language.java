package org.migrationhub.core.vocabulary;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language of a text: one of the six official languages of the United Nations, or any other.
 *
 * @param tag a well-formed BCP 47 language tag that begins with a language of two or three letters, at most 35
 *     characters; kept in canonical case and form ({@code zh-Hans}, not {@code ZH-hans})
 */
public record Language(String tag) implements Comparable<Language> {

    private static final Pattern FORM = Pattern.compile("(?=.{2,35}\\z)[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    private static final Set<String> RTL_SCRIPTS =
            Set.of("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");
    private static final Set<String> RTL_LANGUAGES =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "prs", "sd", "syr", "ug", "ur", "yi");

    /** Arabic. */
    public static final Language AR = new Language("ar");

    /** Chinese. */
    public static final Language ZH = new Language("zh");

    /** English. */
    public static final Language EN = new Language("en");

    /** French. */
    public static final Language FR = new Language("fr");

    /** Russian. */
    public static final Language RU = new Language("ru");

    /** Spanish. */
    public static final Language ES = new Language("es");

    private static final List<Language> OFFICIAL = List.of(AR, ZH, EN, FR, RU, ES);

    /** Refuses a tag that is not well-formed and puts the others into canonical form. */
    public Language {
        String given = tag;
        tag = canonical(given).orElseThrow(() -> new IllegalArgumentException("No BCP 47 language tag: " + given));
    }

    /** The six official languages in the order of the United Nations: Arabic, Chinese, English, French, Russian, Spanish. */
    public static List<Language> official() {
        return OFFICIAL;
    }

    /** The language with this tag in any case; empty if the tag is not well-formed. */
    public static Optional<Language> find(String tag) {
        return canonical(tag).map(Language::new);
    }

    /** Whether this is one of the six official languages itself; a variant such as {@code fr-CA} is not. */
    public boolean isOfficial() {
        return OFFICIAL.contains(this);
    }

    /** Which way text in this language runs: by the script if the tag names one, otherwise by the usual script. */
    public Direction direction() {
        String script = script();
        boolean rtl = script.isEmpty() ? RTL_LANGUAGES.contains(primary()) : RTL_SCRIPTS.contains(script);
        return rtl ? Direction.RTL : Direction.LTR;
    }

    /** Asked for every text of a page: most tags are of one part, which needs no reading. */
    private String script() {
        return tag.indexOf('-') < 0 ? "" : locale().getScript();
    }

    /** By tag. */
    @Override
    public int compareTo(Language other) {
        return tag.compareTo(other.tag);
    }

    /** The tag. */
    @Override
    public String toString() {
        return tag;
    }

    /** The JDK's locale for this language. */
    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language with the last part of its tag left off (RFC 4647, "lookup"); empty if there is only one part. */
    Optional<Language> wider() {
        int end = tag.lastIndexOf('-');
        return end < 0 ? Optional.empty() : Optional.of(new Language(withoutSingleton(tag.substring(0, end))));
    }

    private String primary() {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }

    private static String withoutSingleton(String shortened) {
        int end = shortened.length() - 2;
        return end > 0 && shortened.charAt(end) == '-' ? shortened.substring(0, end) : shortened;
    }

    private static Optional<String> canonical(String tag) {
        if (!FORM.matcher(tag).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
