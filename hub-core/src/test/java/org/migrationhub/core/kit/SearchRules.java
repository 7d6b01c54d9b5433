package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;

/** A part of {@link SearchIndexContract}, with an empty index for each of its tests. */
abstract class SearchRules {

    private @Nullable SearchIndex index;

    abstract SearchIndex open() throws Exception;

    @BeforeEach
    void openIndex() throws Exception {
        index = open();
    }

    @AfterEach
    void closeIndex() {
        if (index != null) {
            index.close();
        }
    }

    SearchIndex index() {
        if (index == null) {
            throw new IllegalStateException("No index was opened");
        }
        return index;
    }

    /** Makes the changes at the next position. */
    void apply(List<? extends IndexChange> changes) {
        index().apply(List.copyOf(changes), index().position() + 1);
    }

    void put(SearchDocument... documents) {
        apply(puts(List.of(documents)));
    }

    void remove(String... ids) {
        apply(Stream.of(ids)
                .<IndexChange>map(id -> new IndexChange.Remove(item(id)))
                .toList());
    }

    static DocumentId item(String id) {
        return DocumentId.of(new SubmissionId(id));
    }

    static List<IndexChange> puts(List<? extends SearchDocument> documents) {
        return documents.stream().<IndexChange>map(IndexChange.Put::new).toList();
    }

    /** The ids of all hits, page by page; each page is checked against what it says of the others. */
    List<SearchHit> hits(SearchQuery query) {
        List<SearchHit> hits = new ArrayList<>();
        SearchPage page = index().search(query);
        long total = page.total();
        hits.addAll(page.hits());
        while (page.next() != null) {
            assertThat(page.hits()).as("a page before the last of %s", query).hasSize(query.limit());
            page = index().search(query.after(page.next()));
            assertThat(page.total()).as("the total on every page of %s", query).isEqualTo(total);
            assertThat(page.hits())
                    .as("a page that was said to come, of %s", query)
                    .isNotEmpty();
            hits.addAll(page.hits());
            assertThat((long) hits.size()).as("hits on all pages of %s", query).isLessThanOrEqualTo(total);
        }
        assertThat(page.hits()).as("the last page of %s", query).hasSizeLessThanOrEqualTo(query.limit());
        return hits;
    }

    List<String> ids(SearchQuery query) {
        return hits(query).stream().map(hit -> hit.id().id()).toList();
    }

    List<String> found(String words) {
        return ids(SearchQuery.of(words));
    }

    /** An item under an id, published so many days after the samples' stories begin. */
    static SearchDocument document(String id, ContentItem item, int day) {
        return new ItemDocument(new SubmissionId(id), item, Samples.NOW.plus(Duration.ofDays(day)));
    }

    static SearchDocument document(String id, ContentItem item) {
        return document(id, item, 0);
    }
}
