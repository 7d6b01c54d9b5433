package org.migrationhub.core.kit.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.StageName;

/**
 * What every review policy must pass: an agency with one of its own extends this and says which, and what it promises.
 * Each test class explores once, prints what it has seen, and fails with the shortest path to what is broken.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ReviewPolicyContract {

    private Exploration seen;

    /** The policy. */
    protected abstract ReviewPolicy policy();

    /** What is promised about it; figures of its own, not read from the policy. */
    protected abstract Promise promise();

    /** How it is explored; override to go further, or less far where a panel is large. */
    protected ReviewPolicyExploration exploration() {
        return ReviewPolicyExploration.of(policy()).promising(promise());
    }

    @BeforeAll
    final void explore() {
        seen = exploration().explore();
        System.out.println(seen);
    }

    @Test
    final void nothingIsBrokenInAnyState() {
        assertThat(seen.breaches()).isEmpty();
    }

    @Test
    final void everyStateWithinTheBoundsWasVisited() {
        assertThat(seen.exhausted()).isTrue();
    }

    @Test
    final void everyStageWasReached() {
        assertThat(seen.stages()).containsExactly(StageName.values());
    }

    @Test
    final void theForbiddenWasTriedToo() {
        assertThat(seen.refusals())
                .containsKeys("wrong-stage", "no-such-seat", "submitter", "named-in-item", "not-on-roster")
                .containsKeys("affiliation-undetermined", "conflict-declared", "review.comment-required")
                .containsKeys("represents-oneself", "represents-after-panel", "represents-after-acting")
                .containsKeys("panel.size", "panel.full", "round.open", "revision.unchanged", "note.required");
    }
}
