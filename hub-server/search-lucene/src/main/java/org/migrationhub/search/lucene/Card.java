package org.migrationhub.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Texts;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.vocabulary.Language;

/**
 * What is read of a document that was found: its key and titles. Kept in a column, where it costs a tenth of what a stored
 * document does.
 *
 * @param key when it was published, and which it is
 * @param titles in each language, as texts of nothing else
 */
record Card(NewestKey key, Texts<PracticeText> titles) {

    static Card of(SearchDocument document) {
        SortedMap<Language, PracticeText> titles = new TreeMap<>();
        document.content()
                .texts()
                .byLanguage()
                .forEach((language, text) -> titles.put(language, PracticeText.of(text.title(), "")));
        return new Card(NewestKey.of(document), new Texts<>(document.content().language(), titles));
    }

    /** The key alone. */
    static NewestKey readKey(BytesRef bytes) throws IOException {
        return readKey(new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length));
    }

    static Card read(BytesRef bytes) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        NewestKey key = readKey(in);
        Language original = new Language(in.readString());
        SortedMap<Language, PracticeText> titles = new TreeMap<>();
        for (int left = in.readVInt(); left > 0; left--) {
            titles.put(new Language(in.readString()), PracticeText.of(in.readString(), ""));
        }
        return new Card(key, new Texts<>(original, titles));
    }

    BytesRef bytes() {
        try {
            ByteBuffersDataOutput out = new ByteBuffersDataOutput();
            out.writeVInt(key.bytes().length);
            out.writeBytes(key.bytes().bytes, key.bytes().offset, key.bytes().length);
            out.writeString(titles.original().tag());
            out.writeVInt(titles.byLanguage().size());
            for (var title : titles.byLanguage().entrySet()) {
                out.writeString(title.getKey().tag());
                out.writeString(title.getValue().title());
            }
            return new BytesRef(out.toArrayCopy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The title that a reader is shown. */
    String title(List<Language> preferred) {
        return titles.best(preferred).map(PracticeText::title).orElse("");
    }

    private static NewestKey readKey(ByteArrayDataInput in) throws IOException {
        byte[] key = new byte[in.readVInt()];
        in.readBytes(key, 0, key.length);
        return new NewestKey(new BytesRef(key));
    }
}
