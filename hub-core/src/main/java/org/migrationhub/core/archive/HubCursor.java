package org.migrationhub.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;

/** Goes through the lines of {@code hub.jsonl}, and sees the next one before it takes it. Not thread-safe. */
final class HubCursor {

    private final LineReader lines;
    private @Nullable String line;

    HubCursor(InputStream in) throws IOException {
        this.lines = new LineReader(ArchiveFiles.HUB, in);
        this.line = lines.next();
    }

    boolean isAtEnd() {
        return line == null;
    }

    /** Whether there is a next line, of this kind. */
    boolean isAt(Predicate<String> kind) {
        return line != null && kind.test(line);
    }

    /**
     * Takes the next line.
     *
     * @param chain among whose lines it stands, if one has begun
     * @param reader throws {@link IllegalArgumentException} for what it doesn't take
     */
    <T> At<T> take(@Nullable ChainId chain, Function<String, T> reader) throws IOException {
        String text = line;
        if (text == null) {
            throw damaged(chain, "it ends after this line");
        }
        try {
            At<T> taken = new At<>(lines.number(), reader.apply(text));
            line = lines.next();
            return taken;
        } catch (IllegalArgumentException e) {
            ArchiveDamagedException damaged = damaged(chain, String.valueOf(e.getMessage()));
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Names the next line; at the end, the last one. */
    ArchiveDamagedException damaged(@Nullable ChainId chain, String reason) {
        return damaged(lines.number(), chain, reason);
    }

    static ArchiveDamagedException damaged(long line, @Nullable ChainId chain, String reason) {
        return new ArchiveDamagedException(new ArchivePlace(ArchiveFiles.HUB, line, chain, 0, 0), reason);
    }

    /** Of all lines; to be asked at the end. */
    Sha256 digest() {
        return lines.digest();
    }
}
