package org.migrationhub.core.kit.explore;

import org.migrationhub.core.review.ReviewPolicy;

/** What stays the same throughout one exploration. */
record Setting(ReviewPolicy policy, Promise promise, Cast cast, Contents contents, Machine machine) {}
