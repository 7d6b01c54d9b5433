package org.migrationhub.server;

import java.util.List;
import org.migrationhub.core.notice.Notice;
import org.migrationhub.core.notice.Notifier;

/**
 * Tells nobody anything, since there are no messages yet. It stands at the end of the journal for ever, so that no notice is
 * made of it or kept. Stateless and thread-safe.
 */
final class NobodyIsTold implements Notifier {

    @Override
    public long position() {
        return Long.MAX_VALUE;
    }

    @Override
    public void deliver(List<Notice> notices, long position) {
        throw new IllegalStateException("There is nothing after the end of the journal");
    }
}
