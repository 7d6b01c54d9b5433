package org.migrationhub.core;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.notice.Notice;
import org.migrationhub.core.notice.Notifier;

/** Keeps all that was handed over, and can fail before or after it has taken it. Thread-safe. */
final class FlakyNotifier implements Notifier {

    private final List<Notice> handedOver = new ArrayList<>();
    private long position;
    private int failuresBefore;
    private int failuresAfter;

    /** Takes nothing so many times. */
    synchronized void failBefore(int times) {
        failuresBefore = times;
    }

    /** Takes what it is given so many times and then says that it didn't, as after a crash. */
    synchronized void failAfter(int times) {
        failuresAfter = times;
    }

    synchronized List<Notice> handedOver() {
        return List.copyOf(handedOver);
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized void deliver(List<Notice> notices, long upTo) {
        if (failuresBefore-- > 0) {
            throw new IllegalStateException("The mail server is down");
        }
        handedOver.addAll(notices);
        if (failuresAfter-- > 0) {
            throw new IllegalStateException("The mail server went down");
        }
        position = upTo;
    }
}
