package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.storage.jdbi.TestPostgres;

/** A thousand rows at once, where they are to stay. */
class LargeImportTest {

    private static final int ROWS = 1_000;
    private static final String PRACTICES = "/api/v1/imports/practices";
    private static final String ANA = "0123456789abcdef0123456789abcdef";
    private static final String CONFIGURED = """
            token.ana.secret = %s
            token.ana.roles = contributor
            token.ana.name = Sample contributor
            """.formatted(ANA);

    @TempDir
    private Path directory;

    @Test
    void aThousandRowsComeInAtOnceInAFileAndAreThereAfterARestart() throws IOException {
        String[] arguments = {"--config", configured(), "--data", directory.toString()};
        List<String> ids;
        try (RunningServer server = RunningServer.start(arguments)) {
            ids = imported(server);
        }
        try (RunningServer server = RunningServer.start(arguments)) {
            assertThere(server, ids);
            assertUnchanged(again(server), ids);
        }
    }

    @Test
    void aThousandRowsComeInAtOnceInPostgres() throws SQLException, IOException {
        String url = TestPostgres.newDatabase().url().replaceFirst("[?].*", "");
        String[] arguments = {"--config", configured(), "--database-url", url, "--database-user", "postgres"};
        try (RunningServer here = RunningServer.start(arguments);
                RunningServer there = RunningServer.start(arguments)) {
            List<String> ids = imported(here);
            assertThere(there, ids);
            assertUnchanged(again(there), ids);
        }
    }

    private String configured() throws IOException {
        Path file = directory.resolve("ana.properties");
        return Files.writeString(file, CONFIGURED).toString();
    }

    private static List<String> imported(RunningServer server) {
        Reply first = again(server);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().at("/counts/created").asInt()).isEqualTo(ROWS);
        return first.each("/rows", "id");
    }

    private static void assertThere(RunningServer server, List<String> ids) {
        assertThat(server.as(ANA)
                        .get("/api/v1/submissions/" + ids.get(ROWS / 2) + "/draft")
                        .at("/content/texts/en/title"))
                .isEqualTo("Sample number 500");
        assertThat(server.visitor().get("/readyz").status()).isEqualTo(200);
    }

    private static void assertUnchanged(Reply reply, List<String> ids) {
        assertThat(reply.each("/rows", "status")).containsOnly("unchanged");
        assertThat(reply.each("/rows", "id")).isEqualTo(ids);
    }

    private static Reply again(RunningServer server) {
        Sheet sheet = new Sheet();
        for (int number = 0; number < ROWS; number++) {
            sheet.row(
                    "sourceKey", "large-" + number,
                    "language", "en",
                    "title.en", "Sample number " + number,
                    "summary.en", "Sample text of number " + number + ". ".repeat(150),
                    "type", "project",
                    "primaryObjectives", String.valueOf(1 + number % 23),
                    "countries", "NER|MLI",
                    "startYear", "2021",
                    "mainImplementers", "Sample lighthouse keepers");
        }
        return server.as(ANA).post(PRACTICES, sheet.csv(), "Content-Type", "text/csv");
    }
}
