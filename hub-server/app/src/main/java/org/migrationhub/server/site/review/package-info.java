/**
 * The reviewer's desk: what is asked, by when; first what is needed to declare a conflict of interest, and only then the
 * content; the form of a review; what has changed since the revision that was reviewed before. Pages show what the core
 * gives to this reviewer, which holds nothing of the others.
 */
@NullMarked
package org.migrationhub.server.site.review;

import org.jspecify.annotations.NullMarked;
