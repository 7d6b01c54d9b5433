package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PoliciesTest {

    @Test
    void thePresetsAreKnown() {
        assertThat(Policies.presets().find(new PolicyRef("gcm-2022", 1))).containsSame(ReviewPolicy.GCM_2022);
        assertThat(Policies.presets().find(new PolicyRef("gcm-2020", 1))).containsSame(ReviewPolicy.GCM_2020);
        assertThat(Policies.presets().find(new PolicyRef("gcm-2020", 2))).isEmpty();
        assertThat(Policies.presets().find(new PolicyRef("gcm-2021", 1))).isEmpty();
    }

    @Test
    void anOwnPolicyIsKnownBesideThem() {
        ReviewPolicy own = policy(1, 3);
        Policies all = Policies.presets().with(own);
        assertThat(all.find(own.ref())).containsSame(own);
        assertThat(all.find(ReviewPolicy.GCM_2022.ref())).isPresent();
        assertThat(Policies.presets().find(own.ref())).isEmpty();
    }

    @Test
    void twoVersionsAreTwoPolicies() {
        Policies all = Policies.presets().with(policy(1, 3), policy(2, 2));
        assertThat(all.find(new PolicyRef("own", 1))).contains(policy(1, 3));
        assertThat(all.find(new PolicyRef("own", 2))).contains(policy(2, 2));
    }

    @Test
    void theSamePolicyTwiceIsOnePolicy() {
        ReviewPolicy first = policy(1, 3);
        assertThat(Policies.presets().with(first, policy(1, 3)).find(first.ref()))
                .containsSame(first);
    }

    @Test
    void aVersionStandsForOnePolicyForEver() {
        Policies all = Policies.presets().with(policy(1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.with(policy(1, 2)))
                .withMessage("own/1 stands for another policy already: a changed policy takes a new version");
    }

    @Test
    void aReferenceHasANameAndAVersionFromOneOn() {
        assertThat(new PolicyRef("own", 1)).hasToString("own/1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyRef(" ", 1))
                .withMessage("A policy has an id and a version from 1 on, not \" \" 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyRef("own", 0))
                .withMessage("A policy has an id and a version from 1 on, not \"own\" 0");
    }

    private static ReviewPolicy policy(int version, int approvals) {
        return ReviewPolicy.named("own", version)
                .seats(3)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(approvals)
                .rules(ReviewPolicy.GCM_2022.rules())
                .build();
    }
}
