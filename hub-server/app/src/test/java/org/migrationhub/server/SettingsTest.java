package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.server.StartTest.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.message.MessageSettings;
import org.migrationhub.server.message.SmtpSettings;
import org.migrationhub.server.site.page.Imprint;
import org.migrationhub.server.site.page.Said;

/** From where settings come, and which of several has the last word. Nothing is started here. */
class SettingsTest {

    @TempDir
    private Path directory;

    @Test
    void theEnvironmentOverridesTheFileAndAFlagBoth() throws IOException {
        Path file = file("port = 1\nhost = file\nlog.level = debug\npolicy = gcm-2020");
        Map<String, String> environment = Map.of("HUB_PORT", "2", "HUB_HOST", "environment");

        Settings settings = Settings.of(Flags.of("--demo", "--config", file.toString(), "--port", "3"), environment);

        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.host()).isEqualTo("environment");
        assertThat(settings.logLevel()).isEqualTo("debug");
        assertThat(settings.policy().ref().id()).isEqualTo("gcm-2020");
    }

    @Test
    void theDirectoryAndTheFileAreNamedByTheEnvironmentToo() throws IOException {
        file("log.level = warn");
        Map<String, String> environment = Map.of("HUB_DATA", directory.toString());
        assertThat(Settings.of(Flags.of("--demo"), environment).logLevel()).isEqualTo("warn");

        Path other = Files.writeString(directory.resolve("other"), "log.level = error");
        Map<String, String> both = Map.of("HUB_DATA", directory.toString(), "HUB_CONFIG", other.toString());
        assertThat(Settings.of(Flags.of("--demo"), both).logLevel()).isEqualTo("error");
        assertThat(Settings.of(Flags.of("--demo", "--data", "elsewhere"), environment)
                        .kept())
                .isEqualTo(new KeptInFiles(Path.of("elsewhere"), null));
    }

    @Test
    void whoNamesNothingKeepsADemonstrationApartFromRealContent() {
        Settings demo = Settings.of(Flags.of("--demo"), Map.of());
        assertThat(demo.kept()).isEqualTo(new KeptInFiles(Path.of("hub-demo"), null));
        Settings real = Settings.of(Flags.of("verify"), Map.of());
        assertThat(real.kept()).isEqualTo(new KeptInFiles(Path.of("hub-data"), null));
        assertThat(Settings.of(Flags.of("--demo", "--in-memory"), Map.of()).kept())
                .isEqualTo(new KeptInMemory());
    }

    @Test
    void tokensMayComeFromTheEnvironment() throws IOException {
        Path file = file("token.ana.roles = contributor\ntoken.ana.name = Sample contributor");
        Map<String, String> environment = Map.of("HUB_TOKEN_ANA_SECRET", "0123456789abcdef0123456789abcdef");

        Settings settings = Settings.of(Flags.of("--config", file.toString()), environment);

        assertThat(settings.users())
                .singleElement()
                .extracting(DeclaredUser::secret)
                .isEqualTo("0123456789abcdef0123456789abcdef");
    }

    @Test
    void aDatabaseIsNamedByItsAddressWithoutAnySecret() {
        Map<String, String> environment = Map.of(
                "HUB_DATABASE_URL", "jdbc:postgresql://db.example.org:5433/hub?sslmode=require",
                "HUB_DATABASE_USER", "hub",
                "HUB_DATABASE_PASSWORD", "very-secret");

        Settings settings = Settings.of(Flags.of("--demo", "--database-pool", "7"), environment);

        assertThat(settings.kept())
                .isEqualTo(new KeptInPostgres(
                        "jdbc:postgresql://db.example.org:5433/hub?sslmode=require",
                        "hub",
                        "very-secret",
                        7,
                        null,
                        Path.of("hub-demo")));
        assertThat(settings.kept().where()).isEqualTo("PostgreSQL at db.example.org:5433/hub");
        assertThat(settings.toString()).doesNotContain("very-secret");
    }

    @Test
    void whatIsWrongIsNamedAsWhoeverGaveItCallsIt() throws IOException {
        Path file = file("database.poll = 3\nhost = localhost");
        Map<String, String> environment =
                Map.of("HUB_NONSENSE", "1", "HUB_DATABASE_POOL", "many", "HUB_LOG_LEVEL", "loud", "HOME", "x");

        List<String> reasons = refused(environment, "--config", file.toString(), "--port", "99999", "--nonsense");

        assertThat(reasons)
                .anyMatch(reason -> reason.startsWith("--nonsense: there is no such flag"))
                .anyMatch(reason -> reason.startsWith("--port: \"99999\"") && reason.contains("0 to 65535"))
                .anyMatch(reason -> reason.startsWith("HUB_DATABASE_POOL: \"many\"") && reason.contains("4 to 1000"))
                .anyMatch(reason -> reason.startsWith("HUB_LOG_LEVEL: "))
                .anyMatch(reason -> reason.startsWith("HUB_NONSENSE: there is no such setting"))
                .anyMatch(reason -> reason.startsWith("database.poll: there is no such setting"))
                .hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/tmp/hub",
                "jdbc:H2:mem:hub",
                "jdbc:mysql://localhost/hub",
                "postgresql://localhost/hub",
                "jdbc:postgresql://hub:very-secret@localhost/hub",
                "jdbc:postgresql://localhost/hub?user=hub&password=very-secret",
                "jdbc:postgresql:"
            })
    void anAddressUnderWhichSomethingIsLostOrToldIsRefusedWithoutRepeatingIt(String url) {
        assertThat(refused(Map.of("HUB_DATABASE_URL", url), "--demo"))
                .singleElement()
                .asString()
                .startsWith("HUB_DATABASE_URL: ")
                .doesNotContain("very-secret");
    }

    @Test
    void aServerOfMailIsNamedWithoutAnySecret() {
        Map<String, String> environment = Map.of(
                "HUB_SMTP_HOST", "mail.example.org",
                "HUB_SMTP_USER", "hub",
                "HUB_SMTP_PASSWORD", "very-secret",
                "HUB_SITE_ADDRESS", "https://hub.example.org/");

        MessageSettings settings = Settings.of(Flags.of("--demo", "--smtp-from", "hub@example.org"), environment)
                .messages();

        assertThat(settings)
                .isEqualTo(new MessageSettings(
                        "https://hub.example.org",
                        new SmtpSettings("mail.example.org", 587, "hub", "very-secret", true, "hub@example.org"),
                        true));
        assertThat(settings.toString()).doesNotContain("very-secret");
        assertThat(Settings.of(Flags.of("--demo"), Map.of()).messages())
                .isEqualTo(new MessageSettings("http://127.0.0.1:8080", null, true));
    }

    @Test
    void whatIsWrongWithAServerOfMailIsNamed() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HUB_SMTP_HOST", "mail.example.org",
                "HUB_SMTP_USER", "hub",
                "HUB_SMTP_STARTTLS", "maybe",
                "HUB_SMTP_FROM", "Hub <hub@example.org>"));
        assertThat(refused(environment, "--demo"))
                .anyMatch(reason -> reason.startsWith("HUB_SMTP_FROM: "))
                .anyMatch(reason -> reason.startsWith("HUB_SMTP_USER: "))
                .anyMatch(reason -> reason.startsWith("HUB_SMTP_STARTTLS: "))
                .anyMatch(reason -> reason.startsWith("site.address: is missing"))
                .hasSize(4);

        environment.putAll(Map.of(
                "HUB_SMTP_PASSWORD", "very-secret",
                "HUB_SMTP_STARTTLS", "never",
                "HUB_SMTP_FROM", "hub@example.org",
                "HUB_SITE_ADDRESS", "https://ana:very-secret@hub.example.org"));
        assertThat(refused(environment, "--demo"))
                .anyMatch(reason -> reason.startsWith("HUB_SMTP_STARTTLS: the password would go in clear"))
                .anyMatch(reason -> reason.startsWith("HUB_SITE_ADDRESS: "))
                .hasSize(2)
                .noneMatch(reason -> reason.contains("very-secret"));

        assertThat(refused(Map.of("HUB_SMTP_USER", "hub"), "--demo", "--smtp-password", "very-secret"))
                .anyMatch(reason -> reason.startsWith("smtp.host: is missing"))
                .anyMatch(reason -> reason.startsWith("--smtp-password: ") && reason.contains("HUB_SMTP_PASSWORD"))
                .hasSize(2);
    }

    @Test
    void aPasswordIsNoFlagAndIsNotRepeated() {
        assertThat(refused(Map.of(), "--demo", "--database-password", "very-secret"))
                .singleElement()
                .asString()
                .contains("HUB_DATABASE_PASSWORD")
                .doesNotContain("very-secret");
        assertThat(refused(Map.of(), "--demo", "--passwort=very-secret"))
                .singleElement()
                .asString()
                .doesNotContain("very-secret");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThat(refused(Map.of(), "--demo", "--in-memory", "--database-url", "jdbc:postgresql://localhost/hub"))
                .singleElement()
                .asString()
                .startsWith("--database-url: ");
        assertThat(refused(Map.of("HUB_DATABASE_PASSWORD", "very-secret"), "--demo"))
                .singleElement()
                .asString()
                .startsWith("database.url: is missing");
    }

    @Test
    void attachmentsMayLieInADirectoryOfTheirOwn() throws IOException {
        Path files = directory.resolve("files");
        Map<String, String> environment = Map.of("HUB_ATTACHMENTS_DIRECTORY", files.toString());
        assertThat(Settings.of(Flags.of("--demo"), environment).kept())
                .isEqualTo(new KeptInFiles(Path.of("hub-demo"), files));

        Files.createFile(files);
        assertThat(refused(environment, "--demo")).singleElement().asString().startsWith("attachments.directory: ");
    }

    @Test
    void theFirstAdministratorNeedsAnAddressAndNoPasswordThatIsTriedFirst() {
        Map<String, String> environment =
                Map.of("HUB_ADMIN_EMAIL", "admin@example.org", "HUB_ADMIN_PASSWORD", "the keys of the lighthouse");
        Settings settings = Settings.of(Flags.of("--in-memory"), environment);
        assertThat(settings.accounts().administrator())
                .isEqualTo(EmailAddress.find("admin@example.org").orElseThrow());
        assertThat(settings.toString()).doesNotContain("lighthouse").doesNotContain("admin@");

        assertThat(refused(Map.of("HUB_ADMIN_EMAIL", "admin"), "--demo"))
                .singleElement()
                .asString()
                .startsWith("HUB_ADMIN_EMAIL: ");
        assertThat(refused(Map.of("HUB_ADMIN_EMAIL", "a@example.org", "HUB_ADMIN_PASSWORD", "password12345"), "--demo"))
                .singleElement()
                .asString()
                .startsWith("HUB_ADMIN_PASSWORD: ")
                .doesNotContain("password12345");
        assertThat(refused(Map.of("HUB_ADMIN_PASSWORD", "the keys of the lighthouse"), "--demo"))
                .singleElement()
                .asString()
                .startsWith("admin.email: is missing");
    }

    @Test
    void whatAnInstallationSaysOfItselfIsASetting() throws IOException {
        Path file = file("site.contact = help@example.org\nsite.note.en = Sample note.\nsite.note.fr = Note exemple.");
        Imprint imprint = Settings.of(Flags.of("--demo", "--config", file.toString()), Map.of())
                .imprint();
        assertThat(imprint.contact()).isEqualTo("help@example.org");
        assertThat(imprint.note(Language.FR)).contains(Said.in(Language.FR, "Note exemple."));
        assertThat(imprint.note(Language.AR)).contains(Said.in(Language.EN, "Sample note."));
        assertThat(Settings.of(Flags.of("--demo"), Map.of()).imprint()).isEqualTo(Imprint.NONE);

        Map<String, String> wrong = Map.of(
                "HUB_SITE_CONTACT", "nobody",
                "HUB_SITE_NOTE_RU", "x".repeat(501),
                "HUB_SITE_NOTE_DE", "A language that the site doesn't speak.");
        assertThat(refused(wrong, "--demo"))
                .anyMatch(reason -> reason.startsWith("HUB_SITE_CONTACT: "))
                .anyMatch(reason -> reason.startsWith("HUB_SITE_NOTE_RU: "))
                .anyMatch(reason -> reason.startsWith("HUB_SITE_NOTE_DE: there is no such setting"))
                .hasSize(3);
    }

    @Test
    void aSiteThatOthersReachHasAnAddressOverTls() {
        Map<String, String> environment = Map.of("HUB_ADMIN_EMAIL", "admin@example.org", "HUB_HOST", "0.0.0.0");
        assertThat(refused(environment, "--in-memory"))
                .singleElement()
                .asString()
                .startsWith("site.address: is missing");
        for (String address : List.of(
                "http://hub.example.org",
                "ftp://hub.example.org",
                "hub.example.org",
                "https://u:p@hub.example.org",
                "https://hub.example.org/path")) {
            assertThat(refused(Map.of("HUB_SITE_ADDRESS", address), "--demo"))
                    .as(address)
                    .singleElement()
                    .asString()
                    .startsWith("HUB_SITE_ADDRESS: ");
        }
        assertThat(cookiesAreSecure(Map.of("HUB_SITE_ADDRESS", "https://hub.example.org")))
                .isTrue();
        assertThat(cookiesAreSecure(Map.of("HUB_SITE_ADDRESS", "http://localhost:8080")))
                .isFalse();
        assertThat(cookiesAreSecure(Map.of("HUB_HOST", "0.0.0.0"))).isTrue();
        assertThat(cookiesAreSecure(Map.of())).isFalse();
    }

    private static boolean cookiesAreSecure(Map<String, String> environment) {
        return Settings.of(Flags.of("--demo"), environment).accounts().secureCookies();
    }

    @Test
    void anUnknownCommandIsRefused() {
        assertThat(refused(Map.of(), "verfy")).singleElement().asString().contains("verfy", "verify");
        assertThat(refused(Map.of(), "backup")).singleElement().asString().startsWith("backup: the file is missing");
        assertThat(refused(Map.of(), "verify", "x")).singleElement().asString().startsWith("verify: it takes no file");
        assertThat(refused(
                        Map.of(),
                        "verify",
                        "--data",
                        directory.resolve("mistyped").toString()))
                .singleElement()
                .asString()
                .contains("there is no hub in");
        assertThat(refused(Map.of(), "verify", "--in-memory"))
                .singleElement()
                .asString()
                .contains("--in-memory");
    }

    private Path file(String properties) throws IOException {
        return Files.writeString(directory.resolve(Place.FILE), properties);
    }
}
