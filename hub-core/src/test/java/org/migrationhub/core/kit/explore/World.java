package org.migrationhub.core.kit.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.Candidate;
import org.migrationhub.core.review.ReviewContext;

/** How everybody stands, and what time it is. Immutable. */
final class World {

    private static final Instant BEGINNING = Instant.parse("2026-03-02T09:00:00Z");

    private final Cast cast;
    private final List<Situation> situations;
    private final Duration tick;
    private final int ticks;
    private final boolean timeMatters;

    private World(Cast cast, List<Situation> situations, Duration tick, int ticks, boolean timeMatters) {
        this.cast = cast;
        this.situations = situations;
        this.tick = tick;
        this.ticks = ticks;
        this.timeMatters = timeMatters;
    }

    /**
     * The world before anything has happened.
     *
     * @param tick so long that every deadline passes
     * @param timeMatters whether it matters when something happened, and not only in which order
     */
    static World atFirst(Cast cast, Duration tick, boolean timeMatters) {
        return new World(cast, cast.all().stream().map(Situation::atFirst).toList(), tick, 0, timeMatters);
    }

    Cast cast() {
        return cast;
    }

    Situation of(Persona persona) {
        return situations.get(persona.index());
    }

    Instant now() {
        return BEGINNING.plus(tick.multipliedBy(ticks));
    }

    int ticks() {
        return ticks;
    }

    boolean timeMatters() {
        return timeMatters;
    }

    World later() {
        return new World(cast, situations, tick, ticks + 1, timeMatters);
    }

    World with(Persona persona, Situation changed) {
        List<Situation> next = new ArrayList<>(situations);
        next.set(persona.index(), changed);
        return new World(cast, List.copyOf(next), tick, ticks, timeMatters);
    }

    ReviewContext context(Content content) {
        return new ReviewContext(content.disclosure(), this::candidate, now());
    }

    private Candidate candidate(PersonId id) {
        Persona persona = cast.find(id).orElseThrow(() -> new NotFoundException("person", id.value()));
        return of(persona).candidate();
    }
}
