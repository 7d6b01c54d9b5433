package org.migrationhub.core.kit.explore;

import java.util.Set;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;

/** A review in the ledger, with its author's affiliation as it was then. */
record Filing(ReviewOutcome outcome, ContentDigest digest, Sector side, Set<OrganisationId> employers) {

    boolean approves() {
        return outcome == ReviewOutcome.APPROVE;
    }
}
