package org.migrationhub.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.HubEvent;

/**
 * One thing that happened to one aggregate: a link of its chain.
 *
 * @param chain of the aggregate
 * @param sequence 1 for the chain's first entry, without gaps
 * @param at when, in whole microseconds
 * @param actor who did it, in which roles
 * @param behalf the person on whose behalf it was done; null if the actor acted for themselves or for the Hub
 * @param event what happened
 * @param previous the hash of the entry before; 32 zero bytes for the first
 * @param hash SHA-256 over the canonical form of everything else
 */
public record Entry(
        ChainId chain,
        long sequence,
        Instant at,
        Actor actor,
        @Nullable PersonId behalf,
        HubEvent event,
        Sha256 previous,
        Sha256 hash) {

    /**
     * Refuses a sequence number below 1, an instant finer than a microsecond or outside the years 0 to 9999, an event that
     * doesn't belong into such a chain, and a behalf of the actor's own or elsewhere than on a submission. Whether the hash is right isn't asked here: see {@link #isIntact()}.
     *
     * @throws IllegalArgumentException if one of these is so
     */
    public Entry {
        if (sequence < 1) {
            throw new IllegalArgumentException("The first entry of a chain is number 1, not " + sequence);
        }
        if (!chain.mayHold(event)) {
            throw new IllegalArgumentException(
                    "The chain " + chain + " holds no " + event.getClass().getSimpleName());
        }
        if (behalf != null && !(chain.isOfSubmission() && isSomebodyElse(behalf, actor))) {
            throw new IllegalArgumentException("Nobody acts on behalf of " + behalf + " here");
        }
        JournalTime.check(at);
    }

    /**
     * The entries that make these events the next of a chain.
     *
     * @param head where the chain ends now
     * @param actor who acts
     * @param at when, in whole microseconds, which every database keeps
     * @param events what happened, in order
     * @throws IllegalArgumentException if the instant, or one that an event holds, is finer than a microsecond or outside
     *     the years 0 to 9999, or an event doesn't belong into the chain or isn't known to the journal
     */
    public static List<Entry> next(ChainHead head, Actor actor, Instant at, List<? extends HubEvent> events) {
        return next(head, actor, null, at, events);
    }

    /**
     * The entries that make these events the next of a chain.
     *
     * @param head where the chain ends now
     * @param actor who acts
     * @param behalf the person on whose behalf; null if nobody else's
     * @param at when, in whole microseconds, which every database keeps
     * @param events what happened, in order
     * @throws IllegalArgumentException as for {@link #next(ChainHead, Actor, Instant, List)}, and if the actor can't act on
     *     this person's behalf in this chain
     */
    public static List<Entry> next(
            ChainHead head, Actor actor, @Nullable PersonId behalf, Instant at, List<? extends HubEvent> events) {
        List<Entry> entries = new ArrayList<>();
        ChainHead end = head;
        for (HubEvent event : events) {
            Entry entry = next(end, actor, behalf, at, event);
            entries.add(entry);
            end = entry.head();
        }
        return entries;
    }

    /** The head of its chain after this entry. */
    public ChainHead head() {
        return new ChainHead(chain, sequence, hash);
    }

    /** Whether its hash is what its fields make. */
    public boolean isIntact() {
        return hash.equals(EntryCodec.hash(this));
    }

    /** Whether it is the next of the chain with this head. */
    public boolean follows(ChainHead head) {
        return chain.equals(head.chain()) && sequence == head.sequence() + 1 && previous.equals(head.hash());
    }

    private static Entry next(ChainHead head, Actor actor, @Nullable PersonId behalf, Instant at, HubEvent event) {
        long sequence = head.sequence() + 1;
        Entry unsealed = new Entry(head.chain(), sequence, at, actor, behalf, event, head.hash(), head.hash());
        return new Entry(head.chain(), sequence, at, actor, behalf, event, head.hash(), EntryCodec.hash(unsealed));
    }

    private static boolean isSomebodyElse(PersonId behalf, Actor actor) {
        return actor.person() != null && !behalf.equals(actor.person());
    }
}
