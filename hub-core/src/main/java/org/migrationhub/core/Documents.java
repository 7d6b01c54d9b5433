package org.migrationhub.core;

import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.search.IndexChange;

/**
 * Documents of one kind for the search index: of what the journal tells, what changes them, and what they are now. The
 * {@link Follower} has a list of these; what else is to be found joins it, and a facet, if it needs one, {@code Facet}.
 */
interface Documents {

    /** Whether an entry changes what is public of its chain's aggregate, which is of this kind. */
    boolean changesBy(Entry entry);

    /** What is to become of the aggregate's document as the storage has it now, whatever an entry says it was. */
    IndexChange change(ChainId chain);
}
