package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationhub.core.review.SubmissionEvent;

class VerifyJournalTest {

    private static final SampleJournal JOURNAL = SampleJournal.empty().filled();
    private static final String USAGE = "Usage: VerifyJournal FILE [--checkpoint HASH] [--replay]\n";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aSoundJournalIsSummedUp() throws IOException {
        assertThat(run(file(JOURNAL.lines()))).isZero();
        assertThat(text(out))
                .isEqualTo("38 entries of 9 chains, 2 of them submissions; 4 checkpoints, 2 entries not pinned by one\n"
                        + "Sound.\nLast checkpoint, to be kept elsewhere: "
                        + JOURNAL.head(ChainId.CHECKPOINTS).hash() + "\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aJournalWithoutACheckpointHasNoneToKeep() throws IOException {
        assertThat(run(file(JOURNAL.lines().subList(0, 14)))).isZero();
        assertThat(text(out)).isEqualTo("""
                        14 entries of 6 chains, 0 of them submissions; 0 checkpoints, 14 entries not pinned by one
                        Sound.
                        """);
    }

    @Test
    void aFaultIsPrinted() throws IOException {
        List<String> lines = new ArrayList<>(JOURNAL.lines());
        lines.remove(3);
        assertThat(run(file(lines))).isEqualTo(1);
        assertThat(text(out)).isEqualTo("""
                        3 entries of 3 chains, 0 of them submissions; 0 checkpoints, 3 entries not pinned by one
                        FAULT removed in line 4: Entry 2 of person/p1, missed in line 4, was removed: entry 3 stands there.
                        """);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aCheckpointThatWasKeptIsLookedFor() throws IOException {
        String kept = JOURNAL.head(ChainId.CHECKPOINTS).hash().hex();
        assertThat(run("--checkpoint", kept, file(JOURNAL.lines()))).isZero();
        assertThat(run(file(JOURNAL.lines().subList(0, 35)), "--checkpoint", kept))
                .isEqualTo(1);
        assertThat(text(out)).contains("FAULT truncated in line 36: The checkpoint " + kept + " isn't there");
    }

    @Test
    void submissionsAreReplayedOnDemand() throws IOException {
        SampleJournal journal = SampleJournal.empty().add(SampleJournal.FIRST, new SubmissionEvent.SeatAccepted(1, 1));
        assertThat(run(file(journal.lines()))).isZero();
        assertThat(run(file(journal.lines()), "--replay")).isEqualTo(1);
        assertThat(text(out)).contains("FAULT does-not-follow in line 1: ");
        assertThat(run("--replay", file(JOURNAL.lines()))).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                    | Which file?",
                "--replay            | Which file?",
                "a b                 | What is b?",
                "a --help            | What is --help?",
                "a -                 | What is -?",
                "a --checkpoint      | --checkpoint needs the hash that was kept.",
                "--checkpoint a      | not a SHA-256 in 64 lower-case hexadecimal digits: \"a\"",
            })
    void argumentsThatMakeNoSenseAreRefused(String arguments, String message) {
        assertThat(run(arguments == null ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).isEqualTo(message + "\n" + USAGE);
    }

    @Test
    void whatCantBeTheNameOfAFileIsRefused() {
        assertThat(run("a\0b")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("This is no file's name: a\0b\n" + USAGE);
    }

    @Test
    void aFileThatIsNotThereCantBeRead() {
        assertThat(run(directory.resolve("nothing").toString())).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).startsWith("The journal can't be read: java.nio.file.NoSuchFileException: ");
    }

    @Test
    void theProcessEndsWithTheExitCode() throws IOException, InterruptedException {
        assertThat(exitCode(file(JOURNAL.lines()))).isZero();
        assertThat(exitCode(file(JOURNAL.lines().subList(3, 5)))).isEqualTo(1);
    }

    private int exitCode(String file) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerifyJournal.class.getName(),
                        file)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start()
                .waitFor();
    }

    private String file(List<String> lines) throws IOException {
        return Files.writeString(directory.resolve("journal.jsonl"), String.join("\n", lines) + "\n")
                .toString();
    }

    private int run(String... arguments) {
        try (PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream problems = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return VerifyJournal.run(List.of(arguments), to, problems);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
