/**
 * What the tests of this project share with those of everybody who builds on it: samples, a clock and ids that a test
 * can foresee, a script in which a submission's way reads like the rule, and the contracts that every implementation of
 * an interface must keep.
 *
 * <p>Ships as hub-core's test-jar. Uses nothing of hub-core that isn't public, and besides it only JUnit and AssertJ.
 */
@NullMarked
package org.migrationhub.core.kit;

import org.jspecify.annotations.NullMarked;
