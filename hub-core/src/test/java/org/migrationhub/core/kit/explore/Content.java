package org.migrationhub.core.kit.explore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.vocabulary.Language;

/**
 * What a revision says, as far as a review can tell: its digest, and whom it discloses.
 *
 * @param letter A for the first, and so on
 * @param implicated somebody whom this content names, or whose employer it names as implementing; null if nobody beyond
 *     those of the first content
 * @param byName whether it names the person rather than the employer
 * @param bodies the organisations involved, as this package knows them
 * @param named the persons it names, one human being's further ids included
 * @param disclosure what the hub is told
 * @param digest of the content
 */
record Content(
        char letter,
        @Nullable Persona implicated,
        boolean byName,
        Map<Involvement, Set<OrganisationId>> bodies,
        Set<Persona> named,
        Disclosure disclosure,
        ContentDigest digest) {

    /** The letter of the content with which every story begins. */
    static final char FIRST = 'A';

    static Content plain(char letter, Cast cast) {
        return of(letter, cast, null, false, null);
    }

    /** A content that names the persona among its contributors. */
    static Content naming(char letter, Cast cast, Persona persona) {
        return of(letter, cast, persona, true, null);
    }

    /** A content that names the persona's employer, by its name alone, among the bodies that implement. */
    static Content ofEmployer(char letter, Cast cast, Persona persona, OrganisationId employer) {
        return of(letter, cast, persona, false, employer);
    }

    /** The record of a body; its name is made of its id. */
    static Organisation record(OrganisationId id) {
        return new Organisation(id, name(id), new TreeSet<>(), Sector.UNDETERMINED, null);
    }

    boolean disclosesTheSameAs(Content other) {
        return bodies.equals(other.bodies) && named.equals(other.named);
    }

    private static Content of(
            char letter, Cast cast, @Nullable Persona persona, boolean byName, @Nullable OrganisationId employer) {
        Map<Involvement, Set<OrganisationId>> bodies = new EnumMap<>(Involvement.class);
        bodies.put(Involvement.SUBMITTING, Set.of(Cast.SUBMITTING_BODY));
        bodies.put(Involvement.IMPLEMENTING, new HashSet<>(Set.of(Cast.IMPLEMENTING_BODY)));
        bodies.put(Involvement.PARTNERING, Set.of(Cast.PARTNERING_BODY));
        Set<Persona> named = new HashSet<>(Set.of(cast.the(Part.NAMED), cast.the(Part.NAMESAKE)));
        SortedSet<PersonId> namedIds = new TreeSet<>(Set.of(cast.the(Part.NAMED).id()));
        List<OrganisationRef> implementers = new ArrayList<>();
        implementers.add(OrganisationRef.of(Cast.IMPLEMENTING_BODY, name(Cast.IMPLEMENTING_BODY)));
        if (persona != null && byName) {
            named.add(persona);
            namedIds.add(persona.id());
        }
        if (employer != null) {
            bodies.get(Involvement.IMPLEMENTING).add(employer);
            implementers.add(OrganisationRef.named("The " + name(employer).toUpperCase(java.util.Locale.ROOT)));
        }
        Disclosure disclosure = new Disclosure(
                cast.the(Part.SUBMITTER).id(),
                new TreeSet<>(),
                new TreeSet<>(Set.of(Cast.SUBMITTING_BODY)),
                implementers,
                List.of(OrganisationRef.of(Cast.PARTNERING_BODY, name(Cast.PARTNERING_BODY))),
                namedIds,
                List.of(cast.the(Part.SUBMITTER).profile(), cast.the(Part.NAMED).profile()),
                new TreeSet<>(Set.of(Language.EN)));
        String text = letter + " " + namedIds + " " + implementers;
        ContentDigest digest = new ContentDigest(Sha256.of(text.getBytes(UTF_8)));
        return new Content(letter, persona, byName, bodies, named, disclosure, digest);
    }

    private static String name(OrganisationId id) {
        return id.value().replace('-', ' ');
    }

    @Override
    public String toString() {
        if (implicated == null) {
            return "content " + letter;
        }
        return "content " + letter + ", which names " + implicated
                + (byName ? " as a contributor" : "'s employer as implementing");
    }
}
