package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.content.Sha256;

/** Files over HTTP: taken in, refused, and given out to whoever may read what they belong to. */
class AttachmentsTest {

    private static final String UPLOAD = "/api/v1/attachments";
    private static final int MOST = 25 * 1024 * 1024;
    private static final byte[] TEXT = "Sample text, é 示例".getBytes(StandardCharsets.UTF_8);

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    // The way of a file.

    @Test
    void aFileGoesWithItsItemFromTheUploadToThePublic() {
        Reply uploaded = upload("Sample report.txt", TEXT, "Content-Type", "text/plain; charset=utf-8");
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        assertThat(uploaded.at("/name")).isEqualTo("Sample report.txt");
        assertThat(uploaded.at("/mediaType")).isEqualTo("text/plain");
        assertThat(uploaded.at("/size")).isEqualTo(String.valueOf(TEXT.length));
        String file = "/attachments/" + uploaded.at("/sha256");
        Story story = Story.handedIn(server, practice("Sample: with a file", uploaded.text()));

        assertThat(server.contributor().bytes(story.path(file))).isEqualTo(TEXT);
        assertThat(server.secretariat().bytes(story.path(file))).isEqualTo(TEXT);
        story.seat();
        assertThat(server.reviewer(2).get(story.path(file)).status()).isEqualTo(403);
        story.accept(2);
        assertThat(server.reviewer(2).bytes(story.path(file))).isEqualTo(TEXT);
        assertThat(server.visitor().get(item(story) + file).status()).isEqualTo(404);

        story.accept(4).accept(5);
        List.of(2, 4, 5).forEach(number -> story.review(number, "approve", ""));
        assertThat(server.visitor().bytes(item(story) + file)).isEqualTo(TEXT);

        Story.ok(server.secretariat().post(story.path("/retraction"), "{\"reason\":\"Sample reason\"}"));
        for (String digest : List.of(file, "/attachments/" + "0".repeat(64))) {
            Reply gone = server.visitor().get(item(story) + digest);
            assertThat(gone.status()).isEqualTo(410);
            assertThat(gone.at("/reason")).isEqualTo("Sample reason");
        }
    }

    @Test
    void aPictureIsKeptWithoutWhatItTellsOfWhoTookIt() {
        String signature = "\u0089PNG\r\n\u001A\n";
        byte[] traced = (signature + "\0\0\0\u0006tEXtCanary\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        byte[] kept = signature.getBytes(StandardCharsets.ISO_8859_1);
        Reply uploaded = upload("sample.png", traced);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        assertThat(uploaded.at("/size")).isEqualTo(String.valueOf(kept.length));
        assertThat(uploaded.at("/sha256")).isEqualTo(sha256(kept));
        String draft = server.contributor()
                .post(Story.SUBMISSIONS + "?draft=true", practice("Sample: with a picture", uploaded.text()))
                .header("Location");
        assertThat(server.contributor().bytes(draft + "/attachments/" + uploaded.at("/sha256")))
                .isEqualTo(kept);
    }

    @Test
    void aFileIsGivenOutToBeKeptAndNotToBeShown() {
        Reply uploaded = upload("Отчёт '1'.txt", TEXT);
        Story story = published("Sample: headers of a file", uploaded);
        String path = item(story) + "/attachments/" + uploaded.at("/sha256");
        Reply reply = server.visitor().get(path);

        assertThat(reply.header("Content-Type")).isEqualTo("text/plain");
        assertThat(reply.header("Content-Length")).isEqualTo(String.valueOf(TEXT.length));
        assertThat(reply.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"_____ '1'.txt\"; filename*=UTF-8''"
                        + "%D0%9E%D1%82%D1%87%D1%91%D1%82%20%271%27.txt");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(reply.header("ETag")).isEqualTo("\"" + uploaded.at("/sha256") + "\"");
        assertThat(reply.header("Cache-Control")).isEqualTo("public, no-cache");
        Reply head = server.visitor().send("HEAD", path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(TEXT.length));
        Reply involved = server.contributor().get(story.path("/attachments/" + uploaded.at("/sha256")));
        assertThat(involved.header("Cache-Control")).isEqualTo("no-store");
        assertThat(involved.header("Content-Disposition")).isEqualTo(reply.header("Content-Disposition"));
    }

    @Test
    void whoHasAFileIsToldThatItIsStillThereAndNoLonger() {
        Reply uploaded = upload("sample.txt", TEXT);
        Story story = published("Sample: a file that is known", uploaded);
        String path = item(story) + "/attachments/" + uploaded.at("/sha256");
        String tag = server.visitor().get(path).header("ETag");

        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            Reply same = server.visitor().get(path, "If-None-Match", known);
            assertThat(same.status()).as(known).isEqualTo(304);
            assertThat(same.text()).isEmpty();
            assertThat(same.header("ETag")).isEqualTo(tag);
            assertThat(same.header("Cache-Control")).isEqualTo("public, no-cache");
        }
        assertThat(server.visitor().get(path, "If-None-Match", "\"other\"").status())
                .isEqualTo(200);
        Story.ok(server.secretariat().post(story.path("/retraction"), "{\"reason\":\"Sample\"}"));
        assertThat(server.visitor().get(path, "If-None-Match", tag).status()).isEqualTo(410);
    }

