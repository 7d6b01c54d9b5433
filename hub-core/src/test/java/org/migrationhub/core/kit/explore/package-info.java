/**
 * Exhaustive exploration of the review: every state that a submission can reach under a policy, with a small roster, and
 * in each of them every act, the forbidden ones too.
 *
 * <p>An agency with a policy of its own extends {@link org.migrationhub.core.kit.explore.ReviewPolicyContract} and says
 * what it promises to the world ({@link org.migrationhub.core.kit.explore.Promise}); the promise is checked against what
 * happens, not against the policy's own figures. What must hold is listed in
 * {@link org.migrationhub.core.kit.explore.Invariant}.
 *
 * <p>How it works: a breadth-first search over pairs of a submission and the world around it (who belongs where, what
 * time it is). Each state carries a ledger, kept by this package alone from what was done, of who sits where, who
 * declared what and who filed which review as of which affiliation. Nothing of a policy's own judging is believed: the
 * ledger says what should have happened. States that differ only in which of several like people did something, or in
 * the order of seats, are looked at once. The core course of a review is explored in full; what goes wrong on the way
 * (a seat declined, a recusal, a replacement, a change of affiliation, a missed deadline, a revision that names a
 * reviewer) is explored in all places and combinations up to a number of mishaps on one way.
 *
 * <p>Uses the public interface of hub-core and, for the contract, JUnit and AssertJ.
 */
@NullMarked
package org.migrationhub.core.kit.explore;

import org.jspecify.annotations.NullMarked;
