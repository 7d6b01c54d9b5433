package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Many who begin to send a body, and don't go on. */
class FloodTest {

    private static final int MOST_OF_A_NETWORK = 64;
    private static final int MOST_AT_ONCE = 256;

    private static final String FLOODED = "203.0.113.7";
    private static final String OTHER = "198.51.100.9";
    private static final String ITEMS = "/api/v1/items?limit=1";

    /** One for each test: who has places still, of those that have just ended, nobody can tell from outside. */
    @AutoClose
    private final RunningServer server =
            RunningServer.start(Map.of("HUB_LIMIT_REQUESTS", "0", "HUB_LIMIT_SEARCHES", "0"), "--demo", "--in-memory");

    private final List<Socket> held = new ArrayList<>();

    @AfterEach
    void letGo() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
    }

    @Test
    void oneNetworkGetsNoMoreThanItsShareOfTheThreads() throws IOException {
        Reply refused = flood(begun -> FLOODED);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(ask(FLOODED, "/healthz").status()).isEqualTo(200);
        assertThat(ask(FLOODED, "/readyz").status()).isEqualTo(200);
        assertThat(ask(OTHER, ITEMS).status()).isEqualTo(200);
        assertThat(server.visitor().get(ITEMS).status()).isEqualTo(200);
    }

    @Test
    void manyNetworksAreOneIfTheyAreOfOneSite() throws IOException {
        assertThat(flood(begun -> "2001:db8:0:" + Integer.toHexString(begun) + "::1")
                        .status())
                .isEqualTo(429);
        assertThat(ask("2001:db8:0:ffff::2", ITEMS).status()).isEqualTo(429);
        assertThat(ask("2001:db8:1::1", ITEMS).status()).isEqualTo(200);
    }

    @Test
    void whoeverWatchesOverTheServerIsAnsweredWhileManyNetworksFloodIt() throws IOException {
        Reply refused = flood(MOST_AT_ONCE, begun -> "192.0.2." + begun / MOST_OF_A_NETWORK, begun -> OTHER);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        assertThat(ask(OTHER, "/healthz").status()).isEqualTo(200);
        assertThat(ask(OTHER, "/readyz").status()).isEqualTo(200);
    }

    /** Which is kept for it before it comes. */
    @Test
    void oneNetworkGetsNoMoreThanItsShareOfTheMemory() throws IOException {
        int status = 200;
        for (int body = 0; body < MOST_OF_A_NETWORK - 1 && status == 200; body++) {
            held.add(begin(FLOODED, 1 << 20));
            status = check(FLOODED).status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(ask(FLOODED, ITEMS).status()).isEqualTo(200);
        assertThat(check(OTHER).status()).isEqualTo(200);
    }

    private Reply check(String network) {
        String practice = Story.practice(server, "Sample: in a flood");
        return server.contributor().post("/api/v1/checks", practice, "X-Forwarded-For", network);
    }

    /** Nothing of a body is waited for that nobody will read. */
    @Test
    void whoeverIsRefusedIsToldSoAtOnceAndHoldsNothing() throws IOException {
        assertThat(flood(begun -> FLOODED).status()).isEqualTo(429);
        try (Socket socket = begin(FLOODED)) {
            socket.setSoTimeout(10_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 429 ")
                    .contains("Connection: close");
        }
    }

    private Reply flood(IntFunction<String> network) throws IOException {
        return flood(MOST_OF_A_NETWORK, network, network);
    }

    /**
     * Begins as many as it takes, then more until somebody is refused who looks: they have a place meanwhile, which those may
     * miss that come just then.
     */
    private Reply flood(int places, IntFunction<String> network, IntFunction<String> looking) throws IOException {
        Reply reply = ask(OTHER, ITEMS);
        for (int begun = 0; begun < 4 * places && reply.status() == 200; begun++) {
            held.add(begin(network.apply(begun)));
            reply = begun < places - 1 ? reply : ask(looking.apply(begun), ITEMS);
        }
        return reply;
    }

    private Socket begin(String network) throws IOException {
        return begin(network, 1_000);
    }

    /** The begin of a request of which the rest never comes. */
    private Socket begin(String network, int length) throws IOException {
        Socket socket = new Socket("localhost", server.port());
        String head = "POST /api/v1/checks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer demo-contributor\r\n"
                + "X-Forwarded-For: " + network + "\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Reply ask(String network, String path) {
        return server.visitor().get(path, "X-Forwarded-For", network);
    }
}
