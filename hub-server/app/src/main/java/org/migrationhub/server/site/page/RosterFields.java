package org.migrationhub.server.site.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

/**
 * What a reviewer declares on the roster, as the fields of a form, be it their own or the secretariat's: a day stands for its
 * beginning in UTC, and an absence lasts to the end of its last day. Organisations are told by id or name, one or more lines to
 * a value. Stateless and thread-safe.
 */
public final class RosterFields {

    /** Organisations that are declared beside those of another field. */
    public static final String ANOTHER = "another";

    /** Languages that aren't boxes to tick. */
    public static final String FURTHER = "further";

    private static final String LANGUAGES = "languages";

    private static final String EXPERTISE = "expertise";
    private static final String CAPACITY = "capacity";
    private static final String CONFLICTS = "conflicts";
    private static final String ABSENCES = "absences/";

    private static final int USUAL_CAPACITY = 2;
    private static final int MOST_CAPACITY = 100;
    private static final int MOST_ABSENCES = 50;

    /** How many rows there are for absences that aren't declared yet. */
    private static final int FREE = 2;

    private RosterFields() {}

    /** A form for somebody who isn't on the roster yet, with what is usual. */
    public static Typed usual() {
        return Typed.of(Map.of(CAPACITY, List.of(String.valueOf(USUAL_CAPACITY))));
    }

    /**
     * A form that is filled in with an entry, in which each language is a box to tick.
     *
     * @param conflicts how the form tells the organisations of declared conflicts
     */
    public static Typed filled(RosterEntry entry, List<String> conflicts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put(LANGUAGES, tags(entry, one -> true));
        fields.put(EXPERTISE, entry.expertise().stream().map(Objective::code).toList());
        fields.put(CAPACITY, List.of(String.valueOf(entry.capacity())));
        fields.put(CONFLICTS, conflicts);
        for (int row = 0; row < entry.absences().size(); row++) {
            Absence absence = entry.absences().get(row);
            fields.put(from(row), List.of(day(absence.from()).toString()));
            fields.put(until(row), List.of(lastDay(absence.until()).toString()));
        }
        return ordered(Typed.of(fields));
    }

    /** The same, in which only official languages are boxes to tick. */
    public static Typed filledWithFurther(RosterEntry entry, List<String> conflicts) {
        Typed filled = filled(entry, conflicts);
        Map<String, List<String>> fields = new LinkedHashMap<>(filled.values());
        fields.put(LANGUAGES, tags(entry, Language::isOfficial));
        fields.put(FURTHER, List.of(String.join(", ", tags(entry, one -> !one.isOfficial()))));
        return ordered(filled.with(fields));
    }

