package org.migrationhub.search.lucene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.lucene.util.BytesRef;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Place;
import org.migrationhub.core.search.SearchDocument;

/**
 * When a document was published, and which it is, in bytes that compare like the order of the newest from its end: the
 * larger comes first.
 *
 * @param bytes twelve of the instant, then the id
 */
record NewestKey(BytesRef bytes) implements Comparable<NewestKey> {

    private static final int INSTANT = Long.BYTES + Integer.BYTES;

    static NewestKey of(SearchDocument document) {
        return of(document.publishedAt(), document.id());
    }

    static NewestKey of(Place place) {
        return of(place.publishedAt(), place.id());
    }

    private static NewestKey of(Instant at, DocumentId id) {
        byte[] name = id.value().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = ByteBuffer.allocate(INSTANT + name.length)
                .putLong(at.getEpochSecond() ^ Long.MIN_VALUE)
                .putInt(at.getNano())
                .put(name)
                .array();
        return new NewestKey(new BytesRef(bytes));
    }

    DocumentId id() {
        return new DocumentId(
                new String(bytes.bytes, bytes.offset + INSTANT, bytes.length - INSTANT, StandardCharsets.US_ASCII));
    }

    Instant publishedAt() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, INSTANT);
        return Instant.ofEpochSecond(buffer.getLong() ^ Long.MIN_VALUE, buffer.getInt());
    }

    @Override
    public int compareTo(NewestKey other) {
        return bytes.compareTo(other.bytes);
    }
}
