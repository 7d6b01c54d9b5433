package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;

/**
 * Spares whoever has an answer already from getting it again. Its tag stands for its bytes; it is weak, since the same
 * may be sent compressed or not. Stateless and thread-safe.
 */
final class Freshness {

    private static final int SHOWN = 32;

    private Freshness() {}

    /** The answer with its tag, or that nothing has changed. */
    static Answer told(Context context, Answer answer) {
        if (answer.status() != 200 || !answer.isAskedForAgain() || answer.length() < 0) {
            return answer;
        }
        Answer tagged = tagged(answer);
        return isHad(
                        context.header("If-None-Match"),
                        String.valueOf(tagged.headers().get("ETag")))
                ? tagged.asNotModified()
                : tagged;
    }

    /** The answer with its tag; the one that it has already, if it has one. */
    static Answer tagged(Answer answer) {
        return answer.headers().containsKey("ETag")
                ? answer
                : answer.with("ETag", "W/\"" + Sha256.of(answer.bytes()).hex().substring(0, SHOWN) + "\"");
    }

    /** Whether a client that says this of what it has, has what the tag stands for. */
    static boolean isHad(@Nullable String had, String tag) {
        if (had == null) {
            return false;
        }
        String strong = tag.replaceFirst("^W/", "");
        return Arrays.stream(had.split(",", -1))
                .map(one -> one.strip().replaceFirst("^W/", ""))
                .anyMatch(one -> one.equals(strong) || one.equals("*"));
    }
}
