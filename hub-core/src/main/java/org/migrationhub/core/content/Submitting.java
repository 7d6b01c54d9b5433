package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a submission that a form is judged by.
 *
 * @param organisation the organisation that the submitter belongs to, or null if it isn't in the register
 * @param organisationNames every name of that organisation, in any language, abbreviations included; may be empty
 * @param currentYear the present year of the Gregorian calendar: rules read no clock
 */
public record Submitting(@Nullable OrganisationId organisation, Set<String> organisationNames, int currentYear) {

    /** Copies the names. */
    public Submitting {
        organisationNames = Set.copyOf(requireNonNull(organisationNames, "organisationNames"));
    }

    /** Somebody who submits for no organisation of their own. */
    public static Submitting unaffiliated(int currentYear) {
        return new Submitting(null, Set.of(), currentYear);
    }
}
