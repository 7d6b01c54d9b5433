package org.migrationhub.core.review;

import java.util.List;

/**
 * A full panel that a policy allows for an item: the right size and mix, every member eligible, nobody twice. Only
 * {@link ReviewPolicy#panel} makes one.
 */
public final class Panel {

    private final List<Seating> seats;

    Panel(List<Seating> seats) {
        this.seats = List.copyOf(seats);
    }

    /** Who sits where. */
    public List<Seating> seats() {
        return seats;
    }
}
