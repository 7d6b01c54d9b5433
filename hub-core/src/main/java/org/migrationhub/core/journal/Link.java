package org.migrationhub.core.journal;

import org.jspecify.annotations.Nullable;

/** Whether an entry is the next of its chain. */
record Link(Chains chains, Coverage coverage) {

    @Nullable
    Suspicion check(Place place) {
        Place last = chains.last(place.chain());
        ChainHead head = Place.head(place.chain(), last);
        boolean isLinked = place.previous().equals(head.hash());
        if (place.sequence() != head.sequence() + 1) {
            return isLinked ? renumbered(place, head) : outOfTurn(place, last, head);
        }
        return isLinked ? null : new BrokenLink(head, last == null || coverage.isPinned(last) ? null : last, place);
    }

    private static Suspicion renumbered(Place place, ChainHead head) {
        String found = "was altered: it links to entry %d and so was the next".formatted(head.sequence());
        return Suspicion.certain(Fault.at(place, Fault.Code.ALTERED, found));
    }

    private Suspicion outOfTurn(Place place, @Nullable Place last, ChainHead head) {
        if (place.sequence() > head.sequence()) {
            return new Gap(head, place);
        }
        Place former = chains.find(place.chain(), place.sequence());
        if (former == null || former.hash().equals(place.hash())) {
            return Suspicion.certain(Fault.at(place, Fault.Code.DUPLICATED, "stands there once more"));
        }
        return former.equals(last)
                ? new Rivals(former, place)
                : Suspicion.certain(new Rivals(former, place).insertedSecond());
    }
}
