package org.migrationhub.core.review;

import java.util.Set;
import org.migrationhub.core.people.Sector;

/** Whose review may decide when all seats have reviewed and exactly one approval is missing. */
public enum TieBreaker {
    /** Nobody's: a single refusal blocks. */
    NOBODY(Set.of()),
    /** One further eligible reviewer's. */
    FURTHER_REVIEWER(Set.of(Sector.UN, Sector.NON_UN)),
    /** One further eligible reviewer's, from the UN. */
    FURTHER_UN_REVIEWER(Set.of(Sector.UN)),
    /** One further eligible reviewer's, from outside the UN. */
    FURTHER_NON_UN_REVIEWER(Set.of(Sector.NON_UN));

    private final Set<Sector> sectors;

    TieBreaker(Set<Sector> sectors) {
        this.sectors = sectors;
    }

    /** The sides from which the further reviewer may come. */
    public Set<Sector> sectors() {
        return sectors;
    }
}
