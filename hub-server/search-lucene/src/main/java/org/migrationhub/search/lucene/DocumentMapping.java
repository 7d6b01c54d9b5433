package org.migrationhub.search.lucene;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
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

        private final Tokens all = new Tokens(Fields.WORDS, Fields.PLACED);
        private final Tokens inTitles = new Tokens(Fields.TITLE_WORDS, Fields.THERE);
        private final Map<TextLanguage, Tokens> titles = new EnumMap<>(TextLanguage.class);

        /** How often each word is in the texts of a language, and each piece of a word without spaces. */
        private final Map<TextLanguage, Map<String, Integer>> bodies = new EnumMap<>(TextLanguage.class);

        Words(List<SearchText> texts) {
            texts.forEach(this::add);
        }

        /**
         * Also the bodies of the languages in which there is nothing: where every document has a length in a field, even none,
         * Lucene finds it at its place, and else has to look for it, once for each word when it writes.
         */
        void addTo(Document document) {
            add(document, all);
            add(document, inTitles);
            titles.values().forEach(tokens -> add(document, tokens));
            for (TextLanguage language : TextLanguage.values()) {
                document.add(body(language, bodies.getOrDefault(language, Map.of())));
            }
        }

        private static void add(Document document, Tokens tokens) {
            if (!tokens.isEmpty()) {
                document.add(tokens);
            }
        }

        private Tokens body(TextLanguage language, Map<String, Integer> counts) {
            Tokens tokens = new Tokens(language.body(), Fields.COUNTED);
            counts.forEach((word, times) -> tokens.add(stems.stem(word, language), times));
            return tokens;
        }

        private void add(SearchText text) {
            TextLanguage language = TextLanguage.of(text.language());
            List<String> words = FoldedText.words(text.text());
            all.newText();
            addPlaced(FoldedText.units(words));
            Map<String, Integer> body = bodies.computeIfAbsent(language, one -> new LinkedHashMap<>());
            pieces(words).forEach(word -> body.merge(word, 1, Integer::sum));
            if (text.part() == SearchText.Part.TITLE) {
                Tokens title = titles.computeIfAbsent(language, one -> new Tokens(one.title(), Fields.THERE));
                pieces(words).forEach(word -> title.add(stems.stem(word, language)));
                pieces(words).forEach(inTitles::add);
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

        /** The words, and of those without spaces the pieces. */
        private static List<String> pieces(List<String> words) {
            List<String> pieces = new ArrayList<>(words.size());
            for (String word : words) {
                if (FoldedText.isWithoutSpaces(word)) {
                    pieces.addAll(Pieces.of(word));
                } else {
                    pieces.add(word);
                }
            }
            return pieces;
        }
    }
}
