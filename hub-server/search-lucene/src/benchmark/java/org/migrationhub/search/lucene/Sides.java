package org.migrationhub.search.lucene;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What the same calls took on both sides.
 *
 * @param raw milliseconds of each call of {@link RawLucene}
 * @param ours milliseconds of each call of ours
 */
record Sides(double[] raw, double[] ours) {

    /** The calls that both sides had the time for: so no side is measured by queries that the other wasn't asked. */
    static Sides of(double[] raw, double[] ours) {
        int both = Math.min(raw.length, ours.length);
        return new Sides(Arrays.copyOf(raw, both), Arrays.copyOf(ours, both));
    }

    /** The calls of several kinds together. */
    static Sides pooled(List<Sides> kinds) {
        return new Sides(
                kinds.stream().map(Sides::raw).flatMapToDouble(DoubleStream::of).toArray(),
                kinds.stream()
                        .map(Sides::ours)
                        .flatMapToDouble(DoubleStream::of)
                        .toArray());
    }

    /** Ours to raw, each at its median. */
    double atMedian() {
        return median(ours) / median(raw);
    }

    /** The middle one or, of an even number, the mean of the two in the middle. */
    static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** That of which so many of a hundred are less. */
    static double percentile(double[] times, int percent) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** The mean. */
    static double mean(double[] times) {
        return Arrays.stream(times).average().orElseThrow();
    }
}
