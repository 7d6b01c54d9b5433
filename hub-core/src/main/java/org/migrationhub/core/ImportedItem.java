package org.migrationhub.core;

import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.review.SubmissionId;

/**
 * A practice or resource from elsewhere.
 *
 * @param id under which it is, or is to be, a submission here
 * @param item as it is elsewhere
 * @param keepsFiles whether its attachments are those that it has here: for a source that knows of none
 */
public record ImportedItem(SubmissionId id, ContentItem item, boolean keepsFiles) {

    /** An item that is elsewhere with all that belongs to it. */
    public ImportedItem(SubmissionId id, ContentItem item) {
        this(id, item, false);
    }
}
