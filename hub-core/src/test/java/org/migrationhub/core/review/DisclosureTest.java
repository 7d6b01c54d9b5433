package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.vocabulary.Language;

class DisclosureTest {

    private static final OrganisationId CITY = new OrganisationId("city");
    private static final OrganisationRef IMPLEMENTER =
            OrganisationRef.of(CITY, "City").withOffice("Desk");
    private static final OrganisationRef PARTNER = OrganisationRef.named("Club");
    private static final Profile PROFILE = new Profile("Ana", "");

    private static final Disclosure BASIS =
            disclosure("ana", ids("city"), List.of(IMPLEMENTER), List.of(PARTNER), persons("ben"));

    @Test
    void theDigestIsThatOfTheCanonicalForm() {
        String canonical = "{\"format\":\"migration-hub-disclosure/1\","
                + "\"implementers\":[{\"id\":\"city\",\"name\":\"City\",\"office\":\"Desk\"}],"
                + "\"namedPersons\":[\"ben\"],\"partners\":[{\"name\":\"Club\"}],"
                + "\"submitter\":\"ana\",\"submittingOrganisations\":[\"city\"]}";
        assertThat(BASIS.digest()).isEqualTo(Sha256.of(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everythingThatAConflictIsJudgedByCountsForTheDigest() {
        List<OrganisationRef> implementers = List.of(IMPLEMENTER);
        List<OrganisationRef> partners = List.of(PARTNER);
        List<Disclosure> others = List.of(
                disclosure("eva", ids("city"), implementers, partners, persons("ben")),
                disclosure("ana", ids("club"), implementers, partners, persons("ben")),
                disclosure("ana", ids("city", "club"), implementers, partners, persons("ben")),
                disclosure("ana", ids("city"), List.of(OrganisationRef.named("City")), partners, persons("ben")),
                disclosure("ana", ids("city"), List.of(OrganisationRef.of(CITY, "City")), partners, persons("ben")),
                disclosure("ana", ids("city"), List.of(IMPLEMENTER.withOffice("Hall")), partners, persons("ben")),
                disclosure("ana", ids("city"), List.of(IMPLEMENTER, PARTNER), List.of(), persons("ben")),
                disclosure("ana", ids("city"), List.of(), List.of(IMPLEMENTER, PARTNER), persons("ben")),
                disclosure("ana", ids("city"), implementers, List.of(PARTNER.withOffice("Desk")), persons("ben")),
                disclosure("ana", ids("city"), implementers, partners, persons()),
                disclosure("ana", ids("city"), implementers, partners, persons("ben", "cleo")));
        assertThat(others)
                .extracting(Disclosure::digest)
                .doesNotContain(BASIS.digest())
                .doesNotHaveDuplicates();
    }

    @Test
    void namesOfPersonsAndLanguagesDoNotCountForTheDigest() {
        Disclosure other = new Disclosure(
                BASIS.submitter(),
                BASIS.representatives(),
                BASIS.submittingOrganisations(),
                BASIS.implementers(),
                BASIS.partners(),
                BASIS.namedPersons(),
                List.of(),
                new TreeSet<>(List.of(Language.RU)));
        assertThat(other.digest()).isEqualTo(BASIS.digest());
        assertThat(other).isNotEqualTo(BASIS);
    }

    @Test
    void whatAReviewerDeclaresOnHoldsNamesAndNoAddresses() {
        List<Profile> profiles = List.of(Samples.ANA.profile(), new Profile("", "x@example.org"), Profile.ERASED);
        Disclosure whole = Disclosure.of(Samples.practice(), Samples.ANA.id(), Samples.submitting(), profiles);
        assertThat(whole.withoutAddresses().namedProfiles()).containsExactly(new Profile("Ana Sample", ""));
        assertThat(whole.withoutAddresses().withoutProfiles()).isEqualTo(whole.withoutProfiles());
    }

    @Test
    void whatIsShownNamesNobodyButByTheirId() {
        assertThat(BASIS.withoutProfiles())
                .isEqualTo(new Disclosure(
                        BASIS.submitter(),
                        BASIS.representatives(),
                        BASIS.submittingOrganisations(),
                        BASIS.implementers(),
                        BASIS.partners(),
                        BASIS.namedPersons(),
                        List.of(),
                        BASIS.languages()));
    }

    @Test
    void anItemDisclosesWhoAndWhatItNames() {
        List<Profile> profiles = List.of(Samples.BEN.profile());
        Disclosure disclosed = Disclosure.of(Samples.practice(), Samples.ANA.id(), Samples.submitting(), profiles);
        assertThat(disclosed)
                .isEqualTo(new Disclosure(
                        Samples.ANA.id(),
                        new TreeSet<>(),
                        Samples.submitting(),
                        Samples.practice().implementers(),
                        Samples.practice().partners(),
                        Samples.practice().namedPersons(),
                        profiles,
                        Samples.practice().languages()));
        assertThat(disclosed.implementers()).hasSize(2);
        assertThat(disclosed.partners()).hasSize(1);
        assertThat(disclosed.namedPersons()).containsExactly(Samples.BEN.id(), Samples.CLEO.id());
    }

    @Test
    void itsCollectionsCanNotBeChanged() {
        SortedSet<OrganisationId> organisations = ids("city");
        SortedSet<PersonId> persons = persons("ben");
        List<OrganisationRef> bodies = new ArrayList<>(List.of(IMPLEMENTER));
        List<Profile> profiles = new ArrayList<>(List.of(PROFILE));
        SortedSet<Language> languages = new TreeSet<>(List.of(Language.EN));
        Disclosure copied = new Disclosure(
                new PersonId("ana"), persons, organisations, bodies, bodies, persons, profiles, languages);
        List.of(organisations, persons, bodies, profiles, languages).forEach(given -> given.clear());
        for (var held : List.of(
                copied.representatives(),
                copied.submittingOrganisations(),
                copied.implementers(),
                copied.partners(),
                copied.namedPersons(),
                copied.namedProfiles(),
                copied.languages())) {
            assertThat(held).hasSize(1);
            assertThatThrownBy(held::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void theOrganisationsOfACandidateCanNotBeChanged() {
        List<Organisation> given = new ArrayList<>(Samples.organisations());
        Candidate candidate = new Candidate(Samples.UMA, given, 0);
        given.clear();
        assertThat(candidate.organisations()).isEqualTo(Samples.organisations());
        assertThat(candidate.id()).isEqualTo(Samples.UMA.id());
    }

    private static Disclosure disclosure(
            String submitter,
            SortedSet<OrganisationId> organisations,
            List<OrganisationRef> implementers,
            List<OrganisationRef> partners,
            SortedSet<PersonId> named) {
        return new Disclosure(
                new PersonId(submitter),
                new TreeSet<>(),
                organisations,
                implementers,
                partners,
                named,
                List.of(PROFILE),
                new TreeSet<>(List.of(Language.EN)));
    }

    @Test
    void whoRepresentsTheSubmitterIsDisclosedAndDeclaredOn() {
        Submission plain = Stages.at(StageName.SUBMITTED).submission();
        assertThat(BASIS.on(plain)).isEqualTo(BASIS);
        assertThat(BASIS.on(plain).digest()).isEqualTo(BASIS.digest());

        Submission represented = Stages.at(StageName.SUBMITTED)
                .play("when nora represents the submitter")
                .submission();
        Disclosure disclosed = BASIS.on(represented);
        assertThat(disclosed.representatives()).containsExactly(new PersonId("nora"));
        assertThat(disclosed.digest()).isNotEqualTo(BASIS.digest());
        assertThat(disclosed.withoutProfiles().representatives()).containsExactly(new PersonId("nora"));
        assertThat(disclosed.withoutAddresses().representatives()).containsExactly(new PersonId("nora"));
    }

    private static SortedSet<OrganisationId> ids(String... values) {
        return new TreeSet<>(List.of(values).stream().map(OrganisationId::new).toList());
    }

    private static SortedSet<PersonId> persons(String... values) {
        return new TreeSet<>(List.of(values).stream().map(PersonId::new).toList());
    }
}
