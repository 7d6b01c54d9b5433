package org.migrationhub.server;

import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.migrationhub.core.Hub;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.api.HttpFront;
import org.migrationhub.server.api.ServerErrors;
import org.migrationhub.server.demo.DemoClock;
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

    /** How long a connection may be silent when the server stops. */
    private static final long STOP_IDLE_MILLIS = 2_000;

    private final Hub hub;
    private final OpenStorage kept;
    private final List<Grant> grants;
    private final Following following;
    private final HttpFront front;
    private final Javalin web;
    private final AttachmentSweep sweep;
    private final SlowHeads slowHeads = new SlowHeads();
    private volatile boolean stopping;

    private HubServer(Hub hub, OpenStorage kept, InstantSource clock, List<Grant> grants, Settings settings) {
        this.hub = hub;
        this.kept = kept;
        this.grants = List.copyOf(grants);
        this.following = new Following(hub);
        this.front = new HttpFront(
                hub,
                clock,
                new TokenTable(grants),
                this::obstacle,
                ServerTables.in(kept.storage()),
                settings.operating().front());
        this.web = Javalin.create(config -> {
            front.install(config);
            config.jetty.modifyServer(HubServer::harden);
            config.jetty.modifyHttpConfiguration(HubServer::harden);
        });
        this.sweep = new AttachmentSweep(hub);
    }

    /**
     * Starts a server.
     *
     * @throws StartRefusedException if it can't start like this
     */
    static HubServer start(Settings settings) {
        settings.operating().given().forEach(line -> LOG.info("Setting: {}", line));
        OpenStorage kept = settings.kept().open();
        try {
            HubServer server = over(kept, settings);
            server.listen(settings);
            server.following.start();
            return server;
        } catch (StorageUnavailableException e) {
            kept.close();
            throw new StartRefusedException(
                    "%s stopped answering while the server started (%s); see to it, and start again."
                            .formatted(settings.kept().where(), e.getMessage()));
        } catch (RuntimeException e) {
            kept.close();
            throw e;
        }
    }

    private static HubServer over(OpenStorage kept, Settings settings) {
        DemoClock past = new DemoClock(InstantSource.system());
        InstantSource clock = settings.demo() ? past : InstantSource.system();
        Hub hub = Hub.builder()
                .storage(kept.storage())
                .notifier(new NobodyIsTold())
                .clock(clock)
                .policy(settings.policy())
                .build();
        return new HubServer(hub, kept, clock, Beginning.of(settings, kept.storage(), hub, past), settings);
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
        web.stop();
        sweep.close();
        slowHeads.close();
        following.close();
        front.close();
        kept.close();
        LOG.info("Stopped");
    }

    private void listen(Settings settings) {
        try {
            web.start(settings.host(), settings.port());
            for (Connector connector : web.jettyServer().server().getConnectors()) {
                ((AbstractConnector) connector).setShutdownIdleTimeout(STOP_IDLE_MILLIS);
                ((AbstractConnector) connector).setIdleTimeout(IDLE_MILLIS);
                connector.addBean(slowHeads);
            }
            sweep.begin();
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
