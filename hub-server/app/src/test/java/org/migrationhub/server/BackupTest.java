package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.server.StartTest.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.storage.jdbi.TestPostgres;

/** A backup is restored to an installation that people get into, and that tells nobody anything twice. */
class BackupTest {

    private static final String ADMIN = "admin@example.org";
    private static final String PASSWORD = "the keys of the lighthouse";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("HUB_ADMIN_EMAIL", ADMIN, "HUB_ADMIN_PASSWORD", PASSWORD);

    /** The tables whose rows a backup holds, in its order. */
    private static final List<String> KEPT =
            List.of("account", "role_grant", "identity", "api_token", "erasure_request", "import_key", "acquaintance");

    @TempDir
    private static Path directory;

    private static Path file;
    private static String person;
    private static String session;
    private static String token;
    private static String spent;
    private static String journal;

    /** Of a server with an administrator, a contributor with tokens and a draft, and a letter that waits. */
    @BeforeAll
    static void backUp() {
        Path data = directory.resolve("data");
        file = directory.resolve("backup.zip");
        try (RunningServer server = RunningServer.start(ENVIRONMENT, "--data", data.toString())) {
            Story.ok(server.visitor().post("/api/v1/registrations", """
                    {"email":"ana@example.org","name":"Sample person","password":"%s"}""".formatted(PASSWORD)));
            Story.ok(server.visitor()
                    .post(
                            "/api/v1/registrations/confirmation",
                            "{\"token\":\"%s\",\"password\":\"%s\"}"
                                    .formatted(new Mailbox(server, "ana@example.org").token(), PASSWORD)));
            Browser ana = new Browser(server);
            Story.ok(ana.logIn("ana@example.org", PASSWORD));
            session = ana.cookie("hub");
            person = ana.get("/api/v1/me").at("/person");
            token = token(ana, "kept");
            spent = token(ana, "revoked");
            Story.ok(ana.delete("/api/v1/me/tokens/"
                    + ana.get("/api/v1/me/tokens").json().at("/tokens").findParents("name").stream()
                            .filter(one -> one.path("name").asText().equals("revoked"))
                            .findFirst()
                            .orElseThrow()
                            .path("id")
                            .asText()));
            Story.ok(ana.put("/api/v1/me/erasure-request", "{}"));
            names(server, "ana@example.org", "Otto Sample <otto@example.org>");
            Story.ok(ana.post("/api/v1/imports/practices", "[{\"sourceKey\":\"a\",\"language\":\"en\"}]"));
            Story.ok(server.visitor().post("/api/v1/password-resets", "{\"email\":\"ana@example.org\"}"));
            Browser admin = admin(server);
            String account = admin.get("/api/v1/accounts").json().at("/accounts").findParents("email").stream()
                    .filter(one -> one.path("email").asText().equals("ana@example.org"))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            Story.ok(admin.put(
                    "/api/v1/accounts/" + account + "/roles", "{\"roles\":[\"contributor\",\"secretariat\"]}"));
            link(server, account);
            journal = admin.get("/api/v1/journal").text();
        }
        assertThat(command("backup", file.toString(), "--data", data.toString()))
                .contains("2 of them with accounts");
    }

    @Test
    void peopleAndProgramsGetIntoWhatWasRestoredInAFile() {
        Path other = directory.resolve("other");
        assertThat(command("restore", file.toString(), "--data", other.toString()))
                .startsWith("0 Restored: ")
                .contains("2 of them with accounts");
        assertThat(command("restore", file.toString(), "--data", other.toString()))
                .startsWith("0 Restored: ");
        try (RunningServer server = RunningServer.start(ENVIRONMENT, "--data", other.toString())) {
            requireRestored(server);
        }
        assertThat(refused(Map.of(), "restore", file.toString(), "--data", other.toString()))
                .singleElement()
                .asString()
                .contains("holds a hub already");
    }

