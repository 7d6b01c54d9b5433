package org.migrationhub.server;

import java.io.PrintStream;
import java.util.List;
import org.migrationhub.core.journal.Verification;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.StorageVerifier;
import org.migrationhub.core.storage.StoredJournal;

/**
 * The command that checks what is kept: the journal, with every chain and checkpoint and every verdict judged again, and
 * whether everything beside it agrees with it, to the last word and file.
 */
final class Verify {

    private static final int SOUND = 0;
    private static final int FAULT = 1;

    private Verify() {}

    /**
     * Checks it and prints what was found.
     *
     * @return the status with which to end
     */
    static int run(HubStorage storage, PrintStream out) {
        try {
            return check(storage, out);
        } catch (AlteredException e) {
            out.printf("FAULT altered: %s.%n", e.getMessage()); // an entry that can't even be read
            return FAULT;
        }
    }

    private static int check(HubStorage storage, PrintStream out) {
        Verification found = StoredJournal.verify(storage, Policies.presets());
        List<String> contradictions = found.isSound() ? StorageVerifier.contradictions(storage) : List.of();
        out.printf(
                "%d entries of %d chains, %d of them submissions; %d checkpoints, %d entries not pinned by one%n",
                found.entries(), found.chains(), found.submissions(), found.checkpoints(), found.unpinned());
        found.fault()
                .ifPresentOrElse(
                        fault -> out.printf(
                                "FAULT %s in entry %d: %s%n", fault.code().code(), fault.line(), fault.sentence()),
                        () -> out.println(contradictions.isEmpty() ? "Sound." : "The journal is sound; but:"));
        contradictions.forEach(sentence -> out.println("FAULT " + sentence));
        if (found.checkpoints() > 0) {
            out.println("Last checkpoint, to be kept elsewhere: "
                    + found.checkpoint().hash());
        }
        return found.isSound() && contradictions.isEmpty() ? SOUND : FAULT;
    }
}
