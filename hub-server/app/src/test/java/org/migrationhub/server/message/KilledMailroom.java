package org.migrationhub.server.message;

import java.nio.file.Path;
import java.time.Duration;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** What goes on with the messages of a server that was killed. */
public final class KilledMailroom implements AutoCloseable {

    private final Mailroom room;

    private KilledMailroom(Mailroom room) {
        this.room = room;
    }

    /**
     * Goes on with what is kept in a file.
     *
     * @param file of the database
     * @param later how much later that is
     * @param port of the server of mail
     */
    public static KilledMailroom after(Path file, Duration later, int port) {
        return new KilledMailroom(
                Mailroom.in(JdbiStorage.file(file), later, port).start());
    }

    public void awaitNothingWaiting() {
        room.await(MessageState.WAITING, 0);
    }

    @Override
    public void close() {
        room.close();
    }
}
