package org.migrationhub.search.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Objective;

/**
 * What searching and indexing cost, against {@link RawLucene} in the same run, on the same content: CPU time of the calling
 * thread, 20 cards and the counts of five facets with each call.
 *
 * <p>For each kind of query the ratio is ours to raw, each at the median of its calls. Of all eight kinds, browsing among
 * them, three figures are printed: the median of the kinds' ratios; the ratio of the medians of all calls of all kinds
 * pooled, as many of each kind as there was time for; and the ratio of the sums of the kinds' means, in which each kind weighs
 * the same and the slow ones the most. Each kind is <em>asked once</em>, with queries of which none was asked before (but for
 * browsing, of which there are few), and <em>asked again</em>, with few queries again and again. Indexing is the time of
 * the calling thread by the clock, merging beside it.
 */
public final class SearchBenchmark {

    private static final int BATCH = 500;
    private static final int MOST_CALLS = 400;

    /** As many as are called, and as many to warm up: none is asked twice. */
    private static final int QUERIES = 2 * MOST_CALLS;

    /** So many are asked again and again, as by those who refine a search or turn its pages. */
    private static final int REPEATED = 40;

    /** As many like an item as its page shows. */
    private static final int LIKE = 5;

    private static final long MOST_NANOS = 4_000_000_000L;
    private static final int UPDATES_PER_SECOND = 200;
    private static final int PUBLICATIONS = 200;
    private static final int MILLIS_BETWEEN = 25;

    private final Path root;
    private final int size;

    private SearchBenchmark(Path root, int size) {
        this.root = root;
        this.size = size;
    }

    /** The numbers of items to run with. */
    public static void main(String[] args) throws Exception {
        for (String size : args) {
            Path root = Files.createTempDirectory("search-benchmark");
            try {
                new SearchBenchmark(root, Integer.parseInt(size)).run();
            } finally {
                delete(root);
            }
        }
    }

    private void run() throws Exception {
        SyntheticItems items = new SyntheticItems();
        for (int number = 0; number < Math.min(size, 2_000); number++) {
            items.document(number); // warm, so that neither side pays for it
        }
        index(items);
        print(
                "%,d items: on disk raw %,d kB, ours %,d kB, ratio %.2f",
                size, kilobytes("raw"), kilobytes("ours"), (double) kilobytes("ours") / kilobytes("raw"));
        try (RawLucene raw = new RawLucene(root.resolve("raw"));
                LuceneSearchIndex ours = LuceneSearchIndex.open(root.resolve("ours"))) {
            raw.commit();
            search(raw, ours);
            like(ours);
            update(ours);
        }
    }

    private void index(SyntheticItems items) throws IOException {
        try (RawLucene raw = new RawLucene(root.resolve("raw"));
                LuceneSearchIndex ours = LuceneSearchIndex.open(root.resolve("ours"))) {
            long rawNanos = 0;
            long ourNanos = 0;
            for (int first = 0; first < size; first += BATCH) {
                List<ItemDocument> documents = IntStream.range(first, Math.min(size, first + BATCH))
                        .mapToObj(items::document)
                        .toList();
                long begin = System.nanoTime();
                for (ItemDocument document : documents) {
                    raw.put(document);
                }
                raw.commit();
                long middle = System.nanoTime();
                ours.apply(
                        documents.stream()
                                .<IndexChange>map(IndexChange.Put::new)
                                .toList(),
                        first + BATCH);
                rawNanos += middle - begin;
                ourNanos += System.nanoTime() - middle;
            }
            print(
                    "%,d items: indexing raw %,.0f/s, ours %,.0f/s, ratio %.2f",
                    size, size / (rawNanos / 1e9), size / (ourNanos / 1e9), (double) rawNanos / ourNanos);
        }
    }

    private void search(RawLucene raw, LuceneSearchIndex ours) throws IOException {
        Map<String, List<SearchQuery>> kinds = queries();
        compare("asked once", kinds, raw, ours);
        kinds.replaceAll((kind, queries) -> queries.subList(0, Math.min(REPEATED, queries.size())));
        compare("asked again", kinds, raw, ours);
    }

    private void compare(String how, Map<String, List<SearchQuery>> kinds, RawLucene raw, LuceneSearchIndex ours)
            throws IOException {
        List<Sides> all = new ArrayList<>();
        for (Map.Entry<String, List<SearchQuery>> kind : kinds.entrySet()) {
            List<SearchQuery> queries = kind.getValue();
            Sides sides = Sides.of(
                    times(queries, raw::search),
                    times(queries, query -> ours.search(query).total()));
            all.add(sides);
            print(
                    "%,d items, %s: %-22s raw p50 %7.3f p99 %7.3f mean %7.3f ms, ours p50 %7.3f p99 %7.3f mean %7.3f ms,"
                            + " median ours/raw %.2f",
                    size,
                    how,
                    kind.getKey(),
                    Sides.median(sides.raw()),
                    Sides.percentile(sides.raw(), 99),
                    Sides.mean(sides.raw()),
                    Sides.median(sides.ours()),
                    Sides.percentile(sides.ours(), 99),
                    Sides.mean(sides.ours()),
                    sides.atMedian());
        }
        Sides pooled = Sides.pooled(all);
        print(
                "%,d items, %s: CPU ours/raw at the median of kinds %.2f, at the median of all calls %.2f,"
                        + " in the mean of all %.2f",
                size,
                how,
                Sides.median(all.stream().mapToDouble(Sides::atMedian).toArray()),
                pooled.atMedian(),
                all.stream().mapToDouble(kind -> Sides.mean(kind.ours())).sum()
                        / all.stream()
                                .mapToDouble(kind -> Sides.mean(kind.raw()))
                                .sum());
    }

