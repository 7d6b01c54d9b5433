package org.migrationhub.core.kit;

import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;

import java.util.List;
import java.util.function.BiConsumer;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.ReviewOutcome;

/** Leads submissions somewhere: one random act after the other, whatever the rules allow. Not thread-safe. */
final class Wanderer {

    private static final List<Person> REVIEWERS = List.of(UMA, NOEL, NINA, ULF, NURI);

    /** Mostly enough to find one of the acts that are possible. */
    private static final int TRIES = 50;

    private final RandomItems items;
    private final List<BiConsumer<Journey, Person>> onwards = List.of(
            (journey, person) -> journey.submit(),
            (journey, person) -> journey.seat(UMA, NOEL, NINA),
            (journey, person) -> journey.seat(NURI, ULF, person),
            (journey, person) -> journey.accept(person),
            (journey, person) -> journey.review(person, ReviewOutcome.APPROVE, "Yes"),
            (journey, person) -> journey.fill(person),
            (journey, person) -> journey.feature("Much came of it"),
            (journey, person) -> journey.seatFurther(person));
    private final List<BiConsumer<Journey, Person>> around = List.of(
            (journey, person) -> journey.saveDraft(item(journey)),
            (journey, person) -> journey.revise(item(journey)),
            (journey, person) -> journey.review(person, ReviewOutcome.REQUEST_CHANGES, "Not yet"),
            (journey, person) -> journey.review(person, ReviewOutcome.DECLINE, "No"),
            (journey, person) -> journey.declineSeat(person, null),
            (journey, person) -> journey.recuse(person, "I know them"),
            (journey, person) -> journey.replace(1 + number(4), person),
            (journey, person) -> journey.closeRound(),
            (journey, person) -> journey.represent(Samples.BEN),
            (journey, person) -> journey.sendBack("Say more"));
    private final List<BiConsumer<Journey, Person>> toAnEnd = List.of(
            (journey, person) -> journey.decline("No practice"),
            (journey, person) -> journey.withdraw(null),
            (journey, person) -> journey.retract("It was otherwise"));

    Wanderer(RandomItems items) {
        this.items = items;
    }

    /** So many acts, or fewer if the submission comes to an end or nobody hits on one that is possible. */
    void wander(Journey journey, int steps) {
        for (int step = 0; step < steps && !journey.now().stage().name().isFinal(); step++) {
            step(journey);
        }
    }

    private void step(Journey journey) {
        List<BiConsumer<Journey, Person>> acts = acts();
        long version = journey.now().version();
        for (int tries = 0; tries < TRIES && journey.now().version() == version; tries++) {
            attempt(pick(acts), journey);
        }
    }

    private void attempt(BiConsumer<Journey, Person> act, Journey journey) {
        try {
            act.accept(journey, pick(REVIEWERS));
        } catch (HubException refused) {
            // not possible now: the next one may be
        }
    }

    private List<BiConsumer<Journey, Person>> acts() {
        int number = number(100);
        return number < 82 ? onwards : number < 97 ? around : toAnEnd;
    }

    private ContentItem item(Journey journey) {
        return journey.now().kind() == Kind.PRACTICE ? items.practice() : items.resource();
    }

    private int number(int limit) {
        return items.random().nextInt(limit);
    }

    private <T> T pick(List<T> choice) {
        return choice.get(number(choice.size()));
    }
}
