package org.migrationhub.core;

import java.util.Optional;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.storage.HubStorage;

/** Practices and resources, which are public while their submission has a publication. Thread-safe. */
final class ItemDocuments implements Documents {

    private final PublicItems items;

    ItemDocuments(HubStorage storage) {
        this.items = new PublicItems(storage);
    }

    @Override
    public String kind() {
        return DocumentId.ITEM;
    }

    @Override
    public Optional<DocumentId> changedBy(Entry entry) {
        boolean changes =
                entry.event() instanceof SubmissionEvent.Judged || entry.event() instanceof SubmissionEvent.Retracted;
        return changes ? Optional.of(DocumentId.of(entry.chain().submission())) : Optional.empty();
    }

    /** An item whose content was altered isn't found, as it isn't shown; the search goes on to find all others. */
    @Override
    public Optional<PublicItem> find(DocumentId id) {
        return id.item().flatMap(items::found);
    }
}
