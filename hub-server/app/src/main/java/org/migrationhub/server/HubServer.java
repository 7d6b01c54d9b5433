package org.migrationhub.server;

import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.api.Doorkeeper;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.api.HttpFront;
import org.migrationhub.server.api.ServerErrors;
import org.migrationhub.server.api.Services;
import org.migrationhub.server.demo.DemoAccounts;
import org.migrationhub.server.demo.DemoClock;
import org.migrationhub.server.message.MessageFeed;
import org.migrationhub.server.message.Messages;
import org.migrationhub.server.message.Outbox;
import org.migrationhub.server.message.Postman;
import org.migrationhub.server.site.Site;
import org.migrationhub.server.tables.ServerTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. Thread-safe. */
public final class HubServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubServer.class);

    /** How long requests that were accepted may take when the server stops. */
    private static final long STOP_MILLIS = 7_000;

    /** How long a connection may be silent. */
    private static final long IDLE_MILLIS = 30_000;

    /** What the system takes of an answer before a reader does: with more, it can't be seen for long whether one reads at all. */
    private static final int SEND_BUFFER = 256 * 1024;

    /** Threads that hold no request: those that accept and select, and those that refuse. */
    private static final int FURTHER_THREADS = 32;

    /** How long a connection may be silent when the server stops. */
    private static final long STOP_IDLE_MILLIS = 2_000;

    private final Hub hub;
    private final OpenStorage kept;
    private final SearchIndex index;
    private final List<Grant> grants;
    private final Following following;
    private final HttpFront front;
    private final Javalin web;
    private final Upkeep upkeep;
    private final Postman postman;
    private final BackupDoor backups;
    private final SlowClients slowClients = new SlowClients();
    private final Accounts accounts;
    private final SiteAddress site;
    private volatile boolean stopping;

    private HubServer(
            Hub hub,
            OpenStorage kept,
            SearchIndex index,
            List<Grant> grants,
            Services services,
            Accounts accounts,
            SiteAddress site,
            Settings settings) {
        this.hub = hub;
        this.kept = kept;
        this.index = index;
        this.grants = List.copyOf(grants);
        this.following = new Following(hub);
        this.accounts = accounts;
        this.site = site;
        Cookies cookies = new Cookies(settings.accounts().secureCookies());
        this.front = new HttpFront(
                services,
                new Doorkeeper(new TokenTable(grants), accounts, cookies, site),
                this::obstacle,
                new Site(this::site, settings.imprint()),
                settings.operating().front());
        this.web = Javalin.create(config -> {
            front.install(config);
            config.jetty.threadPool = new QueuedThreadPool(HttpFront.MOST_THREADS + FURTHER_THREADS);
            config.jetty.modifyServer(HubServer::harden);
            config.jetty.modifyHttpConfiguration(HubServer::harden);
        });
        this.upkeep = new Upkeep(hub, () -> {
            accounts.sweep();
            front.sweep();
        });
        this.postman = services.messages().postman(services.clock());
        front.watch("following", following::isAlive);
        front.watch("postman", postman::isAlive);
        this.backups = new BackupDoor(kept, settings.kept().backupSocket());
    }

    /**
     * Starts a server.
     *
     * @throws StartRefusedException if it can't start like this
     */
    static HubServer start(Settings settings) {
        settings.operating().given().forEach(line -> LOG.info("Setting: {}", line));
        OpenStorage kept = settings.kept().open();
        SearchIndex index = null;
        try {
            index = LocalIndex.open(settings.kept().index(), kept.storage());
            HubServer server = over(kept, index, settings);
            if (settings.demo()) {
                DemoAccounts.bring(server.accounts());
            }
            server.listen(settings);
            server.following.start();
            server.postman.start();
            server.backups.open();
            return server;
        } catch (StorageUnavailableException e) {
            close(index, kept);
            throw new StartRefusedException(
                    "%s stopped answering while the server started (%s); see to it, and start again."
                            .formatted(settings.kept().where(), e.getMessage()));
        } catch (RuntimeException e) {
            close(index, kept);
            throw e;
        }
    }

    /** The index first: it says of itself in the storage's words how far it has come. */
    private static void close(@Nullable SearchIndex index, OpenStorage kept) {
        try {
            if (index != null) {
                index.close();
            }
        } finally {
            kept.close();
        }
    }

    private static HubServer over(OpenStorage kept, SearchIndex index, Settings settings) {
        DemoClock past = new DemoClock(InstantSource.system());
        InstantSource clock = settings.demo() ? past : InstantSource.system();
        Outbox outbox = new Outbox(kept.tables(), clock);
        Hub hub = Hub.builder()
                .storage(kept.storage())
                .searchIndex(index)
                .notifier(MessageFeed.of(kept.storage(), outbox))
                .clock(clock)
                .policy(settings.policy())
                .cursorKey(CursorKey.of(kept.tables()))
                .build();
        List<Grant> grants = Beginning.of(settings, kept.storage(), hub, past);
        SiteAddress site = new SiteAddress(settings.accounts().site());
        Accounts accounts = new Accounts(
                kept.tables(),
                hub,
                clock,
                new AccountPost(outbox),
                site,
                settings.accounts().providers());
        Messages messages = new Messages(hub, outbox, new Correspondents(accounts, grants), settings.messages());
        Services services = new Services(
                hub, clock, kept.tables(), messages, site, settings.operating().allowance());
        return new HubServer(hub, kept, index, grants, services, accounts, site, settings);
    }

    /** The address of the site, as browsers know it. */
    URI site() {
        return site.get();
    }

    /** The tables of the server. */
    ServerTables tables() {
        return kept.tables();
    }

    /** Who may act. */
    Accounts accounts() {
        return accounts;
    }

    /** Where it listens. */
    public int port() {
        return web.port();
    }

    /** Who has which token. */
    List<Grant> grants() {
        return grants;
    }

    /** Stops: not ready from now on, what was accepted is answered, then nobody is listened to. */
    @Override
    public void close() {
        stopping = true;
        postman.retire();
        web.stop();
        backups.close();
        upkeep.close();
        slowClients.close();
        following.close();
        front.close();
        postman.close();
        close(index, kept);
        LOG.info("Stopped");
    }

    private void listen(Settings settings) {
        try {
            web.start(settings.host(), settings.port());
            site.listening(web.port());
            for (Connector connector : web.jettyServer().server().getConnectors()) {
                ((AbstractConnector) connector).setShutdownIdleTimeout(STOP_IDLE_MILLIS);
                ((AbstractConnector) connector).setIdleTimeout(IDLE_MILLIS);
                connector.addBean(slowClients);
                ((ServerConnector) connector).setAcceptedSendBufferSize(SEND_BUFFER);
            }
            upkeep.begin();
        } catch (JavalinException e) {
            throw new StartRefusedException(
                    "--port, --host: it can't listen at %s port %d (%s); stop what listens there, or choose another port (0: any free one)."
                            .formatted(settings.host(), settings.port(), e.getMessage()));
        }
    }

    private String obstacle() {
        if (stopping) {
            return "stopping";
        }
        try {
            boolean caughtUp = hub.isCaughtUp() || following.isClose();
            return caughtUp ? "" : "the search index has not caught up with the journal";
        } catch (StorageUnavailableException e) {
            return "the storage can't be reached";
        }
    }

    private static void harden(Server server) {
        server.setStopTimeout(STOP_MILLIS);
        server.setErrorHandler(new ServerErrors());
        server.setHandler(new GracefulHandler());
    }

    private static void harden(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setHeaderCacheCaseSensitive(
                true); // or a token in other case, on the same connection, would pass for the cached one
        http.getCustomizers().removeIf(ForwardedRequestCustomizer.class::isInstance);
    }
}
