/**
 * The heart of the Hub: who may judge an item, what a panel is, how its reviews become a verdict, and by which stages a
 * submission gets from a draft to publication.
 *
 * <p>Everything here is pure: no I/O, no clock, no randomness; time and ids are handed in. A
 * {@link org.migrationhub.core.review.Submission} is what its events make of it, so that replaying a journal gives the
 * same state.
 *
 * <p><b>One gate.</b> Only {@link org.migrationhub.core.review.ReviewPolicy#judge} makes a
 * {@link org.migrationhub.core.review.PanelVerdict}, and only an approving verdict on exactly the revision's digest
 * makes a {@link org.migrationhub.core.review.Publication}. Their constructors are hidden; an architecture test holds
 * that nobody else calls them.
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package org.migrationhub.core.review;

import org.jspecify.annotations.NullMarked;
