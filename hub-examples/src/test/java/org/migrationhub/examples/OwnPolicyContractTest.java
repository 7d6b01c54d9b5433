package org.migrationhub.examples;

import org.migrationhub.core.kit.explore.Promise;
import org.migrationhub.core.kit.explore.ReviewPolicyContract;
import org.migrationhub.core.kit.explore.ReviewPolicyExploration;
import org.migrationhub.core.review.ReviewPolicy;

/** Every state that a submission can reach under the agency's policy keeps what the agency promises, one round deep. */
class OwnPolicyContractTest extends ReviewPolicyContract {

    @Override
    protected ReviewPolicy policy() {
        return OwnPolicy.FIVE;
    }

    @Override
    protected Promise promise() {
        return Promise.unanimous(5)
                .withApprovals(4)
                .atLeastUn(2)
                .atLeastNonUn(2)
                .withCoolingOff(OwnPolicy.FIVE.conflictWindow());
    }

    @Override
    protected ReviewPolicyExploration exploration() {
        return super.exploration().mishaps(0);
    }
}
