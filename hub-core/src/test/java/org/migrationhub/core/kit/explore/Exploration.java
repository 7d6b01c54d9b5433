package org.migrationhub.core.kit.explore;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.review.StageName;

/**
 * What an exploration has seen.
 *
 * @param policy which policy
 * @param states how many states, those that differ only in which of several like people did something counted once
 * @param transitions how many acts and turns of events led from these to another or the same
 * @param refusals how many acts were tried and refused, by the code of the first reason
 * @param depth how many steps the longest path has
 * @param exhausted whether every state within the bounds was visited
 * @param millis how long it took
 * @param stages the stages that were reached
 * @param breaches what doesn't hold; of each invariant, one shortest path to a state that breaks it
 */
public record Exploration(
        String policy,
        long states,
        long transitions,
        SortedMap<String, Long> refusals,
        int depth,
        boolean exhausted,
        long millis,
        Set<StageName> stages,
        List<Breach> breaches) {

    /** Copies the collections. */
    public Exploration {
        refusals = Collections.unmodifiableSortedMap(new TreeMap<>(refusals));
        Set<StageName> reached = EnumSet.noneOf(StageName.class);
        reached.addAll(stages);
        stages = Collections.unmodifiableSet(reached);
        breaches = List.copyOf(breaches);
    }

    /** How many acts were tried and refused. */
    public long refused() {
        return refusals.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The counts in one line; then every breach with its path. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Explored %s: %,d states, %,d transitions, %,d acts refused, depth %d%s, %.1f s, %d of %d stages, %s",
                policy,
                states,
                transitions,
                refused(),
                depth,
                exhausted ? "" : " (not all)",
                millis / 1000.0,
                stages.size(),
                StageName.values().length,
                breaches.isEmpty() ? "no breach" : breaches.size() + " breaches"));
        breaches.forEach(breach -> text.append('\n').append(breach));
        return text.toString();
    }
}
