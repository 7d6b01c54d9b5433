package org.migrationhub.core.review;

import java.util.List;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Sector;

/**
 * Whether somebody may take a seat, explained.
 *
 * @param person whom it is about
 * @param sector the side on which the person stands as of the time asked for
 * @param openSeats on how many items the person has yet to review, by which this was judged
 * @param reasons every reason against it, in the order of the rules; none means eligible
 */
public record Eligibility(PersonId person, Sector sector, int openSeats, List<Reason> reasons) {

    /** Copies the reasons. */
    public Eligibility {
        reasons = List.copyOf(reasons);
    }

    /** Whether no rule speaks against it. */
    public boolean isEligible() {
        return reasons.isEmpty();
    }
}
