package org.migrationhub.server.site.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.Sdg;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Tally;
import org.migrationhub.server.site.page.Voice;

/**
 * What can be chosen on the search page, and what is chosen. Of countries and organisations there may be hundreds: what few of
 * the results have isn't written with every page, but where somebody asks for all of one facet.
 *
 * @param wanted what is looked for now
 * @param result what was found
 * @param whole the facet of which everything is to be seen; null for none
 * @param voice how the page speaks
 * @param at where the pages are
 */
record Shelves(Wanted wanted, SearchResult result, @Nullable Facet whole, Voice voice, Addresses at) {

    /** What can be chosen, in this order. */
    private static final List<Facet> SHOWN = List.of(
            Facet.KIND,
            Facet.OBJECTIVE,
            Facet.REGION,
            Facet.COUNTRY,
            Facet.TYPE,
            Facet.PRINCIPLE,
            Facet.LANGUAGE,
            Facet.SDG,
            Facet.COMMISSION,
            Facet.SCOPE,
            Facet.ORGANISATION,
            Facet.YEAR);

    /** As what an objective may count for an item. */
    private static final List<Facet> ROLES =
            List.of(Facet.OBJECTIVE, Facet.PRIMARY_OBJECTIVE, Facet.SECONDARY_OBJECTIVE);

    private static final int OPEN = 4;

    /** How many values of a facet are to be seen without asking. */
    static final int AT_ONCE = 6;

    /** So many may be folded away below those; if there are more, a link leads to all. */
    static final int FOLDED = 24;

    /** However many there are, a page must have an end. */
    private static final int MOST = 1_000;

    List<Found.Shelf> all() {
        List<Found.Shelf> shelves = new ArrayList<>();
        for (Facet side : SHOWN) {
            Facet facet = side == Facet.OBJECTIVE ? role() : side;
            List<Counted> there = there(facet);
            if (!there.isEmpty()) {
                shelves.add(shelf(side, facet, there, shelves.size() < OPEN));
            }
        }
        return shelves;
    }

    private Found.Shelf shelf(Facet side, Facet facet, List<Counted> there, boolean isOpen) {
        boolean isWhole = facet == whole;
        List<Found.Choice> choices = choices(facet, there, isWhole ? MOST : first(facet, there.size()));
        int cut = isWhole || choices.size() <= AT_ONCE + 1 ? choices.size() : AT_ONCE;
        return new Found.Shelf(
                side.code(),
                name(side),
                isOpen || isWhole || wanted.chosen().containsKey(facet),
                roles(facet),
                choices.subList(0, cut),
                choices.subList(cut, choices.size()),
                way(facet, there.size() - choices.size()),
                gaps(facet));
    }

    /** How many of a facet's values are written, with those that are folded away. */
    private int first(Facet facet, int there) {
        SortedSet<String> chosen = wanted.chosen().getOrDefault(facet, Collections.emptySortedSet());
        return there <= AT_ONCE + FOLDED ? there : Math.max(AT_ONCE, chosen.size());
    }

    /** To all values of a facet, or back to the first of them. */
    private Found.@Nullable Way way(Facet facet, int left) {
        if (facet == whole) {
            return new Found.Way(voice.say("search.fewer"), address(wanted.first()));
        }
        return left == 0
                ? null
                : new Found.Way(voice.say("search.more", voice.number(left)), at.search() + wanted.whole(facet));
    }

    /** As what the objectives count that are chosen; as any unless it is said. */
    private Facet role() {
        return ROLES.stream().filter(wanted.chosen()::containsKey).findFirst().orElse(Facet.OBJECTIVE);
    }

    /** Whoever has chosen an objective may want those items alone that mainly serve it. */
    private List<Found.Order> roles(Facet facet) {
        return ROLES.contains(facet) && wanted.chosen().containsKey(facet)
                ? ROLES.stream()
                        .map(role -> new Found.Order(
                                voice.say("search.role." + role.code()),
                                address(wanted.moved(facet, role)),
                                role == facet))
                        .toList()
                : List.of();
    }

    /** The objectives that are left empty: of all other values nobody would expect something. */
    private List<Tally> gaps(Facet facet) {
        return ROLES.contains(facet)
                ? Finding.counts(result, facet).entrySet().stream()
                        .filter(entry -> entry.getValue() == 0 && !wanted.has(facet, entry.getKey()))
                        .flatMap(entry -> Objective.find(entry.getKey()).stream())
                        .sorted()
                        .map(objective -> Card.tag(objective, voice, at))
                        .toList()
                : List.of();
    }

