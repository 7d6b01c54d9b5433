package org.migrationhub.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchDocument;

/** All kinds of documents that a hub's searches find. Immutable, thread-safe. */
final class Kinds {

    private final Map<String, Documents> kinds = new LinkedHashMap<>();

    /** Refuses two of the same name: nobody could tell whose a document is. */
    Kinds(Collection<? extends Documents> all) {
        for (Documents kind : all) {
            if (kinds.putIfAbsent(kind.kind(), kind) != null) {
                throw new IllegalArgumentException("There are two kinds of documents called " + kind.kind());
            }
        }
    }

    /** Every document that an entry may have made public, changed or taken down. */
    Stream<DocumentId> changedBy(Entry entry) {
        return kinds.values().stream().flatMap(kind -> kind.changedBy(entry).stream());
    }

    /** What a document is now; empty if it isn't public, or if nobody knows its kind. */
    Optional<? extends SearchDocument> find(DocumentId id) {
        Documents kind = kinds.get(id.kind());
        return kind == null ? Optional.empty() : kind.find(id);
    }

    /** What is to become of a document in the index. */
    IndexChange change(DocumentId id) {
        return find(id).<IndexChange>map(IndexChange.Put::new).orElseGet(() -> new IndexChange.Remove(id));
    }
}
