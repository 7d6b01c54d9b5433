package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowHeadsTest {

    private static final long PATIENCE = 300;

    private final SlowHeads slow = new SlowHeads(PATIENCE);
    private final Javalin web = Javalin.create(config -> config.routes.get("/", context -> context.result("Sample")));

    @BeforeEach
    void start() {
        web.start("localhost", 0);
        web.jettyServer().server().getConnectors()[0].addBean(slow);
    }

    @AfterEach
    void stop() {
        web.stop();
        slow.close();
    }

    @Test
    void aHeadThatComesByteByByteIsGivenUp() throws IOException {
        try (Socket socket = open("GET / HTTP/1.1\r\nX-Slow: ")) {
            assertThat(isClosedWhile(socket, 100)).isTrue();
        }
    }

    @Test
    void aConnectionThatIsSilentBetweenRequestsIsKept() throws IOException {
        try (Socket socket = open("GET / HTTP/1.1\r\nHost: x\r\n\r\n")) {
            byte[] answer = new byte[4096];
            assertThat(socket.getInputStream().read(answer)).isPositive();
            assertThat(isClosedWhile(socket, 0)).isFalse();
        }
    }

    private Socket open(String begin) throws IOException {
        Socket socket = new Socket("localhost", web.port());
        socket.setSoTimeout(50);
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Waits four times the patience, sending a byte now and then if there are any. */
    private static boolean isClosedWhile(Socket socket, int bytes) throws IOException {
        for (int turn = 0; turn < 4 * PATIENCE / 50; turn++) {
            try {
                if (turn < bytes) {
                    socket.getOutputStream().write('a');
                }
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException e) {
                // still open: go on
            } catch (SocketException e) {
                return true;
            }
        }
        return false;
    }
}
