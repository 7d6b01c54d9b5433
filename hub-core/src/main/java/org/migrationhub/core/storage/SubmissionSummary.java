package org.migrationhub.core.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/**
 * A line of a list of submissions.
 *
 * @param id of the submission
 * @param kind of the item
 * @param stage where it stands
 * @param title of the last revision, or of the draft while nothing was handed in; in its original language
 * @param language of the title
 * @param submitter who submits
 * @param revisions how many were handed in
 * @param changedAt when it last changed; null for whoever could learn from it when a reviewer acted
 * @param due when the first of the awaited reviews is due; null if none is awaited
 */
public record SubmissionSummary(
        SubmissionId id,
        Kind kind,
        StageName stage,
        String title,
        Language language,
        PersonId submitter,
        int revisions,
        @Nullable Instant changedAt,
        @Nullable Instant due) {

    /** The line of a submission whose shown content is this. */
    public static SubmissionSummary of(Submission submission, ContentItem shown) {
        return new SubmissionSummary(
                submission.id(),
                submission.kind(),
                submission.stage().name(),
                shown.title(),
                shown.language(),
                submission.submitter(),
                submission.revisions().size(),
                submission.changedAt(),
                due(submission));
    }

    /** The line without what tells when a reviewer acts or is to act. */
    public SubmissionSummary withoutPanel() {
        return new SubmissionSummary(id, kind, stage, title, language, submitter, revisions, null, null);
    }

    /** The line with another due date. */
    public SubmissionSummary withDue(@Nullable Instant other) {
        return new SubmissionSummary(id, kind, stage, title, language, submitter, revisions, changedAt, other);
    }

    private static @Nullable Instant due(Submission submission) {
        return submission.awaited().stream()
                .map(Seat::seating)
                .map(Seating::due)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