    /** The same with what is ticked in one order, whatever that of the boxes: so that it is told whether anything was changed. */
    public static Typed ordered(Typed typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed.values());
        for (String field : List.of(LANGUAGES, EXPERTISE, CONFLICTS)) {
            fields.computeIfPresent(
                    field, (name, values) -> values.stream().sorted().toList());
        }
        return typed.with(fields);
    }

    private static List<String> tags(RosterEntry entry, Predicate<Language> some) {
        return entry.languages().stream().filter(some).map(Language::tag).toList();
    }

    /** The day before an instant ends it, if it is the beginning of a day. */
    private static LocalDate lastDay(Instant until) {
        return day(until.minusNanos(1));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String from(int row) {
        return ABSENCES + row + "/from";
    }

    private static String until(int row) {
        return ABSENCES + row + "/until";
    }

    /** How many rows for absences a form has: those that are filled in, and some more. */
    public static int rows(Typed typed) {
        int filled = 0;
        for (int row = 0; row < MOST_ABSENCES; row++) {
            filled = isFilled(typed, row) ? row + 1 : filled;
        }
        return Math.min(MOST_ABSENCES, filled + FREE);
    }

    /**
     * What stands in a field, in words: each value on a line, and of absences from which day to which.
     *
     * @param said what a value is called
     */
    public static String told(Voice voice, String field, Map<String, List<String>> values, UnaryOperator<String> said) {
        return field.equals("absences")
                ? absences(voice, Typed.of(values))
                : values.values().stream().flatMap(List::stream).map(said).collect(Collectors.joining("\n"));
    }

    /** Absences in words: from which day to which, one to a line. */
    static String absences(Voice voice, Typed filled) {
        return IntStream.range(0, MOST_ABSENCES)
                .filter(row -> isFilled(filled, row))
                .mapToObj(row -> voice.say(
                        "secretariat.time", said(voice, filled.text(from(row))), said(voice, filled.text(until(row)))))
                .collect(Collectors.joining("\n"));
    }

    private static String said(Voice voice, String day) {
        return voice.date(LocalDate.parse(day));
    }

    private static boolean isFilled(Typed typed, int row) {
        return typed.given(from(row)).isPresent() || typed.given(until(row)).isPresent();
    }

    /**
     * Reads a form.
     *
     * @throws RefusedException with everything that is wrong
     */
    public static RosterEntry read(Typed typed, PeopleDesk people) {
        List<Violation> violations = new ArrayList<>();
        SortedSet<Language> languages = languages(typed, violations);
        SortedSet<Objective> expertise = new TreeSet<>();
        typed.all(EXPERTISE).forEach(code -> Objective.find(code).ifPresent(expertise::add));
        int capacity = capacity(typed, violations);
        List<Absence> absences = absences(typed, violations);
        SortedSet<OrganisationId> conflicts = conflicts(typed, people, violations);
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return new RosterEntry(expertise, languages, capacity, absences, conflicts);
    }

    private static SortedSet<Language> languages(Typed typed, List<Violation> violations) {
        SortedSet<Language> languages = new TreeSet<>();
        Stream<String> further =
                Stream.of(typed.text(FURTHER).split("[,;،؛、，；\\s]+")).filter(tag -> !tag.isBlank());
        typed.all(LANGUAGES).forEach(tag -> Language.find(tag).ifPresent(languages::add));
        further.forEach(tag -> Language.find(tag)
                .ifPresentOrElse(
                        languages::add,
                        () -> violations.add(new Violation(
                                "/" + FURTHER, "code.unknown", "This is not the tag of a language: " + tag))));
        if (languages.isEmpty() && violations.isEmpty()) {
            violations.add(new Violation("/" + LANGUAGES, "field.required", "Name at least one language."));
        }
        return languages;
    }

    private static int capacity(Typed typed, List<Violation> violations) {
        String text = typed.text(CAPACITY).strip();
        int capacity = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (capacity < 1 || capacity > MOST_CAPACITY) {
            violations.add(new Violation(
                    "/" + CAPACITY, "number.range", "Give a number from 1 to %d.".formatted(MOST_CAPACITY)));
        }
        return capacity;
    }

    private static List<Absence> absences(Typed typed, List<Violation> violations) {
        List<Absence> absences = new ArrayList<>();
        for (int row = 0; row < rows(typed); row++) {
            if (isFilled(typed, row)) {
                Optional<LocalDate> first = day(typed, from(row), violations);
                Optional<LocalDate> last = day(typed, until(row), violations);
                if (first.isPresent() && last.isPresent()) {
                    add(absences, first.get(), last.get(), "/" + until(row), violations);
                }
            }
        }
        return absences;
    }

    private static void add(
            List<Absence> absences, LocalDate first, LocalDate last, String pointer, List<Violation> violations) {
        if (last.isBefore(first)) {
            violations.add(new Violation(pointer, "absence.ends-before-start", "It ends before it begins."));
        } else {
            absences.add(new Absence(
                    first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
    }

    private static Optional<LocalDate> day(Typed typed, String field, List<Violation> violations) {
        try {
            LocalDate day = LocalDate.parse(typed.text(field).strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2999) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // told below, as any other text that is no day of ours
        }
        violations.add(new Violation("/" + field, "day.invalid", "Give a day such as 2027-01-31."));
        return Optional.empty();
    }

    private static SortedSet<OrganisationId> conflicts(Typed typed, PeopleDesk people, List<Violation> violations) {
        SortedSet<OrganisationId> conflicts = new TreeSet<>();
        for (String field : List.of(CONFLICTS, ANOTHER)) {
            typed.all(field).stream()
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> {
                        try {
                            conflicts.add(Bodies.meant(people, "/" + field, line));
                        } catch (RefusedException e) {
                            violations.addAll(e.violations());
                        }
                    });
        }
        return conflicts;
    }
}
