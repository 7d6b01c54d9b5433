package org.migrationhub.core.kit.explore;

/** How far the exploration goes: what lies beyond is tried and checked once, but not built upon. */
record Bounds(int depth, int rounds, int revisions, int mishaps) {

    /** How many mishaps a way may have that has come to this round: one fewer than one that ends in the round before. */
    int mishapsIn(int round) {
        return Math.max(0, mishaps - (round - 1));
    }
}
