package org.migrationhub.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs every example, and holds the README to the first of them. */
class ExamplesTest {

    private static final Pattern FIRST_CODE_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void hush() {
        System.setOut(console);
    }

    @Test
    void aPracticeIsPublishedAndFound() {
        PublishAPractice.main(new String[0]);

        assertThat(printed())
                .contains("A help desk for seasonal workers")
                .contains("policy=gcm-2022/1, approvals=3, un=1, nonUn=2");
    }

    @Test
    void anAgencysOwnPolicyJudges() {
        OwnPolicy.main(new String[0]);

        assertThat(printed())
                .contains("refused: At least 2 of the panel must be from the UN; 1 is.")
                .contains("published under sample-agency-five/1 with 4 approvals, 2 UN and 2 non-UN");
    }

    @Test
    void theJournalIsVerifiedWithoutTheHub() {
        VerifyTheJournal.main(new String[0]);

        assertThat(printed()).contains("as exported: intact").contains("with a side altered: Fault[");
    }

    @Test
    void theReadmeShowsTheFirstExampleAsItIs() throws IOException {
        String source = Files.readString(
                Path.of("src/main/java/org/migrationhub/examples/PublishAPractice.java"), StandardCharsets.UTF_8);
        String readme = Files.readString(Path.of("../README.md"), StandardCharsets.UTF_8);

        var block = FIRST_CODE_BLOCK.matcher(readme);
        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).isEqualTo(asShown(source));
    }

    /** The program without its package, its Javadoc and what only the formatter reads. */
    private static String asShown(String source) {
        return source.lines()
                .filter(line -> !line.startsWith("package ") && !line.contains("spotless:") && !line.contains("/**"))
                .map(line -> line + "\n")
                .reduce("", String::concat)
                .strip()
                .concat("\n");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
