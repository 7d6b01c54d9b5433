package org.migrationhub.server.message;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.notice.Notice;
import org.migrationhub.core.notice.Notifier;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.storage.JournalStore;

/**
 * Makes messages of what the journal gives notice of, each once however many servers follow it, and forgets those to people
 * whose data was erased. Its position is kept with the messages. Thread-safe.
 */
public final class MessageFeed implements Notifier {

    private static final int BATCH = 500;

    private final JournalStore journal;
    private final Outbox outbox;

    private MessageFeed(JournalStore journal, Outbox outbox) {
        this.journal = journal;
        this.outbox = outbox;
    }

    /**
     * A feed that goes on where it was. The first one on a database begins at the end of the journal: nobody shall be told
     * what a backup, or a hub without messages, brings along from the past.
     */
    public static MessageFeed of(JournalStore journal, Outbox outbox) {
        outbox.beginAt(journal.end());
        return new MessageFeed(journal, outbox);
    }

    @Override
    public long position() {
        return outbox.position();
    }

    @Override
    public void deliver(List<Notice> notices, long position) {
        Map<Long, Instant> times = new HashMap<>();
        Set<PersonId> erased = new HashSet<>();
        List<FeedEntry> page = journal.feed(outbox.position(), BATCH);
        while (!page.isEmpty()) {
            page.stream().filter(fed -> fed.position() <= position).forEach(fed -> {
                times.put(fed.position(), fed.entry().at());
                if (fed.entry().event() instanceof PersonEvent.Erased) {
                    erased.add(fed.entry().chain().person());
                }
            });
            long read = page.get(page.size() - 1).position();
            page = read < position ? journal.feed(read, BATCH) : List.of();
        }
        outbox.take(notices, times, erased, position);
    }
}
