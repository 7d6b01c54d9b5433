package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.server.json.Json;

/** Reads bodies, never more of them than is accepted. Stateless and thread-safe. */
final class Bodies {

    /** How many bytes a body may have. */
    static final int MOST_BYTES = 1 << 20;

    /** How many bytes the fields of a page's form may have: all texts of an item in all six languages, each byte as three. */
    static final int MOST_BYTES_OF_A_FORM = 8 << 20;

    /** How many bytes a body may have that is a file. */
    static final long MOST_BYTES_OF_A_FILE = Attachment.MOST_BYTES;

    /** How much of a body that nobody wants is read: a client that is cut off in its midst may never see the answer. */
    private static final int MOST_DRAINED = 8 * MOST_BYTES;

    /** How many fields a form may have. */
    static final int MOST_FIELDS = 2_000;

    /** The media type of what a page's form sends. */
    static final String FORM_TYPE = "application/x-www-form-urlencoded";

    /** The media type of what a page's form sends that has files. */
    static final String UPLOAD_TYPE = "multipart/form-data";

    /** How many bytes a form with a file may have: more than the file may, so that one comes to read that it was too large. */
    private static final long MOST_BYTES_OF_AN_UPLOAD = 5 * MOST_BYTES_OF_A_FILE;

    private static final String ROOM = "body-room";
    private static final String UPLOAD = "body-upload";
    private static final String ASKED_FOR = "body-asked-for";
    private static final String BYTES = "body-bytes";
    private static final String ANY_BYTES = "application/octet-stream";

    private static final Pattern JSON_TYPE =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*(utf-8|\"utf-8\")\\s*)?");

    private Bodies() {}

    /** What has to be asked for room before a body is read into memory. */
    interface Room {
        /**
         * Has room kept until the request is answered.
         *
         * @throws ProblemException if there is none
         */
        void keep(long bytes);
    }

    /** Has a request's body read only where there is room for it. */
    static void within(Context context, Room room) {
        context.attribute(ROOM, room);
    }

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

