package org.migrationhub.core.search;

import org.migrationhub.core.kit.SearchIndexContract;

class InMemorySearchIndexTest extends SearchIndexContract {

    @Override
    protected SearchIndex open() {
        return new InMemorySearchIndex();
    }
}
