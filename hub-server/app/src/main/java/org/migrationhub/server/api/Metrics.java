package org.migrationhub.server.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts what happens, for Prometheus: by operation and status, never by what somebody wrote. Thread-safe. */
final class Metrics implements AutoCloseable {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Counter made = counted("made");
    private final Counter given = counted("given-again");

    /** What requests are told apart by. */
    private record Kind(String method, String route, int status) {}

    Metrics(Readiness readiness) {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("hub.ready", () -> readiness.obstacle().isEmpty() ? 1 : 0)
                .description("Whether requests should be sent here")
                .register(registry);
    }

    /**
     * Notes a request that was answered.
     *
     * @param method of HTTP, or a hyphen for one that isn't common
     * @param route the path with its parameters in braces, or a hyphen where there was none
     */
    void answered(String method, String route, int status, long nanos) {
        Kind kind = new Kind(method, route, status);
        Timer known = timers.get(kind); // computeIfAbsent alone would take a lock
        (known == null ? timers.computeIfAbsent(kind, this::timer) : known).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Notes whether a public answer could be given again, or had to be made. */
    void gaveAgain(boolean again) {
        (again ? given : made).increment();
    }

    private Counter counted(String how) {
        return Counter.builder("hub.public.answers")
                .description("Answers to what anybody may ask that were made, or given again")
                .tag("how", how)
                .register(registry);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests that were answered, the sending of the answer included")
                .tag("method", kind.method())
                .tag("route", kind.route())
                .tag("status", String.valueOf(kind.status()))
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    Answer answer() {
        return Answer.of(200, TYPE, registry.scrape(TYPE).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