    @Test
    void peopleAndProgramsGetIntoWhatWasRestoredInPostgresAndTheBackupOfThatIsTheSame() throws Exception {
        String url = TestPostgres.newDatabase().url().replaceFirst("[?].*", "");
        String[] database = {"--database-url", url, "--database-user", "postgres", "--database-pool", "6"};
        Path again = directory.resolve("again.zip");
        assertThat(command(with(database, "restore", file.toString()))).startsWith("0 Restored: ");
        assertThat(command(with(database, "backup", again.toString()))).startsWith("0 Backed up: ");
        assertThat(again).hasSameBinaryContentAs(file);
        try (RunningServer server = RunningServer.start(ENVIRONMENT, database)) {
            requireRestored(server);
        }
    }

    private static void requireRestored(RunningServer server) {
        Browser ana = new Browser(server);
        assertThat(ana.logIn("ana@example.org", "not this password").status()).isEqualTo(401);
        assertThat(ana.logIn("ana@example.org", PASSWORD).status()).isEqualTo(201);
        assertThat(ana.get("/api/v1/me").text()).contains(person, "contributor", "secretariat");
        assertThat(ana.get("/api/v1/me/erasure-request").status()).isEqualTo(200);
        assertThat(ana.get("/api/v1/me/data").at("/account/identities/0/subject"))
                .isEqualTo("ana-elsewhere");
        assertThat(new Browser(server)
                        .with("hub", session)
                        .get("/api/v1/me/session")
                        .status())
                .isEqualTo(401);
        assertThat(server.as(token).get("/api/v1/me").at("/person")).isEqualTo(person);
        assertThat(server.as(spent).get("/api/v1/me").code()).isEqualTo("token-unknown");
        assertThat(ana.post("/api/v1/imports/practices", "[{\"sourceKey\":\"a\",\"language\":\"en\"}]")
                        .each("/rows", "status"))
                .containsExactly("unchanged");
        Browser admin = admin(server);
        assertThat(admin.get("/api/v1/journal").text()).isEqualTo(journal);
        assertThat(admin.get("/api/v1/messages").each("/messages", "kind")).isEmpty();
        Story.ok(ana.post("/api/v1/submissions?draft=true", "{\"kind\":\"practice\",\"language\":\"en\"}"));
    }

