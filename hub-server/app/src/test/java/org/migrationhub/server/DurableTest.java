package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.server.StartTest.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept in the file of the server's directory is there again at the next start. */
class DurableTest {

    private static final String ANA = "0123456789abcdef0123456789abcdef";
    private static final String SAM = "3123456789abcdef0123456789abcdef";
    private static final String ADA = "4123456789abcdef0123456789abcdef";
    private static final String CONFIGURED = """
            organisation.ministry.name = Sample ministry
            organisation.ministry.sector = non-un
            token.ana.secret = %s
            token.ana.roles = contributor
            token.ana.name = Sample contributor
            token.ana.organisation = ministry
            token.sam.secret = %s
            token.sam.roles = reviewer, secretariat
            token.sam.name = Sample secretary
            token.sam.languages = en
            token.ada.secret = %s
            token.ada.roles = administrator
            token.ada.name = Sample administrator
            """.formatted(ANA, SAM, ADA);
    private static final String JOURNAL = "/api/v1/journal";

    @TempDir
    private Path directory;

    @Test
    void aDemonstrationIsTheSameAfterARestart() throws IOException, InterruptedException {
        String id;
        String journal;
        try (RunningServer server = demo()) {
            id = Story.published(server.makeRoom(), "Sample: lanterns").id();
            journal = server.administrator().get(JOURNAL).text();
            assertASecondServerIsRefused();
        }

        try (RunningServer server = demo()) {
            assertThat(server.visitor().get("/api/v1/items?q=lanterns").each("/items", "id"))
                    .containsExactly(id);
            assertThat(server.administrator().get(JOURNAL).text()).isEqualTo(journal);
            assertThat(server.visitor().get("/readyz").status()).isEqualTo(200);
            Story.published(server, "Sample: more lanterns");
            assertThat(server.visitor().get("/api/v1/items?q=lanterns").at("/total"))
                    .isEqualTo("2");
        }

        assertThat(refused(Map.of(), "--data", configured(CONFIGURED).toString()))
                .singleElement()
                .asString()
                .contains("holds a demonstration", "--demo");
    }

    @Test
    void aBackupIsRestoredIntoAnEmptyDirectoryAndIntoNoOther() throws IOException {
        String id;
        String journal;
        Path file = directory.resolve("backup.zip");
        try (RunningServer server = demo()) {
            id = Story.published(server.makeRoom(), "Sample: lanterns").id();
            journal = server.administrator().get(JOURNAL).text();
            assertThat(refused(Map.of(), "verify", "--data", directory.toString()))
                    .singleElement()
                    .asString()
                    .contains("stop it first");
        }
        assertThat(command("backup", file.toString()))
                .startsWith("0 Backed up: ")
                .contains(file.toString());
        assertThat(refused(Map.of(), "backup", file.toString(), "--data", directory.toString()))
                .singleElement()
                .asString()
                .contains("there already");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }

