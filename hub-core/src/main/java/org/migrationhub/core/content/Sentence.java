package org.migrationhub.core.content;

import java.util.regex.Pattern;

/**
 * Whether a text is plainly more than one sentence. What looks like an abbreviation ("approx. 300", "U.S. citizens") passes:
 * a second sentence is looked for only after a mark that nothing but a sentence's end has, or a full stop after a word of
 * four letters or more.
 */
final class Sentence {

    private static final Pattern TWO = Pattern.compile(
            "[\u3002\uff01\uff1f](?=.*[\\p{L}\\p{N}])" // ideographic marks need no space after them
                    + "|[!?\u061f\u06d4]\\s+(?=.*[\\p{L}\\p{N}])"
                    + "|[\\p{L}\\p{M}]{4,}[.\u2026]\\s+[\\p{Lu}\\p{Lo}]",
            Pattern.DOTALL);

    private Sentence() {}

    static boolean areSeveral(String text) {
        return TWO.matcher(text).find();
    }
}
