package org.migrationhub.core;

import java.util.Optional;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.SearchDocument;

/**
 * One kind of what searches find: which of its documents an entry of the journal may have changed, and what each of them is
 * now. A hub knows practices and resources; whatever else is to be found joins with {@link Hub.Builder#documents}, and a
 * facet, if it needs one of its own, {@link org.migrationhub.core.search.Facet}. Thread-safe.
 */
public interface Documents {

    /** With which the ids of these documents begin, and those of no other kind: {@link DocumentId#kind()}. */
    String kind();

    /**
     * The document that an entry may have made public, changed or taken down.
     *
     * @return empty if the entry changes nothing that is public of this kind
     */
    Optional<DocumentId> changedBy(Entry entry);

    /**
     * What a document is now, whatever an index or an entry says it was: by this it is indexed, and without this nobody is
     * shown it. So it is asked once for each hit that is shown.
     *
     * @return empty if it isn't public now, or if there is none
     */
    Optional<? extends SearchDocument> find(DocumentId id);
}
