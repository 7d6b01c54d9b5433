package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;

class ChainIdTest {

    @Test
    void eachAggregateHasAChainOfItsOwn() {
        assertThat(ChainId.of(new PersonId("x")).value()).isEqualTo("person/x");
        assertThat(ChainId.of(new OrganisationId("x")).value()).isEqualTo("organisation/x");
        assertThat(ChainId.of(new SubmissionId("x")).value()).isEqualTo("submission/x");
        assertThat(ChainId.CHECKPOINTS).hasToString("checkpoints");
    }

    @Test
    void aChainOfASubmissionKnowsWhose() {
        ChainId chain = ChainId.of(new SubmissionId("s-1"));
        assertThat(chain.isOfSubmission()).isTrue();
        assertThat(chain.submission()).isEqualTo(new SubmissionId("s-1"));
        assertThat(ChainId.of(new PersonId("submission")).isOfSubmission()).isFalse();
        assertThat(ChainId.CHECKPOINTS.isOfSubmission()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "checkpoints/x",
                "person",
                "person/",
                "person/a/b",
                "persons/a",
                "Person/a",
                "person/ a",
                "person/.a"
            })
    void whatIsNoNameOfAChainIsRefused(String value) {
        assertThat(ChainId.find(value)).isEmpty();
        assertThatThrownBy(() -> new ChainId(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a chain's name: \"" + value + "\"");
    }

    @Test
    void aNameIsFoundAgain() {
        assertThat(ChainId.find("person/x")).contains(ChainId.of(new PersonId("x")));
    }

    @Test
    void chainsAreSortedByName() {
        ChainId a = new ChainId("organisation/z");
        ChainId b = new ChainId("person/a");
        assertThat(new TreeSet<>(List.of(b, ChainId.CHECKPOINTS, a))).containsExactly(ChainId.CHECKPOINTS, a, b);
    }
}
