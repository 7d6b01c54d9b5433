package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;

/**
 * Spares whoever has a public answer already from getting it again. Its tag stands for its bytes; it is weak, since the same
 * may be sent compressed or not. Stateless and thread-safe.
 */
final class Freshness {

    private static final int SHOWN = 32;

    private Freshness() {}

    /** The answer with its tag, or that nothing has changed. */
    static Answer told(Context context, Answer answer) {
        if (answer.status() != 200 || !answer.isForAnybody() || answer.length() < 0) {
            return answer;
        }
        String given = answer.headers().get("ETag");
        String tag =
                given != null ? given : "W/\"" + Sha256.of(answer.bytes()).hex().substring(0, SHOWN) + "\"";
        Answer tagged = answer.with("ETag", tag);
        return isHad(context.header("If-None-Match"), tag) ? tagged.asNotModified() : tagged;
    }

    /** Whether a client that says this of what it has, has what the tag stands for. */
    static boolean isHad(@Nullable String had, String tag) {
        String strong = tag.replaceFirst("^W/", "");
        return had != null
                && Arrays.stream(had.split(",", -1))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(strong) || one.equals("*"));
    }
}
