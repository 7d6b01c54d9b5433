package org.migrationhub.core.kit;

import org.junit.jupiter.api.Nested;
import org.migrationhub.core.search.SearchIndex;

/**
 * What every {@link SearchIndex} must keep. An implementation's test extends this and says how an index is opened:
 *
 * <pre>{@code
 * class LuceneSearchIndexTest extends SearchIndexContract {
 *     @Override
 *     protected SearchIndex open() {
 *         return LuceneSearchIndex.inMemory();
 *     }
 * }
 * }</pre>
 *
 * <p>Where the contract compares what is found with {@link org.migrationhub.core.search.SearchQuery#matches}, hit by hit,
 * it searches for invented words, which leave an index nothing to add of its own: no endings, no synonyms, nothing to
 * mistype. A word of natural language may find more than it says, never less; of four words or more an index may find what
 * hasn't all.
 *
 * <p>An index that can't be opened must make {@link #open()} throw, so that the test fails and isn't skipped.
 */
public abstract class SearchIndexContract {

    /** Made by the implementation's test. */
    protected SearchIndexContract() {}

    /** An index that holds nothing, at position 0. It is asked for before each test and closed after it. */
    protected abstract SearchIndex open() throws Exception;

    @Nested
    class Changing extends ChangeRules {
        @Override
        SearchIndex open() throws Exception {
            return SearchIndexContract.this.open();
        }
    }

    @Nested
    class Meaning extends MeaningRules {
        @Override
        SearchIndex open() throws Exception {
            return SearchIndexContract.this.open();
        }
    }

    @Nested
    class Words extends WordSearchRules {
        @Override
        SearchIndex open() throws Exception {
            return SearchIndexContract.this.open();
        }
    }

    @Nested
    class FewerWords extends FewerWordsRules {
        @Override
        SearchIndex open() throws Exception {
            return SearchIndexContract.this.open();
        }
    }

    @Nested
    class Signs extends SignRules {
        @Override
        SearchIndex open() throws Exception {
            return SearchIndexContract.this.open();
        }
    }

    @Nested
    class Paging extends PagingRules {
        @Override
        SearchIndex open() throws Exception {
            return SearchIndexContract.this.open();
        }
    }

    @Nested
    class ReadingWhileWriting extends SearchRaceRules {
        @Override
        SearchIndex open() throws Exception {
            return SearchIndexContract.this.open();
        }
    }
}
