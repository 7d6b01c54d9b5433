package org.migrationhub.core.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Organisation;

/**
 * The place of an organisation in a list of them: by its name, whatever the case and accents, of several with the same name by
 * id. It says where a page ended also once the organisation goes by another name.
 *
 * @param name the folded words of the name; no more than the first hundred characters count
 * @param id of the organisation
 */
public record OrganisationPlace(String name, OrganisationId id) implements Comparable<OrganisationPlace> {

    /** An index of a database takes no long ones. */
    private static final int MOST_CHARACTERS = 100;

    private static final char APART = '.';

    /** Cuts a longer name. */
    public OrganisationPlace {
        name = name.codePointCount(0, name.length()) <= MOST_CHARACTERS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST_CHARACTERS));
    }

    /** Where this one is listed. */
    public static OrganisationPlace of(Organisation organisation) {
        return of(organisation.name(), organisation.id());
    }

    /** The same of one of which no more is known. */
    public static OrganisationPlace of(String name, OrganisationId id) {
        return new OrganisationPlace(FoldedName.of(name).words().strip(), id);
    }

    /** The place that {@link #cursor} gave; empty if the text is of another form. */
    public static Optional<OrganisationPlace> find(String cursor) {
        int apart = cursor.lastIndexOf(APART);
        return OrganisationId.find(cursor.substring(0, Math.max(0, apart)))
                .flatMap(id -> name(cursor.substring(apart + 1)).map(name -> new OrganisationPlace(name, id)));
    }

    private static Optional<String> name(String encoded) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The place as text of letters and digits of ASCII, dots, hyphens and underscores, from which it can be found again. */
    public String cursor() {
        return id.value() + APART + Base64.getUrlEncoder().withoutPadding().encodeToString(key());
    }

    /** The name as it is compared, byte by byte without sign, which is by code points: the same in every database. */
    public byte[] key() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** In the order of the list. */
    @Override
    public int compareTo(OrganisationPlace other) {
        int names = Arrays.compareUnsigned(key(), other.key());
        return names != 0 ? names : id.compareTo(other.id);
    }
}
