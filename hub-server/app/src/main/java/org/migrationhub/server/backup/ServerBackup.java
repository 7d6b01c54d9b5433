package org.migrationhub.server.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.archive.ArchiveDamagedException;
import org.migrationhub.core.archive.ArchiveSummary;
import org.migrationhub.core.archive.HubArchive;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.NotEmptyException;
import org.migrationhub.server.tables.ServerTables;

/**
 * All that an installation keeps, in one file: the archive of its hub, and the accounts of its people with what is kept of
 * their passwords, tokens and identities elsewhere. {@code BACKUP-FORMAT.md} describes the file. Stateless and thread-safe.
 */
public final class ServerBackup {

    /** The name and version of the format. */
    public static final String FORMAT = "migration-hub-backup/1";

    private static final String MANIFEST = "manifest.json";
    private static final String SERVER = "server.jsonl";
    private static final String HUB = "hub.zip";
    private static final String SEAL = "seal.json";

    private static final String FORMAT_LINE = "{\"format\":\"" + FORMAT + "\"}\n";
    private static final String ARCHIVE_LINE = "{\"format\":\"" + HubArchive.FORMAT + "\"}\n";

    /** Of manifest and seal. */
    private static final int LONGEST_SMALL = 1 << 12;

    /** Which part of the memory that there is at most the rows of a backup may take, packed as they are in it. */
    private static final int PART_OF_MEMORY = 4;