    @Test
    void whateverTheClientWouldRatherHaveAFileIsWhatItIs() {
        Reply uploaded = upload("sample.txt", TEXT);
        Story story = published("Sample: a file for a browser", uploaded);
        Reply reply = server.visitor()
                .get(item(story) + "/attachments/" + uploaded.at("/sha256"), "Accept", "text/html, image/*");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void theSameFileIsTakenAgainAsIfItWereNew() {
        byte[] once = "Sample, uploaded twice".getBytes(StandardCharsets.UTF_8);
        Reply first = upload("one.txt", once);
        Reply second = server.as("demo-contributor").post(UPLOAD + "?name=one.txt", once);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
    }

    @Test
    void aLargeFileComesBackAndAnotherByteIsTooMuch() {
        byte[] most = new byte[MOST];
        Arrays.fill(most, (byte) 'x');
        Reply uploaded = upload("large.txt", most);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        assertThat(uploaded.header("Connection"))
                .as("whether the client may go on")
                .isEmpty();
        String draft = server.contributor()
                .post(Story.SUBMISSIONS + "?draft=true", practice("Sample: large", uploaded.text()))
                .header("Location");
        assertThat(server.contributor().bytes(draft + "/attachments/" + uploaded.at("/sha256")))
                .isEqualTo(most);

        byte[] more = Arrays.copyOf(most, MOST + 1);
        more[MOST] = 'x';
        Reply refused = server.contributor().upload(UPLOAD + "?name=large.txt", new ByteArrayInputStream(more));
        assertProblem(refused, 413, "body-too-large");
    }

    @Test
    void aBodyThatSaysThatItIsTooLargeIsNotEvenRead() throws IOException {
        String answer = answerTo("POST /api/v1/attachments?name=a.txt HTTP/1.1|Host: x"
                + "|Authorization: Bearer demo-contributor|Content-Length: " + (MOST + 1) + "||sample");
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("body-too-large")
                .contains("Connection: close");
    }

    @Test
    void aClientThatAsksBeforeItSendsIsToldToGoOnOrWhyNot() throws IOException {
        String head = "POST /api/v1/attachments?name=a.txt HTTP/1.1|Host: x|Connection: close|Expect: 100-continue"
                + "|Content-Length: 6|Authorization: Bearer demo-";
        assertThat(answerTo(head + "contributor||sample"))
                .startsWith("HTTP/1.1 100 ")
                .contains("HTTP/1.1 201 ");
        assertThat(answerTo(head + "administrator||"))
                .startsWith("HTTP/1.1 403 ")
                .contains("Connection: close");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        String text = "Sample: broken off";
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/attachments?name=a.txt HTTP/1.1\r\nHost: x\r\n"
                                    + "Authorization: Bearer demo-contributor-2\r\nContent-Length: 100\r\n\r\n" + text)
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .satisfiesAnyOf(
                            empty -> assertThat(empty).isEmpty(),
                            told -> assertThat(told).startsWith("HTTP/1.1 400 "));
        }
        String form = "{\"name\":\"a.txt\",\"mediaType\":\"text/plain\",\"size\":%d,\"sha256\":\"%s\"}"
                .formatted(text.length(), sha256(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(server.contributor()
                        .post("/api/v1/checks", practice("Sample: nothing there", form))
                        .violations())
                .containsExactly("/attachments/0 attachment.unknown");
    }

    // What is refused.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd.txt",
                "C:\\sample.txt",
                "sample\u0000.txt",
                "sample\r\nX-Header: 1.txt",
                "sample\u202Etxt.txt",
                "con.txt",
                "..",
                " ",
                ""
            })
    void anUnsafeNameIsRefused(String name) {
        Reply reply = upload(name, TEXT);
        assertProblem(reply, 422, "refused");
        assertThat(reply.violations()).allMatch(violation -> violation.startsWith("/name "));
    }

    @Test
    void anOverlongNameIsRefused() {
        assertThat(upload("a".repeat(297) + ".txt", TEXT).violations())
                .containsExactlyInAnyOrder("/name text.too-long", "/name attachment.name-unsafe");
        assertThat(upload("示".repeat(84) + ".txt", TEXT).violations()).containsExactly("/name attachment.name-unsafe");
    }

    @Test
    void aNameIsNeededOnce() {
        Reply missing = server.contributor().post(UPLOAD, TEXT);
        assertProblem(missing, 400, "query-invalid");
        assertThat(missing.violations()).containsExactly("name parameter.required");
        assertThat(server.contributor()
                        .post(UPLOAD + "?name=a.txt&name=b.txt", TEXT)
                        .violations())
                .containsExactly("name parameter.repeated");
    }

    @ParameterizedTest
    @CsvSource({
        "sample.html, , /name attachment.type-not-allowed",
        "sample.svg, image/svg+xml, /name attachment.type-not-allowed",
        "sample.txt, text/html, /mediaType attachment.type-mismatch",
        "sample.txt, multipart/form-data; boundary=x, /mediaType attachment.type-mismatch",
        "sample.pdf, application/pdf, ' attachment.content-mismatch'",
        "sample.png, application/octet-stream, ' attachment.content-mismatch'",
        "sample.docx, , ' attachment.content-mismatch'"
    })
    void whatIsNotWhatItSaysIsRefused(String name, String type, String violation) {
        byte[] html = "<script>alert(1)</script>".repeat(4_000).getBytes(StandardCharsets.UTF_8);
        Reply reply = type == null ? upload(name, html) : upload(name, html, "Content-Type", type);
        assertProblem(reply, 422, "refused");
        assertThat(reply.violations()).containsExactly(violation);
        assertThat(server.contributor().get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(upload("sample.txt", new byte[0]).violations()).containsExactly("/size attachment.empty");
        assertThat(server.contributor()
                        .upload(UPLOAD + "?name=sample.txt", InputStream.nullInputStream())
                        .violations())
                .containsExactly("/size attachment.empty");
    }

    @Test
    void aCompressedBodyIsUnsupported() {
        assertProblem(upload("sample.txt", TEXT, "Content-Encoding", "gzip"), 415, "media-type-unsupported");
    }

    @Test
    void onlyWhoMaySubmitForThemselvesOrOthersMayUpload() {
        assertProblem(server.visitor().post(UPLOAD + "?name=a.txt", TEXT), 401, "token-required");
        for (Client client : List.of(server.administrator(), server.reviewer(2))) {
            assertProblem(client.post(UPLOAD + "?name=a.txt", TEXT), 403, "forbidden");
        }
    }

    @Test
    void anItemWhoseFilesAreNotThereIsRefusedAndItsDraftIsKept() {
        String form = "{\"name\":\"a.pdf\",\"mediaType\":\"application/pdf\",\"size\":7,\"sha256\":\"%s\"}"
                .formatted("0".repeat(64));
        String item = practice("Sample: no such file", form);
        Reply refused = server.contributor().post(Story.SUBMISSIONS, item);
        assertProblem(refused, 422, "refused");
        assertThat(refused.violations()).containsExactly("/attachments/0 attachment.unknown");
        Reply draft = server.contributor().post(Story.SUBMISSIONS + "?draft=true", item);
        assertThat(draft.status()).isEqualTo(201);
        assertThat(server.contributor()
                        .post(draft.header("Location") + "/submission")
                        .violations())
                .containsExactly("/attachments/0 attachment.unknown");
    }

    // What others can't tell from nothing.

    @Test
    void aDraftsFileIsForOthersAsIfThereWereNone() {
        Reply uploaded = upload("secret.txt", "Sample: a secret".getBytes(StandardCharsets.UTF_8));
        String draft = server.contributor()
                .post(Story.SUBMISSIONS + "?draft=true", practice("Sample: a secret file", uploaded.text()))
                .header("Location");
        String file = "/attachments/" + uploaded.at("/sha256");
        assertThat(server.contributor().get(draft + file).status()).isEqualTo(200);
        for (String token :
                List.of("", "demo-contributor", "demo-secretariat", "demo-administrator", "demo-reviewer-2")) {
            assertAsNothing(token, draft, file);
            assertAsNothing(token, draft.replace("submissions", "items"), file);
        }
    }

    @Test
    void aFileUnderReviewIsForOthersAsIfThereWereNone() {
        Reply uploaded = upload("reviewed.txt", "Sample: under review".getBytes(StandardCharsets.UTF_8));
        Story story = Story.handedIn(server, practice("Sample: a file under review", uploaded.text()));
        story.seat();
        String file = "/attachments/" + uploaded.at("/sha256");
        for (String token : List.of("", "demo-contributor", "demo-reviewer-3")) {
            assertAsNothing(token, story.path(""), file);
        }
        for (String token : List.of("", "demo-contributor-2", "demo-secretariat", "demo-reviewer-2")) {
            assertAsNothing(token, item(story), file);
        }
    }

    @Test
    void whatIsNoDigestIsAnsweredAsAnUnknownOne() {
        Story story = published("Sample: no digests", upload("sample.txt", TEXT));
        for (String digest : List.of("x", "0".repeat(63), "A".repeat(64), "%2e%2e", "0".repeat(64))) {
            assertAsNothing("", item(story), "/attachments/" + digest);
            assertAsNothing("demo-contributor-2", story.path(""), "/attachments/" + digest);
        }
    }

    /** The same bytes and header fields as where there is nothing at all. */
    private static void assertAsNothing(String token, String path, String file) {
        Client client = server.as(token);
        Reply unknown = client.get("/api/v1/submissions/unknown/attachments/" + "1".repeat(64));
        Reply reply = client.get(path + file);
        assertThat(reply.status()).as("%s %s", token, path).isEqualTo(404);
        assertThat(reply.text()).isEqualTo(unknown.text());
        assertThat(reply.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    private static Reply upload(String name, byte[] bytes, String... headers) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return server.contributor().post(UPLOAD + "?name=" + encoded, bytes, headers);
    }

    /** A practice of contributor 2 with this attachment. */
    private static String practice(String title, String attachment) {
        String practice = Story.practice(server, title).strip();
        return practice.substring(0, practice.length() - 1) + ",\"attachments\":[" + attachment + "]}";
    }

    private static Story published(String title, Reply uploaded) {
        Story story = Story.handedIn(server, practice(title, uploaded.text()));
        story.seat();
        List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
        return story;
    }

    private static String item(Story story) {
        return "/api/v1/items/" + story.id();
    }

    private static String sha256(byte[] bytes) {
        return Sha256.of(bytes).hex();
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
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
