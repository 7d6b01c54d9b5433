package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SeatStateName;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;

class ToursTest {

    private final Set<StageName> stages = EnumSet.noneOf(StageName.class);
    private final Set<SeatStateName> seats = EnumSet.noneOf(SeatStateName.class);
    private final Set<Class<?>> events = new HashSet<>();

    @Test
    void theToursLeadThroughEveryStageEverySeatStateAndEveryEvent() {
        for (Tours.Tour tour : Tours.ALL) {
            tour.acts()
                    .accept(new Journey(tour.id(), tour.policy(), Samples.ANA.id(), new SettableClock(), this::look));
        }
        assertThat(stages).isEqualTo(EnumSet.allOf(StageName.class));
        assertThat(seats).isEqualTo(EnumSet.allOf(SeatStateName.class));
        assertThat(events).containsExactlyInAnyOrder(SubmissionEvent.class.getPermittedSubclasses());
    }

    @Test
    void aPopulationIsOfManyStages() {
        Population population = new Population(1);
        population.submissions(60, commit -> {});
        population
                .submissions()
                .forEach(submission -> stages.add(submission.stage().name()));
        assertThat(stages).hasSizeGreaterThan(5);
    }

    private void look(Journey.Step step) {
        Submission after = step.change().after();
        stages.add(after.stage().name());
        after.rounds()
                .forEach(round -> round.seats().stream().map(Seat::state).forEach(state -> seats.add(state.name())));
        step.change().events().forEach(event -> events.add(event.getClass()));
    }
}
