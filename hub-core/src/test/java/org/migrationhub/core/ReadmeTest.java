package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.review.TransitionTable;

/** Holds the module's page to the code. */
class ReadmeTest {

    @Test
    void theDiagramsAreThoseOfTheTransitionTable() throws IOException {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);

        assertThat(readme)
                .contains("```mermaid\n" + TransitionTable.standard().stageDiagram() + "```")
                .contains("```mermaid\n" + TransitionTable.standard().seatDiagram() + "```");
    }
}
