package org.migrationhub.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.Excerpting;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.Likening;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.SearchText;
import org.migrationhub.core.search.Suggesting;
import org.migrationhub.core.search.Suggestion;
import org.migrationhub.core.search.Typed;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Label;
import org.migrationhub.core.vocabulary.Labels;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.core.vocabulary.Sdg;
import org.migrationhub.core.vocabulary.Term;

/**
 * Asks the index, and shows of what it says only what the storage says is public now: every word that is shown comes from
 * the storage, or was compared with it. Thread-safe.
 */
final class Finding {

    private static final Set<Facet> OF_OBJECTIVES =
            EnumSet.of(Facet.PRIMARY_OBJECTIVE, Facet.SECONDARY_OBJECTIVE, Facet.OBJECTIVE);

    private static final Map<Facet, List<? extends Term>> TERMS = terms();

    private final HubStorage storage;
    private final SearchIndex index;
    private final Follower follower;
    private final Kinds kinds;
    private final CursorSeal cursors;
    private final Spellings spellings;

    Finding(
            HubStorage storage,
            SearchIndex index,
            Kinds kinds,
            Spellings spellings,
            Follower follower,
            CursorSeal cursors) {
        this.storage = storage;
        this.index = index;
        this.kinds = kinds;
        this.spellings = spellings;
        this.follower = follower;
        this.cursors = cursors;
    }

    SearchResult search(SearchQuery asked) {
        SearchQuery query = asked.after() == null ? asked : asked.after(cursors.open(asked.after()));
        return search(query, follower.catchUpForSearch());
    }

    private SearchResult search(SearchQuery query, boolean current) {
        SearchPage page = index.search(query);
        List<FoundDocument> found = found(page, query);
        return fewer(query, page, found)
                .map(next -> search(next, current))
                .orElseGet(() -> result(query, page, found, current));
    }

    /** What is asked next if nothing that fits is public any more; where filters leave out what fits, nobody knows. */
    private static Optional<SearchQuery> fewer(SearchQuery query, SearchPage page, List<FoundDocument> found) {
        boolean gone = found.isEmpty() && !page.hits().isEmpty();
        boolean all =
                query.after() == null && page.next() == null && query.filters().isEmpty();
        return gone && all ? query.enough(page.enough()).fewer() : Optional.empty();
    }

    private SearchResult result(SearchQuery query, SearchPage page, List<FoundDocument> found, boolean current) {
        Map<Facet, SortedMap<String, Long>> counts = counts(page);
        SortedMap<String, String> named = named(found);
        if (!current) {
            keepKnown(counts, named.keySet());
        }
        long total = page.total() - page.hits().size() + found.size();
        String didYouMean = found.isEmpty() || !current ? null : page.didYouMean(); // else of what may not be public
        String next = page.next() == null ? null : cursors.seal(page.next());
        Enough enough = found.isEmpty() ? Enough.ALL : page.enough();
        boolean known = current && found.size() == page.hits().size();
        List<String> missing = known ? asTyped(page.missing(), query.words()) : List.of();
        return new SearchResult(found, total, next, counts, organisations(counts, named), didYouMean, enough, missing);
    }

