package org.migrationhub.server.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.migrationhub.server.json.Json;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param type the media type of the body; empty if there is none
 * @param headers further header fields
 * @param length how many bytes the body has; negative if that isn't known before it is written
 * @param body what writes the body
 */
public record Answer(int status, String type, Map<String, String> headers, long length, Body body) {

    static final String JSON = "application/json";
    static final String JSON_LINES = "application/x-ndjson";
    private static final String FOR_ANYBODY = "public, no-cache";
    private static final String FOR_VISITORS = "no-cache";
    private static final String FOR_ONE = "private, no-cache";

    /** Writes a body. */
    public interface Body {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Copies the headers, as a sorted map, of which a further copy takes no comparison. */
    public Answer {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** A body that is there already. */
    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, type, Map.of(), body.length, new Whole(body));
    }

    /** One that isn't written while it is read, so that nobody needs a copy of it. */
    private static final class Whole implements Body {

        private final byte[] bytes;

        Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    static Answer ok(Map<String, Object> tree) {
        return of(200, JSON, Json.bytes(tree));
    }

    static Answer created(String address, Map<String, Object> tree) {
        return of(201, JSON, Json.bytes(tree)).with("Location", address);
    }

    /** What was begun and goes on; how far it is can be asked at the address. */
    static Answer accepted(String address, Map<String, Object> tree) {
        return of(202, JSON, Json.bytes(tree)).with("Location", address);
    }

    static Answer noContent() {
        return of(204, "", new byte[0]);
    }

    /** What the client has already. */
    public static Answer notModified() {
        return of(304, "", new byte[0]);
    }

    /** A body that is written while it is read, and may be long. */
    static Answer streamed(String type, Body body) {
        return new Answer(200, type, Map.of(), -1, body);
    }

    /** The body as a whole, to be read only. */
    byte[] bytes() {
        if (body instanceof Whole whole) {
            return whole.bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(32, (int) length));
        try {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same under another status. */
    Answer as(int other) {
        return new Answer(other, type, headers, length, body);
    }

    /** Without a header field. */
    Answer without(String header) {
        Map<String, String> less = new TreeMap<>(headers);
        less.remove(header);
        return new Answer(status, type, less, length, body);
    }

    /** The same with one header field more, or in place of the one of this name. */
    public Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, more, length, body);
    }

    /** With the address of the next page, if there is one. */
    Answer followedBy(String address) {
        return address.isEmpty() ? this : with("Link", "<" + address + ">; rel=\"next\"");
    }

    /** For anybody, to be asked for again each time: what is public may cease to be so. */
    Answer forAnybody() {
        return with("Cache-Control", FOR_ANYBODY)
                .varying("Accept")
                .varying("Accept-Language")
                .varying("Authorization");
    }

    boolean isForAnybody() {
        return FOR_ANYBODY.equals(headers.get("Cache-Control"));
    }

    /** For whoever isn't known, to be asked for again each time; it depends on the cookies of whoever is. */
    public Answer forVisitors() {
        return with("Cache-Control", FOR_VISITORS).varying("Cookie");
    }

    /** For whoever is known, to be asked for again each time; no cache but the browser's own may keep it. */
    public Answer forOne() {
        return with("Cache-Control", FOR_ONE);
    }

    /** Whether it is to be asked for again each time, and not sent again to whoever has it. */
    boolean isAskedForAgain() {
        return isForEveryVisitor() || FOR_ONE.equals(headers.get("Cache-Control"));
    }

    /** Whether all who aren't known get the same. */
    boolean isForEveryVisitor() {
        return isForAnybody() || FOR_VISITORS.equals(headers.get("Cache-Control"));
    }

    /** The same with one more header field of requests on which it depends. */
    Answer varying(String field) {
        String before = headers.getOrDefault("Vary", "");
        return with("Vary", before.isEmpty() ? field : before + ", " + field);
    }

    /** What is told in its place to a client that has it. */
    Answer asNotModified() {
        return new Answer(304, "", headers, 0, out -> {}).without("Content-Encoding");
    }
}
