package org.migrationhub.core.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The countries and regions of {@code countries.csv} and {@code regions.csv}, read once when this class is loaded. */
final class Atlas {

    static final Map<String, Region> REGIONS = readRegions();
    static final Map<String, Country> COUNTRIES = readCountries();
    static final List<Region> ALL_REGIONS = List.copyOf(REGIONS.values());
    static final List<Country> ALL_COUNTRIES = List.copyOf(COUNTRIES.values());

    private Atlas() {}

    private static Map<String, Region> readRegions() {
        Map<String, Region> regions = new TreeMap<>();
        for (List<String> row : DataFile.rows("regions.csv", 3)) {
            Region region = new Region(row.get(0), Region.Level.valueOf(row.get(1)), regionIn(regions, row.get(2)));
            regions.put(region.code(), region);
        }
        return Collections.unmodifiableMap(regions);
    }

    private static Map<String, Country> readCountries() {
        Map<String, Country> countries = new TreeMap<>();
        for (List<String> row : DataFile.rows("countries.csv", 5)) {
            Country country = new Country(
                    row.get(0), row.get(1), row.get(2), regionsFrom(row.get(3)), commissionsFrom(row.get(4)));
            countries.put(country.alpha3(), country);
        }
        return Collections.unmodifiableMap(countries);
    }

    private static @Nullable Region regionIn(Map<String, Region> regions, String m49) {
        return m49.isEmpty() ? null : Objects.requireNonNull(regions.get("m49-" + m49), m49);
    }

    private static List<Region> regionsFrom(String narrowest) {
        List<Region> regions = new ArrayList<>();
        @Nullable Region region = regionIn(REGIONS, narrowest);
        while (region != null) {
            regions.add(region);
            region = region.parent().orElse(null);
        }
        Collections.reverse(regions);
        return regions;
    }

    private static Set<RegionalCommission> commissionsFrom(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(RegionalCommission::valueOf)
                .collect(Collectors.toSet());
    }
}
