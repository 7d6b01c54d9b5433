package org.migrationhub.server.site.read;

import java.text.CollationKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Voice;

/**
 * What the values of facets are called in one language. What the vocabulary knows is looked up once: a page of a search names
 * dozens of values, and always the same ones. Thread-safe.
 */
final class ValueNames {

    private static final Map<Language, ValueNames> ALL = new ConcurrentHashMap<>();

    /** Types and languages have codes without end: beyond so many names of a facet no more are remembered. */
    private static final int MOST_KEPT = 500;

    private final Voice voice;
    private final Map<Facet, Map<String, Name>> known = new EnumMap<>(Facet.class);

    private ValueNames(Voice voice) {
        this.voice = voice;
        for (Facet facet : Facet.values()) {
            known.put(facet, new ConcurrentHashMap<>());
        }
    }

    /**
     * What a value is called.
     *
     * @param said how
     * @param place where it stands among others by that
     */
    record Name(Said said, CollationKey place) {}

    /** Those of a language. */
    static ValueNames in(Voice voice) {
        return ALL.computeIfAbsent(voice.language(), language -> new ValueNames(voice));
    }

    /** What a value of the vocabulary is called; one that stands for nothing, as those of organisations, by another text. */
    Name of(Facet facet, String value, Map<String, String> others) {
        Map<String, Name> names = Objects.requireNonNull(known.get(facet));
        Name there = names.get(value);
        if (there != null) {
            return there;
        }
        Said said = said(facet, value);
        if (said == null) {
            return name(Said.unknown(others.getOrDefault(value, unmarked(value))));
        }
        Name name = name(said);
        if (names.size() < MOST_KEPT) {
            names.put(value, name);
        }
        return name;
    }

    private Name name(Said said) {
        String text = said.text();
        return new Name(said, voice.place(beginsWithOneDigit(text) ? "0" + text : text));
    }

    /** As what a number of one digit begins with, which comes before those of two. */
    private static boolean beginsWithOneDigit(String text) {
        return isDigit(text, 0) && !isDigit(text, 1);
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && '0' <= text.charAt(at) && text.charAt(at) <= '9';
    }

    /** The name of an organisation that isn't in the register. */
    private static String unmarked(String value) {
        return value.startsWith(Facet.NAMED) ? value.substring(Facet.NAMED.length()) : value;
    }

    private @Nullable Said said(Facet facet, String value) {
        return switch (facet) {
            case KIND ->
                Kind.find(value).map(kind -> plain("kinds." + kind.code())).orElse(null);
            case LANGUAGE -> Language.find(value).map(voice::name).orElse(null);
            case SCOPE -> value.equals("global") ? plain("place.global") : null;
            default ->
                term(facet, value)
                        .map(term -> numbered(term, voice.label(term)))
                        .orElse(null);
        };
    }

    private Said plain(String key) {
        return new Said(voice.say(key), null, null);
    }

    private static Said numbered(Term term, Said label) {
        String number = term instanceof Objective objective
                ? Card.number(objective)
                : term instanceof Sdg sdg ? sdg.number() : "";
        return number.isEmpty() ? label : new Said(number + " " + label.text(), label.lang(), label.dir());
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
