package org.migrationhub.server.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.tables.ServerTables;

/**
 * Holds each person to what they may have here at once, so that nobody fills the disk for all. Files are counted as long as they
 * are kept, on all servers of a database together; whoever sends several at once may go beyond by those. Imports are counted by
 * each server for itself. Thread-safe.
 */
final class Quotas {

    private static final long MEGABYTE = 1_000_000;

    private final Allowance most;
    private final Set<PersonId> importing = ConcurrentHashMap.newKeySet();

    /** What each may have. */
    Quotas(Allowance most) {
        this.most = most;
    }

    /**
     * Refuses a file for which there is no room.
     *
     * @param announced how many bytes it has; less than 1 if that isn't known
     * @throws RefusedException saying how much room there is in all
     */
    void requireRoomForFile(ServerTables tables, PersonId person, long announced) {
        if (most.megabytes() > 0 && kept(tables, person) + Math.max(1, announced) > most.megabytes() * MEGABYTE) {
            throw new RefusedException(new Violation(
                    "",
                    "quota.files",
                    "Your files take up the %d MB that one person may have here: link to this one, or ask the secretariat."
                            .formatted(most.megabytes())));
        }
    }

    /** Counts a file from now on. */
    void uploaded(ServerTables tables, PersonId person, Attachment file, Instant at) {
        tables.write(handle -> handle.createUpdate("insert into server.upload (person, digest, size, uploaded_at)"
                        + " values (:person, :digest, :size, :at) on conflict do nothing")
                .bind("person", person.value())
                .bind("digest", file.sha256().hex())
                .bind("size", file.size())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /**
     * Refuses submissions for which there is no room.
     *
     * @param further how many are to be begun
     * @throws RefusedException saying how many one may have
     */
    void requireRoomForSubmissions(ServerTables tables, PersonId person, int further) {
        if (most.submissions() > 0 && further > 0 && open(tables, person) + further > most.submissions()) {
            throw new RefusedException(new Violation(
                    "",
                    "quota.submissions",
                    "Of one person up to %d drafts and items without a panel are possible: take back those that aren't needed."
                            .formatted(most.submissions())));
        }
    }

    /**
     * Runs an import, unless another one of this person is running.
     *
     * @throws ProblemException if one is
     */
    <R> R importing(PersonId person, Supplier<R> work) {
        if (!importing.add(person)) {
            throw Problem.TOO_MANY_REQUESTS
                    .plain("Another import of yours is running: wait until it has ended.")
                    .with("Retry-After", "5");
        }
        try {
            return work.get();
        } finally {
            importing.remove(person);
        }
    }

    private static long kept(ServerTables tables, PersonId person) {
        return tables.read(handle -> handle.createQuery("select coalesce(sum(u.size), 0) from server.upload u"
                        + " join hub.attachment a on a.digest = u.digest where u.person = :person")
                .bind("person", person.value())
                .mapTo(Long.class)
                .one());
    }

    private static int open(ServerTables tables, PersonId person) {
        return tables.read(handle -> handle.createQuery("select count(*) from hub.submission"
                        + " where submitter = :person and stage in ('draft', 'submitted')")
                .bind("person", person.value())
                .mapTo(Integer.class)
                .one());
    }
}
