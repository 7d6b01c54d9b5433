package org.migrationhub.core.storage;

/**
 * Where a Hub keeps everything. Implementations are thread-safe and may be shared by several hubs.
 *
 * <p>What has been committed is seen by every later call, on every hub that shares the storage (P16), and survives as
 * long as the implementation promises. A failure of the underlying system is an unchecked exception of the
 * implementation's own, {@link StorageUnavailableException} where it is likely to pass; it is never reported as "not
 * found".
 *
 * <p>Whoever opens a storage closes it; a hub never does.
 */
public interface HubStorage
        extends SubmissionStore, WorkingCopyStore, PeopleStore, AttachmentStore, JournalStore, AutoCloseable {

    /** Lets go of what the storage holds on to. A second call does nothing. */
    @Override
    void close();
}
