package org.migrationhub.core.vocabulary;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A country or area of the United Nations standard M49, by its code in ISO 3166-1. That a country or area is listed here
 * says nothing about its legal status. Two are equal if they have the same code; there is one instance of each.
 */
public final class Country implements Term, Comparable<Country> {

    private final String alpha3;
    private final String alpha2;
    private final String m49;
    private final List<Region> regions;
    private final SortedSet<RegionalCommission> commissions;

    Country(String alpha3, String alpha2, String m49, List<Region> regions, Set<RegionalCommission> commissions) {
        this.alpha3 = alpha3;
        this.alpha2 = alpha2;
        this.m49 = m49;
        this.regions = List.copyOf(regions);
        this.commissions = Collections.unmodifiableSortedSet(new TreeSet<>(commissions));
    }

    /**
     * The country with a three-letter code.
     *
     * @param alpha3 ISO 3166-1 alpha-3 in capitals, such as {@code NER}
     * @throws IllegalArgumentException if there is no such country
     */
    public static Country of(String alpha3) {
        return find(alpha3).orElseThrow(() -> new IllegalArgumentException("No country: " + alpha3));
    }

    /** The country with this three-letter code in capitals; empty if there is none. */
    public static Optional<Country> find(String alpha3) {
        return Optional.ofNullable(Atlas.COUNTRIES.get(alpha3));
    }

    /** Every country and area, by three-letter code. */
    public static List<Country> all() {
        return Atlas.ALL_COUNTRIES;
    }

    /** The three-letter code: {@link #alpha3()}. */
    @Override
    public String code() {
        return alpha3;
    }

    /** The code of ISO 3166-1 alpha-3, such as {@code NER}. */
    public String alpha3() {
        return alpha3;
    }

    /** The code of ISO 3166-1 alpha-2, such as {@code NE}. */
    public String alpha2() {
        return alpha2;
    }

    /** The code in the standard M49: three digits, such as {@code 562}. */
    public String m49() {
        return m49;
    }

    /** The M49 regions that it lies in, the widest first; empty for Antarctica alone. */
    public List<Region> regions() {
        return regions;
    }

    /** The Regional Commissions of which it is a full member; empty for States and areas that are member of none. */
    public SortedSet<RegionalCommission> commissions() {
        return commissions;
    }

    /** By three-letter code. */
    @Override
    public int compareTo(Country other) {
        return alpha3.compareTo(other.alpha3);
    }

    /** Equality is that of the three-letter code. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Country country && country.alpha3.equals(alpha3);
    }

    @Override
    public int hashCode() {
        return alpha3.hashCode();
    }

    /** The three-letter code. */
    @Override
    public String toString() {
        return alpha3;
    }
}
