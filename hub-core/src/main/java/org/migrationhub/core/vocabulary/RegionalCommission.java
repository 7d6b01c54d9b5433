package org.migrationhub.core.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The five United Nations Regional Commissions, one of the Hub's two region schemes (the other is {@link Region}). A State
 * can belong to several and need not lie in the part of the world that a Commission is named after:
 * {@link Country#commissions()} tells to which it belongs.
 */
public enum RegionalCommission implements Term {
    /** Economic Commission for Africa. */
    ECA,
    /** Economic Commission for Europe. */
    ECE,
    /** Economic Commission for Latin America and the Caribbean. */
    ECLAC,
    /** Economic and Social Commission for Asia and the Pacific. */
    ESCAP,
    /** Economic and Social Commission for Western Asia. */
    ESCWA;

    private static final Map<String, RegionalCommission> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(RegionalCommission::code, Function.identity()));

    private final String code = "commission-" + name().toLowerCase(Locale.ROOT);

    /** The Commission with this code; empty if the code stands for none. */
    public static Optional<RegionalCommission> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** {@code commission-} and the usual English abbreviation in lower case, such as {@code commission-eca}. */
    @Override
    public String code() {
        return code;
    }
}
