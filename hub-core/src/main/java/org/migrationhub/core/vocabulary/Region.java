package org.migrationhub.core.vocabulary;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A region of the United Nations standard M49: a continent, a sub-region of it, or an intermediate region. It is one of
 * the Hub's two region schemes; the other is {@link RegionalCommission}. The whole world is not a region: an item of
 * global scope says so by itself. Two are equal if they have the same code; there is one instance of each.
 */
public final class Region implements Term, Comparable<Region> {

    private static final String PREFIX = "m49-";

    private final String m49;
    private final Level level;
    private final @Nullable Region parent;

    Region(String m49, Level level, @Nullable Region parent) {
        this.m49 = m49;
        this.level = level;
        this.parent = parent;
    }

    /** How wide a region is. */
    public enum Level {
        /** Africa, Americas, Asia, Europe or Oceania. */
        CONTINENT,
        /** A part of a continent, such as Sub-Saharan Africa. */
        SUB_REGION,
        /** A part of a sub-region, such as Western Africa. */
        INTERMEDIATE
    }

    /**
     * The region with an M49 code.
     *
     * @param m49 three digits, such as {@code 002}
     * @throws IllegalArgumentException if there is no such region
     */
    public static Region of(String m49) {
        return find(PREFIX + m49).orElseThrow(() -> new IllegalArgumentException("No M49 region: " + m49));
    }

    /** The region with this code, such as {@code m49-002}; empty if the code stands for none. */
    public static Optional<Region> find(String code) {
        return Optional.ofNullable(Atlas.REGIONS.get(code));
    }

    /** Every region, by code. */
    public static List<Region> all() {
        return Atlas.ALL_REGIONS;
    }

    /** {@code m49-} and the three digits, such as {@code m49-002}. */
    @Override
    public String code() {
        return PREFIX + m49;
    }

    /** The code in the standard M49: three digits. */
    public String m49() {
        return m49;
    }

    /** How wide this region is. */
    public Level level() {
        return level;
    }

    /** The next wider region; empty for a continent. */
    public Optional<Region> parent() {
        return Optional.ofNullable(parent);
    }

    /** Whether a country lies in this region. */
    public boolean contains(Country country) {
        return country.regions().contains(this);
    }

    /** By code. */
    @Override
    public int compareTo(Region other) {
        return m49.compareTo(other.m49);
    }

    /** Equality is that of the code. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Region region && region.m49.equals(m49);
    }

    @Override
    public int hashCode() {
        return m49.hashCode();
    }

    /** The code. */
    @Override
    public String toString() {
        return code();
    }
}
