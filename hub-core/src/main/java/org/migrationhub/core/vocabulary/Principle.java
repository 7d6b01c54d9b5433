package org.migrationhub.core.vocabulary;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ten cross-cutting and interdependent guiding principles of the Global Compact for Migration (para. 15, a to j). All
 * of them apply to every practice; one that is named on a practice is one that it particularly exemplifies.
 */
public enum Principle implements Term {
    /** Para. 15 (a). */
    PEOPLE_CENTRED('a'),
    /** Para. 15 (b); not to be confused with objective 23, which bears the same name. */
    INTERNATIONAL_COOPERATION('b'),
    /** Para. 15 (c). */
    NATIONAL_SOVEREIGNTY('c'),
    /** Para. 15 (d): rule of law and due process. */
    RULE_OF_LAW('d'),
    /** Para. 15 (e). */
    SUSTAINABLE_DEVELOPMENT('e'),
    /** Para. 15 (f). */
    HUMAN_RIGHTS('f'),
    /** Para. 15 (g). */
    GENDER_RESPONSIVE('g'),
    /** Para. 15 (h). */
    CHILD_SENSITIVE('h'),
    /** Para. 15 (i): an approach that involves the whole of government. */
    WHOLE_OF_GOVERNMENT('i'),
    /** Para. 15 (j): an approach that involves the whole of society. */
    WHOLE_OF_SOCIETY('j');

    private static final Map<String, Principle> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Principle::code, Function.identity()));

    private final char letter;
    private final String code;

    Principle(char letter) {
        this.letter = letter;
        this.code = "principle-" + letter;
    }

    /** The principle with this code; empty if the code stands for none. */
    public static Optional<Principle> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** {@code principle-a} to {@code principle-j}. */
    @Override
    public String code() {
        return code;
    }

    /** The letter of the sub-paragraph in para. 15 of the Compact, {@code a} to {@code j}. */
    public char letter() {
        return letter;
    }
}
