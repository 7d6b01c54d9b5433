package org.migrationhub.server.api;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.migrationhub.core.ImportedReviewer;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.imports.ImportFormat;
import org.migrationhub.server.imports.ImportKind;
import org.migrationhub.server.imports.ImportReport;
import org.migrationhub.server.imports.Importing;

/**
 * Imports in the name of whoever asks, be it by a program or a page: people whose address a row replaces are told at the former
 * one. Not thread-safe.
 */
public final class Imports {

    /** How many bytes a file may have. */
    public static final int MOST_BYTES = 10 << 20;

    private final Ask ask;

    /** Those of whoever asks. */
    public Imports(Ask ask) {
        this.ask = ask;
    }

    /**
     * Imports a file, whole or not at all; of one person one after the other.
     *
     * @param kind of its rows
     * @param format in which it is written
     * @param handIn whether practices and resources are handed in; otherwise they become drafts
     * @param dryRun whether only to say what would come of it
     * @param file gives what is in it; not asked if whoever asks may not import
     * @throws org.migrationhub.server.imports.FileRefusedException if no row of it could be looked at
     * @throws org.migrationhub.server.json.MalformedJsonException if it should be JSON and isn't
     * @throws org.migrationhub.core.error.ForbiddenException if whoever asks may not
     */
    public ImportReport run(
            ImportKind kind, ImportFormat format, boolean handIn, boolean dryRun, Supplier<byte[]> file) {
        return ask.importing(() -> alone(kind, format, handIn, dryRun, file));
    }

    private ImportReport alone(
            ImportKind kind, ImportFormat format, boolean handIn, boolean dryRun, Supplier<byte[]> file) {
        Importing importing = new Importing(
                ask.desk().imports(), ask.importKeys(), ask.actor(), kind, handIn, ask::requireRoomForSubmissions);
        Map<PersonId, String> former = new HashMap<>();
        ImportReport report = importing.run(format, file, dryRun, reviewers -> {
            reviewers.forEach(reviewer -> note(reviewer, former));
            accounts().noteFormer(former);
        });
        former.keySet().forEach(accounts()::tellFormer);
        return report;
    }

    private void note(ImportedReviewer reviewer, Map<PersonId, String> former) {
        String present = ask.people().person(reviewer.id()).value().profile().email();
        if (!present.equals(reviewer.profile().email())) {
            former.put(reviewer.id(), present);
        }
    }

    private Accounts accounts() {
        return ask.door().accounts();
    }
}
