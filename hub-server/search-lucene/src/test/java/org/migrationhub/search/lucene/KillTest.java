package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.search.SearchQuery;

/**
 * A process that indexes is killed again and again; what it leaves is each time exactly what belongs to the position that
 * it gives. How often: {@code -Dkills=100}.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 6);
    private static final int MOST_STEPS = 1_500;
    private static final int MOST_STEPS_ANEW = 300;

    @TempDir
    private Path directory;

    @TempDir
    private Path rebuilt;

    private final Random random = new Random(42);

    @Test
    void whatAKilledProcessLeavesIsWhatItsPositionSays() throws Exception {
        List<Long> positions = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            List<Long> told = runAndKill(after(random.nextInt(MOST_STEPS)));
            positions.add(assertWhole(told.get(told.size() - 1) + 1));
        }
        assertGrown(positions);
        System.out.printf("KillTest: killed %d times, left at %s, 0 documents differ%n", KILLS, positions);
    }

    @Test
    void aProcessThatIsKilledWhileItBuildsAnewLeavesTheOldOrTheNew() throws Exception {
        List<Long> positions = new ArrayList<>(List.of(0L));
        for (int kill = 0; kill < (KILLS + 1) / 2; kill++) {
            boolean within = kill % 3 == 2; // else when the new one takes the other's place
            List<Long> told = runAndKill(
                    within
                            ? after(random.nextInt(MOST_STEPS_ANEW))
                            : after(1 + random.nextInt(3), KillTest::isSwapping),
                    "anew");
            positions.add(assertWhole(Math.max(Collections.max(positions), Collections.max(told))));
            assertThat(directory.resolve("anew")).doesNotExist();
        }
        assertGrown(positions);
        System.out.printf("KillTest: killed while building anew, left at %s%n", positions);
    }

    /** What is asked for twice is the end, the second time while nothing can be applied. */
    private static boolean isSwapping(List<Long> told) {
        int last = told.size() - 1;
        return last > 0 && told.get(last).equals(told.get(last - 1));
    }

    private static Predicate<List<Long>> after(int steps) {
        return told -> told.size() > steps;
    }

    private static Predicate<List<Long>> after(int times, Predicate<List<Long>> happening) {
        AtomicInteger left = new AtomicInteger(times);
        return told -> happening.test(told) && left.decrementAndGet() == 0;
    }

    private static void assertGrown(List<Long> positions) {
        assertThat(positions).as("never behind what a commit held").isSorted();
        assertThat(positions.get(positions.size() - 1))
                .as("else nothing was tested")
                .isPositive();
    }

    private long assertWhole(long last) throws IOException {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
            long left = index.position();
            assertThat(left).as("a commit, not later than what was told").isBetween(0L, last);
            assertEqualsRebuilt(index, left);
            return left;
        }
    }

    /** Kills the process once it has told this; gives all that it has told, its last act may have been on its way. */
    private List<Long> runAndKill(Predicate<List<Long>> enough, String... how)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledIndexer.class.getName(),
                directory.toString()));
        command.addAll(List.of(how));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> told = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            do {
                told.add(Long.parseLong(out.readLine()));
            } while (!enough.test(told));
            process.toHandle().destroyForcibly(); // by its handle, which leaves open what it has written
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told.add(Long.parseLong(line));
            }
        }
        process.waitFor();
        return told;
    }

    private void assertEqualsRebuilt(LuceneSearchIndex index, long position) throws IOException {
        try (LuceneSearchIndex other = LuceneSearchIndex.open(rebuilt)) {
            other.rebuild(Journal.upTo(position));
            SearchQuery everything = SearchQuery.everything().limit(SearchQuery.MOST);
            assertThat(index.search(everything)).isEqualTo(other.search(everything));
        }
        assertThat(Contents.of(directory)).isEqualTo(Contents.of(rebuilt));
    }
}
