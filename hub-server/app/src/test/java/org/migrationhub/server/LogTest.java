package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

    private static final String LINE =
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z (INFO|WARN|ERROR) +\\[([0-9a-f]{16}|-)] [\\w.]+: .*";

    @TempDir
    private Path directory;

    /** What a letter's link holds. */
    private static final String LETTER = "secret-of-a-letter-" + "A".repeat(24);

    @Test
    void eachEventIsOneLineThatNamesNobody() throws IOException, InterruptedException {
        String log = logOfARequest("info");
        assertThat(log.lines()).isNotEmpty().allMatch(line -> line.matches(LINE));
        assertThat(log)
                .contains("GET /api/v1/items/{id} 404 ")
                .contains("GET /en/account/reset 200 ")
                .doesNotContain(LETTER)
                .doesNotContain("secret-item")
                .doesNotContain("demo-contributor")
                .doesNotContain("forged");
    }

    @Test
    void theLevelIsASetting() throws IOException, InterruptedException {
        assertThat(logOfARequest("error")).isEmpty();
    }

    @Test
    void linesMayBeObjects() throws IOException, InterruptedException {
        String log = logOfARequest("info\nlog.format = json");
        ObjectMapper mapper = new ObjectMapper();
        assertThat(log.lines()).isNotEmpty().allSatisfy(line -> {
            JsonNode event = mapper.readTree(line);
            assertThat(event.path("level").asText()).isIn("INFO", "WARN", "ERROR");
            assertThat(event.path("timestamp").isNumber()).isTrue();
        });
        JsonNode request = mapper.readTree(log.lines()
                .map(line -> line.replace("\\/", "/"))
                .filter(line -> line.contains("GET /api/v1/items/{id} 404 "))
                .findFirst()
                .orElseThrow());
        assertThat(request.at("/mdc/request").asText()).hasSize(16);
        assertThat(log).doesNotContain("secret-item").doesNotContain("demo-contributor");
    }

    @Test
    void theSettingsAreNotedWithoutTheirSecrets() throws IOException, InterruptedException {
        String log = logOfARequest("info\nmetrics.token = a-very-secret-token-of-metrics\nlimit.searches = 7");
        assertThat(log)
                .contains("Setting: limit.searches = 7")
                .contains("Setting: metrics.token = (not shown)")
                .doesNotContain("very-secret");
    }

    private String logOfARequest(String level) throws IOException, InterruptedException {
        Files.writeString(directory.resolve(Place.FILE), "log.level = " + level);
        Path errors = directory.resolve("log");
        try (ServerProcess server =
                ServerProcess.start(errors, "--demo", "--in-memory", "--port", "0", "--data", directory.toString())) {
            String base = server.firstLine().replaceAll(".*(http://localhost:[0-9]+)/.*", "$1");
            Client contributor = new Client(base, "demo-contributor");
            Reply reply = contributor.get("/api/v1/items/secret-item%0d%0aforged", "User-Agent", "forged");
            assertThat(reply.status()).isIn(400, 404);
            assertThat(contributor.get("/api/v1/items/secret-item?q=forged").status())
                    .isIn(400, 404);
            assertThat(contributor.get("/api/v1/items/secret-item").status()).isEqualTo(404);
            assertThat(new Client(base, "")
                            .get("/en/account/reset?token=" + LETTER)
                            .status())
                    .isEqualTo(200);
            server.terminate();
            assertThat(server.status()).isZero();
            return server.errors();
        }
    }
}
