package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends texts compressed (gzip) to whoever takes that. What a browser gets by its cookies isn't compressed unless anybody
 * may read it: from the length of an answer that holds both a secret and what others make the browser send, the secret can
 * be guessed (BREACH). Nor is what has a strong entity tag, or is a file. Stateless and thread-safe.
 */
final class Compression {

    private static final List<String> TEXTS = List.of(
            "application/json", "application/problem+json", "application/x-ndjson", "application/xml", "image/svg+xml");

    /** Shorter ones fit into a packet anyway. */
    private static final int SHORT = 860;

    private static final String ENCODING = "gzip";
    private static final String ASKED_BY = "Accept-Encoding";

    private Compression() {}

    /** The answer as it is to be sent. */
    static Answer of(Context context, Answer answer) {
        if (!isWorthIt(answer) || !(answer.isForAnybody() || context.header("Cookie") == null)) {
            return answer;
        }
        return told(isWanted(context), answer);
    }

    /** Whether it is asked for. */
    static boolean isWanted(Context context) {
        return isWanted(context.header(ASKED_BY));
    }

    /** The same, compressed if that is wanted and worth it; and whether that was wanted is said to matter. */
    static Answer told(boolean wanted, Answer answer) {
        if (!isWorthIt(answer)) {
            return answer;
        }
        boolean varies = answer.headers().getOrDefault("Vary", "").contains(ASKED_BY);
        Answer varying = varies ? answer : answer.varying(ASKED_BY);
        return wanted ? zipped(varying) : varying;
    }

    private static boolean isWorthIt(Answer answer) {
        String tag = answer.headers().getOrDefault("ETag", "W/");
        return isText(answer.type())
                && (answer.length() < 0 || answer.length() >= SHORT)
                && tag.startsWith("W/")
                && !answer.headers().containsKey("Content-Disposition")
                && !answer.headers().containsKey("Content-Encoding");
    }

    private static boolean isText(String type) {
        String plain = type.split(";", 2)[0];
        return plain.startsWith("text/") || TEXTS.contains(plain);
    }

    private static boolean isWanted(@Nullable String accepted) {
        return accepted != null
                && List.of(accepted.split(",", -1)).stream()
                        .map(part -> part.strip().split("\\s*;\\s*", 2))
                        .anyMatch(part -> part[0].equalsIgnoreCase(ENCODING)
                                && !(part.length > 1 && part[1].matches("q=0(\\.0*)?")));
    }

    private static Answer zipped(Answer answer) {
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.put("Content-Encoding", ENCODING);
        if (answer.length() < 0) {
            return new Answer(answer.status(), answer.type(), headers, -1, out -> {
                GZIPOutputStream zip = new GZIPOutputStream(out, 8192);
                answer.body().writeTo(zip);
                zip.finish();
            });
        }
        byte[] bytes = zippedBytes(answer);
        return new Answer(answer.status(), answer.type(), headers, bytes.length, out -> out.write(bytes));
    }

    private static byte[] zippedBytes(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes, 8192)) {
            answer.body().writeTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
