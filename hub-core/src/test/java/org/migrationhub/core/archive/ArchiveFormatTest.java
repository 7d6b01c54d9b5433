package org.migrationhub.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;

/** Holds {@code ARCHIVE-FORMAT.md} to the code. */
class ArchiveFormatTest {

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("ARCHIVE-FORMAT.md"));
    }

    @Test
    void theExampleIsAnArchive() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("manifest.json", bytes("{\"format\":\"migration-hub-archive/1\"}\n"));
        files.put("hub.jsonl", bytes(block("jsonl")));
        files.put("seal.json", bytes(block("json")));
        Archive example = new Archive(files);

        assertThat(example.verify().entries()).isEqualTo(7);
        assertThat(example.resealed().files().get("seal.json")).isEqualTo(files.get("seal.json"));
        assertThat(page).contains(ArchiveFiles.FORMAT_LINE);
    }

    @Test
    void theFilesComeInTheOrderOfThePage() throws IOException {
        HubStorage storage = new InMemoryStorage();

        assertThat(Archive.of(storage).files().keySet())
                .containsExactly(ArchiveFiles.MANIFEST, ArchiveFiles.HUB, ArchiveFiles.SEAL)
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }

    @Test
    void whatThePageSaysOfLimitsAndCodesIsSo() {
        assertThat(JournalVerifier.LONGEST_LINE).isEqualTo(16 << 20);
        assertThat(page).contains("A line has at most 16 MiB");
        Arrays.stream(Criterion.values()).forEach(criterion -> assertThat(page).contains("`" + criterion.code() + "`"));
    }

    private String block(String language) {
        String begin = "```" + language + "\n";
        int from = page.indexOf(begin) + begin.length();
        return page.substring(from, page.indexOf("```", from));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
