package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --check}: whether the server could start. */
class CheckTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void goodSettingsAreShownWithoutSecretsAndNothingIsStarted() throws IOException {
        Files.writeString(directory.resolve(Place.FILE), """
                token.ana.secret = 0123456789-0123456789-0123456789
                token.ana.roles = contributor
                token.ana.name = Ana Sample
                proxy.trusted = 10.0.0.0/8, ::1
                """);

        assertThat(check(Map.of())).hasValue(0);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("proxy.trusted = 10.0.0.0/8, ::1", "token.ana.roles = contributor", "The settings are good.")
                .doesNotContain("0123456789")
                .doesNotContain("Ana Sample");
        assertThat(directory.resolve("hub.mv.db")).doesNotExist();
    }

    @Test
    void whatCannotBeRightIsRefusedWithARemedy() {
        Map<String, String> environment = Map.of(
                "HUB_CORS_ORIGINS", "example.org",
                "HUB_PROXY_TRUSTED", "proxy.example.org",
                "HUB_LIMIT_SEARCHES", "-1",
                "HUB_METRICS_TOKEN", "short",
                "HUB_LOG_FORMAT", "xml");
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> check(environment, "--demo"))
                .satisfies(refused -> assertThat(refused.reasons())
                        .hasSize(5)
                        .allMatch(reason -> reason.startsWith("HUB_"))
                        .anyMatch(reason -> reason.contains("give text or json"))
                        .noneMatch(reason -> reason.contains("short")));
    }

    @Test
    void whatSomebodyCouldGuessOrEverybodyCouldSayIsRefused() throws IOException {
        Files.writeString(directory.resolve(Place.FILE), """
                token.ana.secret = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                token.ana.roles = contributor
                token.ana.name = Ana Sample
                metrics.token = abababababababababababababababab
                proxy.trusted = 0.0.0.0/0
                """);
        for (String origin : List.of("https://Example.org", "https://example.org:443", "http://example.org:80")) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> check(Map.of("HUB_CORS_ORIGINS", origin)))
                    .satisfies(refused -> assertThat(refused.reasons())
                            .hasSize(4)
                            .anyMatch(reason -> reason.startsWith("token.ana.secret"))
                            .anyMatch(reason -> reason.startsWith("metrics.token"))
                            .anyMatch(reason -> reason.startsWith("proxy.trusted"))
                            .anyMatch(reason -> reason.startsWith("HUB_CORS_ORIGINS")));
        }
    }

    @Test
    void aMailServerAndAnIdentityProviderThatAreNotThereAreNamed() throws IOException {
        Files.writeString(directory.resolve(Place.FILE), """
                site.address = https://hub.example.org
                smtp.host = localhost
                smtp.port = %1$d
                smtp.from = no-reply@example.org
                oidc.sample.issuer = http://localhost:%1$d
                oidc.sample.client = hub
                oidc.sample.http = loopback
                """.formatted(portOfNobody()));
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> check(Map.of(), "--demo"))
                .satisfies(refused -> assertThat(refused.reasons())
                        .hasSize(2)
                        .anyMatch(reason -> reason.startsWith("smtp.host: "))
                        .anyMatch(reason -> reason.startsWith("oidc.sample.issuer: ")));
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() throws IOException {
        int port = portOfNobody();
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() ->
                        check(Map.of(), "--demo", "--database-url", "jdbc:postgresql://localhost:" + port + "/hub"))
                .satisfies(refused ->
                        assertThat(refused.reasons()).singleElement().asString().startsWith("database.url: "));
    }

    @Test
    void aDirectoryThatAnotherServerUsesIsNamed() {
        try (RunningServer server = RunningServer.start("--demo", "--data", directory.toString())) {
            assertThat(server.port()).isPositive();
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> check(Map.of(), "--demo"))
                    .withMessageContaining("another server");
        }
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private OptionalInt check(Map<String, String> environment, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "--check";
        arguments[1] = "--data";
        arguments[2] = directory.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(print, environment, server -> server.close(), arguments);
    }
}
