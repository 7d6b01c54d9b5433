package org.migrationhub.core.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.AttachmentStore;
import org.migrationhub.core.storage.MeasuredInputStream;
import org.migrationhub.core.storage.NotEmptyException;
import org.migrationhub.core.storage.StoredAttachment;

/** What is done with each attached file of an archive. */
interface FileTaker {

    /**
     * Takes a file.
     *
     * @param digest what it is called; whether it is right, the caller sees
     * @param bytes read to their end
     * @param most how many there may be
     * @return what they were
     * @throws RefusedException if there are more
     */
    StoredAttachment take(Sha256 digest, InputStream bytes, long most) throws IOException;

    /** Nothing: it is only measured. */
    static FileTaker measuring() {
        return (digest, bytes, most) -> {
            MeasuredInputStream measured = new MeasuredInputStream(bytes, most);
            measured.transferTo(OutputStream.nullOutputStream());
            return measured.measured();
        };
    }

    /** It is stored. */
    static FileTaker storing(AttachmentStore store, InstantSource clock) {
        return (digest, bytes, most) ->
                store.storeAttachment(bytes, most, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** It has to be there; where what is kept of it was damaged, it is put right. */
    static FileTaker comparing(AttachmentStore store) {
        return (digest, bytes, most) -> {
            if (!sizes(store, Set.of(digest)).containsKey(digest)) {
                throw new NotEmptyException(
                        "it lacks " + ArchiveFiles.ATTACHMENTS + digest + ", which the archive has.");
            }
            return isSound(store, digest)
                    ? measuring().take(digest, bytes, most)
                    : store.storeAttachment(bytes, most, Instant.EPOCH);
        };
    }

    private static boolean isSound(AttachmentStore store, Sha256 digest) {
        try (InputStream kept = store.attachment(digest).orElseThrow(FileNotFoundException::new)) {
            kept.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (AlteredException | IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** The sizes of those that are there; asked as of the beginning of time, which renews none of them. */
    static Map<Sha256, Long> sizes(AttachmentStore store, Set<Sha256> digests) {
        return store.holdAttachments(digests, Instant.EPOCH);
    }
}
