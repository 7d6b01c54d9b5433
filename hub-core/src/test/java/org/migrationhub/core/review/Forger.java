package org.migrationhub.core.review;

import java.util.EnumSet;

/** Breaks the rules on who makes a verdict and a publication, so that a test can show that they would be seen. */
final class Forger {

    private Forger() {}

    static Publication forge(Round round, Revision revision) {
        PanelVerdict verdict = new PanelVerdict(
                round, ReviewPolicy.GCM_2022.ref(), VerdictOutcome.APPROVED, round.seats(), round.openedAt());
        return new Publication(verdict, revision);
    }

    /** A policy that is none. */
    static final class YesMan extends ReviewPolicy {

        YesMan() {
            super(named("yes", 1)
                    .seats(1)
                    .atLeastUn(0)
                    .atLeastNonUn(0)
                    .approvals(1)
                    .rules(EnumSet.allOf(EligibilityRule.class)));
        }
    }
}
