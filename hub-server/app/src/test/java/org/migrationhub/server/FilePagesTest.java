package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files are attached by the form of a draft. */
class FilePagesTest extends SubmitPages {

    @Test
    void aFileIsAttachedDescribedAndRemoved() {
        String id = begun("Sample: with a file");
        String version = version(visitor.open(edit(id, "files")));
        Reply attached = visitor.upload(
                edit(id, "files"),
                "sample.txt",
                TEXT,
                "version",
                version,
                "links/0/url",
                "https://example.org/",
                "links/0/label",
                "A page");
        assertThat(attached.status()).isEqualTo(303);
        Reply page = visitor.open(edit(id, "files"));
        assertThat(page.text())
                .contains("sample.txt")
                .contains("https://example.org/")
                .doesNotContain("Attached:");
        assertThat(visitor.open(attached.header("Location")).text())
                .containsPattern("Attached:[^\n]*sample.txt[^\n]*TXT");
        save(id, "files", "attachments/0/description", "A description");
        assertThat(visitor.open(edit(id, "files")).text())
                .contains("A description")
                .contains("sample.txt");
        String remove = found(
                Pattern.compile("value=\"(remove:[0-9a-f]+)\""),
                visitor.open(edit(id, "files")).text());
        save(id, "files", "do", remove);
        assertThat(visitor.open(edit(id, "files")).text()).doesNotContain("sample.txt");
    }

    @Test
    void aPictureIsShownInThePreviewAsItWillBeAndNotAmongOtherFiles() {
        String id = begun("Sample: with a picture");
        byte[] picture = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
        visitor.upload(edit(id, "files"), "sample.png", picture, "version", version(visitor.open(edit(id, "files"))));
        save(id, "files", "attachments/0/description", "Sample: a \"harbour\"");
        Reply preview = visitor.open(MINE + "/" + id + "/preview");
        assertThat(preview.text())
                .containsPattern("<img src=\"/api/v1/submissions/" + id + "/attachments/[0-9a-f:]+\""
                        + " alt=\"Sample: a &#34;harbour&#34;\" loading=\"lazy\"")
                .containsOnlyOnce(">sample.png<");
    }

    @Test
    void aPictureOfTheFormIsKeptWithoutWhatItTellsOfWhoTookIt() {
        String id = begun("Sample: with a picture that tells");
        String signature = "\u0089PNG\r\n\u001a\n";
        byte[] traced = (signature + "\0\0\0\u0006tEXtCanary\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        visitor.upload(edit(id, "files"), "sample.png", traced, "version", version(visitor.open(edit(id, "files"))));
        String preview = visitor.open(MINE + "/" + id + "/preview").text();
        Pattern address = Pattern.compile("<img src=\"(/api/v1/submissions/[^\"]+)\"");
        assertThat(visitor.open(found(address, preview)).header("Content-Length"))
                .isEqualTo("8");
        assertThat(visitor.open(found(address, preview)).text()).doesNotContain("Canary");
    }

    @Test
    void aFileThatIsRefusedLosesNothingThatWasTypedBesideIt() {
        String id = begun("Sample: refused");
        String version = version(visitor.open(edit(id, "files")));
        Reply refused = visitor.upload(
                edit(id, "files"),
                "sample.exe",
                TEXT,
                "version",
                version,
                "links/0/url",
                "https://example.org/beside",
                "links/0/label",
                "A page");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("https://example.org/beside").contains("upload");
        assertThat(visitor.open(edit(id, "files")).text()).contains("https://example.org/beside");
    }

    @Test
    void anAddressThatIsNoneIsToldBesideItAndSavedAllTheSame() {
        String id = begun("Sample: no address");
        Reply told = save(id, "files", "links/1/url", "no address", "links/1/label", "A page");
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.text())
                .contains("<a href=\"#links/0/url\">")
                .containsPattern("id=\"links/0/url\"[^>]*value=\"no address\"[^>]*aria-invalid=\"true\"")
                .doesNotContain("couldn’t be saved");
        assertThat(visitor.open(edit(id, "files")).text()).contains("no address");
        Reply more = save(id, "files", "do", "more:links", "links/0/url", "no address", "links/0/label", "A page");
        assertThat(more.header("Location")).endsWith("#links");
        Reply left = save(id, "files", "do", "leave", "links/0/url", "no address", "links/0/label", "A page");
        assertThat(left.header("Location")).contains(MINE + "/" + id + "?done=");
    }

    @Test
    void whoeverAttachesWithoutChoosingAFileIsToldToChooseOne() {
        String id = begun("Sample: no file");
        String version = version(visitor.open(edit(id, "files")));
        Reply refused = visitor.upload(
                edit(id, "files"),
                "",
                new byte[0],
                "do",
                "upload",
                "version",
                version,
                "links/0/url",
                "https://example.org/kept");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Choose a file to attach.", "https://example.org/kept");
    }

    @Test
    void aFileWithoutTheFormsTokenIsNotRead() {
        String id = begun("Sample: foreign");
        String version = version(visitor.open(edit(id, "files")));
        Reply reply = visitor.showing("another").upload(edit(id, "files"), "sample.txt", TEXT, "version", version);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(visitor.open(edit(id, "files")).text()).doesNotContain("sample.txt");
    }

    @Test
    void aFormWithAFileThatIsNoneIsRefusedAndChangesNothing() {
        String id = begun("Sample: broken");
        assertThat(visitor.raw(edit(id, "files"), "multipart/form-data; boundary=x", "no part at all")
                        .status())
                .isIn(400, 403);
        assertThat(visitor.raw(edit(id, "files"), "multipart/form-data", "--x--")
                        .status())
                .isEqualTo(400);
        String version = version(visitor.open(edit(id, "files")));
        Reply flood = visitor.upload(
                edit(id, "files"), "sample.txt", TEXT, "version", version, "links/0/url", "x".repeat(8_500_000));
        assertThat(flood.status()).isEqualTo(413);
        assertThat(visitor.open(edit(id, "files")).text()).doesNotContain("sample.txt");
    }

    @Test
    void whereALoginHasLostWhatWasWantedTheStepStays() {
        String id = begun("Sample: a login in between");
        String version = version(visitor.open(edit(id, "files")));
        Reply reply = visitor.send(edit(id, "files"), "version", version, "links/0/url", "https://example.org/");
        assertThat(reply.header("Location")).contains("/edit/files");
    }
}
