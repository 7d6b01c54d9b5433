package org.migrationhub.server.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.storage.Stored;

/** Versions as entity tags. Stateless and thread-safe. */
final class Version {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E]*)\"");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private Version() {}

    /** The entity tag of a version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Holds that a request that changes something says what its author has seen of it, and that a version is named only
     * where there is one to be held.
     *
     * @throws ProblemException if there is no If-Match, or one that nothing here could ever match
     */
    static void require(Operation operation, @Nullable String header) {
        if (operation.is(Trait.VERSIONED) && header == null) {
            throw Problem.VERSION_REQUIRED.plain(
                    "Send the ETag of what you have read in If-Match, or * if it may have changed in any way since.");
        }
        boolean reads = operation.method().equals("GET");
        if (!operation.is(Trait.VERSIONED) && !reads && ofIfMatch(header) != null) {
            throw Problem.STALE_VERSION.plain("There are no versions here: send no If-Match.");
        }
    }

    /** The entity tag of a record as it is kept. */
    static String tag(Stored<?> stored) {
        return tag(stored.head().sequence());
    }

    /**
     * The version that If-Match names; null if it is missing, or {@code *} says that any will do.
     *
     * @throws ProblemException if it is a weak tag or none of ours, which no version matches; or is malformed
     */
    static @Nullable Long ofIfMatch(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Problem.HEADER_INVALID.plain("If-Match takes one entity tag, as ETag gave it, such as \"7\".");
        }
        if (tag.group(1) != null || !NUMBER.matcher(tag.group(2)).matches()) {
            throw Problems.stale();
        }
        return Long.valueOf(tag.group(2));
    }
}
