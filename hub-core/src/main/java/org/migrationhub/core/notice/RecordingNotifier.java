package org.migrationhub.core.notice;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.content.PersonId;

/** Keeps the notices in memory, for tests and trials. Thread-safe. */
public final class RecordingNotifier implements Notifier {

    private final List<Notice> notices = new ArrayList<>();
    private long position;

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized void deliver(List<Notice> next, long upTo) {
        notices.addAll(next);
        position = upTo;
    }

    /** All notices so far, in order. */
    public synchronized List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** What this person was told, in order. */
    public synchronized List<NoticeKind> toldTo(PersonId person) {
        return notices.stream()
                .filter(notice -> notice.recipient().equals(person))
                .map(Notice::kind)
                .toList();
    }
}