    @Test
    void onlyItsOwnerReadsABackupAndItHoldsNoSecret() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String rows = new String(unpacked(file).get("server.jsonl"), StandardCharsets.UTF_8);
        assertThat(rows)
                .contains("ana@example.org", "$argon2id$")
                .doesNotContain(PASSWORD, token, spent, session, "/en/account/reset");
    }

    @Test
    void whateverIsAlteredInItIsFoundAndNothingIsRestored() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Path altered = directory.resolve("altered.zip");
        Path nowhere = directory.resolve("nowhere");
        int end = endOfLastFile(whole);
        int found = 0;
        for (int part = 0; part < 24; part++) {
            byte[] bytes = whole.clone();
            bytes[40 + (int) ((long) (end - 80) * part / 24)] ^= 0x20;
            Files.write(altered, bytes);
            if (isSame(altered)) {
                continue; // where ZIP says when a file was made, which nobody reads
            }
            found++;
            assertThat(refused(Map.of(), "restore", altered.toString(), "--data", nowhere.toString()))
                    .as("part " + part)
                    .singleElement()
                    .asString()
                    .contains("Nothing was restored");
        }
        assertThat(found).isGreaterThan(15);
        assertThat(command("restore", file.toString(), "--data", nowhere.toString()))
                .startsWith("0 Restored: ");
    }

    private static boolean isSame(Path other) {
        try {
            Map<String, byte[]> files = unpacked(other);
            Map<String, byte[]> expected = unpacked(file);
            return files.keySet().equals(expected.keySet())
                    && files.entrySet().stream()
                            .allMatch(one -> Arrays.equals(one.getValue(), expected.get(one.getKey())));
        } catch (IOException | IllegalArgumentException e) {
            return false; // it can't be unpacked
        }
    }

    @Test
    void aRowThatWasAddedTakenAwayOrChangedDoesntFitToTheSeal() throws IOException {
        Map<String, byte[]> files = unpacked(file);
        String rows = new String(files.get("server.jsonl"), StandardCharsets.UTF_8);
        for (String forged : List.of(
                rows.replace("\"secretariat\"", "\"administrator\""),
                rows.replaceFirst("(?m)^\\{\"role_grant\".*\n", ""),
                rows.replaceFirst("(?m)^(\\{\"import_key\".*\n)", "$1$1"),
                rows + "{\"session\":{}}\n",
                rows.replace("\"email\":\"ana@", "\"email\" : \"ana@"))) {
            assertThat(forged).isNotEqualTo(rows);
            files.put("server.jsonl", forged.getBytes(StandardCharsets.UTF_8));
            assertThat(refused(
                            Map.of(),
                            "restore",
                            packed(files).toString(),
                            "--data",
                            directory.resolve("forged").toString()))
                    .singleElement()
                    .asString()
                    .contains("The backup is damaged in", "Nothing was restored");
        }
    }

    /** Whoever adds a table says whether it belongs into a backup. */
    @Test
    void everyTableIsInABackupOrLeftOutOnPurpose() throws IOException {
        Set<String> decided = new TreeSet<>(
                List.of("session", "device", "one_time_secret", "oidc_attempt", "throttle", "newcomer", "idempotency"));
        decided.addAll(List.of("message", "message_feed", "waiting", "cursor_key"));
        decided.add("former_address"); // minutes old: the server that is backed up tells them
        decided.add("upload"); // elsewhere, what each may still upload is counted anew
        decided.add("provider_word"); // whoever comes back says it again
        decided.addAll(KEPT);
        try (RunningServer server = RunningServer.demo()) {
            List<String> all = server.server()
                    .tables()
                    .read(handle -> handle.createQuery(
                                    "select table_name from information_schema.tables where table_schema = 'server'")
                            .mapTo(String.class)
                            .list());
            Set<String> there = new TreeSet<>(all);
            there.removeIf(table -> table.equals("migration"));
            assertThat(there).isEqualTo(decided);
        }
        String rows = new String(unpacked(file).get("server.jsonl"), StandardCharsets.UTF_8);
        assertThat(rows.lines()
                        .map(line -> line.substring(2, line.indexOf('"', 2)))
                        .distinct())
                .containsExactlyElementsOf(KEPT);
    }

    /** Somebody names another one in a draft. */
    private static void names(RunningServer server, String email, String other) {
        Visitor visitor = new Visitor(server);
        visitor.logIn(email, PASSWORD);
        String form = "/en/desk/submissions/new/practice";
        visitor.open(form);
        assertThat(visitor.send(form, "language", "en", "contact", other, "do", "next")
                        .status())
                .isEqualTo(303);
    }

    private static Browser admin(RunningServer server) {
        Browser admin = new Browser(server);
        Story.ok(admin.logIn(ADMIN, PASSWORD));
        return admin;
    }

    private static String token(Browser owner, String name) {
        return Story.ok(owner.post("/api/v1/me/tokens", "{\"name\":\"%s\",\"scopes\":[\"read\"]}".formatted(name)))
                .at("/token");
    }

    /** As an identity provider would have vouched for the holder. */
    private static void link(RunningServer server, String account) {
        server.server()
                .tables()
                .write(handle -> handle.createUpdate("insert into server.identity (issuer, subject, account, linked_at)"
                                + " values ('https://id.example.org', 'ana-elsewhere', :account, current_timestamp)")
                        .bind("account", account)
                        .execute());
    }

    private static Map<String, byte[]> unpacked(Path backup) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                files.put(next.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Path packed(Map<String, byte[]> files) throws IOException {
        Path packed = directory.resolve("packed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
                zip.closeEntry();
            }
        }
        return packed;
    }

    /** Where ZIP's own directory begins, which nobody reads. */
    private static int endOfLastFile(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\3\4");
    }

    private static String[] with(String[] flags, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(flags));
        return all.toArray(String[]::new);
    }

    /** The status with which a command ends, and what it prints. */
    private static String command(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = Main.run(print, Map.of(), HubServer::close, words).orElseThrow();
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }
}
