package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.ArrayUtil;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.vocabulary.Language;

/**
 * Which titles the documents of one segment have: each is known by its number, in the order of the documents. Of each
 * document the one comes first that is shown to a reader of none of its languages. Immutable once read.
 */
final class Titles {

    /** Where a document has no title: then it has one empty one in no language. */
    private static final int NONE = -1;

    private final int[] starts;
    private final int[] languages;
    private final Map<Language, Integer> known;

    private Titles(int[] starts, int[] languages, Map<Language, Integer> known) {
        this.starts = starts;
        this.languages = languages;
        this.known = Map.copyOf(known);
    }

    static Titles read(LeafReader reader) throws IOException {
        Map<Language, Integer> known = new HashMap<>();
        int[] starts = new int[reader.maxDoc() + 1];
        int[] languages = new int[reader.maxDoc()];
        BinaryDocValues cards = DocValues.getBinary(reader, Fields.CARD);
        int end = 0;
        try (Unpacking unpacking = new Unpacking()) {
            for (int document = 0; document < reader.maxDoc(); document++) {
                List<Language> titled = cards.advanceExact(document)
                        ? Card.read(cards.binaryValue(), unpacking).card().titled()
                        : List.of();
                languages = ArrayUtil.grow(languages, end + titled.size() + 1);
                for (Language language : titled) {
                    languages[end++] = known.computeIfAbsent(language, one -> known.size());
                }
                if (titled.isEmpty()) {
                    languages[end++] = NONE;
                }
                starts[document + 1] = end;
            }
        }
        return new Titles(starts, Arrays.copyOf(languages, end), known);
    }

    int size() {
        return languages.length;
    }

    /** The languages of a reader in which there is a title, as {@link #shown} takes them. */
    int[] numbers(List<Language> preferred) {
        return preferred.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The title of a document that is shown to a reader of these languages. */
    int shown(int document, int[] preferred) {
        int first = starts[document];
        int end = starts[document + 1];
        for (int language : preferred) {
            for (int title = first; title < end; title++) {
                if (languages[title] == language) {
                    return title;
                }
            }
        }
        return first;
    }

    /** Whose title it is. */
    int document(int title) {
        int found = Arrays.binarySearch(starts, title);
        return found >= 0 ? found : -found - 2;
    }

    /** How many titles of its document come before it. */
    private int place(int title) {
        return title - starts[document(title)];
    }

    /** A title in the card of its document. */
    String text(int title, SearchCard card) {
        List<Language> titled = card.titled();
        return titled.isEmpty() ? "" : card.title(List.of(titled.get(place(title))));
    }
}
