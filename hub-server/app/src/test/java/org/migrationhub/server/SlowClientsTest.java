package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.server.message.Await;

class SlowClientsTest {

    private static final long PATIENCE = 600;
    private static final long BYTES_PER_SECOND = 200_000;
    private static final int BUFFER = 64 * 1024;

    /** More than all buffers between writer and reader hold. */
    private static final int LONG = 6_000_000;

    private final SlowClients slow = new SlowClients(Duration.ofMillis(PATIENCE), BYTES_PER_SECOND);
    private final AtomicReference<String> end = new AtomicReference<>("");
    private final Javalin web = Javalin.create(config -> {
        config.routes.get("/", context -> context.result("Sample"));
        config.routes.get("/long", this::writeLong);
    });

    @BeforeEach
    void start() {
        web.start("localhost", 0);
        ServerConnector connector = (ServerConnector) web.jettyServer().server().getConnectors()[0];
        connector.setAcceptedSendBufferSize(BUFFER);
        connector.addBean(slow);
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

    /** A byte now and then keeps a connection from being silent. */
    @Test
    void whoeverTakesAnAnswerByteByByteHoldsNoThread() throws IOException {
        try (Socket socket = open("GET /long HTTP/1.1\r\nHost: x\r\n\r\n")) {
            Await.until(
                    () -> {
                        takeOne(socket);
                        return end.get();
                    },
                    ended -> !ended.isEmpty());
            assertThat(end.get()).isEqualTo("broken off");
        }
    }

    @Test
    void whoeverTakesAnAnswerAtSomePaceGetsAllOfIt() throws IOException {
        try (Socket socket = open("GET /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            socket.setSoTimeout(10_000);
            InputStream in = socket.getInputStream();
            byte[] piece = new byte[16 * 1024];
            long taken = 0;
            long begun = System.nanoTime();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                taken += read;
                while (System.nanoTime() - begun < taken * 1_000_000_000 / (10 * BYTES_PER_SECOND)) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
            assertThat(taken).isGreaterThan(LONG);
            assertThat(System.nanoTime() - begun)
                    .isGreaterThan(Duration.ofMillis(2 * PATIENCE).toNanos());
            assertThat(end.get()).isEqualTo("whole");
        }
    }

    private void writeLong(Context context) throws IOException {
        try (OutputStream out = context.outputStream()) {
            for (int written = 0; written < LONG; written += 10_000) {
                out.write(new byte[10_000]);
            }
            end.set("whole");
        } catch (IOException e) {
            end.set("broken off");
        }
    }

    private static void takeOne(Socket socket) {
        try {
            socket.getInputStream().read();
        } catch (IOException e) {
            // nothing was there, or it is closed: how the server sees it is looked at
        }
    }

    private Socket open(String begin) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(BUFFER);
        socket.connect(new InetSocketAddress("localhost", web.port()));
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
