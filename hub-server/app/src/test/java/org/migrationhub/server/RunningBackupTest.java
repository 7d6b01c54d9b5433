package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationhub.server.StartTest.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose database no other process can open is backed up while it runs. */
class RunningBackupTest {

    @TempDir
    private Path directory;

    @Test
    void whatARunningServerKeepsIsBackedUpAndRestored() throws IOException {
        Path file = directory.resolve("backup.zip");
        String journal;
        try (RunningServer server = demo()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("backup.socket"))))
                    .isEqualTo("rw-------");
            assertThat(backUp(file)).startsWith("0 Backed up: ").contains("12 of them with accounts");
            journal = server.administrator().get("/api/v1/journal").text();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Path after = directory.resolve("after.zip");
        assertThat(backUp(after)).startsWith("0 Backed up: ");
        assertThat(after).as("the same, of the file once nobody has it open").hasSameBinaryContentAs(file);
        restore(file, "restored");
        try (RunningServer server = RunningServer.start(
                "--demo", "--data", directory.resolve("restored").toString())) {
            assertThat(server.administrator().get("/api/v1/journal").text()).isEqualTo(journal);
            assertThat(new Browser(server)
                            .logIn("demo-secretariat@example.org", Visitor.PASSWORD)
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void whoeverWritesMeanwhileIsNotHeldUpAndTheBackupIsOfOneMoment() {
        AtomicBoolean over = new AtomicBoolean();
        List<Path> files = new ArrayList<>();
        try (RunningServer server = demo().makeRoom()) {
            CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> write(server, over));
            for (int number = 0; number < 4; number++) {
                files.add(directory.resolve("backup-" + number + ".zip"));
                assertThat(backUp(files.get(number))).startsWith("0 Backed up: ");
            }
            over.set(true);
            assertThat(writing.join()).isPositive();
        }
        for (Path file : files) {
            String name = "restored-" + file.getFileName();
            restore(file, name);
            assertThat(command("verify", "--data", directory.resolve(name).toString()))
                    .startsWith("0 ");
        }
    }

    private static int write(RunningServer server, AtomicBoolean over) {
        int written = 0;
        while (!over.get()) {
            Story story = Story.handedIn(server, Story.practice(server, "Sample: written meanwhile " + written));
            story.seat();
            List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
            written++;
        }
        return written;
    }

    @Test
    void aSocketThatAKilledServerHasLeftIsInNobodysWay() throws IOException {
        demo().close();
        try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(data().resolve("backup.socket")));
        }
        assertThat(data().resolve("backup.socket")).exists();
        assertThat(backUp(directory.resolve("stopped.zip"))).startsWith("0 Backed up: ");
        try (RunningServer server = demo()) {
            assertThat(server.visitor().get("/readyz").status()).isEqualTo(200);
            assertThat(backUp(directory.resolve("running.zip"))).startsWith("0 Backed up: ");
        }
        assertThat(data().resolve("backup.socket")).doesNotExist();
    }

    @Test
    void aServerThatIsStoppedInTheMidstLeavesNoBackup() {
        RunningServer server = demo();
        attachLarge(server);
        assertThatThrownBy(() -> BackupDoor.fetch(data().resolve("backup.socket"), closing(server)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("couldn't finish");
    }

    /** More than a connection takes at once while nobody reads. */
    private static void attachLarge(RunningServer server) {
        byte[] random = new byte[3 << 20];
        new Random(1).nextBytes(random);
        Reply uploaded = server.contributor()
                .post(
                        "/api/v1/attachments?name=sample.txt",
                        Base64.getMimeEncoder().encode(random),
                        "Content-Type",
                        "text/plain");
        String form = "{\"kind\":\"practice\",\"language\":\"en\",\"attachments\":[%s]}"
                .formatted(Story.ok(uploaded).text());
        Story.ok(server.contributor().post("/api/v1/submissions?draft=true", form));
    }

    private static OutputStream closing(RunningServer server) {
        return new OutputStream() {
            @Override
            public void write(int one) {
                server.close();
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                server.close();
            }
        };
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        Path file = Files.writeString(directory.resolve("there.zip"), "precious");
        try (RunningServer server = demo()) {
            assertThat(server.port()).isPositive();
            assertThat(refused(Map.of(), "backup", file.toString(), "--data", data().toString()))
                    .singleElement()
                    .asString()
                    .contains("is there already");
        }
        assertThat(file).hasContent("precious");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    private Path data() {
        return directory.resolve("data");
    }

    private RunningServer demo() {
        return RunningServer.start("--demo", "--data", data().toString());
    }

    private String backUp(Path file) {
        return command("backup", file.toString(), "--data", data().toString());
    }

    private void restore(Path file, String name) {
        assertThat(command(
                        "restore",
                        file.toString(),
                        "--data",
                        directory.resolve(name).toString()))
                .startsWith("0 Restored: ");
    }

    /** The status with which a command ends, and what it prints. */
    private static String command(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = Main.run(print, Map.of(), HubServer::close, words).orElseThrow();
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }
}
