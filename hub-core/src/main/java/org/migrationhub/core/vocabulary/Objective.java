package org.migrationhub.core.vocabulary;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The 23 objectives of the Global Compact for Migration (A/RES/73/195, para. 16) in their order, and after them the value
 * that the Hub uses for what concerns the Compact as a whole.
 */
public enum Objective implements Term {
    /** Objective 1. */
    DATA(1),
    /** Objective 2. */
    MINIMIZE_ADVERSE_DRIVERS(2),
    /** Objective 3. */
    INFORMATION_PROVISION(3),
    /** Objective 4. */
    LEGAL_IDENTITY(4),
    /** Objective 5. */
    REGULAR_PATHWAYS(5),
    /** Objective 6. */
    RECRUITMENT_AND_DECENT_WORK(6),
    /** Objective 7. */
    REDUCE_VULNERABILITIES(7),
    /** Objective 8. */
    SAVE_LIVES(8),
    /** Objective 9. */
    COUNTER_SMUGGLING(9),
    /** Objective 10. */
    ERADICATE_TRAFFICKING(10),
    /** Objective 11. */
    MANAGE_BORDERS(11),
    /** Objective 12. */
    SCREENING_AND_REFERRAL(12),
    /** Objective 13. */
    ALTERNATIVES_TO_DETENTION(13),
    /** Objective 14. */
    CONSULAR_PROTECTION(14),
    /** Objective 15. */
    ACCESS_TO_BASIC_SERVICES(15),
    /** Objective 16. */
    INCLUSION_AND_SOCIAL_COHESION(16),
    /** Objective 17. */
    ELIMINATE_DISCRIMINATION(17),
    /** Objective 18. */
    SKILLS_DEVELOPMENT_AND_RECOGNITION(18),
    /** Objective 19. */
    MIGRANT_AND_DIASPORA_CONTRIBUTIONS(19),
    /** Objective 20. */
    REMITTANCES(20),
    /** Objective 21. */
    DIGNIFIED_RETURN_AND_REINTEGRATION(21),
    /** Objective 22. */
    SOCIAL_PROTECTION(22),
    /** Objective 23. */
    INTERNATIONAL_COOPERATION(23),
    /** The Hub's further value, listed last: the Compact in general. It has no number and no official title. */
    GENERAL(0);

    private static final int COUNT = 23;

    private static final Map<String, Objective> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Objective::code, Function.identity()));

    private final int number;
    private final String code;

    Objective(int number) {
        this.number = number;
        this.code = "objective-" + (number == 0 ? "general" : String.valueOf(number));
    }

    /**
     * The objective with a number of the Compact.
     *
     * @param number 1 to 23
     * @throws IllegalArgumentException if there is no such objective
     */
    public static Objective numbered(int number) {
        if (number < 1 || number > COUNT) {
            throw new IllegalArgumentException("The objectives are numbered 1 to 23, not " + number);
        }
        return values()[number - 1];
    }

    /** The objective with this code; empty if the code stands for none. */
    public static Optional<Objective> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** {@code objective-1} to {@code objective-23}, or {@code objective-general}. */
    @Override
    public String code() {
        return code;
    }

    /** The number in the Compact, 1 to 23; empty for {@link #GENERAL}. */
    public OptionalInt number() {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
