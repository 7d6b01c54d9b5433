package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

    private static final String GOOD = """
            organisation.ministry.name = Sample ministry
            organisation.ministry.sector = non-un
            organisation.ministry.aliases = SM | Ministère d’exemple
            token.ana.secret = 0123456789abcdef0123456789abcdef
            token.ana.roles = contributor
            token.ana.name = Sample contributor
            token.ana.organisation = ministry
            token.rui.secret = 3123456789abcdef0123456789abcdef
            token.rui.roles = reviewer, secretariat
            token.rui.name = Sample reviewer
            token.rui.email = rui@example.org
            token.rui.languages = en, fr
            """;

    @TempDir
    private Path directory;

    @Test
    void theFirstLineNamesThePortAndFurtherOnesWhatIsProvisional() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<HubServer> started = new ArrayList<>();
        Main.run(
                print(out),
                Map.of(),
                started::add,
                "--port",
                "0",
                "--data",
                configured(GOOD).toString());
        try (HubServer server = started.get(0)) {
            String[] lines = out.toString(StandardCharsets.UTF_8).split("\n", -1);
            assertThat(lines[0]).isEqualTo("Migration Hub at http://localhost:" + server.port() + "/");
            assertThat(lines[1]).contains("kept in " + directory.toAbsolutePath());
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("log in with accounts")
                    .doesNotContain("0123456789abcdef");
        }
    }

    @Test
    void theConfigurationBringsItsPeopleAlong() throws IOException {
        try (RunningServer server =
                RunningServer.start("--data", configured(GOOD).toString(), "--in-memory")) {
            Client ana = server.as("0123456789abcdef0123456789abcdef");
            assertThat(ana.get("/api/v1/me").each("/roles", "")).hasSize(2);
            assertThat(ana.get("/api/v1/organisations?q=minist%C3%A8re").at("/organisations/0/name"))
                    .isEqualTo("Sample ministry");
            Client rui = server.as("3123456789abcdef0123456789abcdef");
            Reply people = rui.get("/api/v1/people?roster=true");
            assertThat(people.at("/people/0/email")).isEqualTo("rui@example.org");
            assertThat(people.at("/people/0/sector")).isEqualTo("undetermined");
        }
    }

    @Test
    void helpIsShownAndNothingStarted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Main.run(print(out), Map.of(), server -> {}, "--help")).hasValue(0);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "--port",
                        "--host",
                        "--data",
                        "--config",
                        "--database-url",
                        "--database-user",
                        "--database-pool")
                .contains("--policy", "--log-level", "--demo", "--in-memory", "verify", "HUB_DATABASE_URL")
                .doesNotContain("--database-password");
    }

    @Test
    void everyWrongFlagIsNamedAtOnce() {
        assertThat(refused("--port", "99999", "--nonsense", "--demos"))
                .hasSizeGreaterThanOrEqualTo(2)
                .anyMatch(reason -> reason.contains("--nonsense"));
        assertThat(refused("--port", "http")).singleElement().asString().contains("--port");
        assertThat(refused("--port", "99999")).singleElement().asString().contains("--port", "0 to 65535");
    }

    @Test
    void withoutTokensItStartsOnlyAsADemonstration() throws IOException {
        assertThat(refused()).singleElement().asString().contains("token.*", "--demo", "--data");
        assertThat(refused("--data", configured("log.level = info").toString()))
                .singleElement()
                .asString()
                .contains("token.*");
    }

    @Test
    void everythingThatIsWrongWithTheConfigurationIsNamedAtOnce() throws IOException {
        String wrong = """
                ports = 80
                log.level = loud
                policy = gcm-1999
                organisation.un.name = Sample
                organisation.un.sector = inside
                token.weak.secret = short
                token.weak.roles = secretariat, king
                token.weak.name = Sample
                token.twin.secret = 0123456789abcdef0123456789abcdef
                token.twin.name = Sample
                token.twin.organisation = nowhere
                token.twin.password = x
                token.other.secret = 0123456789abcdef0123456789abcdef
                token.other.roles = reviewer
                token.other.name = Sample
                token.odd.secret = a token with spaces in it, long
                token.odd.roles = contributor
                token.odd.name = Sample
                """;
        List<String> reasons = refused("--data", configured(wrong).toString());
        assertThat(reasons)
                .anyMatch(reason -> reason.startsWith("ports: there is no such setting"))
                .anyMatch(reason -> reason.startsWith("log.level: ") && reason.contains("debug"))
                .anyMatch(reason -> reason.startsWith("policy: ") && reason.contains("gcm-2022"))
                .anyMatch(reason -> reason.startsWith("organisation.un.sector: ") && reason.contains("non-un"))
                .anyMatch(reason -> reason.startsWith("token.weak.secret: ") && reason.contains("openssl"))
                .anyMatch(reason -> reason.startsWith("token.weak.roles: \"king\""))
                .anyMatch(reason -> reason.startsWith("token.twin.roles: is missing"))
                .anyMatch(reason -> reason.startsWith("token.twin.organisation: "))
                .anyMatch(reason -> reason.startsWith("token.twin.password: there is no such setting"))
                .anyMatch(reason -> reason.contains(".secret: another user has the same"))
                .anyMatch(reason -> reason.startsWith("token.other.languages: "))
                .anyMatch(reason -> reason.startsWith("token.odd.secret: a token has only"));
        assertThat(String.join("\n", reasons)).doesNotContain("0123456789abcdef");
    }

    @Test
    void aDemonstrationMayHaveWeakTokensBesideItsOwn() throws IOException {
        String weak = "token.me.secret=me\ntoken.me.roles=secretariat\ntoken.me.name=Sample";
        try (RunningServer server =
                RunningServer.demo("--data", configured(weak).toString())) {
            assertThat(server.as("me").get("/api/v1/submissions?queue=all").status())
                    .isEqualTo(200);
            assertThat(server.secretariat().get("/api/v1/me").status()).isEqualTo(200);
        }
    }

    @Test
    void whatTheHubRefusesOfTheConfigurationIsNamed() throws IOException {
        List<String> reasons = refused(
                "--in-memory",
                "--data",
                configured(GOOD.replace("rui@example.org", "nowhere")).toString());
        assertThat(reasons).singleElement().asString().startsWith("token.rui.email: ");
    }

    @Test
    void aConfigurationThatCannotBeReadIsRefused() throws IOException {
        assertThat(refused("--config", directory.resolve("missing").toString()))
                .anyMatch(reason -> reason.contains("missing"));
        assertThat(refused(
                        "--data", configured("log.level=info\nlog.level=debug").toString()))
                .anyMatch(reason -> reason.contains("log.level stands there twice"));
        assertThat(refused("--data", configured("a=\\u12").toString()))
                .anyMatch(reason -> reason.contains("\\u escape"));
        Files.write(directory.resolve(Place.FILE), new byte[] {(byte) 0xff, '='});
        assertThat(refused("--data", directory.toString())).anyMatch(reason -> reason.contains("UTF-8"));
    }

    @Test
    void aDataDirectoryIsMadeUnlessThereIsAFileOfThatName() throws IOException {
        Path made = directory.resolve("a/b");
        try (RunningServer server = RunningServer.start("--demo", "--data", made.toString())) {
            assertThat(made).isDirectory();
            assertThat(server.visitor().get("/readyz").status()).isEqualTo(200);
        }
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(refused("--demo", "--data", file.toString()))
                .singleElement()
                .asString()
                .contains("--data", "no directory");
    }

    @Test
    void aPortInUseIsRefusedWithTheRemedy() {
        try (RunningServer server = RunningServer.demo()) {
            assertThat(refused("--demo", "--in-memory", "--port", String.valueOf(server.port())))
                    .singleElement()
                    .asString()
                    .contains("--port", "choose another");
        }
    }

    @Test
    void anAddressThatIsNotHereIsRefused() {
        assertThat(refused("--demo", "--in-memory", "--port", "0", "--host", "192.0.2.1"))
                .singleElement()
                .asString()
                .contains("--host");
        assertThat(refused("--demo", "--in-memory", "--port", "0", "--host", "no such host"))
                .singleElement()
                .asString()
                .contains("--host");
    }

    private Path configured(String properties) throws IOException {
        Files.writeString(directory.resolve(Place.FILE), properties);
        return directory;
    }

    private static List<String> refused(String... arguments) {
        return refused(Map.of(), arguments);
    }

    /** Why it doesn't start like this. */
    static List<String> refused(Map<String, String> environment, String... arguments) {
        StartRefusedException refusal = catchThrowableOfType(
                StartRefusedException.class, () -> Main.run(System.out, environment, HubServer::close, arguments));
        assertThat(refusal).isNotNull();
        return refusal.reasons();
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
