package org.migrationhub.server;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.journal.Verification;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.JournalStore;
import org.migrationhub.core.storage.StorageVerifier;

/**
 * The command that checks what is kept: the journal, with every chain and checkpoint and every verdict judged again, and
 * whether everything beside it agrees with it.
 */
final class Verify {

    private static final int SOUND = 0;
    private static final int FAULT = 1;

    private Verify() {}

    /**
     * Checks it and prints what was found.
     *
     * @return the status with which to end
     */
    static int run(HubStorage storage, PrintStream out) {
        Verification found = new JournalVerifier().replaying(Policies.presets()).verify(new Lines(storage));
        List<String> contradictions = found.isSound() ? StorageVerifier.contradictions(storage) : List.of();
        out.printf(
                "%d entries of %d chains, %d of them submissions; %d checkpoints, %d entries not pinned by one%n",
                found.entries(), found.chains(), found.submissions(), found.checkpoints(), found.unpinned());
        found.fault()
                .ifPresentOrElse(
                        fault -> out.printf(
                                "FAULT %s in entry %d: %s%n", fault.code().code(), fault.line(), fault.sentence()),
                        () -> out.println(contradictions.isEmpty() ? "Sound." : "The journal is sound; but:"));
        contradictions.forEach(sentence -> out.println("FAULT " + sentence));
        if (found.checkpoints() > 0) {
            out.println("Last checkpoint, to be kept elsewhere: "
                    + found.checkpoint().hash());
        }
        return found.isSound() && contradictions.isEmpty() ? SOUND : FAULT;
    }

    /** The journal as the lines of its export, read page by page. */
    private static final class Lines implements Iterator<String> {

        private static final int PAGE = 500;

        private final JournalStore journal;
        private final Deque<FeedEntry> page = new ArrayDeque<>();
        private long position;

        Lines(JournalStore journal) {
            this.journal = journal;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty()) {
                List<FeedEntry> next = journal.feed(position, PAGE);
                page.addAll(next);
            }
            return !page.isEmpty();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The journal has ended");
            }
            FeedEntry fed = page.remove();
            position = fed.position();
            return EntryCodec.line(fed);
        }
    }
}
