package org.migrationhub.core.search;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.Geography;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.Period;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.Sdg;
import org.migrationhub.core.vocabulary.Term;

/** A side from which items can be filtered and counted. An item can have several values of one facet, or none. */
public enum Facet {
    /** {@code practice} or {@code resource}. */
    KIND("kind", document -> Stream.of(document.content().kind().code())),
    /** The objectives that it mainly serves. */
    PRIMARY_OBJECTIVE(
            "primary-objective",
            document -> codes(document.content().classification().primary())),
    /** The objectives that it serves beside those. */
    SECONDARY_OBJECTIVE(
            "secondary-objective",
            document -> codes(document.content().classification().secondary())),
    /** The objectives that it serves, mainly or beside others. */
    OBJECTIVE("objective", document -> codes(document.content().classification().objectives())),
    /** The guiding principles that it exemplifies. */
    PRINCIPLE("principle", document -> codes(document.content().classification().principles())),
    /** The Sustainable Development Goals and targets; with a target, its goal too. */
    SDG("sdg", document -> document.content().classification().sdgs().stream().flatMap(Facet::withGoal)),
    /** The countries. */
    COUNTRY("country", document -> codes(document.content().geography().countries())),
    /** The M49 regions, those of its countries among them; with a region, every wider one too. */
    REGION("region", document -> regions(document.content().geography()).map(Region::code)),
    /** The Regional Commissions, those of its countries among them. */
    COMMISSION("commission", document -> commissions(document.content().geography())),
    /** {@code global} for items of global scope. */
    SCOPE("scope", document -> document.content().geography().global() ? Stream.of("global") : Stream.empty()),
    /** What kind of undertaking a practice is, or what kind of thing a resource is. */
    TYPE("type", document -> type(document.content())),
    /** The languages in which there is text. */
    LANGUAGE("language", document -> document.content().languages().stream().map(Language::tag)),
    /**
     * Every year from the first to the last of a practice, at most {@value #MOST_YEARS}; while it goes on, up to the one
     * in which it was published here, since nothing is known of later ones. The year of a resource.
     */
    YEAR("year", Facet::years),
    /**
     * The organisations that carried or published it: the id of those in the register, {@code name:} and the name without
     * case, accents and punctuation of the others.
     */
    ORGANISATION(
            "organisation",
            document -> document.content().implementers().stream().flatMap(body -> organisation(body).stream()));

    /** With which a value of {@link #ORGANISATION} begins that is a name and no id. */
    public static final String NAMED = "name:";

    /** How many years of one practice count; a typing error must not fill an index. */
    private static final int MOST_YEARS = 200;

    private final String code;
    private final Function<ItemDocument, Stream<String>> values;

    Facet(String code, Function<ItemDocument, Stream<String>> values) {
        this.code = code;
        this.values = values;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The facet with this code; empty if the code stands for none. */
    public static Optional<Facet> find(String code) {
        return Arrays.stream(values()).filter(facet -> facet.code.equals(code)).findFirst();
    }

    /** The values of this facet that the document has, by which it is filtered and counted. Stable codes, never labels. */
    public SortedSet<String> values(SearchDocument document) {
        return document.values(this);
    }

    SortedSet<String> of(ItemDocument document) {
        return Collections.unmodifiableSortedSet(values.apply(document).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> codes(SortedSet<? extends Term> terms) {
        return terms.stream().map(Term::code);
    }

    private static Stream<String> withGoal(Sdg sdg) {
        return Stream.of(sdg.code(), sdg.goal().code());
    }

    private static Stream<Region> regions(Geography geography) {
        return Stream.concat(
                geography.countries().stream().flatMap(country -> country.regions().stream()),
                geography.regions().stream().flatMap(Facet::withWider));
    }

    private static Stream<Region> withWider(Region region) {
        return Stream.iterate(Optional.of(region), Optional::isPresent, narrower -> narrower.flatMap(Region::parent))
                .map(Optional::orElseThrow);
    }

    private static Stream<String> commissions(Geography geography) {
        return Stream.concat(
                codes(geography.commissions()),
                geography.countries().stream().flatMap(country -> codes(country.commissions())));
    }

    private static Stream<String> type(ContentItem item) {
        Term type = item instanceof Practice practice ? practice.type() : ((Resource) item).type();
        return Stream.ofNullable(type).map(Term::code);
    }

    private static Stream<String> years(ItemDocument document) {
        if (document.content() instanceof Practice practice) {
            int published = document.publishedAt().atOffset(ZoneOffset.UTC).getYear();
            return Stream.ofNullable(practice.period()).flatMap(period -> years(period, published));
        }
        return Stream.ofNullable(((Resource) document.content()).year()).map(String::valueOf);
    }

    private static Stream<String> years(Period period, int published) {
        Integer end = period.endYear();
        long first = period.startYear();
        long last = Math.min(Math.max(first, end == null ? published : end), first + MOST_YEARS - 1);
        return LongStream.rangeClosed(first, last).mapToObj(String::valueOf);
    }

    /** The value of {@link #ORGANISATION} that stands for an organisation; empty if its name says nothing. */
    public static Optional<String> organisation(OrganisationRef reference) {
        if (reference.id() != null) {
            return Optional.of(reference.id().value());
        }
        FoldedName name = FoldedName.of(reference.name());
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(NAMED + name.words().strip());
    }
}
