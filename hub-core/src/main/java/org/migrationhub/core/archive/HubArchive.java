package org.migrationhub.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.NotEmptyException;
import org.migrationhub.core.storage.Restored;

/**
 * A whole hub in one file: for backups, and to move from one storage to another. {@code ARCHIVE-FORMAT.md} describes the
 * file.
 *
 * <p>It holds <strong>personal data</strong>: names, addresses, and everything that reviewers wrote. Whoever makes one
 * keeps it as safe as the database, and deletes it when somebody's data has been erased since.
 *
 * <p>The same hub gives the same bytes, whatever storage it lies in. Memory doesn't grow with the hub, but for the
 * book-keeping that {@code ARCHIVE-FORMAT.md} lists. Stateless and thread-safe.
 */
public final class HubArchive {

    /** The name and version of the format. */
    public static final String FORMAT = "migration-hub-archive/1";

    /** ZIP wants a time. Not 1 January: that Java writes with the time zone of the machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private HubArchive() {}

    /** Where an archive lies. */
    public interface Source {

        /** Its bytes from the first one on, anew each time; whoever asks for them closes them. */
        InputStream open() throws IOException;
    }

    /** What stores an archive that was found undamaged. */
    public interface Target {

        /**
         * Stores all of it, as {@link HubStorage#restore} does, or throws and stores nothing.
         *
         * @param checked what the archive holds
         * @param aggregates to be iterated once
         */
        void restore(ArchiveSummary checked, Iterable<Restored> aggregates);
    }

    /**
     * Writes all that a storage holds at this moment. Others may go on writing to it; what they commit from now on isn't in
     * the archive.
     *
     * @param storage from which
     * @param out to which; it is not closed
     * @return what the archive holds
     * @throws StaleVersionException if a person's data was erased meanwhile: begin anew, and throw away what was written,
     *     since it holds what was to be erased
     * @throws IllegalStateException if the storage contradicts itself, so that nobody could read what is written: entries
     *     don't follow from one another, a record isn't what they add up to, words are missing that were never erased; or
     *     ({@link AlteredException}) words or an attached file are no longer what they were
     * @throws IOException if it can't be written
     */
    public static ArchiveSummary write(HubStorage storage, OutputStream out) throws IOException {
        Tally tally = new Tally();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, ArchiveFiles.MANIFEST, ArchiveFiles.FORMAT_LINE);
        zip.putNextEntry(entry(ArchiveFiles.HUB));
        HubWriter hub = new HubWriter(storage, zip, tally);
        Sha256 digest = hub.write();
        zip.closeEntry();
        for (Map.Entry<Sha256, SortedSet<Long>> file : hub.files().all().entrySet()) {
            putFile(zip, storage, file.getKey(), file.getValue(), tally);
        }
        hub.refuseErasedMeanwhile();
        ArchiveSummary summary = tally.summary(digest);
        put(zip, ArchiveFiles.SEAL, HubLines.write(summary));
        zip.finish();
        return summary;
    }

    /**
     * Checks an archive from the first byte to the last, without any storage.
     *
     * @param in it is not closed
     * @param policies those under which the submissions were judged; every verdict is judged again
     * @return what the archive holds
     * @throws ArchiveDamagedException at the first thing that isn't as a hub wrote it
     * @throws IOException if it can't be read
     */
    public static ArchiveSummary verify(InputStream in, Policies policies) throws IOException {
        return check(in, policies, FileTaker.measuring());
    }

    /**
     * Puts all of an archive into a storage, or nothing. It is checked wholly, as by {@link #verify}, before the storage is
     * touched, and once more while it is read.
     *
     * <p>Attached files are stored first, while the archive is checked. Where that ends with an exception, nothing refers to
     * those that were stored, and a sweep takes them away.
     *
     * <p>Doing it again is safe. If the storage holds exactly what the archive holds, which is compared chain by chain,
     * nothing is done, but that attached files which were damaged in the storage are put right.
     *
     * @param archive a file, which is read twice
     * @param storage an empty one, or one that this archive was put into already
     * @param policies those under which the submissions were judged; every verdict is judged again
     * @param clock says when attached files were stored
     * @return what the storage holds now
     * @throws ArchiveDamagedException at the first thing that isn't as a hub wrote it; nothing was stored
     * @throws NotEmptyException if the storage holds anything else; nothing was stored
     * @throws AlteredException if it holds words that are no longer what they were
     * @throws IOException if it can't be read; nothing was stored
     */
    public static ArchiveSummary read(Path archive, HubStorage storage, Policies policies, InstantSource clock)
            throws IOException {
        return read(
                () -> Files.newInputStream(archive),
                storage,
                (checked, aggregates) -> storage.restore(aggregates),
                policies,
                clock);
    }

    /**
     * The same of an archive that lies within something else, by somebody who stores more in the same step.
     *
     * @param archive is opened twice
     * @param storage an empty one, or one that this archive was put into already
     * @param target what stores it in that storage; not asked where the storage holds the archive
     * @param policies those under which the submissions were judged; every verdict is judged again
     * @param clock says when attached files were stored
     * @return what the storage holds now
     * @throws ArchiveDamagedException at the first thing that isn't as a hub wrote it; nothing was stored
     * @throws NotEmptyException if the storage holds anything else; nothing was stored
     * @throws AlteredException if it holds words that are no longer what they were
     * @throws IOException if it can't be read; nothing was stored
     */
    public static ArchiveSummary read(
            Source archive, HubStorage storage, Target target, Policies policies, InstantSource clock)
            throws IOException {
        return storage.end() == 0
                ? store(archive, storage, target, policies, clock)
                : compare(archive, storage, policies);
    }

    private static ArchiveSummary store(
            Source archive, HubStorage storage, Target target, Policies policies, InstantSource clock)
            throws IOException {
        ArchiveSummary checked;
        try (InputStream in = archive.open()) {
            checked = check(in, policies, FileTaker.storing(storage, clock));
        }
        try (InputStream in = archive.open()) {
            ArchiveReader reader = new ArchiveReader(in, policies, FileTaker.measuring());
            target.restore(checked, () -> reader);
            return reader.summary();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static ArchiveSummary compare(Source archive, HubStorage storage, Policies policies) throws IOException {
        try (InputStream in = archive.open()) {
            ArchiveReader reader = new ArchiveReader(in, policies, FileTaker.comparing(storage));
            new Comparison(storage).requireSame(reader);
            return reader.summary();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static ArchiveSummary check(InputStream in, Policies policies, FileTaker taker) throws IOException {
        ArchiveReader reader = new ArchiveReader(in, policies, taker);
        try {
            reader.forEachRemaining(restored -> {});
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return reader.summary();
    }

    /** Only if it is there, with a size of which a content speaks. */
    private static void putFile(ZipOutputStream zip, HubStorage storage, Sha256 digest, Set<Long> sizes, Tally tally)
            throws IOException {
        Long size = FileTaker.sizes(storage, Set.of(digest)).get(digest);
        if (size == null || !sizes.contains(size)) {
            return;
        }
        try (InputStream bytes = storage.attachment(digest)
                .orElseThrow(() -> new IllegalStateException("The file " + digest + " was there, and is gone"))) {
            zip.putNextEntry(entry(ArchiveFiles.ATTACHMENTS + digest.hex()));
            bytes.transferTo(zip);
            zip.closeEntry();
            tally.addAttachment();
        }
    }

    private static void put(ZipOutputStream zip, String name, String line) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }
}
