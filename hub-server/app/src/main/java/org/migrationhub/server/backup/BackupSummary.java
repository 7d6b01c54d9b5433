package org.migrationhub.server.backup;

import org.migrationhub.core.archive.ArchiveSummary;

/**
 * What a backup holds.
 *
 * @param hub all of the hub
 * @param accounts how many; 0 in the archive of a hub alone, which has none
 */
public record BackupSummary(ArchiveSummary hub, long accounts) {}
