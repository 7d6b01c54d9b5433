package org.migrationhub.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.migrationhub.core.kit.ContractRun;
import org.migrationhub.core.kit.SearchIndexContract;

/** The contract of indexes can fail: some test of it finds each of the planted faults. */
class SearchIndexContractTest {

    /** Some faults show only when threads meet, which a busy machine can prevent for once. */
    private static final int MOST_RACES = 20;

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return FaultyIndexes.all().stream()
                .map(fault -> dynamicTest(fault.name(), () -> {
                    SearchIndexContract contract = contract(fault.index());
                    assertThat(ContractRun.tests(contract)).contains(fault.foundBy());
                    assertThat(IntStream.range(0, MOST_RACES)
                                    .anyMatch(race -> ContractRun.failure(contract, fault.foundBy())
                                            .isPresent()))
                            .as("found within %d runs", MOST_RACES)
                            .isTrue();
                }));
    }

    @Test
    void anIndexThatCantBeOpenedFailsEveryTest() {
        SearchIndexContract contract = contract(() -> {
            throw new IllegalStateException("No directory there");
        });
        assertThat(ContractRun.tests(contract))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(ContractRun.failure(contract, test))
                        .containsInstanceOf(IllegalStateException.class));
    }

    private static SearchIndexContract contract(Supplier<SearchIndex> index) {
        return new SearchIndexContract() {
            @Override
            protected SearchIndex open() {
                return index.get();
            }
        };
    }
}
