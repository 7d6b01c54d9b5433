package org.migrationhub.search.lucene;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchText;

/** Makes of a document what Lucene takes in. Not thread-safe. */
final class DocumentMapping {

    /** Longer ones are found, but not suggested. */
    private static final int LONGEST_NAME = 300;

    private final Stems stems = new Stems();
    private final Packing packing = new Packing();

    Document map(SearchDocument document) {
        Document fields = new Document();
        fields.add(new StringField(Fields.ID, document.id().value(), Field.Store.NO));
        fields.add(new SortedDocValuesField(Fields.KEY, NewestKey.of(document).bytes()));
        fields.add(new BinaryDocValuesField(Fields.CARD, Card.of(document).bytes(packing)));
        for (Facet facet : Facet.values()) {
            facet.values(document)
                    .forEach(value ->
                            fields.add(new SortedSetDocValuesField(Fields.column(facet), new BytesRef(value))));
        }
        document.texts().stream()
                .filter(text ->
                        text.part() == SearchText.Part.NAME && text.text().length() <= LONGEST_NAME)
                .forEach(name -> fields.add(new SortedSetDocValuesField(Fields.NAMES, new BytesRef(name.text()))));
        new Words(document.texts()).addTo(fields);
        return fields;
    }

    /** The words of all texts, sorted into fields. */
    private final class Words {

        private final Tokens all = new Tokens();
        private final Tokens inTitles = new Tokens();
        private final Map<TextLanguage, Tokens> bodies = new EnumMap<>(TextLanguage.class);
        private final Map<TextLanguage, Tokens> titles = new EnumMap<>(TextLanguage.class);

        Words(List<SearchText> texts) {
            texts.forEach(this::add);
        }

        void addTo(Document document) {
            add(document, Fields.WORDS, all, Fields.PLACED);
            add(document, Fields.TITLE_WORDS, inTitles, Fields.THERE);
            bodies.forEach((language, tokens) -> add(document, language.body(), tokens, Fields.COUNTED));
            titles.forEach((language, tokens) -> add(document, language.title(), tokens, Fields.THERE));
        }

        private void add(Document document, String field, Tokens tokens, FieldType type) {
            if (!tokens.isEmpty()) {
                document.add(new Field(field, tokens, type));
            }
        }

        private void add(SearchText text) {
            TextLanguage language = TextLanguage.of(text.language());
            List<String> words = FoldedText.words(text.text());
            all.newText();
            addPlaced(FoldedText.units(words));
            addStems(words, language, bodies.computeIfAbsent(language, one -> new Tokens()));
            if (text.part() == SearchText.Part.TITLE) {
                addStems(words, TextLanguage.OTHER, inTitles);
                addStems(words, language, titles.computeIfAbsent(language, one -> new Tokens()));
            }
        }

        private void addPlaced(List<String> units) {
            for (int at = 0; at < units.size(); at++) {
                String unit = units.get(at);
                all.add(unit);
                String next = at + 1 < units.size() ? units.get(at + 1) : "";
                if (Pieces.isCharacter(unit) && Pieces.isCharacter(next)) {
                    all.addBeside(unit + next);
                }
            }
        }

        private void addStems(List<String> words, TextLanguage language, Tokens tokens) {
            for (String word : words) {
                if (FoldedText.isWithoutSpaces(word)) {
                    Pieces.of(word).forEach(tokens::add);
                } else {
                    tokens.add(stems.stem(word, language));
                }
            }
        }
    }
}
