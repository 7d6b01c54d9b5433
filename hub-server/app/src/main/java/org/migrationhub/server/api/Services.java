package org.migrationhub.server.api;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.migrationhub.core.Hub;
import org.migrationhub.server.message.Messages;
import org.migrationhub.server.tables.ServerTables;

/**
 * What handlers work with. Thread-safe, as its parts are.
 *
 * @param hub what everything is asked of
 * @param clock what says the time, to the hub too
 * @param tables where the server keeps what is no part of a hub
 * @param messages what people are told
 * @param site the address of the site, as browsers know it
 * @param quotas how much one person may have
 * @param rehearsal whether what is done to the hub is only tried
 */
public record Services(
        Hub hub,
        InstantSource clock,
        ServerTables tables,
        Messages messages,
        Supplier<URI> site,
        Quotas quotas,
        boolean rehearsal) {

    /** Those of a server. */
    public Services(
            Hub hub,
            InstantSource clock,
            ServerTables tables,
            Messages messages,
            Supplier<URI> site,
            Allowance allowance) {
        this(hub, clock, tables, messages, site, new Quotas(allowance), false);
    }

    /** The kept answers to what was asked for under a key. */
    Repeats repeats() {
        return new Repeats(tables, clock, hub::newId);
    }

    /** The same, but that whatever is done to the hub is only tried. */
    Services rehearsing() {
        return new Services(hub.rehearsal(), clock, tables.rehearsal(), messages, site, quotas, true);
    }
}
