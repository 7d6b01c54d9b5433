package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.json.Json;

/** Reads bodies, never more of them than is accepted. Stateless and thread-safe. */
final class Bodies {

    /** How many bytes a body may have. */
    static final int MOST_BYTES = 1 << 20;

    /** How much of a body that nobody wants is read: a client that is cut off in its midst may never see the answer. */
    private static final int MOST_DRAINED = 8 * MOST_BYTES;

    private static final Pattern JSON_TYPE =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*(utf-8|\"utf-8\")\\s*)?");

    private Bodies() {}

    /** Whether the request has a body, be it an empty one of unknown length. */
    static boolean isThere(Context context) {
        return length(context) > 0 || context.header("Transfer-Encoding") != null;
    }

    /**
     * The body as a JSON value.
     *
     * @throws ProblemException if it is of another type or too large
     */
    static @Nullable Object json(Context context) {
        requireJson(context);
        return Json.parse(bytes(context));
    }

    private static void requireJson(Context context) {
        String type = context.header("Content-Type");
        String encoding = context.header("Content-Encoding");
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
        if (type == null
                || !JSON_TYPE.matcher(type.strip().toLowerCase(Locale.ROOT)).matches()
                || !plain) {
            throw Problem.MEDIA_TYPE_UNSUPPORTED
                    .plain("Send application/json in UTF-8, not compressed.")
                    .with("Accept", Answer.JSON);
        }
    }

    private static byte[] bytes(Context context) {
        if (length(context) > MOST_BYTES) {
            throw tooLarge();
        }
        try {
            byte[] bytes = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.REQUEST_MALFORMED.plain("The body couldn't be read to its end.");
        }
    }

    /**
     * Reads what is left of a body that nobody wanted, so that the client can read the answer and go on.
     *
     * @return whether all of it was read; if not, the connection is of no further use
     */
    static boolean drain(Context context) {
        if (!isThere(context)) {
            return true;
        }
        if (length(context) > MOST_DRAINED || context.header("Expect") != null) {
            return false;
        }
        try {
            return endsWithin(MOST_DRAINED, context.bodyInputStream());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean endsWithin(int most, InputStream body) throws IOException {
        byte[] unwanted = new byte[8192];
        int left = most;
        int read = 0;
        while (read >= 0 && left >= 0) {
            left -= read;
            read = body.read(unwanted);
        }
        return read < 0 && left >= 0;
    }

    private static long length(Context context) {
        return context.req().getContentLengthLong();
    }

    private static ProblemException tooLarge() {
        return Problem.BODY_TOO_LARGE.plain("A body may have up to %d bytes.".formatted(MOST_BYTES));
    }
}
