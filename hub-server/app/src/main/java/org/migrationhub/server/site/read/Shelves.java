package org.migrationhub.server.site.read;

import java.text.CollationKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.core.vocabulary.Sdg;
import org.migrationhub.core.vocabulary.Term;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;
import org.migrationhub.server.site.page.Voice;

/**
 * What can be chosen on the search page, and what is chosen.
 *
 * @param wanted what is looked for now
 * @param result what was found
 * @param voice how the page speaks
 * @param at where the pages are
 */
record Shelves(Wanted wanted, SearchResult result, Voice voice, Addresses at) {

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
    private static final int AT_ONCE = 6;
    private static final int MOST = 120;

    List<Found.Shelf> all() {
        List<Found.Shelf> shelves = new ArrayList<>();
        for (Facet side : SHOWN) {
            Facet facet = side == Facet.OBJECTIVE ? role() : side;
            List<Found.Choice> choices = choices(facet);
            if (!choices.isEmpty()) {
                int cut = choices.size() <= AT_ONCE + 1 ? choices.size() : AT_ONCE;
                boolean open = shelves.size() < OPEN || wanted.chosen().containsKey(facet);
                List<Found.Choice> more = choices.subList(cut, choices.size());
                shelves.add(
                        new Found.Shelf(name(side), open, roles(facet), choices.subList(0, cut), more, gaps(facet)));
            }
        }
        return shelves;
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
                .forEach((facet, values) -> values.forEach(value -> chips.add(
                        new Found.Chip(name(facet), said(facet, value), address(wanted.toggled(facet, value))))));
        return chips;
    }

    private String name(Facet facet) {
        return voice.say("facet." + facet.code());
    }

    private String address(Wanted other) {
        return at.search() + other.address();
    }

    /** As many as are shown; nothing is written of the others. */
    private List<Found.Choice> choices(Facet facet) {
        Function<String, String> addresses = wanted.toggling(facet);
        String search = at.search();
        return Finding.counts(result, facet).entrySet().stream()
                .filter(entry -> wanted.has(facet, entry.getKey()) || isShown(facet, entry))
                .map(entry -> value(facet, entry))
                .sorted(order(facet))
                .limit(MOST)
                .map(value -> new Found.Choice(
                        value.said(),
                        voice.number(value.count()),
                        value.chosen(),
                        search + addresses.apply(value.code())))
                .toList();
    }

    /** A value of a facet, with how many have it, and where it stands among the others. */
    private record Value(String code, long count, boolean chosen, Said said, CollationKey place) {}

    private Value value(Facet facet, Map.Entry<String, Long> entry) {
        String code = entry.getKey();
        Said said = said(facet, code);
        return new Value(code, entry.getValue(), wanted.has(facet, code), said, voice.place(said.text()));
    }

    /** What is chosen first; years from the latest on; the rest by how many have it. */
    private static Comparator<Value> order(Facet facet) {
        Comparator<Value> chosen = Comparator.comparing(value -> !value.chosen());
        return facet == Facet.YEAR
                ? chosen.thenComparing(Value::code, Comparator.reverseOrder())
                : chosen.thenComparing(Value::count, Comparator.reverseOrder()).thenComparing(Value::place);
    }

    /** What finds something. Sub-regions and targets have pages of their own; here they would hide what they are part of. */
    private static boolean isShown(Facet facet, Map.Entry<String, Long> entry) {
        String value = entry.getKey();
        return entry.getValue() > 0 && isWide(facet, value);
    }

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

    /** What a value is called; a value that stands for nothing is called by itself. */
    private Said said(Facet facet, String value) {
        return term(facet, value).map(term -> numbered(term, voice.label(term))).orElseGet(() -> other(facet, value));
    }

    private static Said numbered(Term term, Said label) {
        String number = term instanceof Objective objective
                ? Card.number(objective)
                : term instanceof Sdg sdg ? sdg.number() : "";
        return number.isEmpty() ? label : new Said(number + " · " + label.text(), label.lang(), label.dir());
    }

    private Said other(Facet facet, String value) {
        return switch (facet) {
            case KIND ->
                Kind.find(value)
                        .map(kind -> new Said(voice.say("kinds." + kind.code()), null, null))
                        .orElseGet(() -> Said.unknown(value));
            case LANGUAGE -> Language.find(value).map(voice::name).orElseGet(() -> Said.unknown(value));
            case SCOPE ->
                value.equals("global") ? new Said(voice.say("place.global"), null, null) : Said.unknown(value);
            case ORGANISATION ->
                Said.unknown(result.organisations().getOrDefault(value, value.replaceFirst("^name:", "")));
            default -> Said.unknown(value);
        };
    }

    private static Optional<? extends Term> term(Facet facet, String value) {
        return switch (facet) {
            case OBJECTIVE, PRIMARY_OBJECTIVE, SECONDARY_OBJECTIVE -> Objective.find(value);
            case PRINCIPLE -> Principle.find(value);
            case SDG -> Sdg.find(value);
            case COUNTRY -> Country.find(value);
            case REGION -> Region.find(value);
            case COMMISSION -> RegionalCommission.find(value);
            case TYPE -> value.startsWith("practice-") ? PracticeType.find(value) : ResourceType.find(value);
            default -> Optional.empty();
        };
    }
}
