package org.migrationhub.server.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.migrationhub.server.tables.ServerTables;

/** What the acts on accounts are made of. Thread-safe. */
record Parts(
        ServerTables tables,
        InstantSource clock,
        People people,
        Passwords passwords,
        Throttle throttle,
        Sessions sessions,
        Roles roles,
        OneTimeSecrets secrets,
        Letters letters,
        AccountLinks links) {

    /** Now, in whole microseconds: what every database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
