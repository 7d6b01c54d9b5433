package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    @TempDir
    private Path directory;

    @TempDir
    private Path rebuilt;

    @Test
    void whatAKilledProcessLeavesIsWhatItsPositionSays() throws Exception {
        Random random = new Random(42);
        List<Long> positions = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            long told = runAndKill(random.nextInt(MOST_STEPS));
            try (LuceneSearchIndex index = LuceneSearchIndex.open(directory)) {
                long left = index.position();
                assertThat(left).as("a commit, not later than what was told").isBetween(0L, told);
                assertEqualsRebuilt(index, left);
                positions.add(left);
            }
        }
        assertThat(positions).as("never behind what a commit held").isSorted();
        assertThat(positions.get(positions.size() - 1))
                .as("else nothing was tested")
                .isPositive();
        System.out.printf("KillTest: killed %d times, left at %s, 0 documents differ%n", KILLS, positions);
    }

    /** Kills the process once it has told so many positions; its last may have been on its way. */
    private long runAndKill(int steps) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledIndexer.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long told = 0;
        try (BufferedReader out = process.inputReader()) {
            for (int step = 0; step <= steps; step++) {
                told = Long.parseLong(out.readLine());
            }
            process.toHandle().destroyForcibly(); // by its handle, which leaves open what it has written
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told = Long.parseLong(line);
            }
        }
        process.waitFor();
        return told + 1;
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
