package org.migrationhub.server.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;

/**
 * A message as the outbox has it.
 *
 * @param id its name, later ones sort later; its Message-ID is made of it
 * @param kind what it says
 * @param recipient whom it tells; null if only an address is known
 * @param submission which item it is about; null if it is about an account
 * @param given what accounts gave; null for a notice, and once it isn't needed any more
 * @param happenedAt when that happened of which it tells
 * @param queuedAt when it came into the outbox
 * @param expiresAt from when on it isn't sent any more
 * @param state what became of it
 * @param reason why, as a code; null if there is nothing to say
 * @param tries how often its sending was begun
 * @param dueAt when it is tried next, or counts as abandoned by whoever has claimed it
 * @param claimed whether a server is sending it, or was when it was killed
 * @param endedAt when it was sent, closed or given up; null while it waits
 */
public record Message(
        String id,
        MessageKind kind,
        @Nullable PersonId recipient,
        @Nullable SubmissionId submission,
        @Nullable AccountMessage given,
        Instant happenedAt,
        Instant queuedAt,
        Instant expiresAt,
        MessageState state,
        @Nullable String reason,
        int tries,
        Instant dueAt,
        boolean claimed,
        @Nullable Instant endedAt) {

    /** Whether somebody may still decide what becomes of it. */
    boolean isOpen() {
        return state == MessageState.DEAD || (state == MessageState.WAITING && !claimed);
    }
}
