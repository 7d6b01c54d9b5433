package org.migrationhub.core.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.Fault;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.journal.Refusal;
import org.migrationhub.core.journal.Replays;
import org.migrationhub.core.journal.Verification;
import org.migrationhub.core.review.Policies;

/**
 * Checks a journal where it lies, as {@link JournalVerifier} checks an exported one with its submissions replayed. First all
 * that holds entries and chains together, in one pass; if nothing is wrong with that, each submission by itself, as its chain
 * is read. So memory grows with the number of chains, and holds the entries of one.
 *
 * <p>May be run while hubs work on the storage. Not thread-safe.
 */
public final class StoredJournal {

    private static final int PAGE = 500;

    private final JournalStore journal;
    private final Policies policies;
    private @Nullable Refusal first;

    private StoredJournal(JournalStore journal, Policies policies) {
        this.journal = journal;
        this.policies = policies;
    }

    /**
     * Checks it.
     *
     * @param policies under which the submissions were judged
     * @return what was found; the entries of submissions are looked at only where the links hold
     */
    public static Verification verify(JournalStore journal, Policies policies) {
        Verification links = new JournalVerifier().verify(new Lines(journal));
        return links.isSound() ? new StoredJournal(journal, policies).replayed(links) : links;
    }

    /**
     * All entries of a chain.
     *
     * @param end only up to this position
     */
    public static List<FeedEntry> chain(JournalStore journal, ChainId chain, long end) {
        List<FeedEntry> entries = new ArrayList<>();
        List<FeedEntry> page = journal.chain(chain, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(fed -> fed.position() <= end).forEach(entries::add);
            boolean isCut = page.get(page.size() - 1).position() > end;
            page = isCut ? List.of() : journal.chain(chain, entries.size(), PAGE);
        }
        return entries;
    }

    private Verification replayed(Verification links) {
        List<ChainId> page = journal.chains(null, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(ChainId::isOfSubmission).forEach(this::replay);
            page = journal.chains(page.get(page.size() - 1), PAGE);
        }
        Optional<Fault> fault = Optional.ofNullable(first).map(refused -> refused.at(line(refused.entry())));
        return new Verification(
                links.entries(), links.chains(), links.submissions(), links.checkpoint(), links.unpinned(), fault);
    }

    private void replay(ChainId chain) {
        Refusal refused =
                Replays.refusal(chain(journal, chain, Long.MAX_VALUE), policies).orElse(null);
        if (refused != null && (first == null || isBefore(refused, first))) {
            first = refused;
        }
    }

    private static boolean isBefore(Refusal one, Refusal other) {
        return one.entry().position() < other.entry().position();
    }

    /** In which line of the export it stands; counted only for what is found. */
    private long line(FeedEntry sought) {
        Iterator<FeedEntry> entries = new Feed(journal);
        long line = 1;
        while (entries.hasNext() && entries.next().position() < sought.position()) {
            line++;
        }
        return line;
    }

    /** The journal from its beginning, read page by page. */
    private static final class Feed implements Iterator<FeedEntry> {

        private final JournalStore journal;
        private final Deque<FeedEntry> page = new ArrayDeque<>();
        private long position;

        Feed(JournalStore journal) {
            this.journal = journal;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty()) {
                page.addAll(journal.feed(position, PAGE));
            }
            return !page.isEmpty();
        }

        @Override
        public FeedEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The journal has ended");
            }
            FeedEntry fed = page.remove();
            position = fed.position();
            return fed;
        }
    }

    /** The lines of its export. */
    private static final class Lines implements Iterator<String> {

        private final Feed feed;

        Lines(JournalStore journal) {
            this.feed = new Feed(journal);
        }

        @Override
        public boolean hasNext() {
            return feed.hasNext();
        }

        @Override
        public String next() {
            return EntryCodec.line(feed.next());
        }
    }
}
