package org.migrationhub.server.site.read;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.server.api.Query;
import org.migrationhub.server.site.page.Addresses;

/**
 * What somebody looks for, as the address of a search says it; it makes the addresses of all searches that are a step away.
 *
 * @param words what to look for
 * @param chosen the values of each facet
 * @param sort in which order
 * @param cursor where the page before ended; empty for the first page
 * @param number which page this is, from 1 on
 * @param trail the cursors of the last pages before, the first page left out
 */
record Wanted(
        String words, Map<Facet, SortedSet<String>> chosen, Sort sort, String cursor, int number, List<String> trail) {

    static final String WORDS = "q";
    static final String SORT = "sort";
    static final String CURSOR = "cursor";
    static final String PAGE = "page";
    static final String TRAIL = "back";
    static final String WHOLE = "all";

    /** How far back a page can lead step by step; beyond that only the first page is near. */
    private static final int LONGEST_TRAIL = 30;

    /** How long an address may become by what leads back: servers and proxies refuse one of 8,000 characters. */
    private static final int LONGEST_ADDRESS = 4_000;

    Wanted {
        Map<Facet, SortedSet<String>> copy = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSortedSet(new TreeSet<>(values)));
            }
        });
        chosen = Collections.unmodifiableMap(copy);
        trail = List.copyOf(trail);
    }

    /** Reads an address. What it says twice, or of what there is not, counts as not said. */
    static Wanted of(Query query) {
        Map<Facet, SortedSet<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            chosen.put(facet, new TreeSet<>(query.all(facet.code())));
        }
        Sort sort = Sort.find(last(query, SORT)).orElse(Sort.RELEVANCE);
        String cursor = last(query, CURSOR);
        if (cursor.isEmpty()) {
            return first(last(query, WORDS), chosen, sort);
        }
        List<String> trail = query.all(TRAIL);
        String page = last(query, PAGE);
        int number = page.matches("[0-9]{1,8}") ? Integer.parseInt(page) : 0;
        return new Wanted(last(query, WORDS), chosen, sort, cursor, Math.max(number, trail.size() + 2), trail);
    }

    private static Wanted first(String words, Map<Facet, SortedSet<String>> chosen, Sort sort) {
        return new Wanted(words, chosen, sort, "", 1, List.of());
    }

    /** The query of the core. */
    SearchQuery query(int limit) {
        SearchQuery query = SearchQuery.of(words).sort(sort).limit(limit).after(cursor.isEmpty() ? null : cursor);
        for (Map.Entry<Facet, SortedSet<String>> facet : chosen.entrySet()) {
            query = query.only(facet.getKey(), facet.getValue().toArray(String[]::new));
        }
        return query;
    }

    /** Whether everything is wanted. */
    boolean isAnything() {
        return words.isBlank() && chosen.isEmpty();
    }

    /** Whether a value is chosen. */
    boolean has(Facet facet, String value) {
        SortedSet<String> values = chosen.get(facet);
        return values != null && values.contains(value);
    }

    /** With a value more, or without one that is chosen; from the first page on. */
    Wanted toggled(Facet facet, String value) {
        Map<Facet, SortedSet<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(chosen);
        changed.put(facet, toggled(chosen.getOrDefault(facet, Collections.emptySortedSet()), value));
        return first(words, changed, sort);
    }

    /** With the values of a facet chosen of another one instead; from the first page on. */
    Wanted moved(Facet from, Facet to) {
        Map<Facet, SortedSet<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(chosen);
        SortedSet<String> values = new TreeSet<>(chosen.getOrDefault(to, new TreeSet<>()));
        values.addAll(chosen.getOrDefault(from, new TreeSet<>()));
        changed.remove(from);
        changed.put(to, values);
        return first(words, changed, sort);
    }

    /**
     * The address of {@link #toggled} for many values of a facet, as it stands in an attribute of HTML: what is the same in all
     * of them is written, and escaped, once. Of an address that needs escaping nothing but what stands between its pairs.
     *
     * @param path of the search, with which they begin
     */
    UnaryOperator<String> toggling(String path, Facet facet) {
        StringBuilder before = new StringBuilder(path).append('?');
        StringBuilder after = new StringBuilder();
        add(pair -> before.append(pair).append('&'), WORDS, words);
        chosen.forEach((other, values) -> {
            if (other != facet) {
                Consumer<String> pairs = other.compareTo(facet) < 0
                        ? pair -> before.append(pair).append('&')
                        : pair -> after.append('&').append(pair);
                values.forEach(value -> add(pairs, other.code(), value));
            }
        });
        add(pair -> after.append('&').append(pair), SORT, sort == Sort.RELEVANCE ? "" : sort.code());
        String start = escaped(before.append(facet.code()).append('=').toString());
        String next = escaped("&" + facet.code() + "=");
        String end = escaped(after.toString());
        SortedSet<String> here = chosen.get(facet);
        if (here == null) {
            return value -> start + Addresses.encoded(value) + end;
        }
        return value -> here.size() == 1 && here.contains(value)
                ? escaped(path + toggled(facet, value).address())
                : start + toggled(here, value, next) + end;
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;");
    }

    /** The values with one more, or without one of them, each as it stands in an address, in their order. */
    private static String toggled(SortedSet<String> values, String value, String between) {
        StringBuilder pairs = new StringBuilder();
        boolean isToCome = !values.contains(value);
        for (String other : values) {
            if (isToCome && value.compareTo(other) < 0) {
                pairs.append(Addresses.encoded(value)).append(between);
                isToCome = false;
            }
            if (!other.equals(value)) {
                pairs.append(Addresses.encoded(other)).append(between);
            }
        }
        if (isToCome) {
            return pairs.append(Addresses.encoded(value)).toString();
        }
        return pairs.substring(0, pairs.length() - between.length());
    }

    private static SortedSet<String> toggled(SortedSet<String> values, String value) {
        SortedSet<String> changed = new TreeSet<>(values);
        if (!changed.remove(value)) {
            changed.add(value);
        }
        return changed;
    }

    /** The facet of which an address wants to see all values; null for none. */
    static @Nullable Facet whole(Query query) {
        return Facet.find(last(query, WHOLE)).orElse(null);
    }

    /** The address of this search with all values of a facet, from the first page on. */
    String whole(Facet facet) {
        String address = first().address();
        return address + (address.isEmpty() ? "?" : "&") + WHOLE + "=" + facet.code();
    }

    /** In another order, from the first page on. */
    Wanted sorted(Sort order) {
        return first(words, chosen, order);
    }

    /** For other words, from the first page on. */
    Wanted words(String other) {
        return first(other, chosen, sort);
    }

    /** From the first page on. */
    Wanted first() {
        return sorted(sort);
    }

    /** The page that begins at a cursor, after this one. */
    Wanted next(String next) {
        Deque<String> longer = new ArrayDeque<>(trail);
        if (!cursor.isEmpty()) {
            longer.add(cursor);
        }
        int room = LONGEST_ADDRESS - first().address().length() - next.length();
        while (!longer.isEmpty() && (longer.size() > LONGEST_TRAIL || length(longer) > room)) {
            longer.removeFirst();
        }
        return new Wanted(words, chosen, sort, next, number + 1, List.copyOf(longer));
    }

    private static int length(Collection<String> trail) {
        return trail.stream()
                .mapToInt(step -> step.length() + TRAIL.length() + 2)
                .sum();
    }

    /** The page before this one, or the first if nothing tells where that began; null for the first. */
    @Nullable
    Wanted previous() {
        if (cursor.isEmpty()) {
            return null;
        }
        int last = trail.size() - 1;
        return trail.isEmpty()
                ? first()
                : new Wanted(words, chosen, sort, trail.get(last), number - 1, trail.subList(0, last));
    }

    /** What stands behind the path of the search, from the question mark on; empty if everything is wanted. */
    String address() {
        StringJoiner pairs = pairs();
        add(pairs::add, WORDS, words);
        chosen.forEach((facet, values) -> values.forEach(value -> add(pairs::add, facet.code(), value)));
        add(pairs::add, SORT, sort == Sort.RELEVANCE ? "" : sort.code());
        add(pairs::add, PAGE, number == trail.size() + 2 || number == 1 ? "" : Integer.toString(number));
        trail.forEach(step -> add(pairs::add, TRAIL, step));
        add(pairs::add, CURSOR, cursor);
        return pairs.toString();
    }

    private static StringJoiner pairs() {
        return new StringJoiner("&", "?", "").setEmptyValue("");
    }

    private static void add(Consumer<String> pairs, String name, String value) {
        if (!value.isEmpty()) {
            pairs.accept(name + "=" + Addresses.encoded(value));
        }
    }

    private static String last(Query query, String name) {
        List<String> all = query.all(name);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }
}
