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
        Places.Place first = places.take("a");
        places.take("a");
        assertRefused("a", Problem.TOO_MANY_REQUESTS);
        places.take("b");
        first.close();
        places.take("a");
        assertRefused("a", Problem.TOO_MANY_REQUESTS);
    }

    @Test
    void allTogetherGetNoMoreThanThereAre() {
        List<Places.Place> taken = new ArrayList<>();
        for (String network : List.of("a", "a", "b", "b", "c")) {
            taken.add(places.take(network));
        }
        assertRefused("c", Problem.UNAVAILABLE);
        assertRefused("d", Problem.UNAVAILABLE);
        taken.forEach(Places.Place::close);
        taken.clear();
        for (String network : List.of("d", "d", "e", "e", "f")) {
            taken.add(places.take(network));
        }
        assertThat(taken).hasSize(5);
    }

    private void assertRefused(String network, Problem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> places.take(network))
                .satisfies(refused -> {
                    assertThat(refused.problem()).isEqualTo(problem);
                    assertThat(refused.answer().headers()).containsKey("Retry-After");
                });
    }
}
