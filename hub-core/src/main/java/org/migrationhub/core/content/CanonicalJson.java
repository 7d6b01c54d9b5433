package org.migrationhub.core.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * JSON in exactly one form, so that equal values have equal bytes: RFC 8785 (JCS) restricted to objects, arrays,
 * strings, booleans and integers, with texts in Unicode normalisation form C and line ends as LF.
 *
 * <p>A tree is a {@code Map<String, Object>}, {@code List<Object>}, {@link String}, {@link Long} or {@link Boolean};
 * {@link Integer} is accepted for Long when writing. There is no null and no fraction. Nesting is at most
 * {@value #MAX_DEPTH} levels. Stateless and thread-safe.
 */
public final class CanonicalJson {

    /** How deep objects and arrays may be nested, in writing and in reading. */
    public static final int MAX_DEPTH = 64;

    private CanonicalJson() {}

    /**
     * The canonical bytes of a tree: what digests and hash chains are computed of. Keys are sorted by UTF-16 code
     * units; there is no white space; CR LF and CR become LF; texts and keys become NFC; the bytes are UTF-8.
     *
     * @throws IllegalArgumentException if the tree holds anything else than the types above, half a surrogate pair,
     *     two keys of one object that are the same after normalisation, or is too deep
     */
    public static byte[] bytes(Object tree) {
        return encode(tree, CanonicalJson::normalised);
    }

    /**
     * The same with every text as it is: for storage, where what was written must come back unchanged.
     *
     * @throws IllegalArgumentException as {@link #bytes(Object)}
     */
    public static byte[] verbatim(Object tree) {
        return encode(tree, UnaryOperator.identity());
    }

    /**
     * Reads JSON into a tree that can't change; objects keep the order of their keys. White space and any order of
     * keys are accepted, so the input need not be canonical; texts stay as they are.
     *
     * @throws IllegalArgumentException if it is no JSON of the types above: the message says what and at which offset
     *     (in UTF-16 code units; in bytes if it is no UTF-8). Refused are also duplicate keys, null, fractions,
     *     exponents, integers beyond 64 bits, half surrogate pairs, a byte order mark and anything after the value
     */
    public static Object parse(byte[] json) {
        return new JsonParser(decode(json)).parse();
    }

    /**
     * Reads a JSON object.
     *
     * @throws IllegalArgumentException as {@link #parse(byte[])}, and if it is another value than an object
     */
    public static Map<String, Object> parseObject(byte[] json) {
        return new JsonParser(decode(json)).parseObject();
    }

    private static byte[] encode(Object tree, UnaryOperator<String> form) {
        return new JsonWriter(form).write(tree).getBytes(StandardCharsets.UTF_8);
    }

    private static String normalised(String text) {
        String unified =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return isBelowMarks(unified) ? unified : Normalizer.normalize(unified, Normalizer.Form.NFC);
    }

    /** Nothing below U+0300 composes, decomposes or moves: most texts need no look into the tables. */
    private static boolean isBelowMarks(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= 0x300) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] json) {
        ByteBuffer in = ByteBuffer.wrap(json);
        CharBuffer out = CharBuffer.allocate(json.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new IllegalArgumentException("JSON refused at byte " + in.position() + ": this is no UTF-8");
        }
        return out.flip().toString();
    }
}
