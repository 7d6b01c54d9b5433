package org.migrationhub.core.kit.explore;

import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.ReviewPolicy;

/**
 * Explores what can happen to a submission under a policy.
 *
 * <pre>{@code
 * Exploration seen = ReviewPolicyExploration.of(ours)
 *         .promising(Promise.unanimous(3).atLeastUn(1).atLeastNonUn(1))
 *         .explore();
 * }</pre>
 *
 * <p>Immutable; each method gives a further one.
 */
public final class ReviewPolicyExploration {

    private static final int TWO_ROUNDS = 2;
    private static final int TWO_MISHAPS = 2;

    private final ReviewPolicy policy;
    private final @Nullable Promise promise;
    private final Machine machine;
    private final Bounds bounds;
    private final int threads;

    private ReviewPolicyExploration(
            ReviewPolicy policy, @Nullable Promise promise, Machine machine, Bounds bounds, int threads) {
        this.policy = policy;
        this.promise = promise;
        this.machine = machine;
        this.bounds = bounds;
        this.threads = threads;
    }

    /** Of this policy: two rounds, with two mishaps on the way, however many steps that takes. */
    public static ReviewPolicyExploration of(ReviewPolicy policy) {
        Bounds bounds = new Bounds(Integer.MAX_VALUE, TWO_ROUNDS, TWO_ROUNDS + 1, TWO_MISHAPS);
        return new ReviewPolicyExploration(
                policy, null, Machine.STANDARD, bounds, Runtime.getRuntime().availableProcessors());
    }

    /** Held to this promise. There is no exploration without one. */
    public ReviewPolicyExploration promising(Promise made) {
        return new ReviewPolicyExploration(policy, made, machine, bounds, threads);
    }

    /** No further than this many steps from the start. */
    public ReviewPolicyExploration depth(int steps) {
        return within(new Bounds(steps, bounds.rounds(), bounds.revisions(), bounds.mishaps()));
    }

    /** No further than into this many rounds, and one revision more. */
    public ReviewPolicyExploration rounds(int number) {
        return within(new Bounds(bounds.depth(), number, number + 1, bounds.mishaps()));
    }

    /**
     * With up to so many mishaps on one way in the first round, and one fewer with every further round: a seat declined, a recusal, a replacement, a change of affiliation, a passed
     * deadline, a revision that names a reviewer or their employer.
     */
    public ReviewPolicyExploration mishaps(int number) {
        return within(new Bounds(bounds.depth(), bounds.rounds(), bounds.revisions(), number));
    }

    /** With so many threads; as many as there are processors unless said. */
    public ReviewPolicyExploration threads(int number) {
        return new ReviewPolicyExploration(policy, promise, machine, bounds, number);
    }

    /** Of submissions from another machine than the Hub's own: for testing the exploration itself. */
    public ReviewPolicyExploration on(Machine other) {
        return new ReviewPolicyExploration(policy, promise, other, bounds, threads);
    }

    /**
     * Explores, until all is seen within the bounds, or a breach is found: the rest of its batch is still looked at.
     *
     * @throws IllegalStateException if no promise was made
     */
    public Exploration explore() {
        if (promise == null) {
            throw new IllegalStateException("Say what is promised: the policy is not held to its own figures");
        }
        Cast cast = Cast.of(promise);
        Setting setting = new Setting(policy, promise, cast, new Contents(cast), machine);
        return new Search(setting, bounds, threads).run();
    }

    private ReviewPolicyExploration within(Bounds changed) {
        return new ReviewPolicyExploration(policy, promise, machine, changed, threads);
    }
}
