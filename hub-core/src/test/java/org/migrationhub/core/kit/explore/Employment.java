package org.migrationhub.core.kit.explore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Sector;

/** For whom somebody works, on which side, and since and until when: this package's own record, for its ledger. */
record Employment(
        OrganisationId body,
        Sector side,
        Instant since,
        @Nullable Instant until) {

    boolean goesOn() {
        return until == null;
    }

    boolean goesOnOrEndedAfter(Instant instant) {
        return until == null || until.isAfter(instant);
    }

    Employment endedAt(Instant instant) {
        return goesOn() ? new Employment(body, side, since, instant) : this;
    }
}
