package org.migrationhub.server.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The line that each request leaves in the log: method, route, status, duration. Never what somebody wrote into an
 * address, and never who asked. Every line that is logged meanwhile has the same id.
 */
final class RequestLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String KEY = "request";

    private final String id =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final long start = System.nanoTime();
    private final String method;
    private final String route;
    private final Metrics metrics;
    private int status;

    RequestLog(Context context, String route, Metrics metrics) {
        this.metrics = metrics;
        this.method = HandlerType.commonHttp().contains(context.method())
                ? context.method().name()
                : "-";
        this.route = route;
        MDC.put(KEY, id);
    }

    /** The id of the request. */
    String id() {
        return id;
    }

    Answer answered(Answer answer) {
        status = answer.status();
        return answer;
    }

    @Override
    public void close() {
        long took = System.nanoTime() - start;
        metrics.answered(method, route, status, took);
        LOG.info("{} {} {} {} ms", method, route, status, took / 1_000_000);
        MDC.remove(KEY);
    }
}
