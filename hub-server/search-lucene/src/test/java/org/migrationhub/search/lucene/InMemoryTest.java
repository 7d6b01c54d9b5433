package org.migrationhub.search.lucene;

import org.migrationhub.core.kit.SearchIndexContract;
import org.migrationhub.core.search.SearchIndex;

class InMemoryTest extends SearchIndexContract {

    @Override
    protected SearchIndex open() {
        return LuceneSearchIndex.inMemory();
    }
}
