package org.migrationhub.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.WordQuery;
import org.migrationhub.core.vocabulary.Language;

/**
 * Search as the documentation of Lucene shows it: a title and a text field per language with its analyzer, a stored card,
 * facets in a sorted set column. It counts chosen facets behind their own filter, for which ours looks wider.
 */
final class RawLucene implements AutoCloseable {

    static final List<Facet> COUNTED = List.of(Facet.OBJECTIVE, Facet.PRINCIPLE, Facet.COUNTRY, Facet.TYPE, Facet.YEAR);

    private static final List<Language> LANGUAGES =
            List.of(Language.EN, Language.FR, Language.ES, Language.RU, Language.AR);

    private final FacetsConfig facets = new FacetsConfig();
    private final Analyzer analyzer = new PerFieldAnalyzerWrapper(new StandardAnalyzer(), perField());
    private final FSDirectory directory;
    private final IndexWriter writer;
    private DirectoryReader reader;
    private IndexSearcher searcher;
    private SortedSetDocValuesReaderState state;

    RawLucene(Path path) throws IOException {
        directory = FSDirectory.open(path);
        writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(64));
        for (Facet facet : Facet.values()) {
            facets.setMultiValued(facet.code(), true);
        }
    }

    void put(ItemDocument document) throws IOException {
        Document fields = new Document();
        fields.add(new StringField("id", document.id().value(), Field.Store.YES));
        document.content().texts().byLanguage().forEach((language, text) -> {
            PracticeText practice = (PracticeText) text;
            fields.add(new TextField("title." + language, practice.title(), Field.Store.YES));
            fields.add(new TextField(
                    "text." + language,
                    practice.title() + "\n" + practice.summary() + "\n" + practice.keyLessons(),
                    Field.Store.NO));
            fields.add(new StoredField(
                    "teaser." + language, document.card().texts().get(language).teaser()));
        });
        document.content()
                .implementers()
                .forEach(body -> fields.add(new TextField("names", body.name(), Field.Store.NO)));
        fields.add(new StoredField("published", document.publishedAt().toString()));
        for (Facet facet : Facet.values()) {
            for (String value : facet.values(document)) {
                fields.add(new SortedSetDocValuesFacetField(facet.code(), value));
                fields.add(new StringField("filter." + facet.code(), value, Field.Store.NO));
            }
        }
        document.card().objectives().forEach(value -> fields.add(new StoredField("objective", value)));
        writer.updateDocument(new Term("id", document.id().value()), facets.build(fields));
    }

    void commit() throws IOException {
        writer.commit();
        refresh();
    }

    void refresh() throws IOException {
        DirectoryReader last = reader;
        reader = last == null ? DirectoryReader.open(writer) : DirectoryReader.openIfChanged(last, writer);
        if (last != null) {
            last.close();
        }
        searcher = new IndexSearcher(reader);
        state = new DefaultSortedSetDocValuesReaderState(reader, facets);
    }

    /** Returns something of everything, so that nothing is optimised away. */
    long search(SearchQuery query) throws IOException {
        FacetsCollectorManager.FacetsResult found =
                FacetsCollectorManager.search(searcher, query(query), 20, new FacetsCollectorManager());
        TopDocs top = found.topDocs();
        Facets counts = new SortedSetDocValuesFacetCounts(state, found.facetsCollector());
        long sum = top.totalHits.value;
        for (Facet facet : COUNTED) {
            FacetResult result = counts.getAllChildren(facet.code());
            if (result != null) {
                for (LabelAndValue value : result.labelValues) {
                    sum += value.value.longValue();
                }
            }
        }
        List<Document> cards = new ArrayList<>();
        for (ScoreDoc hit : top.scoreDocs) {
            cards.add(searcher.storedFields().document(hit.doc));
        }
        return sum + cards.size();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
        directory.close();
    }

    private Query query(SearchQuery query) {
        WordQuery asked = WordQuery.of(query.words());
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (asked.isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        for (List<WordQuery.Term> alternatives : asked.wanted()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            alternatives.forEach(term -> addForms(term, any));
            all.add(any.build(), Occur.MUST);
        }
        query.filters().forEach((facet, values) -> {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            values.forEach(value -> any.add(new TermQuery(new Term("filter." + facet.code(), value)), Occur.SHOULD));
            all.add(any.build(), Occur.FILTER);
        });
        return all.build();
    }

    private void addForms(WordQuery.Term term, BooleanQuery.Builder any) {
        String words = String.join(" ", term.words());
        QueryBuilder builder = new QueryBuilder(analyzer);
        for (Language language : LANGUAGES) {
            add(builder, "text." + language, words, 1, any);
            add(builder, "title." + language, words, 3, any);
        }
        add(builder, "names", words, 1, any);
    }

    private static void add(QueryBuilder builder, String field, String words, float boost, BooleanQuery.Builder any) {
        Query query = words.contains(" ")
                ? builder.createPhraseQuery(field, words)
                : builder.createBooleanQuery(field, words);
        if (query != null) {
            any.add(new BoostQuery(query, boost), Occur.SHOULD);
        }
    }

    private static Map<String, Analyzer> perField() {
        Map<String, Analyzer> analyzers = new LinkedHashMap<>();
        List<Analyzer> each = List.of(
                new EnglishAnalyzer(),
                new FrenchAnalyzer(),
                new SpanishAnalyzer(),
                new RussianAnalyzer(),
                new ArabicAnalyzer());
        for (int language = 0; language < each.size(); language++) {
            analyzers.put("title." + LANGUAGES.get(language), each.get(language));
            analyzers.put("text." + LANGUAGES.get(language), each.get(language));
        }
        return analyzers;
    }
}
