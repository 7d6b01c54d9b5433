package org.migrationhub.server.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.migrationhub.core.Hub;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.api.Grant;

/** Fills an empty hub with the demonstration's content. */
public final class Demonstration {

    private Demonstration() {}

    /**
     * Registers people and organisations, and brings every sample to its stage.
     *
     * @param hub an empty one, which goes by the clock
     * @param clock is right afterwards
     * @return who was given which token
     */
    public static List<Grant> fill(Hub hub, DemoClock clock) {
        DemoPeople people = new DemoPeople(hub).register();
        PersonId focalPoint = people.focalPoint();
        Map<String, PracticeFacts> facts =
                DemoFiles.facts().stream().collect(Collectors.toMap(PracticeFacts::title, Function.identity()));
        DemoActs acts = new DemoActs(hub, clock, people);
        for (Sample sample : DemoFiles.samples()) {
            PracticeFacts known = facts.get(sample.title());
            if (known == null) {
                throw new IllegalStateException("Nothing is known of " + sample.title());
            }
            acts.bring(new SamplePractice(known, sample, people.organisations()), sample.stageName(), focalPoint);
        }
        clock.arrive();
        return List.copyOf(people.grants());
    }
}
