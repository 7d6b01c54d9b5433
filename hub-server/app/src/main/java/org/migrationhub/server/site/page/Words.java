package org.migrationhub.server.site.page;

import static org.migrationhub.core.vocabulary.Language.AR;
import static org.migrationhub.core.vocabulary.Language.EN;
import static org.migrationhub.core.vocabulary.Language.ES;
import static org.migrationhub.core.vocabulary.Language.FR;
import static org.migrationhub.core.vocabulary.Language.RU;
import static org.migrationhub.core.vocabulary.Language.ZH;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.migrationhub.core.vocabulary.Language;

/**
 * What pages say in their own words, in one language: our translations, not those of the United Nations. A placeholder is a
 * number in braces. Immutable and thread-safe.
 */
public final class Words {

    /** The languages of the interface, in the order of the United Nations. */
    public static final List<Language> LANGUAGES = List.of(AR, ZH, EN, FR, RU, ES);

    /** The parts of the site, each with a folder of words. */
    private static final List<String> PARTS =
            List.of("read", "account", "desk", "difference", "rules", "secretariat", "submit", "review");

    /** Before a mark that French sets apart, after its opening quotation mark, and between the thousands of a number. */
    private static final Pattern NO_BREAK = Pattern.compile(" (?=[:;?!»])|(?<=«) |(?<=\\d) (?=\\d{3})");

    private final Language language;
    private final Map<String, String> texts;

    private Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The words of one of the six languages. */
    public static Words in(Language language) {
        Map<String, String> texts = new TreeMap<>();
        for (String part : PARTS) {
            read("words/%s/%s.properties".formatted(part, language)).forEach((key, text) -> {
                if (texts.put(key, text) != null) {
                    throw new IllegalStateException("There are two texts for " + key);
                }
            });
        }
        return new Words(language, new LinkedHashMap<>(texts));
    }

    /** Everything that is said, by key. */
    public Map<String, String> all() {
        return texts;
    }

    /**
     * The text of a key, with values in place of its placeholders.
     *
     * @throws IllegalStateException if there is no such text
     */
    public String say(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("In " + language + " there are no words for " + key);
        }
        for (int index = 0; index < values.length; index++) {
            text = text.replace("{" + index + "}", String.valueOf(values[index]));
        }
        return text;
    }

    /** The text of a key in the form that goes with a number, which stands for its first placeholder. */
    public String count(String key, long number, String written) {
        return say(key + Plural.of(language, number).ending(), written);
    }

    private static Map<String, String> read(String resource) {
        Properties read = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + resource);
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        read.forEach((key, text) -> texts.put((String) key, unbroken((String) text)));
        return texts;
    }

    /** The text, which no line end tears apart where a space is no place for it. */
    private static String unbroken(String text) {
        return NO_BREAK.matcher(text).replaceAll("\u00a0");
    }
}
