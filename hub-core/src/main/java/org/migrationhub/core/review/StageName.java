package org.migrationhub.core.review;

import java.util.Arrays;
import java.util.Optional;

/**
 * The name of a stage, as the transition table, the access table and the API know it. The {@code UPDATE_} stages are
 * those of a next revision while the last one stays public.
 */
public enum StageName {
    /** Seen by its submitter alone. */
    DRAFT("draft"),
    /** Waits for the secretariat to screen it and seat a panel. */
    SUBMITTED("submitted"),
    /** A panel has it. */
    IN_REVIEW("in-review"),
    /** Back with the submitter, who may revise it. */
    CHANGES_REQUESTED("changes-requested"),
    /** Refused for good. */
    DECLINED("declined"),
    /** Public, and nothing further is under way. */
    PUBLISHED("published"),
    /** Public; a next revision waits for the secretariat. */
    UPDATE_SUBMITTED("update-submitted"),
    /** Public; a panel has the next revision. */
    UPDATE_IN_REVIEW("update-in-review"),
    /** Public; the next revision is back with the submitter. */
    UPDATE_CHANGES_REQUESTED("update-changes-requested"),
    /** Taken back by its submitter before it was ever public. */
    WITHDRAWN("withdrawn"),
    /** Was public and was taken down; its address keeps a tombstone. */
    RETRACTED("retracted");

    private final String code;

    StageName(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
        return this == DECLINED || this == WITHDRAWN || this == RETRACTED;
    }

    /** Whether a revision is public in this stage. */
    public boolean isPublic() {
        return switch (this) {
            case PUBLISHED, UPDATE_SUBMITTED, UPDATE_IN_REVIEW, UPDATE_CHANGES_REQUESTED -> true;
            default -> false;
        };
    }

    /** The stage with this code. */
    public static Optional<StageName> find(String code) {
        return Arrays.stream(values()).filter(name -> name.code.equals(code)).findFirst();
    }
}
