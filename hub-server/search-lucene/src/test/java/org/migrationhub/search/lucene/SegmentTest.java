package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.vocabulary.Language.EN;
import static org.migrationhub.core.vocabulary.Language.ES;
import static org.migrationhub.core.vocabulary.Language.FR;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.kit.RandomItems;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;

/** What a segment keeps for several searches. */
class SegmentTest {

    private static final Language UNWRITTEN = new Language("qaa");

    @Test
    void titlesAreRankedOncePerSetOfRulesWhateverListsOfLanguagesAreAskedFor() throws IOException {
        RandomItems items = new RandomItems(1);
        List<ItemDocument> documents = IntStream.range(0, 60)
                .mapToObj(number -> items.document(new SubmissionId("item-" + number)))
                .toList();
        List<Language> languages = List.of(FR, EN, ES, Language.AR, Language.RU, new Language("sv"), UNWRITTEN);
        try (IndexWriter writer = new IndexWriter(new ByteBuffersDirectory(), IndexDirectory.config())) {
            LuceneSearchIndex.take(puts(documents), new DocumentMapping(), writer);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                LeafReader leaf = reader.leaves().get(0).reader();
                Segment segment = new Segment.Open().of(leaf);
                Set<TitleRanks> ranks = Collections.newSetFromMap(new IdentityHashMap<>());
                for (int turn = 0; turn < 500; turn++) {
                    List<Language> some = new ArrayList<>(languages);
                    Collections.shuffle(some, items.random());
                    ranks.add(segment.titles(some, leaf).ranks());
                }
                assertThat(ranks).hasSizeBetween(2, 6);
            }
        }
    }

    @Test
    void titlesThatBeginAlikeAreInTheOrderOfWhatFollows() {
        Random random = new Random(3);
        String alike = "The same long beginning of very many titles, ";
        List<ItemDocument> documents = IntStream.range(0, 200)
                .mapToObj(number -> new ItemDocument(
                        new SubmissionId("item-" + number),
                        Samples.practice(alike.repeat(random.nextInt(4))
                                + "ab".charAt(random.nextInt(2))
                                + (random.nextBoolean() ? "" : "é" + random.nextInt(3))),
                        Samples.NOW.plusSeconds(random.nextInt(50))))
                .toList();
        SearchQuery query = SearchQuery.everything().sort(Sort.TITLE);
        List<String> expected = documents.stream()
                .sorted(query.order())
                .map(document -> document.id().id())
                .toList();
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            index.apply(puts(documents), 1);
            assertThat(ids(index, query.limit(100))).isEqualTo(expected);
            assertThat(ids(index, query.limit(7))).isEqualTo(expected);
        }
    }

    private static List<String> ids(LuceneSearchIndex index, SearchQuery first) {
        List<String> ids = new ArrayList<>();
        SearchPage page = index.search(first);
        page.hits().forEach(hit -> ids.add(hit.id().id()));
        while (page.next() != null) {
            page = index.search(first.after(page.next()));
            page.hits().forEach(hit -> ids.add(hit.id().id()));
        }
        return ids;
    }

    private static List<IndexChange> puts(List<ItemDocument> documents) {
        return documents.stream().<IndexChange>map(IndexChange.Put::new).toList();
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
                        SearchQuery.of(words).limit(SearchQuery.MOST),
                        SearchQuery.of(words).limit(SearchQuery.MOST).only(Facet.KIND, "practice")))
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
