package org.migrationhub.search.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.migrationhub.core.kit.SearchIndexContract;
import org.migrationhub.core.search.SearchIndex;

class LuceneSearchIndexTest extends SearchIndexContract {

    @TempDir
    private Path directory;

    @Override
    protected SearchIndex open() {
        return LuceneSearchIndex.open(directory);
    }
}
