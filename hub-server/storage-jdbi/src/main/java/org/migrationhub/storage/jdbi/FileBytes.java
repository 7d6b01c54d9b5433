package org.migrationhub.storage.jdbi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.storage.StoredAttachment;

/** Where the bytes of files are. Thread-safe; of one file, {@link AttachmentTable} changes only one thing at a time. */
interface FileBytes {

    /** A new file on the disk for what comes in. */
    Path temporaryFile() throws IOException;

    /** The digest of what is there of a file, read to its end. */
    Sha256 digest(Connection connection, StoredAttachment file) throws SQLException, IOException;

    /** Puts the bytes of a file there, which lie in a temporary one that may be taken. */
    void put(Connection connection, StoredAttachment file, Path spooled) throws SQLException, IOException;

    /** Takes the bytes of a file away, whose row has gone with all that belongs to it. */
    void remove(Sha256 digest) throws IOException;

    /** The bytes of a file, as they are; reading fails if they are fewer than they should be. */
    InputStream open(StoredAttachment file);

    /**
     * Takes away what a crash left there before an instant.
     *
     * @param removeUnlessKept takes away the bytes of a file that has no row, by {@link #remove}
     */
    void sweep(Instant before, Consumer<Sha256> removeUnlessKept);
}
