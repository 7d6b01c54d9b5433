package org.migrationhub.core.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.vocabulary.Language;

/**
 * What a conflict of interest is judged by: who submitted a revision, for whom, and which bodies and persons it names.
 * A reviewer is shown this, and no more, before declaring to have no conflict.
 *
 * @param submitter who submitted
 * @param representatives who acts on the submitter's behalf
 * @param submittingOrganisations for whom
 * @param implementers the bodies that implement, or publish, what the item is about
 * @param partners the bodies that partner in it
 * @param namedPersons contributors, contact and focal point
 * @param namedProfiles the profiles of submitter and named persons, since one human being may be known twice
 * @param languages in which the item is written
 */
public record Disclosure(
        PersonId submitter,
        SortedSet<PersonId> representatives,
        SortedSet<OrganisationId> submittingOrganisations,
        List<OrganisationRef> implementers,
        List<OrganisationRef> partners,
        SortedSet<PersonId> namedPersons,
        List<Profile> namedProfiles,
        SortedSet<Language> languages) {

    /** Copies all collections. */
    public Disclosure {
        representatives = Collections.unmodifiableSortedSet(new TreeSet<>(representatives));
        submittingOrganisations = Collections.unmodifiableSortedSet(new TreeSet<>(submittingOrganisations));
        implementers = List.copyOf(implementers);
        partners = List.copyOf(partners);
        namedPersons = Collections.unmodifiableSortedSet(new TreeSet<>(namedPersons));
        namedProfiles = List.copyOf(namedProfiles);
        languages = Collections.unmodifiableSortedSet(new TreeSet<>(languages));
    }

    /**
     * What an item discloses whose submitter acts in person; see {@link #on} for who represents them.
     *
     * @param item the revision
     * @param submitter who submitted it
     * @param organisations for whom
     * @param namedProfiles the profiles of the submitter and the persons whom the item names, as far as known
     */
    public static Disclosure of(
            ContentItem item,
            PersonId submitter,
            SortedSet<OrganisationId> organisations,
            List<Profile> namedProfiles) {
        return new Disclosure(
                submitter,
                Collections.emptySortedSet(),
                organisations,
                item.implementers(),
                item.partners(),
                item.namedPersons(),
                namedProfiles,
                item.languages());
    }

    /** The same with those who act on behalf of the submission's submitter: its own events say who does. */
    public Disclosure on(Submission submission) {
        SortedSet<PersonId> representing = new TreeSet<>();
        submission.representations().forEach(one -> representing.add(one.person()));
        return new Disclosure(
                submitter,
                representing,
                submittingOrganisations,
                implementers,
                partners,
                namedPersons,
                namedProfiles,
                languages);
    }

    /** The same with names and without addresses: what a reviewer declares on. */
    public Disclosure withoutAddresses() {
        List<Profile> names = namedProfiles.stream()
                .filter(profile -> !profile.name().isEmpty())
                .map(profile -> new Profile(profile.name(), ""))
                .toList();
        return new Disclosure(
                submitter,
                representatives,
                submittingOrganisations,
                implementers,
                partners,
                namedPersons,
                names,
                languages);
    }

    /** The same without anybody's name or address. */
    public Disclosure withoutProfiles() {
        return new Disclosure(
                submitter,
                representatives,
                submittingOrganisations,
                implementers,
                partners,
                namedPersons,
                List.of(),
                languages);
    }

    /**
     * SHA-256 over the canonical form of submitter, bodies and named persons, and of representatives if there are any. As
     * long as it stays the same from one revision to the next, a declaration of no conflict stays good.
     */
    public Sha256 digest() {
        Map<String, Object> disclosed = new LinkedHashMap<>(Map.of(
                "format", "migration-hub-disclosure/1",
                "submitter", submitter.value(),
                "submittingOrganisations", values(submittingOrganisations),
                "implementers", references(implementers),
                "partners", references(partners),
                "namedPersons", persons(namedPersons)));
        if (!representatives.isEmpty()) {
            disclosed.put("representatives", persons(representatives));
        }
        return Sha256.of(CanonicalJson.bytes(disclosed));
    }

    private static List<String> persons(SortedSet<PersonId> persons) {
        return persons.stream().map(PersonId::value).toList();
    }

    private static List<Object> references(List<OrganisationRef> references) {
        List<Object> trees = new ArrayList<>();
        for (OrganisationRef reference : references) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", reference.name());
            if (reference.id() != null) {
                tree.put("id", reference.id().value());
            }
            if (reference.office() != null) {
                tree.put("office", reference.office());
            }
            trees.add(tree);
        }
        return trees;
    }

    private static List<String> values(SortedSet<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toList();
    }
}
