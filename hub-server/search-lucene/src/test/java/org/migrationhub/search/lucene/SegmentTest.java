package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.vocabulary.Language.EN;
import static org.migrationhub.core.vocabulary.Language.ES;
import static org.migrationhub.core.vocabulary.Language.FR;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.kit.RandomItems;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Language;

/** What a segment keeps for several searches. */
class SegmentTest {

    private static final Language UNWRITTEN = new Language("qaa");

    @Test
    void languagesInWhichNothingIsWrittenMakeNoOrderOfTheirOwn() throws IOException {
        RandomItems items = new RandomItems(1);
        List<IndexChange> changes = IntStream.range(0, 30)
                .<IndexChange>mapToObj(
                        number -> new IndexChange.Put(items.document(new SubmissionId("item-" + number))))
                .toList();
        try (IndexWriter writer = new IndexWriter(new ByteBuffersDirectory(), IndexDirectory.config())) {
            LuceneSearchIndex.take(changes, new DocumentMapping(), writer);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                LeafReader leaf = reader.leaves().get(0).reader();
                Segment segment = new Segment.Open().of(leaf);
                TitleRanks french = segment.titles(List.of(FR, EN), leaf);

                assertThat(segment.titles(List.of(FR, UNWRITTEN, EN), leaf)).isSameAs(french);
                assertThat(segment.titles(List.of(FR, EN, UNWRITTEN), leaf)).isSameAs(french);
                assertThat(segment.titles(List.of(FR, ES), leaf)).isNotSameAs(french);
                assertThat(segment.titles(List.of(UNWRITTEN, FR), leaf))
                        .as("by the rules of no language")
                        .isSameAs(segment.titles(List.of(new Language("qbb"), FR, UNWRITTEN), leaf));
            }
        }
    }

    @Test
    void whatIsRememberedOfWordsLeavesOutWhatWasTakenOutSince() {
        RandomItems items = new RandomItems(2);
        List<ItemDocument> documents = IntStream.range(0, 60)
                .mapToObj(number -> items.document(new SubmissionId("item-" + number)))
                .toList();
        List<SearchQuery> queries = RandomItems.LANGUAGES.stream()
                .flatMap(language ->
                        Stream.of(items.word(language), items.word(language) + " OR " + items.word(language)))
                .flatMap(words -> Stream.of(
                        SearchQuery.everything().words(words),
                        SearchQuery.everything().words(words).only(Facet.KIND, "practice")))
                .toList();
        try (LuceneSearchIndex asked = LuceneSearchIndex.inMemory();
                LuceneSearchIndex fresh = LuceneSearchIndex.inMemory()) {
            asked.apply(
                    documents.stream().<IndexChange>map(IndexChange.Put::new).toList(), 1);
            queries.forEach(asked::search);
            asked.apply(
                    documents.subList(0, 20).stream()
                            .<IndexChange>map(document -> new IndexChange.Remove(document.id()))
                            .toList(),
                    2);
            fresh.apply(
                    documents.subList(20, 60).stream()
                            .<IndexChange>map(IndexChange.Put::new)
                            .toList(),
                    2);

            for (SearchQuery query : queries) {
                SearchPage page = asked.search(query);
                assertThat(page.total()).isEqualTo(fresh.search(query).total());
                assertThat(page.counts()).isEqualTo(fresh.search(query).counts());
                assertThat(page.hits().stream().map(SearchHit::id))
                        .hasSameElementsAs(fresh.search(query).hits().stream()
                                .map(SearchHit::id)
                                .toList());
            }
            assertThat(queries.stream()
                            .mapToLong(query -> fresh.search(query).total())
                            .sum())
                    .isPositive();
        }
    }
}
