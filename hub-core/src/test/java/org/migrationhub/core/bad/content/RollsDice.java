package org.migrationhub.core.bad.content;

import java.util.Random;

/** Makes its own randomness. */
final class RollsDice {

    private RollsDice() {}

    static int roll() {
        return new Random().nextInt(6);
    }
}
