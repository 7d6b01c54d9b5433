package org.migrationhub.server;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.Hub;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.demo.DemoClock;
import org.migrationhub.server.demo.Demonstration;

/** What a server finds or puts into its storage before it listens. A demonstration is never mixed with anything else. */
final class Beginning {

    private final Settings settings;
    private final HubStorage storage;

    private Beginning(Settings settings, HubStorage storage) {
        this.settings = settings;
        this.storage = storage;
    }

    /**
     * Sees to it that everything is there with which the hub begins.
     *
     * @param clock by which the hub of a demonstration goes; is right afterwards
     * @return who has which token
     * @throws StartRefusedException if what is there is of another kind
     */
    static List<Grant> of(Settings settings, HubStorage storage, Hub hub, DemoClock clock) {
        List<Grant> grants = new ArrayList<>();
        Beginning beginning = new Beginning(settings, storage);
        beginning.requireKind();
        if (settings.demo()) {
            beginning.demonstrate(hub, clock);
            clock.arrive();
            grants.addAll(Demonstration.grants());
        }
        grants.addAll(Register.fill(hub, settings));
        return grants;
    }

    private void requireKind() {
        boolean demo = Demonstration.isIn(storage);
        if (demo && !settings.demo()) {
            throw refused("it holds a demonstration, which must not mix with real content; start with --demo");
        }
        if (!demo && settings.demo() && !isEmpty()) {
            throw refused("it holds a hub that is no demonstration; start without --demo");
        }
    }

    private void demonstrate(Hub hub, DemoClock clock) {
        if (isEmpty()) {
            try {
                Demonstration.fill(apart(clock), clock);
            } catch (StaleVersionException e) {
                throw unfinished(); // another server has begun in the same moment
            }
        } else if (!Demonstration.isWhole(storage)) {
            throw unfinished();
        }
        hub.follow();
    }

    /** Index and messages follow all at once, and not each act. */
    private Hub apart(DemoClock clock) {
        return Hub.builder()
                .storage(storage)
                .clock(clock)
                .policy(settings.policy())
                .followingWhenAsked()
                .build();
    }

    private boolean isEmpty() {
        return storage.feed(0, 1).isEmpty();
    }

    private StartRefusedException unfinished() {
        return refused("its demonstration isn't whole: another server is filling it, or was ended before it had; wait a"
                + " minute, or empty it");
    }

    private StartRefusedException refused(String why) {
        return new StartRefusedException("--demo, --data, database.url: %s: %s, or name another directory or database."
                .formatted(settings.kept().where(), why));
    }
}
