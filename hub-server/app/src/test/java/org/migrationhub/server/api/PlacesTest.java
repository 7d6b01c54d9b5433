package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places(5, 2);

    @Test
    void oneNetworkGetsItsShareAndAgainOnceItHasLeft() {
        Places.Place first = places.take("a", 1);
        places.take("a", 1);
        assertRefused("a", Problem.TOO_MANY_REQUESTS);
        places.take("b", 1);
        first.close();
        places.take("a", 1);
        assertRefused("a", Problem.TOO_MANY_REQUESTS);
    }

    @Test
    void allTogetherGetNoMoreThanThereAre() {
        List<Places.Place> taken = new ArrayList<>();
        for (String network : List.of("a", "a", "b", "b", "c")) {
            taken.add(places.take(network, 1));
        }
        assertRefused("c", Problem.UNAVAILABLE);
        assertRefused("d", Problem.UNAVAILABLE);
        taken.forEach(Places.Place::close);
        taken.clear();
        for (String network : List.of("d", "d", "e", "e", "f")) {
            taken.add(places.take(network, 1));
        }
        assertThat(taken).hasSize(5);
    }

    @Test
    void whoeverNeedsMuchGetsItOnlyWhereThereIsAsMuch() {
        Places.Place one = places.take("a", 1);
        assertRefused("a", 2, Problem.TOO_MANY_REQUESTS);
        one.close();
        places.take("a", 2).close();
        places.take("a", 2);
        places.take("b", 2);
        assertRefused("c", 2, Problem.UNAVAILABLE);
        places.take("c", 1);
    }

    private void assertRefused(String network, Problem problem) {
        assertRefused(network, 1, problem);
    }

    private void assertRefused(String network, long number, Problem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> places.take(network, number))
                .satisfies(refused -> {
                    assertThat(refused.problem()).isEqualTo(problem);
                    assertThat(refused.answer().headers()).containsKey("Retry-After");
                });
    }
}
