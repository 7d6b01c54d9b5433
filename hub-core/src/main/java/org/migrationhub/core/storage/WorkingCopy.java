package org.migrationhub.core.storage;

import java.time.Instant;
import java.util.Optional;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;

/**
 * What somebody has typed of a submission and not saved yet. It is no fact of the journal: nobody acts on it, and what was
 * typed before is forgotten.
 *
 * @param submission of which
 * @param author who typed it last
 * @param base what it began from: see {@link #baseOf}
 * @param content what was typed, with all that was there before
 * @param keptAt when it was kept last
 */
public record WorkingCopy(
        SubmissionId submission, PersonId author, ContentDigest base, ContentItem content, Instant keptAt) {

    /** Larger than any number of events, so that no version of a working copy is one of a submission. */
    private static final long BEYOND_EVENTS = 1L << 51;

    /**
     * What a working copy of a submission begins from: its draft or, where none was saved since, its last revision.
     *
     * @return empty if no draft of it can be saved any more: then nothing is typed of it either
     */
    public static Optional<ContentDigest> baseOf(Submission submission) {
        if (!submission.permits(Act.SAVE_DRAFT)) {
            return Optional.empty();
        }
        return submission.draft().or(() -> submission.revision().map(revision -> revision.digest()));
    }

    /** Whether what it began from is still what one begins from. */
    public boolean isBasedOn(Submission present) {
        return baseOf(present).equals(Optional.of(base));
    }

    /** The digest of its content. */
    public ContentDigest digest() {
        return ContentDigest.of(content);
    }

    /**
     * A number that stands for its content: whoever has seen it may overwrite it. It is no version of the submission, and
     * takes no more than a JavaScript number holds.
     */
    public long version() {
        return BEYOND_EVENTS | Long.parseLong(digest().sha256().hex().substring(0, 12), 16);
    }

    /** Whether it says anything that isn't saved. */
    public boolean isUnsaved() {
        return !digest().equals(base);
    }
}
