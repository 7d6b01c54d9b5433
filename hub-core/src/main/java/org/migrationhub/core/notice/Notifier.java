package org.migrationhub.core.notice;

import java.util.List;

/**
 * Tells people. It follows the journal: it is handed the notices of a stretch of it together with the position up to
 * which they reach, and says where it stands.
 *
 * <p>Notices are handed over at least once: after a failure, or a crash between handing over and remembering the
 * position, the same ones come again. Implementations are thread-safe; calls of one hub don't overlap.
 */
public interface Notifier {

    /** The position up to which it has been handed all notices; 0 if none yet. */
    long position();

    /**
     * Takes the notices up to a position, and remembers the position with them.
     *
     * @param notices in the order of the journal; perhaps none
     * @param position up to which they reach; larger than {@link #position()}
     * @throws RuntimeException if it couldn't take them; the same stretch is handed over again later
     */
    void deliver(List<Notice> notices, long position);
}
