package org.migrationhub.search.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The values of one facet in all segments, and how their numbers in each segment become one. Immutable once made. */
final class Labels {

    private final List<String> labels;
    private final List<int[]> numbers = new ArrayList<>();

    private Labels(List<String> labels) {
        this.labels = labels;
    }

    static Labels of(List<Column> columns) {
        TreeSet<String> all = new TreeSet<>();
        columns.forEach(column -> all.addAll(column.labels()));
        Labels labels = new Labels(List.copyOf(all));
        Map<String, Integer> number = new HashMap<>();
        labels.labels.forEach(label -> number.put(label, number.size()));
        for (Column column : columns) {
            labels.numbers.add(column.labels().stream().mapToInt(number::get).toArray());
        }
        return labels;
    }

    /** The sum of what was counted in each segment; a value that nothing has is left out. */
    SortedMap<String, Long> sum(List<int[]> counts) {
        long[] sums = new long[labels.size()];
        for (int segment = 0; segment < counts.size(); segment++) {
            int[] number = numbers.get(segment);
            int[] counted = counts.get(segment);
            for (int ordinal = 0; ordinal < counted.length; ordinal++) {
                sums[number[ordinal]] += counted[ordinal];
            }
        }
        SortedMap<String, Long> sum = new TreeMap<>();
        for (int number = 0; number < sums.length; number++) {
            if (sums[number] > 0) {
                sum.put(labels.get(number), sums[number]);
            }
        }
        return sum;
    }
}
