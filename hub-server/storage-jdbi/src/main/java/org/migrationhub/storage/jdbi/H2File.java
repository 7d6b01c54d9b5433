package org.migrationhub.storage.jdbi;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Connections to an H2 database in a file, the first of which opens it in its last state, also if whoever had it open before
 * was killed, or closed it in a hurry.
 *
 * <p>H2 2.5.252 doesn't do so by itself. All that was committed is in the file; but H2 looks for the last state only where it
 * expects that, and where space in the file is used again, 45 seconds after it was freed, every other time takes an older one
 * for the last. Commits that were acknowledged are lost then. Its recovery mode looks everywhere. Thread-safe.
 */
final class H2File implements DataSource {

    /** The file begins with two blocks that both say so if it was closed. */
    private static final int BLOCK = 4096;

    private static final String CLOSED = ",clean:1,";

    /**
     * By which it is asked whether anybody has a file open. While this process has, nothing else may close a channel on it:
     * that gives back every lock that the process has on the file.
     */
    private static final Map<Path, FileChannel> PROBES = new HashMap<>();

    private final Path file;
    private final JdbcDataSource source = new JdbcDataSource();

    /**
     * The database in a file.
     *
     * @param file with its ending
     * @param url by which H2 opens it
     */
    H2File(Path file, String url, String user) {
        this.file = file;
        source.setURL(url);
        source.setUser(user);
        source.setPassword("");
    }

    @Override
    public Connection getConnection() throws SQLException {
        synchronized (PROBES) {
            recoverUnlessOpen();
            return source.getConnection();
        }
    }

    /** Lets go of the file if nobody in this process has it open any more. */
    void letGo() {
        synchronized (PROBES) {
            FileChannel probe = PROBES.get(file);
            try {
                if (probe != null && isFree(probe)) {
                    PROBES.remove(file);
                    probe.close();
                }
            } catch (IOException e) {
                LoggerFactory.getLogger(H2File.class).debug("The file is gone already", e);
            }
        }
    }

    private void recoverUnlessOpen() throws SQLException {
        try {
            FileChannel probe = probe();
            if (probe != null && isFree(probe) && probe.size() > 0 && !wasClosed(probe)) {
                recover();
            }
        } catch (IOException | MVStoreException e) {
            throw new SQLException("The file of the database can't be read: " + e.getMessage(), e);
        }
    }

    private @Nullable FileChannel probe() throws IOException {
        FileChannel probe = PROBES.get(file);
        if (probe == null && Files.exists(file)) {
            probe = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            PROBES.put(file, probe);
        }
        return probe;
    }

    /** Whether neither this process nor another has it open. */
    private static boolean isFree(FileChannel probe) throws IOException {
        try (FileLock lock = probe.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static boolean wasClosed(FileChannel probe) throws IOException {
        return isMarked(probe, 0) && isMarked(probe, BLOCK);
    }

    private static boolean isMarked(FileChannel probe, long from) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        while (block.hasRemaining() && probe.read(block, from + block.position()) >= 0) {
            // until there is no more
        }
        return new String(block.array(), StandardCharsets.ISO_8859_1).contains(CLOSED);
    }

    private void recover() {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .recoveryMode()
                .autoCommitDisabled()
                .open();
        store.close();
        LoggerFactory.getLogger(H2File.class)
                .info("The database wasn't closed when it was used last; its last state was looked for and found");
    }

    // What else a source of connections has to do.

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("Whose connections these are is settled");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        source.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() {
        return source.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        source.setLoginTimeout(seconds);
    }

    @Override
    public @Nullable Logger getParentLogger() {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
