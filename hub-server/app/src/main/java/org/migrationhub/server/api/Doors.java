package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every request passes on its way in, and every answer on its way out. Thread-safe. */
final class Doors {

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    /** How many requests may be under way at once. */
    static final int MOST_AT_ONCE = 256;

    /** How many of one network: no browser asks for as many, and no fewer than four networks take all. */
    static final int MOST_OF_A_NETWORK = 64;

    /** The same of what {@link #VITAL} names. */
    private static final int MOST_VITAL = 32;

    private static final int MOST_VITAL_OF_A_NETWORK = 8;

    /** What whoever watches over the server asks for, also while it is flooded: there are places for it that nothing else takes. */
    private static final Set<String> VITAL = Set.of("/healthz", "/readyz", "/metrics");

    /** How many bytes of bodies may be in memory at once, and of those of one network: it may have two of the longest forms. */
    private static final long MOST_BYTES = 64L << 20;

    private static final long MOST_BYTES_OF_A_NETWORK = 16L << 20;

    /** How many threads that many requests need at most. */
    static final int MOST_THREADS = MOST_AT_ONCE + MOST_VITAL;

    private static final String VISIT = "visit";

    private final Clients clients;
    private final Limits limits;
    private final Cors cors;
    private final String metricsToken;
    private final Metrics metrics;
    private final Map<String, Budget> budgets = new HashMap<>();
    private final Places places = new Places(MOST_AT_ONCE, MOST_OF_A_NETWORK);
    private final Places vital = new Places(MOST_VITAL, MOST_VITAL_OF_A_NETWORK);
    private final Places room = new Places(MOST_BYTES, MOST_BYTES_OF_A_NETWORK);
    private final AtomicBoolean warned = new AtomicBoolean();

    Doors(FrontSettings settings, List<Operation> operations, Metrics metrics) {
        this.clients = new Clients(settings.trusted(), settings.ofThisMachine());
        this.limits = new Limits(settings.limits(), System::nanoTime);
        this.cors = new Cors(settings.origins());
        this.metricsToken = settings.metricsToken();
        this.metrics = metrics;
        for (Operation operation : operations) {
            Routes.methods(operation).forEach(method -> budgets.put(method + operation.path(), operation.budget()));
        }
    }

    /** The same, for whoever hasn't asked too often. */
    HttpFront.Maker admitting(String route, HttpFront.Maker maker) {
        return context -> {
            admit(context, route);
            return maker.of(context);
        };
    }

    /** Whether a request was let in: of whoever wasn't nothing more is read. */
    boolean isIn(Context context) {
        return context.attribute(VISIT) != null;
    }

    /** What is to be said of each request that came here, once it is answered. */
    void leave(Context context) {
        Visit visit = context.attribute(VISIT);
        if (visit != null) {
            context.attribute(VISIT, null);
            visit.end();
        }
    }

    /** The answer as it is to be sent. */
    Answer finish(Context context, Answer answer) {
        return Compression.of(context, Freshness.told(context, cors.told(context, answer)));
    }

    /** The metrics, for whoever may read them; for anybody else there are none. */
    Answer metrics(Context context) {
        if (metricsToken.isEmpty()
                ? !clients.isLocal(Clients.Way.of(context))
                : !isShown(context.header("Authorization"))) {
            throw Problem.ROUTE_UNKNOWN.plain("See " + Api.ROOT + " for what there is.");
        }
        return metrics.answer();
    }

    /** Whoever is surely on this machine may ask as often as they like, if not all at once: what they could do otherwise is worse. */
    private void admit(Context context, String route) {
        Clients.Way way = Clients.Way.of(context);
        InetAddress address = clients.address(way);
        String client = Clients.key(address);
        context.attribute(Ask.NETWORK, client);
        String region = Clients.region(address);
        context.attribute(Ask.REGION, region);
        Visit visit = new Visit(region, (VITAL.contains(route) ? vital : places).take(region, 1));
        context.attribute(VISIT, visit);
        Bodies.within(context, visit::makeRoom);
        if (clients.isLocal(way)) {
            return;
        }
        warnOfProxy(way);
        limits.spend(client, Budget.REQUESTS);
        Budget further = budgets.getOrDefault(context.req().getMethod() + route, Budget.REQUESTS);
        if (further != Budget.REQUESTS) {
            limits.spend(client, further);
        }
    }

    /** What one request has until it is answered. */
    private final class Visit {

        private final String region;
        private final List<Places.Place> taken = new ArrayList<>();

        Visit(String region, Places.Place place) {
            this.region = region;
            taken.add(place);
        }

        void makeRoom(long bytes) {
            taken.add(room.take(region, bytes));
        }

        void end() {
            taken.forEach(Places.Place::close);
        }
    }

    private void warnOfProxy(Clients.Way way) {
        if (clients.isByUntrustedProxy(way) && warned.compareAndSet(false, true)) {
            LOG.warn("Requests come through a proxy that isn't trusted, so that all its clients share one budget;"
                    + " name it in proxy.trusted");
        }
    }

    private boolean isShown(@Nullable String authorization) {
        byte[] shown = String.valueOf(authorization).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, ("Bearer " + metricsToken).getBytes(StandardCharsets.UTF_8));
    }
}
