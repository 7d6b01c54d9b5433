/**
 * Telling people what concerns them: notices are read off the journal and handed to a
 * {@link org.migrationhub.core.notice.Notifier}, which an embedder implements over mail or whatever reaches its people.
 *
 * <p>A notice names a person and a submission and says what happened; it holds no words, so that whoever renders it
 * does so with the recipient's rights.
 */
@NullMarked
package org.migrationhub.core.notice;

import org.jspecify.annotations.NullMarked;
