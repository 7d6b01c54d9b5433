package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of a facet, whether documents share them or not. */
class ColumnTest {

    private static final String FIELD = "facet";
    private static final int DOCUMENTS = 500;

    private final Random random = new Random(4);

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "3, 2", "40, 5", "400, 1", "400, 9"})
    void countsWhatItsDocumentsHave(int values, int most) throws IOException {
        List<Set<String>> documents = new ArrayList<>();
        for (int document = 0; document < DOCUMENTS; document++) {
            Set<String> own = new TreeSet<>();
            for (int left = random.nextInt(most + 1); left > 0; left--) {
                own.add("value-" + random.nextInt(values));
            }
            documents.add(own);
        }
        Column column = read(documents);

        for (int chosen : List.of(0, 1, 20, DOCUMENTS)) {
            FixedBitSet some = new FixedBitSet(DOCUMENTS);
            random.ints(chosen, 0, DOCUMENTS).forEach(some::set);
            int[] counts = column.count(some);
            for (int label = 0; label < counts.length; label++) {
                String value = column.labels().get(label);
                FixedBitSet having = column.having(Set.of(value));
                having.and(some);
                assertThat(counts[label]).isEqualTo(having.cardinality()).isEqualTo(having(documents, some, value));
            }
        }
        for (int document = 0; document < DOCUMENTS; document++) {
            assertThat(column.values(document)).containsExactlyElementsOf(documents.get(document));
        }
    }

    private static int having(List<Set<String>> documents, FixedBitSet some, String value) {
        int having = 0;
        for (int document = 0; document < documents.size(); document++) {
            having += some.get(document) && documents.get(document).contains(value) ? 1 : 0;
        }
        return having;
    }

    private static Column read(List<Set<String>> documents) throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (Set<String> values : documents) {
                Document document = new Document();
                values.forEach(value -> document.add(new SortedSetDocValuesField(FIELD, new BytesRef(value))));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                return Column.read(reader.leaves().get(0).reader(), FIELD);
            }
        }
    }
}
