package org.migrationhub.core.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;

/** Queries as readers of a corpus may make them; many find something, some nothing. Not thread-safe. */
final class RandomQueries {

    /** Of more an index may find what has not all. */
    private static final int FEW_WORDS = 3;

    private static final int MANY_WORDS = 8;

    private final RandomItems items;
    private final Random random;
    private final List<SearchDocument> documents;

    RandomQueries(RandomItems items, List<SearchDocument> documents) {
        this.items = items;
        this.random = items.random();
        this.documents = documents;
    }

    SearchQuery next() {
        boolean all = random.nextInt(4) > 0;
        SearchQuery query = SearchQuery.everything()
                .words(words(all ? FEW_WORDS : MANY_WORDS))
                .enough(all ? Enough.ALL : pick(List.of(Enough.MOST, Enough.SOME)))
                .sort(Sort.values()[random.nextInt(Sort.values().length)])
                .preferred(preferred())
                .counting(counted())
                .limit(1 + items.zipf(SearchQuery.MOST));
        for (int filters = random.nextInt(4); filters > 0; filters--) {
            Facet facet = pick(Arrays.asList(Facet.values()));
            query = query.only(facet, values(facet));
        }
        return query;
    }

    private String words(int most) {
        List<String> words = new ArrayList<>();
        for (int number = random.nextInt(most + 1); number > 0; number--) {
            words.add(term());
        }
        return String.join(random.nextInt(6) == 0 ? " OR " : " ", words);
    }

    private String term() {
        String word = items.word(items.pick(RandomItems.LANGUAGES));
        return switch (random.nextInt(10)) {
            case 0 -> "-" + word;
            case 1 -> "\"" + word + " " + items.word(items.pick(RandomItems.LANGUAGES)) + "\"";
            default -> word;
        };
    }

    private List<Language> preferred() {
        List<Language> languages = new ArrayList<>(RandomItems.LANGUAGES);
        Collections.shuffle(languages, random);
        return languages.subList(0, random.nextInt(4));
    }

    private Set<Facet> counted() {
        List<Facet> facets = new ArrayList<>(List.of(Facet.values()));
        if (random.nextBoolean()) {
            return new HashSet<>(facets);
        }
        Collections.shuffle(facets, random);
        return new HashSet<>(facets.subList(0, random.nextInt(6)));
    }

    private String[] values(Facet facet) {
        List<String> values = new ArrayList<>();
        for (int number = 1 + random.nextInt(3); number > 0; number--) {
            List<String> some = documents.isEmpty() ? List.of() : List.copyOf(facet.values(pick(documents)));
            values.add(some.isEmpty() ? "nothing-has-this" : pick(some));
        }
        return values.toArray(new String[0]);
    }

    private <T> T pick(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
