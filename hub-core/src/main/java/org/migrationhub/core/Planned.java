package org.migrationhub.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.storage.Commit;

/**
 * What an import is to do about a row.
 *
 * @param outcome what is told of it
 * @param commit what is stored; null if nothing is
 */
record Planned(ImportOutcome outcome, @Nullable Commit commit) {

    static Planned refused(String path, String code, String message) {
        return new Planned(ImportOutcome.refused(path, code, message), null);
    }

    static Planned refused(List<Violation> violations) {
        return new Planned(ImportOutcome.refused(violations), null);
    }

    static Planned unchanged() {
        return new Planned(new ImportOutcome(ImportOutcome.Status.UNCHANGED, List.of(), List.of()), null);
    }

    /** A new aggregate, or one that changes: its chain says which. */
    static Planned stored(Commit commit, List<Violation> warnings) {
        ImportOutcome.Status status =
                commit.expected().sequence() == 0 ? ImportOutcome.Status.CREATED : ImportOutcome.Status.UPDATED;
        return new Planned(new ImportOutcome(status, List.of(), warnings), commit);
    }
}
