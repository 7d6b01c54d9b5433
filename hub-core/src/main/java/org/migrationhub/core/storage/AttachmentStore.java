package org.migrationhub.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.RefusedException;

/**
 * The bytes of attachments. They are found by their digest, so that the same file is kept once, whoever sent it and under
 * whatever name; names and types are the items' to say.
 *
 * <p>A file comes before the item that refers to it. Until a commit holds a content that does
 * ({@link ContentItem#attachments}), only the instant when it was last stored or asked for keeps it from a sweep; from then
 * on it is kept for ever, since contents are.
 */
public interface AttachmentStore {

    /**
     * Stores what a stream holds. Nothing can be opened before the stream has come to its end; when this returns, everybody
     * can open it. Bytes that are there already are stored no second time; their instant becomes this one if it is later.
     * Those that are kept as these and are no longer what they were are replaced by these.
     *
     * <p>A storage that outlives the process never holds all of the bytes in memory. {@link MeasuredInputStream} counts and
     * digests them on their way.
     *
     * @param bytes read to its end unless that fails; the caller closes it. Whatever it throws comes out of here, and nothing
     *     was stored
     * @param most how many bytes there may be
     * @param at now
     * @return digest and size; a stream without bytes is a file like any other
     * @throws RefusedException with the code {@code attachment.too-large} if there are more; nothing was stored, and no more
     *     than one buffer beyond the limit was read
     * @throws IOException if the stream can't be read to its end; nothing was stored
     */
    StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException;

    /**
     * Opens a file. Whoever reads it may be slow, so the stream holds on to nothing that others wait for. A sweep that takes
     * the file away meanwhile may make reading fail; it never shortens what is read.
     *
     * @param digest of the bytes
     * @return a stream that the caller closes, not thread-safe; empty if there is no such file. If the bytes that are kept
     *     are no longer those of the digest, reading throws an {@link AlteredException} before the last of them is
     *     handed out: whoever counts bytes learns of it, too. {@link VerifiedInputStream} does that
     */
    Optional<InputStream> attachment(Sha256 digest);

    /**
     * Which of these files are there. Each of them is kept from every sweep of what is older than the instant, so that
     * whoever asks has that much time to commit what refers to it. Answer and renewal are one atomic step: a file that the
     * answer holds has not been swept, and will not be by such a sweep.
     *
     * @param digests which files; may be empty
     * @param at now; a file that was stored or asked for later keeps the later instant
     * @return the sizes in bytes of those that are there; no entry for the others
     */
    Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at);

    /**
     * Removes the files to which no committed content refers and which were last stored or asked for before an instant. For
     * each file this is one atomic step: whatever is stored, asked for or committed at the same time either comes first and
     * keeps the file, or finds it gone. Several may sweep at once.
     *
     * @param before what was stored or asked for at this instant or later stays
     * @return how many this call removed
     */
    int sweepAttachments(Instant before);
}
