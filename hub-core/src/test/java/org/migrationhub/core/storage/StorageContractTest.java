package org.migrationhub.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationhub.core.kit.ContractRun;
import org.migrationhub.core.kit.StorageContract;

/** The contract of storages can fail: some test of it finds each of the planted faults. */
class StorageContractTest {

    /** Some faults show only when threads meet, which a busy machine can prevent for once. */
    private static final int MOST_RACES = 20;

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return FaultyStorages.all()
                .map(fault -> dynamicTest(fault.name(), () -> {
                    StorageContract contract = contract(fault.storage());
                    assertThat(ContractRun.tests(contract)).contains(fault.foundBy());
                    assertThat(IntStream.range(0, MOST_RACES)
                                    .anyMatch(race -> ContractRun.failure(contract, fault.foundBy())
                                            .isPresent()))
                            .as("found within %d runs", MOST_RACES)
                            .isTrue();
                }));
    }

    @Test
    void aStorageThatCantBeOpenedFailsEveryTest() {
        StorageContract contract = contract(() -> {
            throw new IllegalStateException("No database there");
        });
        assertThat(ContractRun.tests(contract))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(ContractRun.failure(contract, test))
                        .containsInstanceOf(IllegalStateException.class));
    }

    private static StorageContract contract(Supplier<HubStorage> storage) {
        return new StorageContract() {
            @Override
            protected HubStorage open() {
                return storage.get();
            }
        };
    }
}