    /** How long it takes to find what is like an item; raw has nothing of the kind. */
    private void like(LuceneSearchIndex ours) throws IOException {
        Random random = new Random(11);
        double[] times = times(
                List.of(SearchQuery.everything()),
                query -> ours.like(DocumentId.of(new SubmissionId("item-" + random.nextInt(size))), LIKE)
                        .size());
        print(
                "%,d items: more like this p50 %.3f p99 %.3f mean %.3f ms",
                size, Sides.median(times), Sides.percentile(times, 99), Sides.mean(times));
    }

    /** How long after its publication begins an item is found, while updates of others go on. */
    private void update(LuceneSearchIndex ours) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread others = new Thread(() -> updateOthers(ours, done));
        others.start();
        double[] times = new double[PUBLICATIONS];
        SyntheticItems items = new SyntheticItems();
        SearchQuery newest = SearchQuery.everything().limit(1).counting(EnumSet.noneOf(Facet.class));
        for (int publication = 0; publication < PUBLICATIONS; publication++) {
            Thread.sleep(MILLIS_BETWEEN);
            ItemDocument document = items.document(size + publication);
            long begin = System.nanoTime();
            put(ours, document);
            ours.search(newest);
            times[publication] = (System.nanoTime() - begin) / 1e6;
        }
        done.set(true);
        others.join();
        print(
                "%,d items: visible after p50 %.1f ms, p95 %.1f ms, at %d updates/s",
                size, Sides.median(times), Sides.percentile(times, 95), UPDATES_PER_SECOND);
    }

    private void updateOthers(LuceneSearchIndex ours, AtomicBoolean done) {
        SyntheticItems items = new SyntheticItems();
        Random random = new Random(1);
        long begin = System.nanoTime();
        int update = 0;
        for (; !done.get(); update++) {
            long due = begin + update * 1_000_000_000L / UPDATES_PER_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
            put(ours, items.document(random.nextInt(size)));
        }
        print("%,d items: %.0f updates/s reached", size, update / ((System.nanoTime() - begin) / 1e9));
    }

    private synchronized void put(LuceneSearchIndex ours, ItemDocument document) {
        ours.apply(List.of(new IndexChange.Put(document)), ours.position() + 1);
    }

    private static Map<String, List<SearchQuery>> queries() {
        Random random = new Random(7);
        Map<String, List<SearchQuery>> kinds = new LinkedHashMap<>();
        SearchQuery base = SearchQuery.everything().counting(EnumSet.copyOf(RawLucene.COUNTED));
        kinds.put("one word", some(() -> base.words(word(random))));
        kinds.put("two words", some(() -> base.words(word(random) + " " + word(random))));
        kinds.put("three words", some(() -> base.words(word(random) + " " + word(random) + " " + word(random))));
        kinds.put("OR", some(() -> base.words(word(random) + " OR " + word(random))));
        kinds.put("phrase", some(() -> base.words("\"" + word(random) + " " + word(random) + "\"")));
        kinds.put(
                "word and filters",
                some(() -> base.words(word(random))
                        .only(Facet.OBJECTIVE, objective(random))
                        .only(Facet.YEAR, "2024", "2023")));
        kinds.put("browsing an objective", some(() -> base.only(Facet.PRIMARY_OBJECTIVE, objective(random))));
        kinds.put("browsing everything", List.of(base));
        return kinds;
    }

    private static String objective(Random random) {
        return Objective.values()[random.nextInt(Objective.values().length)].code();
    }

    /** As people ask: words of the middle more often than the most frequent. */
    private static String word(Random random) {
        return SyntheticItems.word((int) Math.pow(3_000, random.nextDouble()));
    }

    private static List<SearchQuery> some(Supplier<SearchQuery> query) {
        return Stream.generate(query).limit(QUERIES).toList();
    }

    /** CPU milliseconds of each call, after as many others to warm up. */
    private static double[] times(List<SearchQuery> queries, Call call) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        double[] times = new double[0];
        for (int round = 0; round < 2; round++) {
            List<Double> measured = new ArrayList<>();
            long end = System.nanoTime() + MOST_NANOS;
            for (int next = 0; next < MOST_CALLS && System.nanoTime() < end; next++) {
                SearchQuery query = queries.get((round * MOST_CALLS + next) % queries.size());
                long begin = threads.getCurrentThreadCpuTime();
                call.search(query);
                measured.add((threads.getCurrentThreadCpuTime() - begin) / 1e6);
            }
            times = measured.stream().mapToDouble(Double::doubleValue).toArray();
        }
        return times;
    }

    private long kilobytes(String side) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(side))) {
            return files.mapToLong(file -> file.toFile().length()).sum() / 1024;
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One search. */
    private interface Call {
        long search(SearchQuery query) throws IOException;
    }
}
