package org.migrationhub.core.journal;

import org.jspecify.annotations.Nullable;

/** Two entries stand for the same place of a chain: the one to which the chain doesn't lead on was put in. */
record Rivals(Place first, Place second) implements Suspicion {

    @Override
    public @Nullable Fault consider(FeedEntry fed) {
        Entry later = fed.entry();
        if (says(later, first)) {
            return insertedSecond();
        }
        return says(later, second) ? inserted(first, second) : null;
    }

    @Override
    public Fault conclude() {
        String found = "was put in, unless that of the same number in line %d was".formatted(first.line());
        return Fault.at(second, Fault.Code.INSERTED, found);
    }

    /** The first is where the chain leads on. */
    Fault insertedSecond() {
        return inserted(second, first);
    }

    private static boolean says(Entry later, Place about) {
        return Testimony.of(later, Place.head(about.chain(), about)) == Testimony.FOR;
    }

    private static Fault inserted(Place wrong, Place right) {
        String found = "was put in: the chain leads on from that of the same number in line %d".formatted(right.line());
        return Fault.at(wrong, Fault.Code.INSERTED, found);
    }
}
