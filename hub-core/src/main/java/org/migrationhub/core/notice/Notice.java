package org.migrationhub.core.notice;

import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;

/**
 * That something concerns a person.
 *
 * @param position of the journal's entry that gave rise to it; with recipient and kind it identifies the notice, so that
 *     a repeated one can be recognised
 * @param recipient whom to tell
 * @param kind what to tell
 * @param submission which submission it is about
 */
public record Notice(long position, PersonId recipient, NoticeKind kind, SubmissionId submission) {}
