package org.migrationhub.server.api;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an installation says of its doors.
 *
 * @param origins of pages of others that may read the API in a browser; {@code *} for all
 * @param trusted the proxies whose word on a client's address counts
 * @param limits how often in a minute a client may ask; 0 for as often as it likes
 * @param metricsToken what is to be shown for the metrics; empty if only this machine may read them
 * @param ofThisMachine whether the site is for this machine alone: then what comes from it is nobody else's, and free of limits.
 *     Otherwise there is a proxy somewhere, which may be on this machine and say nothing of whose requests it passes on
 */
public record FrontSettings(
        Set<String> origins,
        List<AddressRange> trusted,
        Map<Budget, Integer> limits,
        String metricsToken,
        boolean ofThisMachine) {

    /** Whatever runs on this machine. */
    public static final List<AddressRange> THIS_MACHINE = Stream.of("127.0.0.0/8", "::1")
            .flatMap(range -> AddressRange.find(range).stream())
            .toList();

    /** Copies the collections. */
    public FrontSettings {
        origins = Set.copyOf(origins);
        trusted = List.copyOf(trusted);
        limits = Map.copyOf(limits);
    }

    /** What holds unless said. */
    public static FrontSettings usual() {
        Map<Budget, Integer> limits = new EnumMap<>(Budget.class);
        for (Budget budget : Budget.values()) {
            limits.put(budget, budget.usual());
        }
        return new FrontSettings(Set.of(), THIS_MACHINE, limits, "", true);
    }

    /** Without the token: it must not get into a log. */
    @Override
    public String toString() {
        return "origins %s, trusted %s, limits %s".formatted(origins, trusted, limits);
    }
}
