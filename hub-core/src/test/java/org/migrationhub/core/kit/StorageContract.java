package org.migrationhub.core.kit;

import org.junit.jupiter.api.Nested;
import org.migrationhub.core.storage.HubStorage;

/**
 * What every {@link HubStorage} must keep. An implementation's test extends this and says how a storage is opened:
 *
 * <pre>{@code
 * class JdbiStorageTest extends StorageContract {
 *     @Override
 *     protected HubStorage open() {
 *         return JdbiStorage.inMemory();
 *     }
 * }
 * }</pre>
 *
 * <p>A backend that can't be had must make {@link #open()} throw, so that the test fails: a contract that is skipped keeps
 * nothing.
 *
 * <p>Up to eight threads use a storage at once. Policies are the presets {@code gcm-2022} and {@code gcm-2020}. Every instant has whole microseconds.
 */
public abstract class StorageContract {

    /** Made by the implementation's test. */
    protected StorageContract() {}

    /** A storage that holds nothing. It is asked for before each test and closed after it. */
    protected abstract HubStorage open() throws Exception;

    @Nested
    class Committing extends CommitRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class CommittingTogether extends TogetherRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class Racing extends RaceRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class Journal extends JournalRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class Submissions extends SubmissionRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class People extends PeopleRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class ContentsAndNotes extends WordRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class WorkingCopies extends WorkingCopyRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class Attachments extends AttachmentRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class Restoring extends RestoreRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }

    @Nested
    class Lists extends ListRules {
        @Override
        HubStorage open() throws Exception {
            return StorageContract.this.open();
        }
    }
}
