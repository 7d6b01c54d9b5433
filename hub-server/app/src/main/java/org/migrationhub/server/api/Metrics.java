package org.migrationhub.server.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.server.message.MessageState;

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
    private final MultiGauge messages = MultiGauge.builder("hub.messages")
            .description("Messages to people, by what became of them")
            .register(registry);
    private final Supplier<Map<MessageState, Long>> counts;

    /** What requests are told apart by. */
    private record Kind(String method, String route, int status) {}

    /**
     * Nothing counted yet.
     *
     * @param readiness whether requests should be sent here
     * @param counts how many messages are in each state
     */
    Metrics(Readiness readiness, Supplier<Map<MessageState, Long>> counts) {
        this.counts = counts;
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

    /** Tells from now on whether a thread, which should never end, goes on. */
    void watch(String thread, BooleanSupplier alive) {
        Gauge.builder("hub.thread.alive", () -> alive.getAsBoolean() ? 1 : 0)
                .description("Whether a thread that does what nobody waits for goes on")
                .tag("name", thread)
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
        messages.register(rows(), true);
        return Answer.of(200, TYPE, registry.scrape(TYPE).getBytes(StandardCharsets.UTF_8));
    }

    /** None while the storage can't be asked: an old number would pass for the present one. */
    private List<MultiGauge.Row<?>> rows() {
        try {
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            counts.get()
                    .forEach((state, number) -> rows.add(MultiGauge.Row.of(Tags.of("state", state.code()), number)));
            return rows;
        } catch (StorageUnavailableException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
