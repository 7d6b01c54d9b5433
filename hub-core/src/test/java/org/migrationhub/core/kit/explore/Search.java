package org.migrationhub.core.kit.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.StageName;

/**
 * The breadth-first search: level by level, each in batches that several threads work on and one puts together in order,
 * so that two runs visit the same states in the same order.
 */
final class Search {

    private static final int BATCH = 256;
    private static final int CHUNK = 16;

    private final Setting setting;
    private final Bounds bounds;
    private final int threads;
    private final Known known = new Known();
    private final Set<StageName> stages = EnumSet.noneOf(StageName.class);
    private final SortedMap<String, Long> refusals = new TreeMap<>();
    private final List<Breach> breaches = new ArrayList<>();
    private long transitions;
    private int depth;
    private boolean exhausted;

    Search(Setting setting, Bounds bounds, int threads) {
        this.setting = setting;
        this.bounds = bounds;
        this.threads = threads;
    }

    Exploration run() {
        long begun = System.nanoTime();
        ExecutorService workers = Executors.newFixedThreadPool(threads, Search::daemon);
        try {
            levels(workers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The exploration was interrupted", e);
        } finally {
            workers.shutdownNow();
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        return new Exploration(
                setting.policy().toString(),
                known.size(),
                transitions,
                refusals,
                depth,
                exhausted,
                millis,
                stages,
                breaches);
    }

    private void levels(ExecutorService workers) throws InterruptedException {
        List<State> level = List.of(first());
        level.forEach(known::add);
        while (!level.isEmpty() && breaches.isEmpty() && depth <= bounds.depth()) {
            List<State> next = new ArrayList<>();
            for (int from = 0; from < level.size() && breaches.isEmpty(); from += BATCH) {
                next.addAll(batch(workers, level.subList(from, Math.min(level.size(), from + BATCH))));
            }
            level = next;
            depth += level.isEmpty() ? 0 : 1;
        }
        exhausted = level.isEmpty() && breaches.isEmpty();
    }

    private List<State> batch(ExecutorService workers, List<State> states) throws InterruptedException {
        List<Callable<List<Expansion>>> chunks = new ArrayList<>();
        for (int from = 0; from < states.size(); from += CHUNK) {
            List<State> chunk = states.subList(from, Math.min(states.size(), from + CHUNK));
            chunks.add(() -> chunk.stream()
                    .map(state -> Expansion.of(setting, state, known))
                    .toList());
        }
        List<State> next = new ArrayList<>();
        for (Future<List<Expansion>> done : workers.invokeAll(chunks)) {
            result(done).forEach(expansion -> take(expansion, next));
        }
        return next;
    }

    private void take(Expansion expansion, List<State> next) {
        transitions += expansion.transitions();
        expansion.refusals().forEach((code, number) -> refusals.merge(code, (long) number, Long::sum));
        expansion.findings().stream()
                .sorted(Comparator.comparing(Findings.Finding::invariant))
                .forEach(finding -> breach(finding));
        for (State state : expansion.successors()) {
            if (known.add(state)) {
                stages.add(state.submission().stage().name());
                next.add(state);
            }
        }
    }

    /** Of each invariant, the first finding is enough. */
    private void breach(Findings.Finding finding) {
        if (breaches.stream().noneMatch(breach -> breach.invariant() == finding.invariant())) {
            breaches.add(finding.breach());
        }
    }

    private State first() {
        World world = World.atFirst(
                setting.cast(), tick(), !setting.promise().coolingOff().isZero());
        Content draft = setting.contents().plain(Content.FIRST);
        Change start = setting.machine()
                .start(
                        Deeds.SUBMISSION,
                        setting.policy(),
                        draft.disclosure().submitter(),
                        draft.disclosure().submittingOrganisations(),
                        draft.digest(),
                        world.now());
        stages.add(start.after().stage().name());
        Step step = new Step(null, "start: the submitter begins with " + draft);
        return State.started(step, start.after(), start.events(), world, draft, bounds);
    }

    /** Long enough for every deadline to pass and every cooling-off to end. */
    private Duration tick() {
        Duration review = setting.policy().timeToReview();
        Duration cooling = setting.promise().coolingOff();
        return (review.compareTo(cooling) > 0 ? review : cooling).plusDays(1);
    }

    private static List<Expansion> result(Future<List<Expansion>> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The exploration itself failed", e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "exploration");
        thread.setDaemon(true);
        return thread;
    }
}
