package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a well-behaved client can't even send. */
class FramingTest {

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2|Content-Length: 3||{}",
                "Content-Length: 2|Transfer-Encoding: chunked||2|{}|0||",
                "Content-Length: -2||{}",
                "Content-Length: two||{}",
                "Transfer-Encoding: chunked||zz|{}|0||",
                "Content-Length : 2||{}",
                "Content-Length: 2| folded||{}"
            })
    void anAmbiguousFrameIsRefusedAndTheConnectionClosed(String rest) throws IOException {
        String answer = answerTo("POST /api/v1/checks HTTP/1.1|Host: x|Content-Type: application/json"
                + "|Authorization: Bearer demo-contributor|" + rest);
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("request-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%00", "%ff", "%c0%ae%c0%ae", "a%5c..%5cb"})
    void anAddressThatIsNoneIsRefused(String path) throws IOException {
        String answer = answerTo("GET /api/v1/items/" + path + " HTTP/1.1|Host: x|Connection: close||");
        assertThat(answer).containsPattern("^HTTP/1.1 40[04] ").contains("application/problem+json");
    }

    @Test
    void pathTricksLeadToNoOtherRoute() throws IOException {
        for (String path : new String[] {
            "/api/v1/items/../../../readyz", "/api/v1/items/..;/readyz", "/api/v1/items/%2e%2e/readyz", "/api/v1/./me"
        }) {
            String answer = answerTo("GET " + path + " HTTP/1.1|Host: x|Connection: close||");
            assertThat(answer).as(path).containsPattern("^HTTP/1.1 40[04] ");
        }
    }

    @Test
    void overlongAddressesAndHeadersAreToldAsProblems() throws IOException {
        String address = answerTo("GET /" + "a".repeat(10_000) + " HTTP/1.1|Host: x|Connection: close||");
        assertThat(address).startsWith("HTTP/1.1 414 ").contains("uri-too-long");
        String header = answerTo("GET / HTTP/1.1|Host: x|X-Long: " + "a".repeat(20_000) + "|Connection: close||");
        assertThat(header).startsWith("HTTP/1.1 431 ").contains("headers-too-large");
    }

    @Test
    void twoTokensAreNone() throws IOException {
        String answer = answerTo("GET /api/v1/me HTTP/1.1|Host: x|Authorization: Bearer demo-contributor"
                + "|Authorization: Bearer demo-administrator|Connection: close||");
        assertThat(answer).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void anUpgradeLeadsNowhere() throws IOException {
        String answer = answerTo("GET /api/v1/items HTTP/1.1|Host: x|Upgrade: websocket|Connection: Upgrade, close"
                + "|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|Sec-WebSocket-Version: 13||");
        assertThat(answer).containsPattern("^HTTP/1.1 4").contains("application/problem+json");
    }

    /** Sends lines and reads until the server closes. */
    private static String answerTo(String lines) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(lines.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
