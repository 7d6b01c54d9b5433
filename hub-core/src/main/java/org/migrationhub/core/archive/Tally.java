package org.migrationhub.core.archive;

import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;

/** Counts what goes into an archive or comes out of one. Not thread-safe. */
final class Tally {

    private long organisations;
    private long persons;
    private long submissions;
    private long checkpoints;
    private long entries;
    private long attachments;

    /** So many entries of a chain: all of them, or one checkpoint. */
    void add(ChainId chain, int some) {
        entries += some;
        if (chain.isOfOrganisation()) {
            organisations++;
        } else if (chain.isOfPerson()) {
            persons++;
        } else if (chain.isOfSubmission()) {
            submissions++;
        } else {
            checkpoints++;
        }
    }

    void addAttachment() {
        attachments++;
    }

    ArchiveSummary summary(Sha256 hub) {
        return new ArchiveSummary(organisations, persons, submissions, checkpoints, entries, attachments, hub);
    }
}
