package org.migrationhub.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** All that an index on disk holds of each of its documents, to compare two of them. */
final class Contents {

    private final SortedMap<String, SortedMap<String, List<String>>> byDocument = new TreeMap<>();

    private Contents() {}

    /** Of what was committed in a directory: each document's terms with their places, and its columns. */
    static SortedMap<String, SortedMap<String, List<String>>> of(Path directory) throws IOException {
        Contents contents = new Contents();
        try (FSDirectory files = FSDirectory.open(directory);
                DirectoryReader reader = DirectoryReader.open(files)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                contents.read(leaf.reader());
            }
        }
        return contents.byDocument;
    }

    private void read(LeafReader reader) throws IOException {
        List<String> ids = ids(reader);
        for (FieldInfo field : reader.getFieldInfos()) {
            Terms terms = reader.terms(field.name);
            if (terms != null) {
                readTerms(reader, field.name, terms, ids);
            }
            switch (field.getDocValuesType()) {
                case SORTED_SET -> readValues(DocValues.getSortedSet(reader, field.name), field.name, ids);
                case BINARY -> {
                    var cards = DocValues.getBinary(reader, field.name);
                    while (cards.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                        add(
                                ids.get(cards.docID()),
                                field.name,
                                cards.binaryValue().toString());
                    }
                }
                default -> {
                    // the key, which is in the ids
                }
            }
        }
    }

    /** The keys of all documents, which hold their ids; null for those that were taken out. */
    private static List<String> ids(LeafReader reader) throws IOException {
        SortedDocValues keys = DocValues.getSorted(reader, Fields.KEY);
        List<String> ids = new ArrayList<>();
        for (int document = 0; document < reader.maxDoc(); document++) {
            keys.advanceExact(document);
            boolean live = reader.getLiveDocs() == null || reader.getLiveDocs().get(document);
            NewestKey key = new NewestKey(BytesRef.deepCopyOf(keys.lookupOrd(keys.ordValue())));
            ids.add(live ? key.id() + " " + key.publishedAt() : null);
        }
        return ids;
    }

    private void readTerms(LeafReader reader, String field, Terms terms, List<String> ids) throws IOException {
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
            PostingsEnum postings = each.postings(null, PostingsEnum.POSITIONS);
            while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                StringBuilder term = new StringBuilder(each.term().utf8ToString());
                int places = terms.hasPositions() ? postings.freq() : 0;
                term.append(' ').append(terms.hasFreqs() ? postings.freq() : 1);
                for (int place = 0; place < places; place++) {
                    term.append(' ').append(postings.nextPosition());
                }
                add(ids.get(postings.docID()), field, term.toString());
            }
        }
    }

    private void readValues(SortedSetDocValues values, String field, List<String> ids) throws IOException {
        while (values.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
            for (int value = 0; value < values.docValueCount(); value++) {
                add(
                        ids.get(values.docID()),
                        field,
                        values.lookupOrd(values.nextOrd()).utf8ToString());
            }
        }
    }

    private void add(String id, String field, String what) {
        if (id != null) {
            byDocument
                    .computeIfAbsent(id, one -> new TreeMap<>())
                    .computeIfAbsent(field, one -> new ArrayList<>())
                    .add(what);
        }
    }
}
