package org.migrationhub.server.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finished answers to what anybody may ask, given again as long as what they show is what there is: each stands for the state
 * of the hub in which it was begun, and every request asks for the state as it is now. So nothing has to be taken out when
 * something is published, changed or taken down, on this server or another. Whoever shows who they are, or any cookie, gets
 * nothing from here and leaves nothing. Most searches are asked once: an answer is kept when it is asked for again. Bounded in
 * bytes. Thread-safe.
 */
final class PublicAnswers {

    private static final long MOST_BYTES = 16L << 20;

    private static final long MOST_BYTES_OF_ONE = 1L << 19;

    /** Of what a client says; who says more gets an answer of their own. */
    private static final int LONGEST_KEY = 1_000;

    /** What an answer takes up beside its body and its key. */
    private static final int OVERHEAD = 1_000;

    /** How many of the last requests are remembered, by their hashes alone. */
    private static final int REMEMBERED = 1 << 14;

    private static final String ALWAYS = "always";

    private final Supplier<?> state;
    private final Metrics metrics;
    private final AtomicIntegerArray asked = new AtomicIntegerArray(REMEMBERED);
    private final Cache<Key, Kept> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Kept kept) -> key.length() + (int) kept.answer().length() + OVERHEAD)
            .executor(Runnable::run)
            .build();

    /**
     * None at first.
     *
     * @param state of what anybody may see, as it is now: something that is equal as long as all answers are the same
     * @param metrics is told how often an answer could be given again
     */
    PublicAnswers(Supplier<?> state, Metrics metrics) {
        this.state = state;
        this.metrics = metrics;
    }

    /** All of a request that a public answer depends on. */
    private record Key(String path, String query, String accept, String languages, boolean compressed) {

        int length() {
            return path.length() + query.length() + accept.length() + languages.length();
        }
    }

    /** An answer with its tag, compressed if that is asked for; and the state in which it was begun. */
    private record Kept(Object state, Answer answer) {}

    /** What makes the answers of an operation, or gives them again if they are for everybody alike. */
    HttpFront.Maker of(Operation operation, HttpFront.Maker maker) {
        if (operation.is(Trait.FIXED)) {
            return context -> answer(context, () -> ALWAYS, maker);
        }
        return operation.is(Trait.SHARED) ? context -> answer(context, state, maker) : maker;
    }

    private Answer answer(Context context, Supplier<?> asked, HttpFront.Maker maker) throws Exception {
        Optional<Key> key = key(context);
        if (key.isEmpty()) {
            return maker.of(context);
        }
        Object now = asked.get();
        Kept kept = answers.getIfPresent(key.get());
        if (kept != null && kept.state().equals(now)) {
            metrics.gaveAgain(true);
            return kept.answer();
        }
        metrics.gaveAgain(false);
        return keep(key.get(), now, maker.of(context));
    }

    private Answer keep(Key key, Object begunIn, Answer made) {
        if (made.status() != 200 || !made.isForEveryVisitor() || made.length() < 0) {
            return made;
        }
        Answer tagged = Freshness.tagged(made);
        Answer finished = Compression.told(key.compressed(), tagged);
        if (finished.length() <= MOST_BYTES_OF_ONE && wasAsked(key)) {
            answers.put(key, new Kept(begunIn, finished));
        }
        return finished;
    }

    /** Whether the same was asked before, lately; from now on it was. */
    private boolean wasAsked(Key key) {
        int hash = key.hashCode();
        return asked.getAndSet(Math.floorMod(hash, REMEMBERED), hash) == hash;
    }

    private static Optional<Key> key(Context context) {
        if (context.header("Authorization") != null || context.header("Cookie") != null) {
            return Optional.empty();
        }
        Key key = new Key(
                context.path(),
                said(context.queryString()),
                said(context.header("Accept")),
                said(context.header("Accept-Language")),
                Compression.isWanted(context));
        return key.length() > LONGEST_KEY ? Optional.empty() : Optional.of(key);
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field;
    }
}
