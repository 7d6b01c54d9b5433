package org.migrationhub.core.review;

import java.util.EnumSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.migrationhub.core.kit.explore.Promise;
import org.migrationhub.core.kit.explore.ReviewPolicyContract;
import org.migrationhub.core.kit.explore.ReviewPolicyExploration;

/** Every state that a submission can reach under the presets, and under a policy of another size, keeps the promises. */
@Tag("exhaustive")
class ExplorationTest {

    @Nested
    class Gcm2022Test extends ReviewPolicyContract {
        @Override
        protected ReviewPolicy policy() {
            return ReviewPolicy.GCM_2022;
        }

        @Override
        protected Promise promise() {
            return Promise.GCM_2022;
        }

        @Override
        protected ReviewPolicyExploration exploration() {
            return super.exploration().mishaps(1);
        }
    }

    @Nested
    class Gcm2020Test extends ReviewPolicyContract {
        @Override
        protected ReviewPolicy policy() {
            return ReviewPolicy.GCM_2020;
        }

        @Override
        protected Promise promise() {
            return Promise.GCM_2020;
        }

        @Override
        protected ReviewPolicyExploration exploration() {
            return super.exploration().mishaps(1);
        }
    }

    /** An agency's small panel: two reviewers, one of either side, from different organisations. */
    @Nested
    class TwoSeatsTest extends ReviewPolicyContract {
        @Override
        protected ReviewPolicy policy() {
            return ReviewPolicy.named("sample-two", 1)
                    .seats(2)
                    .atLeastUn(1)
                    .atLeastNonUn(1)
                    .approvals(2)
                    .separateOrganisations()
                    .rules(EnumSet.allOf(EligibilityRule.class))
                    .build();
        }

        @Override
        protected Promise promise() {
            return Promise.unanimous(2).atLeastUn(1).atLeastNonUn(1).fromSeparateOrganisations();
        }
    }
}
