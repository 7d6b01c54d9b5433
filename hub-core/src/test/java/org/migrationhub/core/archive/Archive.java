package org.migrationhub.core.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.storage.HubStorage;

/** An archive in pieces, to be altered as whoever tampers with one would. Immutable. */
record Archive(Map<String, byte[]> files) {

    static Archive of(HubStorage storage) throws IOException {
        return of(bytes(storage));
    }

    static Archive of(byte[] zipped) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new Archive(files);
    }

    static byte[] bytes(HubStorage storage) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HubArchive.write(storage, out);
        return out.toByteArray();
    }

    byte[] hub() {
        return files.getOrDefault(ArchiveFiles.HUB, new byte[0]);
    }

    List<String> lines() {
        return new ArrayList<>(new String(hub(), StandardCharsets.UTF_8).lines().toList());
    }

    Archive with(String file, byte[] bytes) {
        Map<String, byte[]> copy = new LinkedHashMap<>(files);
        copy.put(file, bytes);
        return new Archive(copy);
    }

    Archive with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    Archive without(String file) {
        Map<String, byte[]> copy = new LinkedHashMap<>(files);
        copy.remove(file);
        return new Archive(copy);
    }

    /** With other lines, and a seal that fits to them. */
    Archive forged(Consumer<List<String>> change) {
        List<String> lines = lines();
        change.accept(lines);
        return with(ArchiveFiles.HUB, String.join("\n", lines) + "\n").resealed();
    }

    /** With a seal that fits. */
    Archive resealed() {
        List<String> lines = lines();
        ArchiveSummary summary = new ArchiveSummary(
                beginning(lines, "{\"chain\":\"organisation/"),
                beginning(lines, "{\"chain\":\"person/"),
                beginning(lines, "{\"chain\":\"submission/"),
                lines.stream()
                        .filter(line -> line.contains("\"type\":\"checkpoint\""))
                        .count(),
                beginning(lines, "{\"actor\":"),
                files.keySet().stream()
                        .filter(name -> name.startsWith(ArchiveFiles.ATTACHMENTS))
                        .count(),
                Sha256.of(hub()));
        return with(ArchiveFiles.SEAL, HubLines.write(summary) + "\n");
    }

    byte[] zipped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    ArchiveSummary verify() throws IOException {
        return HubArchive.verify(new ByteArrayInputStream(zipped()), Policies.presets());
    }

    ArchiveSummary readInto(HubStorage storage, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("archive.zip"), zipped());
        return HubArchive.read(file, storage, Policies.presets(), () -> Samples.NOW);
    }

    private static long beginning(List<String> lines, String text) {
        return lines.stream().filter(line -> line.startsWith(text)).count();
    }
}
