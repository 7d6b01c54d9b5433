package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;

/**
 * By what a repeat of a request is known.
 *
 * @param person who asks
 * @param slot stands for person and key
 * @param fingerprint stands for what is asked for; without the key, nobody can find out what by trying
 */
record RequestKey(PersonId person, String slot, String fingerprint) {

    private static final String HEADER = "Idempotency-Key";

    /** A string as structured fields have it, or the same without its quotation marks. */
    private static final Pattern FORM = Pattern.compile("\"?([A-Za-z0-9._~:+/=-]{8,200})\"?");

    /**
     * The key of a request; empty if it has none.
     *
     * @throws ProblemException if it is malformed
     */
    static Optional<RequestKey> of(Context context, Operation operation, PersonId person) {
        String header = context.header(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw Problem.HEADER_INVALID.plain(
                    "Idempotency-Key takes 8 to 200 letters, digits and . _ ~ : + / = -, such as a UUID.");
        }
        String key = form.group(1);
        String request = operation.id() + '\n' + context.path() + '\n' + context.queryParamMap() + '\n';
        return Optional.of(new RequestKey(
                person, digest(person + "\n" + key, new byte[0]), digest(key + '\n' + request, Bodies.bytes(context))));
    }

    private static String digest(String text, byte[] rest) {
        byte[] begin = text.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[begin.length + rest.length];
        System.arraycopy(begin, 0, whole, 0, begin.length);
        System.arraycopy(rest, 0, whole, begin.length, rest.length);
        return Sha256.of(whole).hex();
    }
}