        Path other = directory.resolve("other");
        assertThat(commandOn(other, "restore", file.toString())).startsWith("0 Restored: ");
        assertThat(commandOn(other, "restore", file.toString())).startsWith("0 Restored: ");
        try (RunningServer server = RunningServer.start("--demo", "--data", other.toString())) {
            assertThat(server.administrator().get(JOURNAL).text()).isEqualTo(journal);
            assertThat(server.visitor().get("/api/v1/items?q=lanterns").each("/items", "id"))
                    .containsExactly(id);
            Story.submitted(server, "Sample: after the backup");
        }
        assertThat(refused(Map.of(), "restore", file.toString(), "--data", other.toString()))
                .singleElement()
                .asString()
                .contains("holds a hub already", "something else than the archive, of ");

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Path third = directory.resolve("third");
        assertThat(refused(Map.of(), "restore", file.toString(), "--data", third.toString()))
                .singleElement()
                .asString()
                .contains("Nothing was restored");
        assertThat(commandOn(third, "verify")).startsWith("0 0 entries");
    }

    @Test
    void whomTheConfigurationBringsAlongIsRegisteredOnce() throws IOException, SQLException {
        String ana;
        String sam;
        String journal;
        try (RunningServer server = real(CONFIGURED)) {
            ana = server.as(ANA).get("/api/v1/me").at("/person");
            sam = server.as(SAM).get("/api/v1/me").at("/person");
            Story.ok(
                    server.as(SAM).put("/api/v1/people/" + ana + "/profile", "{\"name\":\"Sample, by another name\"}"));
            journal = server.as(ADA).get(JOURNAL).text();
        }

        try (RunningServer server = real(CONFIGURED)) {
            assertThat(server.as(ADA).get(JOURNAL).text()).isEqualTo(journal);
            assertThat(server.as(ANA).get("/api/v1/me").at("/person")).isEqualTo(ana);
            assertThat(server.as(SAM).get("/api/v1/people/" + ana).text()).contains("by another name", "non-un");
            assertThat(server.as(SAM).get("/api/v1/people?roster=true").each("/people", "id"))
                    .containsExactly(sam);
            Story.ok(server.as(ADA).post("/api/v1/people/" + ana + "/erasure"));
        }

        assertThat(refused(Map.of(), "--data", directory.toString()))
                .singleElement()
                .asString()
                .startsWith("token.ana: ")
                .contains("erased", "remove");
        assertThat(refused(Map.of(), "--demo", "--data", directory.toString()))
                .singleElement()
                .asString()
                .contains("no demonstration", "without --demo");
        assertThat(command("verify")).startsWith("0 ").contains("Sound.");
        corrupt();
        assertThat(command("verify")).startsWith("1 ").contains("FAULT");
    }

    @Test
    void alteredWordsAreShownToNobodyFoundAndNotBackedUp() throws Exception {
        String id;
        try (RunningServer server = demo()) {
            id = Story.published(server.makeRoom(), "Sample: lanterns").id();
        }
        change("drop trigger hub.content_stays");
        change("update hub.content set body = replace(body, 'Sample: lanterns', 'Sample: candles')");
        change("update hub.note set body = replace(body, 'e', 'a') where digest = (select min(digest) from hub.note)");

        try (RunningServer server = demo()) {
            Reply reply = server.visitor().get("/api/v1/items/" + id);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.text()).doesNotContain("candles");
        }
        assertThat(command("verify"))
                .startsWith("1 ")
                .contains("FAULT The content kept as sha256:", "FAULT The note kept as ");
        Path file = directory.resolve("altered.zip");
        String[] arguments = {"backup", file.toString(), "--data", directory.toString()};
        try (ServerProcess backup = ServerProcess.start(directory.resolve("errors"), arguments)) {
            assertThat(backup.output()).isEmpty();
            assertThat(backup.status()).isEqualTo(3);
            assertThat(backup.errors())
                    .startsWith("Failed:")
                    .contains("backup: The ", " is no longer what it was")
                    .doesNotContain("Exception", "\tat ");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aDemonstrationThatIsNotWholeIsRefused() throws IOException, SQLException {
        try (RunningServer server = demo()) {
            assertThat(server.port()).isPositive();
        }
        change("delete from hub.person where name like 'Sample reviewer 8%'");

        assertThat(refused(Map.of(), "--demo", "--data", directory.toString()))
                .singleElement()
                .asString()
                .contains("isn't whole", "empty it");
    }

    @Test
    void tablesOfANewerProgramAreRefused() throws IOException, SQLException {
        try (RunningServer server = real(CONFIGURED)) {
            assertThat(server.port()).isPositive();
        }
        change("insert into hub.migration select 99, '99', description, type, 'V99__later.sql', 1, installed_by,"
                + " installed_on, 1, true from hub.migration where version = '1'");

        assertThat(refused(Map.of(), "--data", directory.toString()))
                .singleElement()
                .asString()
                .startsWith("--data: ")
                .contains("99", "newer program");
    }

    private void assertASecondServerIsRefused() throws IOException, InterruptedException {
        String[] arguments = {"--demo", "--port", "0", "--data", directory.toString()};
        assertThat(refused(Map.of(), arguments)).singleElement().asString().contains("another server is running");
        try (ServerProcess second = ServerProcess.start(directory.resolve("errors"), arguments)) {
            assertThat(second.firstLine()).isNull();
            assertThat(second.status()).isEqualTo(2);
            assertThat(second.errors())
                    .contains("--data", directory.toAbsolutePath().toString(), "stop it first")
                    .doesNotContain("Exception");
        }
    }

    private RunningServer demo() {
        return RunningServer.start("--demo", "--data", directory.toString());
    }

    private RunningServer real(String configuration) throws IOException {
        return RunningServer.start("--data", configured(configuration).toString());
    }

    private Path configured(String configuration) throws IOException {
        Files.writeString(directory.resolve(Place.FILE), configuration);
        return directory;
    }

    /** The status with which the command ends, and what it prints. */
    private String command(String... words) {
        return commandOn(directory, words);
    }

    private static String commandOn(Path data, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--data", data.toString()));
        int status = Main.run(print, Map.of(), HubServer::close, arguments.toArray(String[]::new))
                .orElseThrow();
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }

    /** As somebody does it who has the file and knows SQL. */
    private void corrupt() throws SQLException {
        change("drop trigger hub.journal_stays");
        change("update hub.journal set entry = replace(entry, 'non-un', 'un') where event like 'affiliation%'");
    }

    private void change(String sql) throws SQLException {
        String settings = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("hub") + settings, "hub", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
