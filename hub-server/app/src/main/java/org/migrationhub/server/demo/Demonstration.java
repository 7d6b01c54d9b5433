package org.migrationhub.server.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.migrationhub.core.Hub;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.server.api.Grant;

/** Fills an empty hub with the demonstration's content. */
public final class Demonstration {

    private Demonstration() {}

    /** Whether a storage holds a demonstration, or the beginning of one. */
    public static boolean isIn(HubStorage storage) {
        return DemoPeople.areIn(storage);
    }

    /** Whether nothing is missing of the demonstration that a storage holds. */
    public static boolean isWhole(HubStorage storage) {
        return DemoPeople.areAllIn(storage);
    }

    /** Who has which token; the same in every demonstration. */
    public static List<Grant> grants() {
        return DemoPeople.grants();
    }

    /**
     * Registers people and organisations, and brings every sample to its stage.
     *
     * @param hub an empty one, which goes by the clock
     * @param clock is right afterwards
     * @throws StaleVersionException if another server has begun to fill the same hub; this one has changed nothing
     */
    public static void fill(Hub hub, DemoClock clock) {
        DemoPeople people = new DemoPeople(hub);
        people.register();
        PersonId focalPoint = people.focalPoint();
        Map<String, PracticeFacts> facts =
                DemoFiles.facts().stream().collect(Collectors.toMap(PracticeFacts::title, Function.identity()));
        DemoActs acts = new DemoActs(hub, clock);
        for (Sample sample : DemoFiles.samples()) {
            PracticeFacts known = facts.get(sample.title());
            if (known == null) {
                throw new IllegalStateException("Nothing is known of " + sample.title());
            }
            acts.bring(new SamplePractice(known, sample, people.organisations()), sample.stageName(), focalPoint);
        }
        clock.arrive();
        people.registerLast();
    }
}
