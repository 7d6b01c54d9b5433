package org.migrationhub.core.storage;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Sha256;

/**
 * What is kept under a digest, or in the journal, is no longer what it was: somebody changed it behind the storage's back, or
 * a disk did. It is never handed out, and no act of a hub leads to it or mends it: whoever runs the installation takes what it
 * was from a backup.
 */
public final class AlteredException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final String key;

    private AlteredException(String what, String key, @Nullable Throwable cause) {
        super("The %s kept as %s is no longer what it was".formatted(what, key), cause);
        this.key = key;
    }

    /**
     * Of a content.
     *
     * @param cause why it can't even be read; null if it can, and has another digest
     */
    public static AlteredException ofContent(ContentDigest digest, @Nullable Throwable cause) {
        return new AlteredException("content", digest.toString(), cause);
    }

    /**
     * Of a note.
     *
     * @param cause why it can't even be read; null if it can, and has another digest
     */
    public static AlteredException ofNote(Sha256 digest, @Nullable Throwable cause) {
        return new AlteredException("note", digest.hex(), cause);
    }

    /** Of the bytes of an attached file. */
    public static AlteredException ofFile(Sha256 digest) {
        return new AlteredException("file", digest.hex(), null);
    }

    /**
     * Of an entry of the journal, which can't even be read. One that can is looked at by whoever verifies the journal.
     *
     * @param position at which it is kept
     */
    public static AlteredException ofEntry(long position, Throwable cause) {
        return new AlteredException("entry", "position " + position, cause);
    }

    /** Under what it is kept: a digest as it is written, or a position. */
    public String key() {
        return key;
    }
}
