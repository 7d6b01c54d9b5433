package org.migrationhub.search.lucene;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of one facet in all segments of an index, each with a number that it keeps as long as the index is open: so a
 * segment's values are looked up once, not in each of the many states of the index. Those that nothing has any more stay.
 * Thread-safe.
 */
final class Labels {

    private final Map<String, Integer> numbers = new HashMap<>();
    private volatile String[] labels = new String[0];

    /** The number of each of these values, from now on. */
    synchronized int[] numbers(List<String> some) {
        int[] each = some.stream()
                .mapToInt(label -> numbers.computeIfAbsent(label, one -> numbers.size()))
                .toArray();
        if (numbers.size() > labels.length) {
            String[] more = Arrays.copyOf(labels, numbers.size());
            for (int at = 0; at < each.length; at++) {
                more[each[at]] = some.get(at);
            }
            labels = more;
        }
        return each;
    }

    /**
     * The sum of what was counted in each segment.
     *
     * @param numbers of each segment's values
     * @param counts of each segment's values
     */
    Sum sum(List<int[]> numbers, List<int[]> counts) {
        String[] known = labels;
        long[] sums = new long[known.length];
        for (int segment = 0; segment < counts.size(); segment++) {
            int[] number = numbers.get(segment);
            int[] counted = counts.get(segment);
            for (int ordinal = 0; ordinal < counted.length; ordinal++) {
                sums[number[ordinal]] += counted[ordinal];
            }
        }
        return new Sum(known, sums);
    }

    /** How many documents have each value. Not thread-safe. */
    static final class Sum {

        private final String[] labels;
        private final long[] sums;

        private Sum(String[] labels, long[] sums) {
            this.labels = labels;
            this.sums = sums;
        }

        /** Of all values; one that nothing has is left out. */
        SortedMap<String, Long> all() {
            SortedMap<String, Long> all = new TreeMap<>();
            for (int number = 0; number < sums.length; number++) {
                if (sums[number] > 0) {
                    all.put(labels[number], sums[number]);
                }
            }
            return all;
        }

        /** Of the most frequent values, of equally frequent ones the first, and of chosen ones. */
        SortedMap<String, Long> mostFrequent(int most, Set<String> chosen) {
            Comparator<Integer> order =
                    Comparator.<Integer>comparingLong(number -> -sums[number]).thenComparing(number -> labels[number]);
            PriorityQueue<Integer> kept = new PriorityQueue<>(order.reversed());
            SortedMap<String, Long> counts = new TreeMap<>();
            long least = 1;
            for (int number = 0; number < sums.length; number++) {
                if (sums[number] >= least) {
                    kept.add(number);
                }
                if (kept.size() > most) {
                    kept.remove();
                    least = sums[kept.element()];
                }
                if (sums[number] > 0 && !chosen.isEmpty() && chosen.contains(labels[number])) {
                    counts.put(labels[number], sums[number]);
                }
            }
            kept.forEach(number -> counts.put(labels[number], sums[number]));
            return counts;
        }
    }
}
