package org.migrationhub.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.core.storage.StoredAttachment;

/**
 * One pass through an archive, from the first byte to the last, that checks everything on its way. It says that there is
 * nothing more only after the seal was compared, so that whoever iterates to the end without an exception has all of an
 * undamaged archive. Not thread-safe.
 */
final class ArchiveReader implements Iterator<Restored> {

    private final ArchiveFiles files;
    private final Tally tally = new Tally();
    private final HubReader hub;
    private final FileTaker taker;
    private @Nullable Restored next;
    private @Nullable ArchiveSummary summary;

    /**
     * Begins, and reads up to the first aggregate.
     *
     * @param in is not closed
     * @param taker gets each attached file
     * @throws UncheckedIOException from its methods, if the stream can't be read
     */
    ArchiveReader(InputStream in, Policies policies, FileTaker taker) throws IOException {
        this.taker = taker;
        this.files = ArchiveFiles.of(in);
        files.require(ArchiveFiles.MANIFEST);
        if (!files.line().equals(ArchiveFiles.FORMAT_LINE)) {
            throw new ArchiveDamagedException(
                    ArchivePlace.file(ArchiveFiles.MANIFEST), "it isn't " + ArchiveFiles.FORMAT_LINE);
        }
        files.require(ArchiveFiles.HUB);
        this.hub = new HubReader(files, policies, tally);
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Restored next() {
        Restored present = next;
        if (present == null) {
            throw new NoSuchElementException("The archive has no more than that");
        }
        try {
            advance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return present;
    }

    /** What the archive holds; to be asked at the end. */
    ArchiveSummary summary() {
        return Optional.ofNullable(summary).orElseThrow(() -> new IllegalStateException("Not all of it was read"));
    }

    private void advance() throws IOException {
        next = hub.next();
        if (next == null) {
            summary = sealed(tally, readAttachments());
        }
    }

    /** Reads the attached files. Returns the name of the file after them. */
    private @Nullable String readAttachments() throws IOException {
        String before = "";
        String name = files.nextFile();
        while (name != null && name.startsWith(ArchiveFiles.ATTACHMENTS)) {
            if (name.compareTo(before) <= 0) {
                throw damaged(name, "it doesn't come after " + before);
            }
            readAttachment(name);
            tally.addAttachment();
            before = name;
            name = files.nextFile();
        }
        return name;
    }

    private void readAttachment(String name) throws IOException {
        Sha256 digest = Sha256.find(name.substring(ArchiveFiles.ATTACHMENTS.length()))
                .orElseThrow(() -> damaged(name, "this is no digest"));
        SortedSet<Long> sizes = hub.files().all().get(digest);
        if (sizes == null) {
            throw damaged(name, "no content refers to it");
        }
        StoredAttachment file = taken(name, digest, sizes.last());
        if (!file.sha256().equals(digest)) {
            throw damaged(name, "its digest is another one");
        }
        if (!sizes.contains(file.size())) {
            throw damaged(name, "no content refers to a file of %d bytes with its digest".formatted(file.size()));
        }
    }

    private StoredAttachment taken(String name, Sha256 digest, long most) throws IOException {
        try {
            return taker.take(digest, files, most);
        } catch (RefusedException e) {
            ArchiveDamagedException damaged =
                    damaged(name, "it is longer than the " + most + " bytes of which a content speaks");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private ArchiveSummary sealed(Tally counted, @Nullable String name) throws IOException {
        if (name == null) {
            throw damaged(ArchiveFiles.SEAL, "it isn't there: the archive was cut off");
        }
        if (!name.equals(ArchiveFiles.SEAL)) {
            throw damaged(name, "there is no such file in an archive, or not at this place");
        }
        ArchiveSummary found = counted.summary(hub.digest());
        String expected = HubLines.write(found);
        if (!files.line().equals(expected)) {
            throw damaged(ArchiveFiles.SEAL, "it doesn't fit to what it seals, which is " + expected);
        }
        String trailing = files.nextFile();
        if (trailing != null) {
            throw damaged(trailing, "it comes after the seal");
        }
        return found;
    }

    private static ArchiveDamagedException damaged(String file, String reason) {
        return new ArchiveDamagedException(ArchivePlace.file(file), reason);
    }
}
