package org.migrationhub.core.people;

import java.text.Normalizer;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;

/**
 * A body that submits, implements or lends reviewers.
 *
 * @param id its stable id
 * @param name its name as it writes it itself
 * @param aliases other names and acronyms, in any language ("OIM", "МОМ"); they count when conflicts are looked for
 * @param sector the side on which its people stand unless their own affiliation says otherwise
 * @param partOf the body of which this is an office or a branch; not for membership in a system of independent
 *     organisations
 */
public record Organisation(
        OrganisationId id,
        String name,
        SortedSet<String> aliases,
        Sector sector,
        @Nullable OrganisationId partOf) {

    /** Refuses a blank name and a body that is part of itself. */
    public Organisation {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An organisation needs a name");
        }
        if (id.equals(partOf)) {
            throw new IllegalArgumentException("An organisation can't be part of itself: " + id.value());
        }
        name = composed(name);
        aliases = aliases.stream()
                .map(Organisation::composed)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));
    }

    /**
     * Whether the reference may mean this body: by its id, or because the name or the office, as written, holds this
     * body's name or one of its aliases as whole words, whatever the case and accents. Wide on purpose: where a name may mean a
     * reviewer's employer, that is a conflict until the reference is made plain.
     */
    public boolean mayBeMeantBy(OrganisationRef reference) {
        if (id.equals(reference.id())) {
            return true;
        }
        FoldedName written =
                FoldedName.of(reference.name() + " / " + (reference.office() == null ? "" : reference.office()));
        return Stream.concat(Stream.of(name), aliases.stream())
                .map(FoldedName::of)
                .anyMatch(written::contains);
    }

    /** In the normal form (NFC) in which the journal keeps it. */
    private static String composed(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC);
    }
}