    /**
     * The body as the fields of a form, in order, each with its values; the same each time.
     *
     * @throws ProblemException if it is of another type, too large, or no such form
     */
    static Map<String, List<String>> fields(Context context) {
        if (!isThere(context)) {
            return Map.of();
        }
        if (!declaredType(context).equals(FORM_TYPE) || !isPlain(context)) {
            throw Problem.MEDIA_TYPE_UNSUPPORTED.plain("Send the form as the page has it.");
        }
        try {
            return fields(new String(bytes(context, MOST_BYTES_OF_A_FORM), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw Problem.REQUEST_MALFORMED.plain("The form isn't encoded as it should be.");
        }
    }

    private static Map<String, List<String>> fields(String body) throws CharacterCodingException {
        String[] parts = body.isEmpty() ? new String[0] : body.split("&", -1);
        if (parts.length > MOST_FIELDS) {
            throw Problem.BODY_TOO_LARGE.plain("A form may have up to %d fields.".formatted(MOST_FIELDS));
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String part : parts) {
            String[] field = part.split("=", 2);
            String value = field.length == 1 ? "" : decoded(field[1]);
            fields.computeIfAbsent(decoded(field[0]), name -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    /** Refuses what is no UTF-8: a letter that can't be read must not be kept as another. */
    private static String decoded(String text) throws CharacterCodingException {
        byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /**
     * The body as a form with files, begun to be read; the same each time.
     *
     * @throws ProblemException if it is of another type, too large, or no such form
     */
    static Upload upload(Context context) {
        Upload begun = context.attribute(UPLOAD);
        if (begun == null) {
            if (!declaredType(context).equals(UPLOAD_TYPE) || !isPlain(context)) {
                throw Problem.MEDIA_TYPE_UNSUPPORTED.plain("Send the form as the page has it.");
            }
            if (length(context) > MOST_BYTES_OF_AN_UPLOAD) {
                throw fileTooLarge();
            }
            begun = Upload.of(new UploadBody(context), MOST_BYTES_OF_AN_UPLOAD);
            context.attribute(UPLOAD, begun);
        }
        return begun;
    }

    /** A body as the reader of forms with files takes it. */
    private record UploadBody(Context context) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return String.valueOf(context.header("Content-Type"));
        }

        @Override
        @Deprecated
        @SuppressWarnings("InlineMeSuggester") // the library asks for it; nobody here calls it
        public int getContentLength() {
            return (int) Math.min(Integer.MAX_VALUE, contentLength());
        }

        @Override
        public long contentLength() {
            return length(context);
        }

        @Override
        public InputStream getInputStream() {
            return new FileBody(context);
        }
    }

    /** The media type that is declared, without parameters; empty where it is missing or says nothing. */
    static String declaredType(Context context) {
        String type = context.header("Content-Type");
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.equals(ANY_BYTES) ? "" : plain;
    }

    /**
     * The body as it comes, once it is read.
     *
     * @throws ProblemException if it is compressed, or says that it is too large
     */
    static InputStream file(Context context) {
        if (!isPlain(context)) {
            throw Problem.MEDIA_TYPE_UNSUPPORTED.plain("Send the file as it is, without Content-Encoding.");
        }
        if (length(context) > MOST_BYTES_OF_A_FILE) {
            throw fileTooLarge();
        }
        return new FileBody(context);
    }

    /** Asks for the body at the first read: a client that waits to be told to send it may first be told that it can't. */
    private static final class FileBody extends InputStream {

        private final Context context;
        private @Nullable InputStream body;

        FileBody(Context context) {
            this.context = context;
        }

        @Override
        public int read() throws IOException {
            return body().read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return body().read(bytes, from, length);
        }

        private InputStream body() {
            context.attribute(ASKED_FOR, true);
            if (body == null) {
                body = paced(context);
            }
            return body;
        }
    }

    private static InputStream paced(Context context) {
        return Pace.of(context.bodyInputStream(), System::nanoTime);
    }

    private static boolean isPlain(Context context) {
        String encoding = context.header("Content-Encoding");
        return encoding == null || encoding.equalsIgnoreCase("identity");
    }

    private static void requireJson(Context context) {
        String type = context.header("Content-Type");
        if (type == null
                || !JSON_TYPE.matcher(type.strip().toLowerCase(Locale.ROOT)).matches()
                || !isPlain(context)) {
            throw Problem.MEDIA_TYPE_UNSUPPORTED
                    .plain("Send application/json in UTF-8, not compressed.")
                    .with("Accept", Answer.JSON);
        }
    }

    /**
     * The body as bytes; the same each time.
     *
     * @throws ProblemException if there are too many
     */
    static byte[] bytes(Context context) {
        return bytes(context, MOST_BYTES);
    }

    private static byte[] bytes(Context context, int most) {
        byte[] known = context.attribute(BYTES);
        if (known == null) {
            known = read(context, most);
            context.attribute(BYTES, known);
        }
        return known;
    }

    private static byte[] read(Context context, int most) {
        if (length(context) > most) {
            throw tooLarge(most);
        }
        try {
            if (isThere(context) && context.attribute(ROOM) instanceof Room room) {
                room.keep(length(context) < 0 ? most : length(context));
            }
            byte[] bytes = paced(context).readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
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
        return drain(context, MOST_DRAINED, () -> Pace.unwanted(context.bodyInputStream(), System::nanoTime));
    }

    /** The same of a file, which may be long and come as slowly as one that is wanted. */
    static void drainFile(Context context) {
        drain(context, MOST_BYTES_OF_A_FILE, () -> paced(context));
    }

    private static boolean drain(Context context, long most, Supplier<InputStream> body) {
        if (!isThere(context)) {
            return true;
        }
        try {
            if (length(context) > most || context.header("Expect") != null) {
                return context.attribute(ASKED_FOR) != null
                        && context.req().getInputStream().isFinished();
            }
            return endsWithin(most, body.get());
        } catch (IOException | ProblemException e) {
            return false; // broken off, or too slow
        }
    }

    private static boolean endsWithin(long most, InputStream body) throws IOException {
        byte[] unwanted = new byte[8192];
        long left = most;
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

    static ProblemException fileTooLarge() {
        return Problem.BODY_TOO_LARGE.plain("A file may have up to %d bytes.".formatted(MOST_BYTES_OF_A_FILE));
    }

    private static ProblemException tooLarge(int most) {
        return Problem.BODY_TOO_LARGE.plain("A body may have up to %d bytes.".formatted(most));
    }
}
