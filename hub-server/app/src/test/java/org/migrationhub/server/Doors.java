package org.migrationhub.server;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.migrationhub.core.Hub;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.api.Allowance;
import org.migrationhub.server.api.Doorkeeper;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.api.Services;
import org.migrationhub.server.message.MessageFeed;
import org.migrationhub.server.message.MessageSettings;
import org.migrationhub.server.message.Messages;
import org.migrationhub.server.message.Outbox;
import org.migrationhub.server.tables.ServerTables;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** What the front of a server needs, over a hub that a test has made itself. Stateless. */
public final class Doors {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Supplier<URI> SITE = () -> URI.create("http://localhost");

    private Doors() {}

    /** Lets in who has these tokens. */
    public static Doorkeeper of(Hub hub, JdbiStorage storage, List<Grant> grants) {
        return new Doorkeeper(
                new TokenTable(grants), accounts(hub, ServerTables.in(storage)), new Cookies(false), SITE);
    }

    /** Makes messages of what the journal of a hub gives notice of. */
    static MessageFeed feed(JdbiStorage storage) {
        return MessageFeed.of(storage, new Outbox(ServerTables.in(storage), CLOCK));
    }

    static Accounts accounts(Hub hub, ServerTables tables) {
        return new Accounts(tables, hub, CLOCK, new AccountPost(new Outbox(tables, CLOCK)), SITE, List.of());
    }

    /** Sends no mail. */
    public static Services services(Hub hub, JdbiStorage storage) {
        return services(hub, storage, List.of());
    }

    /** The same for people who have these tokens. */
    static Services services(Hub hub, JdbiStorage storage, List<Grant> grants) {
        ServerTables tables = ServerTables.in(storage);
        MessageSettings unsent = new MessageSettings("http://localhost", null, false);
        Correspondents nobody = new Correspondents(accounts(hub, tables), grants);
        Messages messages = new Messages(hub, new Outbox(tables, CLOCK), nobody, unsent);
        return new Services(hub, CLOCK, tables, messages, SITE, Allowance.USUAL);
    }
}
