package org.migrationhub.core;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.search.SearchQuery;

/**
 * How organisations outside the register are written, by the values of {@link Facet#ORGANISATION} that stand for them: as
 * something public has it. Each is looked for once, and again when what has it has changed. Thread-safe.
 */
final class Spellings {

    private final SearchIndex index;
    private final Kinds kinds;
    private final Map<String, Spelling> known = new ConcurrentHashMap<>();
    private volatile long changes;

    /** Up to which position it was told what has changed: what stands further was moved by another hub. */
    private volatile long told;

    Spellings(SearchIndex index, Kinds kinds) {
        this.index = index;
        this.kinds = kinds;
    }

    /**
     * How an organisation is written.
     *
     * @param name in the words of a public document
     * @param document that has it
     */
    private record Spelling(String name, DocumentId document) {}

    /** How the organisation is written for which a value stands; empty if nothing public tells. */
    Optional<String> of(String value) {
        if (index.position() > told) {
            forget();
        }
        Spelling there = known.get(value);
        return there == null ? lookUp(value) : Optional.of(there.name());
    }

    /** Called when these have changed in the storage, before a search can take the index for one that has followed so far. */
    synchronized void forget(Set<DocumentId> changed, long position) {
        if (index.position() > told) {
            forget();
        }
        told = position;
        changes++;
        known.values().removeIf(spelling -> changed.contains(spelling.document()));
    }

    /** Called when anything may have changed. */
    synchronized void forget() {
        told = index.position(); // before anybody looks again
        changes++;
        known.clear();
    }

    private Optional<String> lookUp(String value) {
        long before = changes;
        SearchQuery one = SearchQuery.everything()
                .only(Facet.ORGANISATION, value)
                .counting(Set.of())
                .limit(1);
        Optional<Spelling> found = index.search(one).hits().stream()
                .flatMap(hit -> kinds.find(hit.id()).stream())
                .flatMap(document -> spelling(value, document).stream())
                .findFirst();
        found.ifPresent(spelling -> keep(value, spelling, before));
        return found.map(Spelling::name);
    }

    private static Optional<Spelling> spelling(String value, SearchDocument document) {
        Stream<OrganisationRef> named =
                document instanceof PublicItem found ? found.item().content().implementers().stream() : Stream.of();
        return named.filter(
                        body -> Facet.organisation(body).filter(value::equals).isPresent())
                .findFirst()
                .map(body -> new Spelling(body.name(), document.id()));
    }

    /** Not if something has changed meanwhile: it may have been what was looked at. */
    private synchronized void keep(String value, Spelling spelling, long before) {
        if (changes == before) {
            known.put(value, spelling);
        }
    }
}
