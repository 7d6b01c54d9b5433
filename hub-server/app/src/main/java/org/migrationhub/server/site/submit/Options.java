package org.migrationhub.server.site.submit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.migrationhub.core.content.Kind;
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
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.page.Words;

/** What the form offers to choose from, in one language. Immutable and thread-safe. */
final class Options {

    private static final Map<Language, Options> ALL = new ConcurrentHashMap<>();

    private final Voice voice;
    private final List<Option> otherLanguages;
    private final List<Continent> continents;

    private Options(Voice voice) {
        this.voice = voice;
        this.otherLanguages = Arrays.stream(Locale.getISOLanguages())
                .flatMap(code -> Language.find(code).stream())
                .distinct() // the JDK lists some under a former code, too
                .filter(language -> !Words.LANGUAGES.contains(language))
                .map(this::language)
                .filter(option -> !option.said().text().equals(option.value()))
                .sorted(order())
                .toList();
        this.continents = Region.all().stream()
                .filter(region -> region.level() == Region.Level.CONTINENT)
                .map(this::continent)
                .sorted((one, other) -> order().compare(one.itself(), other.itself()))
                .toList();
    }

    static Options in(Voice voice) {
        return ALL.computeIfAbsent(voice.language(), language -> new Options(voice));
    }

    List<Option> types(Kind kind) {
        return terms(kind == Kind.PRACTICE ? PracticeType.known() : ResourceType.known());
    }

    List<Option> officialLanguages() {
        return Words.LANGUAGES.stream().map(this::language).toList();
    }

    List<Option> otherLanguages() {
        return otherLanguages;
    }

    List<Continent> continents() {
        return continents;
    }

    /** All countries and areas. */
    List<Option> countries() {
        return terms(Country.all());
    }

    /** All regions. */
    List<Option> regions() {
        return terms(Region.all());
    }

    /** What lies on no continent. */
    List<Option> elsewhere() {
        return terms(Country.all().stream()
                .filter(country -> country.regions().isEmpty())
                .toList());
    }

    List<Option> commissions() {
        return terms(List.of(RegionalCommission.values()));
    }

    List<Option> objectives() {
        return Arrays.stream(Objective.values())
                .map(one -> new Option(one.code(), voice.label(one), number(one)))
                .toList();
    }

    List<Option> principles() {
        String[] letters = voice.say("submit.principles.letters").split(" ", -1);
        return Arrays.stream(Principle.values())
                .map(one -> new Option(one.code(), voice.label(one), letters[one.ordinal()]))
                .toList();
    }

    List<Option> goals() {
        return Sdg.goals().stream()
                .map(one -> new Option(one.code(), voice.label(one), one.number()))
                .toList();
    }

    Option language(Language language) {
        return Option.of(language.tag(), voice.name(language));
    }

    private static String number(Objective objective) {
        return objective.number().isPresent()
                ? String.valueOf(objective.number().getAsInt())
                : "";
    }

    private Continent continent(Region continent) {
        return new Continent(
                option(continent),
                terms(Region.all().stream()
                        .filter(region ->
                                region.parent().isPresent() && widest(region).equals(continent))
                        .toList()),
                terms(Country.all().stream().filter(continent::contains).toList()));
    }

    private static Region widest(Region region) {
        return region.parent().map(Options::widest).orElse(region);
    }

    /** Types as they are offered; places as the language sorts. */
    private List<Option> terms(Collection<? extends Term> terms) {
        Stream<Option> options = terms.stream().map(this::option);
        boolean places = terms.stream().anyMatch(term -> term instanceof Country || term instanceof Region);
        return (places ? options.sorted(order()) : options).toList();
    }

    private Option option(Term term) {
        return Option.of(term.code(), voice.label(term));
    }

    private Comparator<Option> order() {
        Comparator<Said> order = voice.order();
        return (one, other) -> order.compare(one.said(), other.said());
    }
}
