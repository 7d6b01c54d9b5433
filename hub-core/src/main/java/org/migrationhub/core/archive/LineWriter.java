package org.migrationhub.core.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.JournalVerifier;

/** Writes lines, each ended by LF, and digests them. Not thread-safe. */
final class LineWriter {

    private final OutputStream out;
    private final MessageDigest digest = Sha256.algorithm();

    LineWriter(OutputStream out) {
        this.out = out;
    }

    void write(String line) throws IOException {
        byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
        if (bytes.length > JournalVerifier.LONGEST_LINE) {
            throw new IllegalStateException("A line of %d bytes could never be read again: it begins with %.200s"
                    .formatted(bytes.length, line));
        }
        digest.update(bytes);
        out.write(bytes);
    }

    /** Of everything that was written; to be asked at the end. */
    Sha256 digest() {
        return Sha256.ofDigest(digest.digest());
    }
}
