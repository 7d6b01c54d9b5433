package org.migrationhub.server.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.migrationhub.core.review.SubmissionId;

/** Reads ids and numbers of addresses. Stateless and thread-safe. */
final class Ids {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {}

    static Optional<SubmissionId> submission(String text) {
        try {
            return Optional.of(new SubmissionId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> message(String text) {
        return uuid(text);
    }

    static Optional<String> account(String text) {
        return uuid(text);
    }

    private static Optional<String> uuid(String text) {
        return UUID.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** A whole number from 1 on. */
    static Optional<Integer> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