    /** Folded words as somebody typed them. */
    private static List<String> asTyped(List<String> missing, String typed) {
        Map<String, String> written = FoldedText.placed(typed).stream()
                .collect(Collectors.toMap(
                        FoldedText.Placed::word,
                        placed -> typed.substring(placed.begin(), placed.end()),
                        (first, second) -> first));
        return missing.stream()
                .map(words -> Stream.of(words.split(" "))
                        .map(word -> written.getOrDefault(word, word))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private List<FoundDocument> found(SearchPage page, SearchQuery query) {
        SearchQuery looked = page.didYouMean() == null ? query : query.words(page.didYouMean());
        Marker marker = new Marker(marking(looked.enough(page.enough())), query.preferred());
        return page.hits().stream()
                .flatMap(hit -> kinds.find(hit.id()).stream())
                .map(marker::found)
                .toList();
    }

    /** The practices and resources among what is like one of them. */
    List<PublicRecord.Published> similar(SubmissionId item, int most) {
        follower.catchUpForSearch();
        return index instanceof Likening likening
                ? likening.like(DocumentId.of(item), most).stream()
                        .flatMap(hit -> kinds.find(hit.id()).stream())
                        .filter(PublicItem.class::isInstance)
                        .map(found -> ((PublicItem) found).item())
                        .toList()
                : List.of();
    }

    List<Suggestion> suggest(Typed typed, String text, List<Language> preferred, int most) {
        if (typed.isEmpty()) {
            return List.of();
        }
        follower.catchUpForSearch();
        int wanted = Math.max(1, Math.min(most, SearchQuery.MOST));
        List<Suggestion> suggestions = new ArrayList<>(values(typed, preferred, (wanted + 2) / 3));
        if (index instanceof Suggesting suggesting) {
            suggesting.suggest(text, preferred, wanted - suggestions.size()).stream()
                    .filter(this::isPublic)
                    .forEach(suggestions::add);
        }
        return List.copyOf(suggestions);
    }

    // Where words were found.

    private Excerpting.Marking marking(SearchQuery query) {
        return !query.words().isBlank() && index instanceof Excerpting excerpting
                ? excerpting.marking(query)
                : (text, language, length) -> Excerpt.beginning(text, length);
    }

    // What was counted.

    private static Map<Facet, SortedMap<String, Long>> counts(SearchPage page) {
        Map<Facet, SortedMap<String, Long>> counts = new EnumMap<>(Facet.class);
        page.counts().forEach((facet, values) -> counts.put(facet, new TreeMap<>(values)));
        counts.forEach((facet, values) -> {
            if (OF_OBJECTIVES.contains(facet)) {
                Stream.of(Objective.values())
                        .filter(objective -> objective.number().isPresent())
                        .forEach(objective -> values.putIfAbsent(objective.code(), 0L));
            }
        });
        return counts;
    }

    /**
     * While the index is behind, it may count what isn't public any more. That a number is of a moment ago can't be helped,
     * but the value must not be a word of somebody's that nothing public has: so it is one of the vocabulary, of the
     * register, or of an item that was found.
     */
    private static void keepKnown(Map<Facet, SortedMap<String, Long>> counts, Set<String> named) {
        counts.getOrDefault(Facet.ORGANISATION, new TreeMap<>())
                .keySet()
                .removeIf(value -> value.startsWith(Facet.NAMED) && !named.contains(value));
        Set<String> types = codes(Facet.TYPE);
        counts.getOrDefault(Facet.TYPE, new TreeMap<>()).keySet().removeIf(value -> !types.contains(value));
    }

    private static Set<String> codes(Facet facet) {
        return requireNonNull(TERMS.get(facet)).stream().map(Term::code).collect(Collectors.toSet());
    }

    /** What found items call the organisations that have to do with them. */
    private static SortedMap<String, String> named(List<FoundDocument> found) {
        SortedMap<String, String> names = new TreeMap<>();
        found.stream()
                .flatMap(one -> one.item().stream())
                .flatMap(item -> item.content().implementers().stream())
                .forEach(body -> Facet.organisation(body).ifPresent(value -> names.putIfAbsent(value, body.name())));
        return names;
    }

    /** As a found item calls them, as the register does, or as another public item does. */
    private SortedMap<String, String> organisations(
            Map<Facet, SortedMap<String, Long>> counts, SortedMap<String, String> known) {
        SortedMap<String, String> names = new TreeMap<>();
        counts.getOrDefault(Facet.ORGANISATION, new TreeMap<>())
                .keySet()
                .forEach(value ->
                        names.put(value, Optional.ofNullable(known.get(value)).orElseGet(() -> name(value))));
        return names;
    }

    private String name(String value) {
        return OrganisationId.find(value)
                .flatMap(storage::organisation)
                .map(stored -> stored.value().name())
                .orElseGet(() -> value.startsWith(Facet.NAMED) ? written(value) : value);
    }

    /** How an organisation outside the register is written: without capitals and accents only if nothing public tells. */
    private String written(String value) {
        return spellings.of(value).orElseGet(() -> value.substring(Facet.NAMED.length()));
    }

    // What is being typed.

    /** A name or a title, as long as what has it is public, and has it still. */
    private boolean isPublic(Suggestion suggestion) {
        if (suggestion instanceof Suggestion.Title title) {
            return has(title.document(), SearchText.Part.TITLE, title.text());
        }
        return suggestion instanceof Suggestion.Name name && has(name.document(), SearchText.Part.NAME, name.text());
    }

    private boolean has(DocumentId id, SearchText.Part part, String text) {
        return kinds.find(id).stream()
                .flatMap(document -> document.texts().stream())
                .anyMatch(one -> one.part() == part && one.text().equals(text));
    }

    private List<Suggestion.Value> values(Typed typed, List<Language> preferred, int most) {
        Map<Facet, List<Suggestion.Value>> fitting = new EnumMap<>(Facet.class);
        TERMS.forEach((facet, terms) -> {
            List<Suggestion.Value> fit = fitting(typed, facet, terms, preferred);
            if (!fit.isEmpty()) {
                fitting.put(facet, fit);
            }
        });
        if (fitting.isEmpty()) {
            return List.of();
        }
        Map<Facet, SortedMap<String, Long>> counts = index.search(
                        SearchQuery.everything().counting(fitting.keySet()).limit(1))
                .counts();
        return fitting.values().stream()
                .flatMap(List::stream)
                .map(value -> counted(value, requireNonNull(counts.get(value.facet()))))
                .filter(value -> value.count() > 0)
                .sorted(Comparator.comparingLong(Suggestion.Value::count).reversed())
                .limit(most)
                .toList();
    }

    private static List<Suggestion.Value> fitting(
            Typed typed, Facet facet, List<? extends Term> terms, List<Language> preferred) {
        List<Suggestion.Value> fitting = new ArrayList<>();
        for (Term term : terms) {
            Label label = Labels.standard().label(term, preferred);
            if (typed.fits(FoldedText.words(label.text()))) {
                fitting.add(new Suggestion.Value(facet, term.code(), label, 0));
            }
        }
        return fitting;
    }

    private static Suggestion.Value counted(Suggestion.Value value, SortedMap<String, Long> counts) {
        return new Suggestion.Value(
                value.facet(), value.value(), value.label(), counts.getOrDefault(value.value(), 0L));
    }

    private static Map<Facet, List<? extends Term>> terms() {
        Map<Facet, List<? extends Term>> terms = new EnumMap<>(Facet.class);
        terms.put(Facet.OBJECTIVE, List.of(Objective.values()));
        terms.put(Facet.PRINCIPLE, List.of(Principle.values()));
        terms.put(Facet.SDG, Sdg.goals());
        terms.put(Facet.COUNTRY, List.copyOf(Country.all()));
        terms.put(Facet.REGION, List.copyOf(Region.all()));
        terms.put(Facet.COMMISSION, List.of(RegionalCommission.values()));
        terms.put(
                Facet.TYPE,
                Stream.<Term>concat(PracticeType.known().stream(), ResourceType.known().stream())
                        .toList());
        return terms;
    }
}
