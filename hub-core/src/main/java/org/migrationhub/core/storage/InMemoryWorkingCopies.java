package org.migrationhub.core.storage;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;

/** The working copies of an {@link InMemoryStorage}, which guards them by its lock. Not thread-safe. */
final class InMemoryWorkingCopies {

    private final NavigableMap<SubmissionId, WorkingCopy> copies = new TreeMap<>(Collections.reverseOrder());

    /** The storage knows that the base is the present one. */
    boolean keep(WorkingCopy copy, @Nullable ContentDigest replaced) {
        WorkingCopy before = copies.get(copy.submission());
        ContentDigest there = before == null ? null : before.digest();
        boolean isKept = replaced == null ? there == null : replaced.equals(there);
        if (isKept) {
            copies.put(copy.submission(), copy);
        }
        return isKept;
    }

    Optional<WorkingCopy> find(SubmissionId id) {
        return Optional.ofNullable(copies.get(id));
    }

    boolean drop(SubmissionId id, ContentDigest seen) {
        return find(id).filter(copy -> copy.digest().equals(seen)).isPresent() && copies.remove(id) != null;
    }

    List<WorkingCopy> of(PersonId author, @Nullable SubmissionId after, int limit) {
        return (after == null ? copies : copies.tailMap(after, false))
                .values().stream()
                        .filter(copy -> copy.author().equals(author))
                        .limit(limit)
                        .toList();
    }

    void end(SubmissionId id) {
        copies.remove(id);
    }

    void forget(PersonId author) {
        copies.values().removeIf(copy -> copy.author().equals(author));
    }

    void clear() {
        copies.clear();
    }
}
