package org.migrationhub.core.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of an archive, one after the other. What the ZIP format itself finds wrong is damage like any other. Not
 * thread-safe.
 */
final class ArchiveFiles extends FilterInputStream {

    /** All of the manifest. */
    static final String FORMAT_LINE = "{\"format\":\"" + HubArchive.FORMAT + "\"}";

    static final String MANIFEST = "manifest.json";
    static final String HUB = "hub.jsonl";
    static final String SEAL = "seal.json";

    /** Before the digest, in the name of an attached file. */
    static final String ATTACHMENTS = "attachments/";

    private static final int LONGEST_SMALL = 1 << 12;

    private final ZipInputStream zip;
    private String file = "the file itself";

    private ArchiveFiles(ZipInputStream zip) {
        super(zip);
        this.zip = zip;
    }

    /** Of a stream that is not closed. */
    static ArchiveFiles of(InputStream in) {
        return new ArchiveFiles(new ZipInputStream(in, StandardCharsets.UTF_8));
    }

    /** Goes to the next file, to be read from here. Returns its name; null after the last. */
    @Nullable
    String nextFile() throws IOException {
        try {
            ZipEntry next = zip.getNextEntry();
            file = next == null ? file : next.getName();
            return next == null ? null : file;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** Goes to the next file, which has to be this one. */
    void require(String name) throws IOException {
        String next = nextFile();
        if (!name.equals(next)) {
            throw new ArchiveDamagedException(
                    ArchivePlace.file(name), next == null ? "it isn't there" : "\"" + next + "\" stands in its place");
        }
    }

    /** All of a file that is small, and nothing but a line. */
    String line() throws IOException {
        byte[] bytes = readNBytes(LONGEST_SMALL + 1);
        if (bytes.length > LONGEST_SMALL) {
            throw new ArchiveDamagedException(ArchivePlace.file(file), "it is longer than it can be");
        }
        LineReader lines = new LineReader(file, new ByteArrayInputStream(bytes));
        String line = lines.next();
        if (line == null || lines.next() != null) {
            throw new ArchiveDamagedException(ArchivePlace.file(file), "it isn't one line");
        }
        return line;
    }

    @Override
    public int read() throws IOException {
        try {
            return zip.read();
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return zip.read(bytes, from, length);
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    private ArchiveDamagedException damaged(Exception cause) {
        ArchiveDamagedException damaged =
                new ArchiveDamagedException(ArchivePlace.file(file), "it can't be unpacked: " + cause.getMessage());
        damaged.initCause(cause);
        return damaged;
    }
}
