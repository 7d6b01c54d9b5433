package org.migrationhub.core.archive;

import org.migrationhub.core.content.Sha256;

/**
 * What an archive holds; written at its end, so that a reader knows that it has all of it.
 *
 * @param organisations how many
 * @param persons how many, those included whose data was erased
 * @param submissions how many, in any stage
 * @param checkpoints how many
 * @param entries of the journal, those of the checkpoints included
 * @param attachments how many different files
 * @param hub SHA-256 of {@code hub.jsonl}: the same for the same hub, in whatever storage it lies
 */
public record ArchiveSummary(
        long organisations,
        long persons,
        long submissions,
        long checkpoints,
        long entries,
        long attachments,
        Sha256 hub) {}
