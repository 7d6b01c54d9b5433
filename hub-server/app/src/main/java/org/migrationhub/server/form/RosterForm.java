package org.migrationhub.server.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;

/**
 * Reads what a reviewer declares on the roster. {@link #entry} may be asked for once the form has ended.
 *
 * @param languages in which the reviewer judges texts
 * @param expertise in which objectives the reviewer is at home
 * @param capacity how many items at the same time; 2 unless said
 * @param absences when the reviewer takes no new seat
 * @param conflicts organisations whose items the reviewer won't judge
 */
public record RosterForm(
        Field<List<Language>> languages,
        Field<List<Objective>> expertise,
        Field<Integer> capacity,
        Field<List<Absence>> absences,
        Field<List<OrganisationId>> conflicts) {

    private static final int USUAL_CAPACITY = 2;
    private static final int MOST_CAPACITY = 100;

    /** Reads it. */
    public static RosterForm of(Form form) {
        return of(form, OrganisationId::find);
    }

    /**
     * Reads it from somewhere where organisations go by other names.
     *
     * @param organisation the id that a text stands for
     */
    public static RosterForm of(Form form, Function<String, Optional<OrganisationId>> organisation) {
        Field<List<Language>> languages =
                form.codes("languages", Language::find, "the tag of a language (BCP 47), such as en");
        if (languages.value() == null || languages.value().isEmpty()) {
            form.note("languages", "field.required", "Name at least one language.");
        }
        return new RosterForm(
                languages,
                form.codes("expertise", Objective::find, "the code of an objective"),
                form.number("capacity", 1, MOST_CAPACITY),
                form.objects("absences", RosterForm::absence),
                form.codes("conflicts", organisation, "the id of an organisation"));
    }

    /** What was declared; once the form has ended without a finding. */
    public RosterEntry entry() {
        return new RosterEntry(
                new TreeSet<>(expertise.or(List.of())),
                new TreeSet<>(languages.get()),
                capacity.or(USUAL_CAPACITY),
                absences.or(List.of()),
                new TreeSet<>(conflicts.or(List.of())));
    }

    private static @Nullable Absence absence(Form form) {
        Instant from = form.instant("from").required().value();
        Instant until = form.instant("until").required().value();
        if (from == null || until == null) {
            return null;
        }
        if (until.isBefore(from)) {
            form.note("until", "absence.ends-before-start", "It ends before it begins.");
            return null;
        }
        return new Absence(from, until);
    }
}
