package org.migrationhub.server.site.secretariat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.site.page.RosterFields;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** The form of what a reviewer declares on the roster, each conflict on a line; they are taken off by it, too. */
record EntryForm(Visit visit) implements RecordForm {

    /** The button by which they are taken off. */
    private static final String LEAVE = "leave";

    /** How each field is called. */
    private static final Map<String, String> LABELS = Map.of(
            "languages",
            "secretariat.candidate.reads",
            "further",
            "secretariat.roster.further",
            "expertise",
            "secretariat.candidate.expert",
            "capacity",
            "secretariat.roster.capacity",
            "absences",
            "secretariat.roster.absences",
            "conflicts",
            "secretariat.roster.conflicts");

    @Override
    public Typed filled(Person person) {
        RosterEntry entry = person.roster();
        return entry == null ? RosterFields.usual() : filled(entry);
    }

    private Typed filled(RosterEntry entry) {
        Names names = new Names(visit);
        String conflicts = entry.conflicts().stream()
                .map(one -> names.organisation(one).said().text())
                .collect(Collectors.joining("\n"));
        return RosterFields.filledWithFurther(entry, List.of(conflicts));
    }

    @Override
    public Typed worded(Typed typed) {
        try {
            return filled(RosterFields.read(typed, visit.ask().people())).complaining(typed.complaints());
        } catch (RefusedException e) {
            return RosterFields.ordered(typed); // it is told once it is saved
        }
    }

    @Override
    public boolean isDone(Person now, Typed typed) {
        return isLeft(typed) ? now.roster() == null : now.roster() != null && Seen.isSame(worded(typed), filled(now));
    }

    private static boolean isLeft(Typed typed) {
        return typed.has(LEAVE, "true");
    }

    /** Nobody is taken off who declares something else by now; whoever was taken off isn't put back by what was typed before. */
    @Override
    public boolean isApart(Person now, Typed typed) {
        boolean wasThere = !Seen.sent(typed)
                .fields()
                .equals(Seen.of(0, RosterFields.usual()).fields());
        return isLeft(typed) || (now.roster() == null && wasThere);
    }

    @Override
    public void save(PersonId id, long version, Typed typed) {
        PeopleDesk people = visit.ask().desk(version).people();
        if (isLeft(typed)) {
            people.leaveRoster(id);
        } else {
            people.enrol(id, RosterFields.read(typed, people));
        }
    }

    @Override
    public Typed.Meanwhile told(String field, Map<String, List<String>> values) {
        String key = LABELS.getOrDefault(field, "");
        String there = RosterFields.told(visit.voice(), field, values, value -> said(field, value));
        return new Typed.Meanwhile(
                field, key.isEmpty() ? Said.unknown(field) : visit.voice().plain(key), Said.unknown(there));
    }

    private String said(String field, String value) {
        Voice voice = visit.voice();
        return switch (field) {
            case "languages" ->
                Language.find(value).map(one -> voice.name(one).text()).orElse(value);
            case "expertise" ->
                Objective.find(value)
                        .map(one -> CandidatePages.numbered(voice, one).text())
                        .orElse(value);
            default -> value;
        };
    }
}
