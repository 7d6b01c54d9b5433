package org.migrationhub.server.site.page;

import java.util.Collection;

/**
 * How many items there are of something.
 *
 * @param said what it is called
 * @param mark its number or letter, where it has one; may be empty
 * @param address of what there is
 * @param count how many
 * @param share of the largest of those that it stands beside, in percent
 */
public record Tally(Said said, String mark, String address, long count, int share) {

    /** Whether there is none: a gap. */
    public boolean isGap() {
        return count == 0;
    }

    /** What a count is in percent of the largest; never nothing where there is something. */
    public static int share(long count, Collection<Long> all) {
        long largest = all.stream().mapToLong(Long::longValue).max().orElse(0);
        return count == 0 ? 0 : (int) Math.max(2, Math.round(100.0 * count / largest));
    }
}
