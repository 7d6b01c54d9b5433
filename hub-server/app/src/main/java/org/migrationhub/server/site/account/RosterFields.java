package org.migrationhub.server.site.account;

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
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Typed.Complaint;
import org.migrationhub.server.site.page.Visit;

/**
 * The fields of an entry on the roster. Absences are told by their first and last day, in UTC. Not thread-safe.
 */
final class RosterFields {

    static final String LANGUAGES = "languages";
    static final String EXPERTISE = "expertise";
    static final String CAPACITY = "capacity";
    static final String CONFLICTS = "conflicts";
    static final String FURTHER = "further";

    private static final int MOST_CAPACITY = 100;
    private static final int MOST_ABSENCES = 20;

    /** How many lines there are for absences that aren't declared yet. */
    private static final int FREE = 2;

    private final Visit visit;
    private final Typed typed;
    private final List<Complaint> complaints = new ArrayList<>();

    RosterFields(Visit visit, Typed typed) {
        this.visit = visit;
        this.typed = typed;
    }

    static String from(int number) {
        return "absences/" + number + "/from";
    }

    static String until(int number) {
        return "absences/" + number + "/until";
    }

    /** An entry as it is shown in the fields. */
    static Typed of(RosterEntry entry) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(LANGUAGES, entry.languages().stream().map(Language::tag).toList());
        values.put(EXPERTISE, entry.expertise().stream().map(Objective::code).toList());
        values.put(CAPACITY, List.of(String.valueOf(entry.capacity())));
        values.put(
                CONFLICTS, entry.conflicts().stream().map(OrganisationId::value).toList());
        for (int number = 0; number < entry.absences().size(); number++) {
            Absence absence = entry.absences().get(number);
            values.put(from(number), List.of(day(absence.from()).toString()));
            values.put(until(number), List.of(day(absence.until().minusNanos(1)).toString()));
        }
        return Typed.of(values);
    }

    /** The lines for absences: those that are filled in, and some more. */
    static List<Integer> lines(Typed typed) {
        int filled = 0;
        for (int number = 0; number < MOST_ABSENCES; number++) {
            filled = isFilled(typed, number) ? number + 1 : filled;
        }
        List<Integer> lines = new ArrayList<>();
        for (int number = 0; number < Math.min(MOST_ABSENCES, filled + FREE); number++) {
            lines.add(number);
        }
        return lines;
    }

    /** What was typed as an entry; empty if something is wrong. */
    Optional<RosterEntry> entry() {
        List<Language> languages = typed.all(LANGUAGES).stream()
                .flatMap(tag -> Language.find(tag).stream())
                .toList();
        if (languages.isEmpty()) {
            complain(LANGUAGES, "account.roster.languages.missing");
        }
        int capacity = capacity();
        List<Absence> absences = absences();
        SortedSet<OrganisationId> conflicts = conflicts();
        if (!complaints.isEmpty()) {
            return Optional.empty();
        }
        List<Objective> expertise = typed.all(EXPERTISE).stream()
                .flatMap(code -> Objective.find(code).stream())
                .toList();
        return Optional.of(
                new RosterEntry(new TreeSet<>(expertise), new TreeSet<>(languages), capacity, absences, conflicts));
    }

    /** What was typed, with what is wrong with it. */
    Typed refused() {
        return new Typed(typed.values(), complaints);
    }

    private int capacity() {
        String text = typed.text(CAPACITY).strip();
        int capacity = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (capacity < 1 || capacity > MOST_CAPACITY) {
            complaints.add(
                    new Complaint(CAPACITY, visit.voice().plain("account.roster.capacity.wrong", MOST_CAPACITY)));
        }
        return capacity;
    }

    private List<Absence> absences() {
        List<Absence> absences = new ArrayList<>();
        for (int number = 0; number < MOST_ABSENCES; number++) {
            if (isFilled(typed, number)) {
                absence(number).ifPresent(absences::add);
            }
        }
        return absences;
    }

    private Optional<Absence> absence(int number) {
        Optional<LocalDate> from = day(from(number));
        Optional<LocalDate> until = day(until(number));
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (until.get().isBefore(from.get())) {
            Said said = visit.voice()
                    .complaint(new Violation("", "absence.ends-before-start", "It ends before it begins."));
            complaints.add(new Complaint(until(number), said));
            return Optional.empty();
        }
        return Optional.of(new Absence(start(from.get()), start(until.get().plusDays(1))));
    }

    private Optional<LocalDate> day(String field) {
        Optional<LocalDate> day = parsed(typed.text(field).strip()).filter(RosterFields::isPlausible);
        if (day.isEmpty()) {
            complain(field, "account.roster.day");
        }
        return day;
    }

    private static boolean isPlausible(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() <= 2999;
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private SortedSet<OrganisationId> conflicts() {
        SortedSet<OrganisationId> conflicts = new TreeSet<>();
        typed.all(CONFLICTS).forEach(id -> OrganisationId.find(id).ifPresent(conflicts::add));
        typed.given(FURTHER).flatMap(this::organisation).ifPresent(conflicts::add);
        return conflicts;
    }

    /** The one organisation that is called so, or whose name alone holds these words. */
    private Optional<OrganisationId> organisation(String name) {
        List<Organisation> found =
                visit.ask().people().organisations(OrganisationQuery.all().named(name));
        Optional<OrganisationId> one = found.stream()
                .filter(organisation -> found.size() == 1 || organisation.name().equalsIgnoreCase(name))
                .map(Organisation::id)
                .findFirst();
        if (one.isEmpty()) {
            complain(FURTHER, "account.roster.further.unknown");
        }
        return one;
    }

    private void complain(String field, String key) {
        complaints.add(new Complaint(field, visit.voice().plain(key)));
    }

    private static boolean isFilled(Typed typed, int number) {
        return typed.given(from(number)).isPresent()
                || typed.given(until(number)).isPresent();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
