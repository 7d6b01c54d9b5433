package org.migrationhub.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.migrationhub.core.content.Sha256;

/**
 * Hands out bytes that are kept under a digest, and verifies on the way that they still are what they were: for an
 * {@link AttachmentStore} that gives bytes out. It reads a block ahead and hands out the last block only when all is well,
 * so that a reader who knows how many bytes to expect never gets that many false ones. Not thread-safe.
 */
public final class VerifiedInputStream extends InputStream {

    private static final int BLOCK = 8192;

    private final InputStream kept;
    private final Sha256 expected;
    private final MessageDigest digest = Sha256.algorithm();
    private byte[] block = new byte[0];
    private int position;
    private byte[] ahead = new byte[0];
    private boolean begun;
    private boolean broken;

    /**
     * Verifies a stream that stands at its beginning.
     *
     * @param kept closed with this one
     * @param expected of all its bytes
     */
    public VerifiedInputStream(InputStream kept, Sha256 expected) {
        this.kept = kept;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : block[position++] & 0xff;
    }

    /**
     * As ever.
     *
     * @throws AlteredException if the bytes are not those of the digest
     */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, block.length - position);
        System.arraycopy(block, position, bytes, from, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }

    private boolean isAtEnd() throws IOException {
        if (!begun) {
            ahead = next();
            begun = true;
        }
        if (position == block.length) {
            byte[] further = ahead.length == 0 ? ahead : next();
            block = ahead;
            ahead = further;
            position = 0;
        }
        return block.length == 0;
    }

    /** The next block; an empty one after the last, once the digest is known to be right. */
    private byte[] next() throws IOException {
        byte[] read = kept.readNBytes(BLOCK);
        digest.update(read);
        broken |= read.length == 0 && !Sha256.ofDigest(digest.digest()).equals(expected);
        if (broken) {
            throw AlteredException.ofFile(expected);
        }
        return read;
    }
}
