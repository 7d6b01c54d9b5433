package org.migrationhub.core.storage;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Storages with one fault each, as an implementation may have it. */
final class FaultyStorages {

    private FaultyStorages() {}

    /**
     * A fault.
     *
     * @param name what is wrong
     * @param foundBy a test of the contract that finds it
     * @param storage opens one that has it
     */
    record Fault(String name, String foundBy, Supplier<HubStorage> storage) {}

    static Stream<Fault> all() {
        return Stream.of(
                        CommitFaults.all(),
                        JournalFaults.all(),
                        ContentFaults.all(),
                        ListFaults.all(),
                        WorkingCopyFaults.all(),
                        AttachmentFaults.all(),
                        RestoreFaults.all())
                .flatMap(List::stream);
    }
}
