package org.migrationhub.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.vocabulary.Language;

/**
 * What is read of a document that was found. Kept in a column, where it costs a tenth of what a stored document does.
 *
 * @param key when it was published, and which it is
 * @param card what a list shows of it
 */
record Card(NewestKey key, SearchCard card) {

    /** To make sure of a tag takes longer than all the rest. */
    private static final Map<String, Language> LANGUAGES = new ConcurrentHashMap<>();

    static Card of(SearchDocument document) {
        return new Card(NewestKey.of(document), document.card());
    }

    /** The key alone. */
    static NewestKey readKey(BytesRef bytes) throws IOException {
        return readKey(new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length));
    }

    static Card read(BytesRef bytes, Unpacking unpacking) throws IOException {
        ByteArrayDataInput packed = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        NewestKey key = readKey(packed);
        int size = packed.readVInt();
        int end = bytes.offset + bytes.length;
        return new Card(key, readCard(unpacking.unpack(bytes.bytes, packed.getPosition(), end, size)));
    }

    private static SearchCard readCard(byte[] bytes) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes);
        String kind = in.readString();
        Language original = language(in.readString());
        SortedMap<Language, SearchCard.Text> texts = new TreeMap<>();
        for (int left = in.readVInt(); left > 0; left--) {
            texts.put(language(in.readString()), new SearchCard.Text(in.readString(), in.readString()));
        }
        SortedSet<String> objectives = new TreeSet<>();
        for (int left = in.readVInt(); left > 0; left--) {
            objectives.add(in.readString());
        }
        return new SearchCard(kind, original, texts, objectives);
    }

    /** The key as it is, which is read alone now and then, and the rest packed. */
    BytesRef bytes(Packing packing) {
        try {
            byte[] unpacked = cardBytes();
            ByteBuffersDataOutput out = new ByteBuffersDataOutput();
            out.writeVInt(key.bytes().length);
            out.writeBytes(key.bytes().bytes, key.bytes().offset, key.bytes().length);
            out.writeVInt(unpacked.length);
            out.writeBytes(packing.pack(unpacked));
            return new BytesRef(out.toArrayCopy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] cardBytes() throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        out.writeString(card.kind());
        out.writeString(card.original().tag());
        out.writeVInt(card.texts().size());
        for (var text : card.texts().entrySet()) {
            out.writeString(text.getKey().tag());
            out.writeString(text.getValue().title());
            out.writeString(text.getValue().teaser());
        }
        out.writeVInt(card.objectives().size());
        for (String objective : card.objectives()) {
            out.writeString(objective);
        }
        return out.toArrayCopy();
    }

    private static Language language(String tag) {
        return LANGUAGES.computeIfAbsent(tag, Language::new);
    }

    private static NewestKey readKey(ByteArrayDataInput in) throws IOException {
        byte[] key = new byte[in.readVInt()];
        in.readBytes(key, 0, key.length);
        return new NewestKey(new BytesRef(key));
    }
}