    List<Found.Chip> chips() {
        List<Found.Chip> chips = new ArrayList<>();
        wanted.chosen()
                .forEach((facet, values) -> values.forEach(value -> chips.add(new Found.Chip(
                        name(facet), name(facet, value).said(), address(wanted.toggled(facet, value))))));
        return chips;
    }

    private String name(Facet facet) {
        return voice.say("facet." + facet.code());
    }

    private String address(Wanted other) {
        return at.search() + other.address();
    }

    /**
     * A value of a facet.
     *
     * @param code of it
     * @param count how many have it
     * @param chosen whether it is chosen
     */
    private record Counted(String code, long count, boolean chosen) {}

    /** The values that can be chosen, or are. */
    private List<Counted> there(Facet facet) {
        List<Counted> there = new ArrayList<>();
        Finding.counts(result, facet).forEach((code, count) -> {
            boolean isChosen = wanted.has(facet, code);
            if (isChosen || (count > 0 && isWide(facet, code))) {
                there.add(new Counted(code, count, isChosen));
            }
        });
        return there;
    }

    /** So many of the values; of a whole facet all in the order of their names, among which somebody looks for one. */
    private List<Found.Choice> choices(Facet facet, List<Counted> there, int most) {
        UnaryOperator<String> addresses = wanted.toggling(at.search(), facet);
        List<Found.Choice> choices = new ArrayList<>();
        for (Value value : first(facet, there, most)) {
            Counted counted = value.counted();
            choices.add(new Found.Choice(
                    value.name().said(),
                    voice.number(counted.count()),
                    counted.chosen(),
                    addresses.apply(counted.code())));
        }
        return choices;
    }

    private List<Value> first(Facet facet, List<Counted> there, int most) {
        ValueNames names = ValueNames.in(voice);
        List<Value> values = new ArrayList<>();
        for (Counted counted : candidates(facet, there, most)) {
            values.add(new Value(counted, names.of(facet, counted.code(), result.organisations())));
        }
        values.sort(facet == Facet.YEAR ? Shelves::byYear : Shelves::byCount);
        List<Value> first = values.subList(0, Math.min(most, values.size()));
        if (facet == whole && facet != Facet.YEAR) {
            first.sort(Shelves::byName);
        }
        return first;
    }

    /** Only what may be among the first is given its name and its place: most values have too few items for that. */
    private static List<Counted> candidates(Facet facet, List<Counted> there, int most) {
        if (there.size() <= most || facet == Facet.YEAR) {
            return there;
        }
        long[] counts = there.stream().mapToLong(Counted::count).sorted().toArray();
        long least = counts[counts.length - most];
        return there.stream()
                .filter(counted -> counted.count() >= least || counted.chosen())
                .toList();
    }

    /** A value with what it is called, and where it stands among the others by that. */
    private record Value(Counted counted, ValueNames.Name name) {}

    /** What is chosen first; then the latest. */
    private static int byYear(Value one, Value other) {
        int chosen = Boolean.compare(other.counted().chosen(), one.counted().chosen());
        return chosen != 0
                ? chosen
                : other.counted().code().compareTo(one.counted().code());
    }

    /** What is chosen first; then what most have. */
    private static int byCount(Value one, Value other) {
        int chosen = Boolean.compare(other.counted().chosen(), one.counted().chosen());
        int count = Long.compare(other.counted().count(), one.counted().count());
        return chosen != 0 ? chosen : count != 0 ? count : byName(one, other);
    }

    private static int byName(Value one, Value other) {
        return one.name().place().compareTo(other.name().place());
    }

    private ValueNames.Name name(Facet facet, String value) {
        return ValueNames.in(voice).of(facet, value, result.organisations());
    }

    /** Sub-regions and targets have pages of their own; here they would hide what they are part of. */
    private static boolean isWide(Facet facet, String value) {
        return switch (facet) {
            case REGION -> Region.find(value).filter(Shelves::isContinent).isPresent();
            case SDG -> Sdg.find(value).filter(Sdg::isGoal).isPresent();
            default -> true;
        };
    }

    private static boolean isContinent(Region region) {
        return region.level() == Region.Level.CONTINENT;
    }
}
