package org.migrationhub.search.lucene;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.core.kit.RandomItems;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.IndexBatch;
import org.migrationhub.core.search.IndexChange;

/** A journal without end whose every entry can be told from its position alone: the same in every process. */
final class Journal {

    private static final int IDS = 400;
    private static final int MOST_CHANGES = 6;

    private Journal() {}

    /** The changes of the entry at a position: items, and others with the same ids, that come, change, or go. */
    static List<IndexChange> changes(long position) {
        RandomItems items = new RandomItems(position);
        return Stream.generate(() -> change(items))
                .limit(items.random().nextInt(MOST_CHANGES))
                .toList();
    }

    /** The entries up to a position, one by one. */
    static IndexBatch.Source upTo(long last) {
        return position ->
                position < last ? Optional.of(new IndexBatch(changes(position + 1), position + 1)) : Optional.empty();
    }

    private static IndexChange change(RandomItems items) {
        String kind = items.random().nextInt(6) == 0 ? "talk" : DocumentId.ITEM;
        DocumentId id = DocumentId.of(kind, "item-" + items.random().nextInt(IDS));
        return items.random().nextInt(6) == 0 ? new IndexChange.Remove(id) : new IndexChange.Put(items.document(id));
    }
}
