package org.migrationhub.server.site.page;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.migrationhub.core.vocabulary.Language;

/** The form of a word that goes with a number, by the rules of Unicode's CLDR for whole numbers. */
public enum Plural {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /** The form that goes with a number in one of the six languages. */
    public static Plural of(Language language, long number) {
        return switch (language.tag()) {
            case "ar" -> arabic(number);
            case "ru" -> russian(number);
            case "zh" -> OTHER;
            case "fr" -> number <= 1 ? ONE : OTHER;
            default -> number == 1 ? ONE : OTHER;
        };
    }

    /** The forms that a language has. */
    public static Set<Plural> of(Language language) {
        return switch (language.tag()) {
            case "ar" -> EnumSet.allOf(Plural.class);
            case "ru" -> EnumSet.of(ONE, FEW, MANY);
            case "zh" -> EnumSet.of(OTHER);
            default -> EnumSet.of(ONE, OTHER);
        };
    }

    /** How keys of words end that come in forms. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    private static Plural arabic(long number) {
        if (number <= 2) {
            return values()[(int) number];
        }
        long lastTwo = number % 100;
        if (lastTwo >= 3 && lastTwo <= 10) {
            return FEW;
        }
        return lastTwo >= 11 ? MANY : OTHER;
    }

    private static Plural russian(long number) {
        long last = number % 10;
        boolean teen = number % 100 / 10 == 1;
        if (last == 1 && !teen) {
            return ONE;
        }
        return last >= 2 && last <= 4 && !teen ? FEW : MANY;
    }
}
