package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;

/** Searches beside a writer: each sees one whole state, never an older one than was there when it began. */
abstract class SearchRaceRules extends SearchRules {

    private static final int READERS = 3;
    private static final int STATES = 40;
    private static final int ITEMS = 20;

    @Test
    void searchesSeeWholeStatesInTheirOrder() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Callable<Long>> racers = new ArrayList<>();
        racers.add(() -> write(done));
        IntStream.range(0, READERS).forEach(reader -> racers.add(() -> read(done)));
        try (Race race = new Race(racers.size())) {
            assertThat(race.run(racers)).as("the last state that everybody saw").containsOnly((long) STATES);
        }
    }

    @Test
    void whatTwoWritersHandOverAtOnceIsAppliedOnce() throws Exception {
        List<List<SearchDocument>> states = IntStream.rangeClosed(1, STATES)
                .mapToObj(SearchRaceRules::state)
                .toList();
        Callable<Long> writer = () -> {
            for (int state = 1; state <= STATES; state++) {
                index().apply(puts(states.get(state - 1)), state);
            }
            return index().position();
        };
        try (Race race = new Race(2)) {
            assertThat(race.run(List.of(writer, writer))).containsOnly((long) STATES);
        }
        assertThat(stateSeen()).isEqualTo(STATES);
    }

    private long write(AtomicBoolean done) {
        try {
            for (int state = 1; state <= STATES; state++) {
                index().apply(puts(state(state)), state);
                assertThat(stateSeen()).as("what the writer sees").isEqualTo(state);
            }
            return index().position();
        } finally {
            done.set(true);
        }
    }

    private long read(AtomicBoolean done) {
        long last = 0;
        boolean over;
        do {
            over = done.get();
            long before = index().position();
            long seen = stateSeen();
            assertThat(seen).as("a state that was there").isBetween(Math.max(before, last), index().position());
            last = seen;
        } while (!over);
        return last;
    }

    /** The number of the state that a search sees; it must see all of that state and nothing of another. */
    private long stateSeen() {
        SearchPage page = index().search(SearchQuery.everything().limit(5));
        if (page.total() == 0) {
            return 0;
        }
        assertThat(page.total()).isEqualTo(ITEMS);
        assertThat(page.hits()).hasSize(5);
        assertThat(page.counts().get(Facet.KIND)).containsExactly(Map.entry("practice", (long) ITEMS));
        assertThat(page.counts().get(Facet.ORGANISATION))
                .as("one state and no other")
                .hasSize(1)
                .containsValue((long) ITEMS);
        return Long.parseLong(page.counts().get(Facet.ORGANISATION).firstKey().substring("state-".length()));
    }

    private static List<SearchDocument> state(int number) {
        OrganisationRef body = OrganisationRef.of(new OrganisationId("state-" + number), "State");
        return IntStream.range(0, ITEMS)
                .mapToObj(item -> document(
                        "item-" + item,
                        Samples.practice("babobubok").toBuilder()
                                .mainImplementers(List.of(body))
                                .build(),
                        number))
                .toList();
    }
}
