package org.migrationhub.core.kit.explore;

import org.migrationhub.core.people.Sector;

/** The part that a persona plays: how it stands to the item when the story begins. */
enum Part {
    UN(Sector.UN),
    NON_UN(Sector.NON_UN),
    OF_SUBMITTING(Sector.NON_UN),
    OF_IMPLEMENTING(Sector.NON_UN),
    OF_PARTNERING(Sector.NON_UN),
    CONFLICT_DECLARED(Sector.UN),
    UNDETERMINED(Sector.UNDETERMINED),
    OFF_ROSTER(Sector.NON_UN),
    SUBMITTER(Sector.NON_UN),
    NAMED(Sector.UN),
    NAMESAKE(Sector.NON_UN),
    FRESH_UN(Sector.UN),
    FRESH_NON_UN(Sector.NON_UN);

    private final Sector side;

    Part(Sector side) {
        this.side = side;
    }

    Sector side() {
        return side;
    }

    /** Whether an ordinary reviewer, against whom nothing speaks at first; all of the same part are alike. */
    boolean isOrdinary() {
        return this == UN || this == NON_UN;
    }

    /** Whether kept out of the story, to see whether an unused eligible reviewer would find something to do. */
    boolean isFresh() {
        return this == FRESH_UN || this == FRESH_NON_UN;
    }
}
