package org.migrationhub.core;

import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.review.SubmissionId;

/**
 * A practice or resource from elsewhere.
 *
 * @param id under which it is, or is to be, a submission here
 * @param item as it is elsewhere
 */
public record ImportedItem(SubmissionId id, ContentItem item) {}
