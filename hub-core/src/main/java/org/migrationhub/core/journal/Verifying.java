package org.migrationhub.core.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;

/** One run of a verifier, line by line. Not thread-safe. */
final class Verifying {

    private final Chains chains = new Chains();
    private final Coverage coverage = new Coverage(chains);
    private final PositionOrder order = new PositionOrder();
    private final @Nullable Replays replays;
    private @Nullable Sha256 expected;
    private long lines;
    private long entries;
    private @Nullable Suspicion suspicion;
    private @Nullable Fault fault;

    /**
     * Begins a run.
     *
     * @param replays where events are kept for replay; null if they aren't replayed
     * @param expected the hash of a checkpoint that must occur; null if none must
     */
    Verifying(@Nullable Replays replays, @Nullable Sha256 expected) {
        this.replays = replays;
        this.expected = expected;
    }

    /** Looks at the next line. Returns whether there is anything left to find out. */
    boolean next(RawLine line) {
        lines++;
        try {
            next(read(line));
        } catch (MalformedLine e) {
            fault = suspicion == null ? e.fault(lines, line.text()) : null;
        }
        return fault == null;
    }

    Verification end() {
        ChainHead checkpoint = Place.head(ChainId.CHECKPOINTS, chains.last(ChainId.CHECKPOINTS));
        return new Verification(
                entries,
                chains.count(),
                chains.submissions(),
                checkpoint,
                entries - checkpoint.sequence() - coverage.covered(),
                Optional.ofNullable(first(conclusion(), replays == null ? null : replays.first())));
    }

    private static FeedEntry read(RawLine line) throws MalformedLine {
        if (!line.flaw().isEmpty()) {
            throw new MalformedLine(line.flaw());
        }
        try {
            return EntryCodec.read(line.text());
        } catch (IllegalArgumentException e) {
            throw new MalformedLine(String.valueOf(e.getMessage()));
        }
    }

    private void next(FeedEntry fed) {
        boolean isIntact = fed.entry().isIntact();
        if (suspicion != null) {
            fault = isIntact ? suspicion.consider(fed) : null;
            return;
        }
        Place place = Place.of(lines, fed);
        if (!isIntact) {
            fault = Fault.at(place, Fault.Code.ALTERED, "was altered: its hash is not that of what it says");
            return;
        }
        suspicion = suspicion(place, fed.entry());
        if (suspicion == null) {
            accept(place, fed.entry());
        }
    }

    private @Nullable Suspicion suspicion(Place place, Entry entry) {
        Suspicion unlinked = new Link(chains, coverage).check(place);
        Fault misplaced = order.check(place);
        if (misplaced != null && isFirst(misplaced, place, unlinked)) {
            return Suspicion.certain(misplaced);
        }
        if (unlinked == null && entry.event() instanceof Checkpoint checkpoint) {
            return coverage.check(place, checkpoint);
        }
        return unlinked;
    }

    /** Whether an entry at the wrong place comes before what is wrong with the links, and isn't the same finding. */
    private static boolean isFirst(Fault misplaced, Place place, @Nullable Suspicion unlinked) {
        return unlinked == null || (unlinked instanceof Gap && misplaced.line() < place.line());
    }

    private void accept(Place place, Entry entry) {
        entries++;
        chains.add(place);
        if (entry.event() instanceof Checkpoint checkpoint) {
            coverage.pin(checkpoint);
            expected = place.hash().equals(expected) ? null : expected;
        } else {
            coverage.add(place);
        }
        if (replays != null) {
            replays.add(place, entry);
        }
    }

    private @Nullable Fault conclusion() {
        if (fault != null) {
            return fault;
        }
        if (suspicion != null) {
            return suspicion.conclude();
        }
        return expected == null ? null : truncated(expected);
    }

    private Fault truncated(Sha256 kept) {
        long next = Place.head(ChainId.CHECKPOINTS, chains.last(ChainId.CHECKPOINTS))
                        .sequence()
                + 1;
        return new Fault(
                Fault.Code.TRUNCATED,
                lines + 1,
                0,
                ChainId.CHECKPOINTS,
                next,
                "The checkpoint " + kept + " isn't there: the journal was cut off, or it is another one.");
    }

    private static @Nullable Fault first(@Nullable Fault one, @Nullable Fault other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.line() < one.line() ? other : one;
    }
}