    /** ZIP wants a time, and the same installation shall give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ServerBackup() {}

    /**
     * Writes all of it. Others may go on writing to the database; what they do from now on isn't in the backup. The accounts
     * are read before the hub, so that everybody who has one is in it.
     *
     * @param out is not closed
     * @throws StaleVersionException if somebody's data was erased meanwhile: begin anew, and throw away what was written,
     *     since it holds what was to be erased
     * @throws IOException if it can't be written
     */
    public static BackupSummary write(HubStorage storage, ServerTables tables, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, MANIFEST, FORMAT_LINE.getBytes(StandardCharsets.UTF_8));
        KeptRows rows = tables.read(KeptRows::in);
        zip.putNextEntry(entry(SERVER));
        rows.writeTo(zip);
        zip.closeEntry();
        zip.setLevel(Deflater.NO_COMPRESSION); // it is compressed
        zip.putNextEntry(entry(HUB));
        ArchiveSummary hub = HubArchive.write(storage, zip);
        zip.closeEntry();
        put(zip, SEAL, sealOf(rows, hub).getBytes(StandardCharsets.UTF_8));
        zip.finish();
        if (!tables.read(rows::areAllStillIn)) {
            throw new StaleVersionException("account", "of somebody whose data was erased", 1, 2);
        }
        return new BackupSummary(hub, rows.accounts());
    }

    /**
     * Checks a backup from the first byte to the last, without any database.
     *
     * @param file is read twice
     * @param policies those under which the submissions were judged; every verdict is judged again
     * @throws BackupDamagedException at the first thing that isn't as a server wrote it
     * @throws ArchiveDamagedException the same of the archive within it
     * @throws IOException if it can't be read
     */
    public static BackupSummary verify(Path file, Policies policies) throws IOException {
        Contents contents = contents(file);
        try (InputStream in = hub(file)) {
            ArchiveSummary hub = HubArchive.verify(in, policies);
            contents.require(hub);
            return new BackupSummary(hub, contents.rows().accounts());
        }
    }

    /**
     * Puts all of a backup into an empty installation, or nothing: it is checked wholly before anything is stored, and then
     * stored in one transaction. Doing it again is safe: if everything is there as the backup holds it, nothing is done. The
     * archive of a hub alone is taken in, too; it has no accounts.
     *
     * @param file is read several times
     * @throws BackupDamagedException at the first thing that isn't as a server wrote it; nothing was stored
     * @throws ArchiveDamagedException the same of the archive within it
     * @throws NotEmptyException if there is anything else; nothing was stored
     * @throws IOException if it can't be read; nothing was stored
     */
    public static BackupSummary read(
            Path file, HubStorage storage, ServerTables tables, Policies policies, InstantSource clock)
            throws IOException {
        if (isArchive(file)) {
            return new BackupSummary(HubArchive.read(file, storage, policies, clock), 0);
        }
        Contents contents = contents(file);
        KeptRows rows = contents.rows();
        boolean isEmpty = storage.end() == 0;
        ArchiveSummary hub = HubArchive.read(
                () -> hub(file),
                storage,
                (checked, aggregates) -> {
                    contents.require(checked);
                    tables.restore(aggregates, rows::insert);
                },
                policies,
                clock);
        contents.require(hub);
        if (!isEmpty && !tables.read(KeptRows::in).equals(rows)) {
            throw new NotEmptyException("it holds other accounts than the backup.");
        }
        return new BackupSummary(hub, rows.accounts());
    }

    /**
     * What was read beside the hub.
     *
     * @param rows of the server's own tables
     * @param seal what is said of all
     */
    private record Contents(KeptRows rows, String seal) {

        /** Holds that the archive is the one that was sealed together with the rows. */
        void require(ArchiveSummary hub) {
            if (!seal.equals(sealOf(rows, hub))) {
                throw new BackupDamagedException(SEAL, "it doesn't fit to what it seals");
            }
        }
    }

    private static String sealOf(KeptRows rows, ArchiveSummary hub) {
        return line(Map.of(
                "accounts",
                rows.accounts(),
                "hub",
                hub.hub().hex(),
                "server",
                rows.digest().hex()));
    }

    private static String line(Map<String, Object> tree) {
        return new String(CanonicalJson.verbatim(tree), StandardCharsets.UTF_8) + "\n";
    }

    // Writing.

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    // Reading.

    private static boolean isArchive(Path file) throws IOException {
        try (ZipInputStream zip = opened(file)) {
            return new String(small(zip, MANIFEST), StandardCharsets.UTF_8).equals(ARCHIVE_LINE);
        }
    }

    private static Contents contents(Path file) throws IOException {
        try (ZipInputStream zip = opened(file)) {
            requireFormat(zip);
            require(zip, SERVER);
            long most = Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;
            KeptRows rows = KeptRows.read(new RowReader(SERVER, zip, most));
            require(zip, HUB);
            Contents contents = new Contents(rows, new String(small(zip, SEAL), StandardCharsets.UTF_8));
            ZipEntry trailing = next(zip, SEAL);
            if (trailing != null) {
                throw new BackupDamagedException(trailing.getName(), "it comes after the seal");
            }
            return contents;
        }
    }

    /** The archive of the hub within a backup. */
    private static InputStream hub(Path file) throws IOException {
        ZipInputStream zip = opened(file);
        try {
            requireFormat(zip);
            require(zip, SERVER);
            require(zip, HUB);
            return zip;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipInputStream opened(Path file) throws IOException {
        return new ZipInputStream(Files.newInputStream(file), StandardCharsets.UTF_8);
    }

    private static void requireFormat(ZipInputStream zip) throws IOException {
        if (!new String(small(zip, MANIFEST), StandardCharsets.UTF_8).equals(FORMAT_LINE)) {
            throw new BackupDamagedException(MANIFEST, "it isn't " + FORMAT_LINE.strip());
        }
    }

    private static byte[] small(ZipInputStream zip, String name) throws IOException {
        require(zip, name);
        return bytes(zip, name, LONGEST_SMALL);
    }

    private static void require(ZipInputStream zip, String name) throws IOException {
        ZipEntry next = next(zip, name);
        if (next == null || !next.getName().equals(name)) {
            throw new BackupDamagedException(
                    name, next == null ? "it isn't there" : "\"" + next.getName() + "\" stands in its place");
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream zip, String name) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw BackupDamagedException.unpacking(name, e);
        }
    }

    private static byte[] bytes(ZipInputStream zip, String name, int most) throws IOException {
        try {
            byte[] bytes = zip.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BackupDamagedException(name, "it is longer than it can be");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw BackupDamagedException.unpacking(name, e);
        }
    }
}
