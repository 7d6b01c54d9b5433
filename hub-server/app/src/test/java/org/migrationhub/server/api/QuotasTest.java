package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;

/** One import of a person at a time, counted as an upload. */
class QuotasTest {

    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId BEN = new PersonId("ben");

    private final Quotas quotas = new Quotas(Allowance.USUAL);

    @Test
    void ofOnePersonOneImportRunsAtATime() {
        assertThatThrownBy(() -> quotas.importing(ANA, () -> quotas.importing(ANA, () -> "both")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("too-many-requests");
        assertThat(quotas.importing(ANA, () -> quotas.importing(BEN, () -> "each")))
                .isEqualTo("each");
    }

    @Test
    void anImportThatFailedIsOver() {
        assertThatThrownBy(() -> quotas.importing(ANA, () -> {
                    throw new IllegalStateException("Sample");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(quotas.importing(ANA, () -> "next")).isEqualTo("next");
    }

    @Test
    void everyImportCountsAsAnUpload() {
        assertThat(ImportHandlers.operations())
                .filteredOn(operation -> operation.method().equals("POST"))
                .isNotEmpty()
                .allMatch(operation -> operation.budget() == Budget.UPLOADS);
    }
}
