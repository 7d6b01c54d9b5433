package org.migrationhub.server;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.migrationhub.core.Hub;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.api.Doorkeeper;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.api.Services;
import org.migrationhub.server.message.MessageSettings;
import org.migrationhub.server.message.Messages;
import org.migrationhub.server.message.Outbox;
import org.migrationhub.server.tables.ServerTables;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** What the front of a server needs, over a hub that a test has made itself. Stateless. */
final class Doors {

    private static final InstantSource CLOCK = InstantSource.system();

    private Doors() {}

    /** Lets in who has these tokens. */
    static Doorkeeper of(Hub hub, JdbiStorage storage, List<Grant> grants) {
        ServerTables tables = ServerTables.in(storage);
        Supplier<URI> site = () -> URI.create("http://localhost");
        Accounts accounts =
                new Accounts(tables, hub, CLOCK, new AccountPost(new Outbox(tables, CLOCK)), site, List.of());
        return new Doorkeeper(new TokenTable(grants), accounts, new Cookies(false), site);
    }

    /** Sends no mail. */
    static Services services(Hub hub, JdbiStorage storage) {
        ServerTables tables = ServerTables.in(storage);
        MessageSettings unsent = new MessageSettings("http://localhost", null);
        Messages messages = new Messages(hub, new Outbox(tables, CLOCK), person -> Optional.empty(), unsent);
        return new Services(hub, CLOCK, tables, messages);
    }
}
