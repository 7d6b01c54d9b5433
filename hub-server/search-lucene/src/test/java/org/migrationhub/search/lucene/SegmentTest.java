package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.vocabulary.Language.EN;
import static org.migrationhub.core.vocabulary.Language.ES;
import static org.migrationhub.core.vocabulary.Language.FR;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.kit.RandomItems;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.IndexChange;
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
}
