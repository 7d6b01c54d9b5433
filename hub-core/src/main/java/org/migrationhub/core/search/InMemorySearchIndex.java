package org.migrationhub.core.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps everything in memory, for tests and trials: it begins empty with every process. Each search looks at every document,
 * so its cost grows with what there is. It finds exactly what {@link SearchQuery#matches} says.
 *
 * <p>Thread-safe: one writer at a time, searches beside one another.
 */
public final class InMemorySearchIndex implements SearchIndex {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock writing = new ReentrantLock();
    private Map<DocumentId, IndexedDocument> documents = new HashMap<>();
    private long position;

    @Override
    public long position() {
        return locked(lock.readLock(), () -> position);
    }

    @Override
    public void apply(List<IndexChange> changes, long reached) {
        locked(
                writing,
                () -> locked(lock.writeLock(), () -> {
                    if (reached > position) {
                        changes.forEach(this::apply);
                        position = reached;
                    }
                    return position;
                }));
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return locked(lock.readLock(), () -> answer(query.attempts().iterator()));
    }

    @Override
    public void clear() {
        rebuild(reached -> Optional.empty());
    }

    @Override
    public void rebuild(IndexBatch.Source source) {
        InMemorySearchIndex fresh = new InMemorySearchIndex();
        source.forEach(0, fresh::apply);
        locked(writing, () -> {
            source.forEach(fresh.position, fresh::apply);
            return take(fresh);
        });
    }

    @Override
    public void close() {
        // nothing to let go of
    }

    private long take(InMemorySearchIndex fresh) {
        return locked(lock.writeLock(), () -> {
            documents = fresh.documents;
            position = fresh.position;
            return position;
        });
    }

    private void apply(IndexChange change) {
        if (change instanceof IndexChange.Put put) {
            documents.put(put.id(), new IndexedDocument(put.document()));
        } else {
            documents.remove(change.id());
        }
    }

    /** The page of the first of these whose words anything fits; else that of the first of all, with nothing. */
    private SearchPage answer(Iterator<SearchQuery> attempts) {
        SearchPage nothing = null;
        while (attempts.hasNext()) {
            SearchQuery attempt = attempts.next();
            Tally tally = tally(attempt);
            SearchPage page = page(attempt, tally);
            if (tally.isFitting()) {
                return page;
            }
            nothing = nothing == null ? page : nothing;
        }
        return requireNonNull(nothing, "There is nothing to look for");
    }

    private Tally tally(SearchQuery query) {
        Tally tally = new Tally(query);
        documents.values().forEach(tally::look);
        return tally;
    }

    private SearchPage page(SearchQuery query, Tally tally) {
        Comparator<Place> order = Place.order(query);
        List<Place> rest = new ArrayList<>(tally.hits());
        Place.before(query).ifPresent(last -> rest.removeIf(place -> order.compare(place, last) <= 0));
        rest.sort(order);
        List<Place> hits = rest.subList(0, Math.min(query.limit(), rest.size()));
        String next =
                hits.size() < rest.size() ? hits.get(hits.size() - 1).cursor().text(query) : null;
        return new SearchPage(
                hits.stream().map(this::hit).toList(),
                tally.hits().size(),
                next,
                tally.counts(),
                null,
                query.enough(),
                query.enough() == Enough.ALL ? List.of() : missing(query, hits));
    }

    private List<String> missing(SearchQuery query, List<Place> hits) {
        return query.enough().of(WordQuery.of(query.words())).wanted().stream()
                .filter(alternatives -> !hits.isEmpty()
                        && hits.stream().noneMatch(hit -> document(hit).words().holds(alternatives)))
                .flatMap(List::stream)
                .map(term -> String.join(" ", term.words()))
                .toList();
    }

    private SearchHit hit(Place place) {
        return new SearchHit(
                place.id(), place.score(), document(place).document().card());
    }

    private IndexedDocument document(Place place) {
        return requireNonNull(documents.get(place.id()));
    }

    private static <R> R locked(Lock held, Supplier<R> work) {
        held.lock();
        try {
            return work.get();
        } finally {
            held.unlock();
        }
    }
}
