package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {

    private static final String HEAD = """
            POST /api/v1/checks HTTP/1.1
            Host: x
            Authorization: Bearer demo-contributor
            Content-Type: application/json
            Transfer-Encoding: chunked
            Expect: 100-continue
            Connection: close

            """.replace("\n", "\r\n");

    @TempDir
    private Path directory;

    @Test
    void aSignalEndsItWithStatusZeroWithinTenSeconds() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(
                directory.resolve("errors"),
                "--demo",
                "--port",
                "0",
                "--data",
                directory.resolve("data").toString())) {
            assertThat(server.firstLine()).matches(".*http://localhost:[0-9]+/.*");
            server.terminate();
            assertThat(server.status()).isZero();
        }
    }

    @Test
    void whatIsRefusedAtStartEndsItWithStatusTwo() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(directory.resolve("errors"), "--port", "many", "--nonsense")) {
            assertThat(server.firstLine()).isNull();
            assertThat(server.status()).isEqualTo(2);
            assertThat(server.errors()).contains("--port", "--nonsense").doesNotContain("Exception");
        }
    }

    @Test
    void whatWasAcceptedIsAnsweredWhileItStops() throws IOException {
        RunningServer server = RunningServer.demo();
        int port = server.port();
        try (Socket slow = new Socket("localhost", port)) {
            slow.setSoTimeout(10_000);
            send(slow, HEAD);
            awaitAccepted(slow);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            while (listens(port)) {
                send(slow, chunk(" "));
            }
            assertThat(stopped).isNotDone();
            send(slow, chunk("{\"kind\":\"practice\",\"language\":\"en\"}") + chunk(""));
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("title.required");
            assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    /** Whoever reads a body has taken its request in, and asks for it. */
    private static void awaitAccepted(Socket socket) throws IOException {
        String told = "HTTP/1.1 100 Continue\r\n\r\n";
        byte[] read = socket.getInputStream().readNBytes(told.length());
        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo(told);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
