package org.migrationhub.server;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.server.backup.ServerBackup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a backup is fetched from a running server whose database no other process can open: a socket in the server's own
 * directory. Whoever may read the database itself may knock there, and nobody else, so it needs no password; and it gives to
 * nobody what an administrator of the Hub may not have, which digests of passwords are.
 *
 * <p>Whoever connects gets one backup: pieces, each behind its length, and then how it ended. One is made at a time; others
 * wait. Thread-safe.
 */
final class BackupDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackupDoor.class);

    private static final int PIECE = 1 << 16;
    private static final int WHOLE = 0;
    private static final int BEGIN_ANEW = -1;
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long STUCK_MILLIS = 60_000;

    private final OpenStorage kept;
    private final @Nullable Path socket;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable ServerSocketChannel door;
    private volatile @Nullable SocketChannel guest;
    private volatile @Nullable Thread porter;

    /**
     * One that isn't open yet.
     *
     * @param kept what is backed up; to be closed after this
     * @param socket where, in the server's own directory; null where others can reach the database themselves, so that it is
     *     never opened
     */
    BackupDoor(OpenStorage kept, @Nullable Path socket) {
        this.kept = kept;
        this.socket = socket;
    }

    /** Opens it; only told in the log where the system has no such sockets, or the path is too long for one. */
    void open() {
        if (socket == null) {
            return;
        }
        try {
            Files.deleteIfExists(socket); // of a server that was killed
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            door = opened;
            opened.bind(UnixDomainSocketAddress.of(socket));
            closeToOthers(socket);
            Thread thread = new Thread(() -> serve(opened), "backup-door");
            thread.setDaemon(true);
            porter = thread;
            thread.start();
        } catch (IOException | UnsupportedOperationException e) {
            closeUnopened();
            LOG.warn(
                    "There is no backup while this server runs: it can't listen at {} ({}); give --data a shorter path",
                    socket,
                    e.getMessage());
        }
    }

    /** Where nobody will answer nobody is to knock. */
    private void closeUnopened() {
        try {
            close(door);
            Files.deleteIfExists(requireNonNull(socket));
        } catch (IOException e) {
            LOG.warn("The socket for backups couldn't be closed", e);
        }
    }

    /**
     * Fetches a backup from whoever serves there.
     *
     * @param out takes it
     * @return whether a server is there; if not, nothing was written
     * @throws StaleVersionException if somebody's data was erased meanwhile: begin anew, and throw away what was written
     * @throws StartRefusedException if the server didn't finish it
     * @throws IOException if it can't be written
     */
    static boolean fetch(Path socket, OutputStream out) throws IOException {
        SocketChannel channel = knock(socket);
        if (channel == null) {
            return false;
        }
        try (DataInputStream in = new DataInputStream(Channels.newInputStream(channel))) {
            for (int length = in.readInt(); length != WHOLE; length = in.readInt()) {
                if (length == BEGIN_ANEW) {
                    throw new StaleVersionException("account", "of somebody whose data was erased", 1, 2);
                }
                out.write(in.readNBytes(length));
            }
            return true;
        } catch (EOFException e) {
            StartRefusedException broken = new StartRefusedException(
                    "The server couldn't finish the backup, or was ended; its log says why. Try again.");
            broken.initCause(e);
            throw broken;
        }
    }

    private static @Nullable SocketChannel knock(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            return null;
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return channel;
        } catch (IOException e) {
            channel.close(); // nobody is there: the server that made it was killed
            return null;
        }
    }

    /** Ends it, in the midst of a backup if there is one: whoever fetches that is told. Never by an interrupt, as {@link Following}. */
    @Override
    public void close() {
        closing.countDown();
        try {
            close(door);
            close(guest);
            if (socket != null) {
                Files.deleteIfExists(socket);
            }
            Thread thread = porter;
            if (thread != null) {
                thread.join(PATIENCE_MILLIS);
            }
        } catch (IOException e) {
            LOG.warn("The socket for backups couldn't be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(@Nullable Channel open) throws IOException {
        if (open != null) {
            open.close();
        }
    }

    private void serve(ServerSocketChannel opened) {
        try {
            boolean well = true;
            while (!closing.await(well ? 0 : PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                well = serveOne(opened);
            }
        } catch (InterruptedException e) {
            LOG.error("Somebody has interrupted what gives out backups; it has ended", e);
        }
    }

    /** Waits for somebody and gives them a backup; whether that went well. */
    private boolean serveOne(ServerSocketChannel opened) {
        try (SocketChannel channel = opened.accept()) {
            guest = channel;
            try (OutputStream patient = new Patient(channel)) {
                send(patient);
            }
            return true;
        } catch (ClosedChannelException e) {
            LOG.debug("No backup is given out any more", e);
        } catch (IOException e) {
            LOG.warn("A backup couldn't be given out to its end: {}", e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("A backup couldn't be made", e);
        } finally {
            guest = null;
        }
        return false;
    }

    private void send(OutputStream out) throws IOException {
        DataOutputStream told = new DataOutputStream(out);
        try {
            OutputStream pieces = new BufferedOutputStream(new Pieces(told), PIECE);
            ServerBackup.write(kept.storage(), kept.tables(), pieces);
            pieces.flush();
            told.writeInt(WHOLE);
            LOG.info("A backup was fetched");
        } catch (StaleVersionException e) {
            LOG.info("Somebody's data was erased while a backup was fetched, which is begun anew");
            told.writeInt(BEGIN_ANEW);
        }
    }

    /** Gives to somebody what they take in time: whoever stands still would keep all others waiting. */
    private static final class Patient extends OutputStream {

        private final SocketChannel channel;
        private final Selector selector;

        Patient(SocketChannel channel) throws IOException {
            this.channel = channel;
            channel.configureBlocking(false);
            this.selector = Selector.open();
            channel.register(selector, SelectionKey.OP_WRITE);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
            while (left.hasRemaining()) {
                if (channel.write(left) == 0 && selector.select(STUCK_MILLIS) == 0) {
                    throw new IOException("whoever fetches it has taken nothing for a minute");
                }
                selector.selectedKeys().clear();
            }
        }

        @Override
        public void close() throws IOException {
            selector.close();
        }
    }

    /** Each piece behind its length, since the end of a connection doesn't say whether that was all. */
    private static final class Pieces extends OutputStream {

        private final DataOutputStream out;

        Pieces(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                out.writeInt(length);
                out.write(bytes, from, length);
            }
        }
    }

    private static void closeToOthers(Path socket) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
