package org.migrationhub.search.lucene;

import java.util.function.ToIntFunction;
import org.apache.lucene.analysis.ar.ArabicNormalizer;
import org.apache.lucene.analysis.ar.ArabicStemmer;
import org.apache.lucene.analysis.es.SpanishLightStemmer;
import org.apache.lucene.analysis.fr.FrenchLightStemmer;
import org.apache.lucene.analysis.ru.RussianLightStemmer;
import org.migrationhub.core.search.FoldedText;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Takes endings off folded words, so that a word is found in its other forms. Texts and queries go through the same, word
 * by word. Not thread-safe.
 */
final class Stems {

    /** Stemmers write behind the end of a word, a few letters at most. */
    private static final int ROOM = 8;

    private static final String RUSSIAN_VOWELS = "аеиоуыэюя";

    private static final String ARABIC_PREPOSITIONS = "بل";

    private static final int ARABIC_ROOT = 4;

    private final EnglishStemmer english = new EnglishStemmer();
    private final FrenchLightStemmer french = new FrenchLightStemmer();
    private final SpanishLightStemmer spanish = new SpanishLightStemmer();
    private final RussianLightStemmer russian = new RussianLightStemmer();
    private final ArabicNormalizer arabicLetters = new ArabicNormalizer();
    private final ArabicStemmer arabic = new ArabicStemmer();

    /** What is left of a folded word in a language. */
    String stem(String word, TextLanguage language) {
        if (FoldedText.isWithoutSpaces(word)) {
            return word;
        }
        return switch (language) {
            case EN -> english(word);
            case FR -> cut(word, letters -> french.stem(letters, word.length()));
            case ES -> cut(word, letters -> spanish.stem(letters, word.length()));
            case RU -> russian(word);
            case AR -> arabic(word);
            case ZH, OTHER -> word;
        };
    }

    private String english(String word) {
        english.setCurrent(word);
        english.stem();
        return english.getCurrent();
    }

    /** The stemmer leaves on what it can't know for a preposition; before so many letters it is one nearly always. */
    private String arabic(String word) {
        return Plurals.BROKEN.singular(withoutEndings(word));
    }

    private String withoutEndings(String word) {
        String stem = cut(word, letters -> arabic.stem(letters, arabicLetters.normalize(letters, word.length())));
        boolean preposition = stem.length() > ARABIC_ROOT && ARABIC_PREPOSITIONS.indexOf(stem.charAt(0)) >= 0;
        return preposition ? stem.substring(1) : stem;
    }

    /** Folding has made one letter of и and й; behind a vowel at a word's end it is the second nearly always. */
    private String russian(String word) {
        int last = word.length() - 1;
        boolean short_ = last > 0 && word.charAt(last) == 'и' && RUSSIAN_VOWELS.indexOf(word.charAt(last - 1)) >= 0;
        String whole = short_ ? word.substring(0, last) + 'й' : word;
        return cut(whole, letters -> russian.stem(letters, whole.length())).replace('й', 'и');
    }

    private static String cut(String word, ToIntFunction<char[]> stemmer) {
        char[] letters = new char[word.length() + ROOM];
        word.getChars(0, word.length(), letters, 0);
        int length = stemmer.applyAsInt(letters);
        return length == 0 ? word : new String(letters, 0, length);
    }

    private static final class Plurals {
        static final BrokenPlurals BROKEN = BrokenPlurals.read(new Stems()::withoutEndings);
    }
}
