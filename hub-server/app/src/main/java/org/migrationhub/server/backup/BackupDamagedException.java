package org.migrationhub.server.backup;

/** A backup isn't what a server wrote: something in it was altered, added, removed or moved, or it ends too early. */
public final class BackupDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupDamagedException(String file, String reason) {
        super("The backup is damaged in %s: %s.".formatted(file, reason));
    }

    static BackupDamagedException unpacking(String file, Exception cause) {
        BackupDamagedException damaged =
                new BackupDamagedException(file, "it can't be unpacked: " + cause.getMessage());
        damaged.initCause(cause);
        return damaged;
    }
}
