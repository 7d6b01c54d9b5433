package org.migrationhub.core.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.OrganisationId;

/**
 * That a person belonged to an organisation for a time, and on which side of the review rule that put them.
 *
 * @param organisation to whom the person belongs
 * @param sector the side; it is recorded with the affiliation since the same body may employ people on either side
 * @param from the first instant at which it holds
 * @param until the first instant at which it no longer holds; null while it goes on
 */
public record Affiliation(
        OrganisationId organisation,
        Sector sector,
        Instant from,
        @Nullable Instant until) {

    /** Refuses an affiliation that ends before it begins. */
    public Affiliation {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "An affiliation can't end (" + until + ") before it begins (" + from + ")");
        }
    }

    /** Whether it holds at the instant. */
    public boolean holdsAt(Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }

    /** Whether it holds at the instant, or ended after the earlier one. */
    boolean holdsWithin(Instant since, Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(since));
    }

    /** This affiliation, ended at the instant if it goes on beyond it. */
    Affiliation endedBy(Instant end) {
        boolean goesOn = until == null || until.isAfter(end);
        return goesOn && !from.isAfter(end) ? new Affiliation(organisation, sector, from, end) : this;
    }
}
