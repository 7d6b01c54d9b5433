package org.migrationhub.core;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.StorageWrapper;

/**
 * A storage in memory before whose commits something else can happen: a failure, or another act that is faster.
 * Thread-safe.
 */
final class FlakyStorage extends StorageWrapper {

    private final AtomicReference<Consumer<Commit>> before = new AtomicReference<>(commit -> {});

    /** Does this before every commit from now on. */
    void before(Consumer<Commit> happens) {
        before.set(happens);
    }

    /** Does this once, before the next commit. */
    void beforeNext(Runnable happens) {
        before(commit -> {
            before(later -> {});
            happens.run();
        });
    }

    @Override
    public void commit(Commit commit) {
        before.get().accept(commit);
        super.commit(commit);
    }

    @Override
    public void commitTogether(List<Commit> commits) {
        commits.forEach(before.get());
        super.commitTogether(commits);
    }
}
