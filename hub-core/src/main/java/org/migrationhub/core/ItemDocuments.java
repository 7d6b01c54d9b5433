package org.migrationhub.core;

import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.HubStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Practices and resources, which are public while their submission has a publication. Thread-safe. */
final class ItemDocuments implements Documents {

    private static final Logger LOG = LoggerFactory.getLogger(ItemDocuments.class);

    private final HubStorage storage;
    private final Facts facts;

    ItemDocuments(HubStorage storage) {
        this.storage = storage;
        this.facts = new Facts(storage);
    }

    @Override
    public boolean changesBy(Entry entry) {
        return entry.event() instanceof SubmissionEvent.Judged || entry.event() instanceof SubmissionEvent.Retracted;
    }

    /** An item whose content was altered isn't found, as it isn't shown; the search goes on to find all others. */
    @Override
    public IndexChange change(ChainId chain) {
        Submission submission = Follower.submission(storage, chain);
        try {
            return submission
                    .publication()
                    .<IndexChange>map(publication -> new IndexChange.Put(document(submission, publication)))
                    .orElseGet(() -> new IndexChange.Remove(submission.id()));
        } catch (AlteredException e) {
            LOG.error("{} can't be found by a search: restore what was altered from a backup", chain, e);
            return new IndexChange.Remove(submission.id());
        }
    }

    private ItemDocument document(Submission submission, Publication publication) {
        return new ItemDocument(submission.id(), facts.content(publication.digest()), publication.at());
    }
}
