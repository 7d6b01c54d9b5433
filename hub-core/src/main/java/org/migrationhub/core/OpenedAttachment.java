package org.migrationhub.core;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.migrationhub.core.content.Attachment;

/**
 * An attachment with its bytes. Whoever is given it closes it. Not thread-safe.
 *
 * @param attachment what the item says of the file; the size is that of the bytes
 * @param bytes verified while they are read: what isn't the file of the digest any more ends in an
 *     {@link IllegalStateException} before its last byte
 */
public record OpenedAttachment(Attachment attachment, InputStream bytes) implements Closeable {

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
