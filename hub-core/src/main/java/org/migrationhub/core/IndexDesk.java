package org.migrationhub.core;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.error.ForbiddenException;

/**
 * The search index of this hub, for those who run the installation; each hub on a storage has its own. Every method throws
 * {@link ForbiddenException} for anybody else. Thread-safe.
 */
public final class IndexDesk {

    private final Hub hub;
    private final Actor actor;

    IndexDesk(Hub hub, Actor actor) {
        this.hub = hub;
        this.actor = actor;
    }

    /** How far it is. */
    public IndexState state() {
        require();
        return hub.rebuilding().state();
    }

    /**
     * Has the index built anew from the journal, beside the old one, which serves until then. While one is being built
     * already, nothing more is begun.
     *
     * @param executor builds it: this returns when the executor does. A failure is logged and seen in the state
     * @return how far it is when the executor has returned
     * @throws RejectedExecutionException if the executor takes nothing; then nothing is begun
     */
    public IndexState rebuild(Executor executor) {
        require();
        hub.rebuilding().begin(executor);
        return hub.rebuilding().state();
    }

    private void require() {
        hub.refuseErased(actor);
        if (!AccessTable.standard().permits(actor, Right.KEEP_INDEX)) {
            throw new ForbiddenException(Right.KEEP_INDEX.code(), "Only administrators keep the search index.");
        }
    }
}
