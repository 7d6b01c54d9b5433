package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.AGENCY;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.ASSOCIATION;
import static org.migrationhub.core.kit.Samples.BEN;
import static org.migrationhub.core.kit.Samples.CITY;
import static org.migrationhub.core.kit.Samples.FUND;
import static org.migrationhub.core.kit.Samples.FUND_OFFICE;
import static org.migrationhub.core.kit.Samples.IDA;
import static org.migrationhub.core.kit.Samples.MINISTRY;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;
import static org.migrationhub.core.kit.Samples.UNIVERSITY;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Eligibility;
import org.migrationhub.core.review.EligibilityRule;
import org.migrationhub.core.review.Reason;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.vocabulary.Language;

/** Who may be seated, and what the secretariat is told otherwise. */
class SeatingTest {

    private final World world = World.standard();
    private final SubmissionId id = world.submit(Samples.practice());

    @Test
    void aPanelOfTheWrongSizeIsRefused() {
        assertThat(reasons())
                .containsExactly("/reviewers panel.size", "/reviewers panel.un", "/reviewers panel.non-un");
        assertThat(reasons(UMA, NOEL)).containsExactly("/reviewers panel.size");
        assertThat(reasons(UMA, NOEL, NINA, ULF)).containsExactly("/reviewers panel.size");
    }

    @Test
    void aPanelWithoutAnOutsiderIsRefused() {
        Person ursa = Samples.reviewer("ursa", FUND_OFFICE);
        world.add(ursa);

        assertThat(reasons(UMA, ULF, ursa)).containsExactly("/reviewers panel.non-un");
    }

    @Test
    void aPanelWithoutAnInsiderIsRefused() {
        assertThat(reasons(NURI, NOEL, NINA)).containsExactly("/reviewers panel.un");
    }

    @Test
    void in2020APanelNeedsTwoOutsiders() {
        World in2020 = World.under(ReviewPolicy.GCM_2020);
        SubmissionId submitted = in2020.submit(Samples.practice());

        assertThat(Refusals.codes(() -> in2020.seat(submitted, UMA, ULF, NINA))).containsExactly("panel.non-un");
    }

    @Test
    void onePersonDoesNotFillTwoSeats() {
        assertThat(reasons(UMA, NINA, NINA)).containsExactly("/reviewers panel.twice");
    }

    @Test
    void oneHumanBeingUnderTwoRecordsDoesNotFillTwoSeats() {
        Person again = Samples.reviewer("nina2", UNIVERSITY).with(new Profile("N. Sample", "NINA@example.org"));
        world.add(again);

        assertThat(reasons(UMA, NINA, again)).isNotEmpty();
    }

    @Test
    void whoeverStandsOnNoKnownSideIsRefused() {
        assertThat(reasons(UMA, NOEL, IDA)).containsExactly("/reviewers/2 affiliation-undetermined");
    }

    @Test
    void whoeverStandsOnBothSidesIsRefused() {
        world.keeper().addAffiliation(NINA.id(), AGENCY.id(), Sector.UN);

        assertThat(reasons(UMA, NOEL, NINA)).containsExactly("/reviewers/2 affiliation-undetermined");
    }

    @Test
    void somebodyUnknownIsRefused() {
        List<PersonId> panel = List.of(UMA.id(), NOEL.id(), new PersonId("nobody"));

        assertThat(Refusals.reasons(() -> world.sam().seatPanel(id, panel)))
                .containsExactly("/reviewers/2 not-on-roster", "/reviewers/2 affiliation-undetermined");
    }

    @Test
    void theSubmitterIsRefused() {
        world.keeper().changeAffiliation(ANA.id(), UNIVERSITY.id(), Sector.NON_UN);
        world.keeper().enrol(ANA.id(), RosterEntry.in(Language.EN));

        assertThat(reasons(UMA, NOEL, ANA)).contains("/reviewers/2 submitter");
    }

    @Test
    void somebodyNamedInTheItemIsRefused() {
        world.keeper().changeAffiliation(BEN.id(), UNIVERSITY.id(), Sector.NON_UN);
        world.keeper().enrol(BEN.id(), RosterEntry.in(Language.EN));

        assertThat(reasons(UMA, NOEL, BEN)).containsExactly("/reviewers/2 named-in-item");
    }

    @Test
    void somebodyKnownTwiceIsRefusedForWhatTheOtherRecordIsNamedIn() {
        Person byAddress = Samples.reviewer("nell", UNIVERSITY).with(new Profile("Somebody Else", "Ben@Example.org"));
        Person byName = Samples.reviewer("nils", UNIVERSITY).with(new Profile("BÉN  sample", "else@example.org"));
        world.add(byAddress);
        world.add(byName);

        assertThat(reasons(UMA, byAddress, byName))
                .containsExactly("/reviewers/1 named-in-item", "/reviewers/2 named-in-item");
    }

    @Test
    void theSubmittersOrganisationIsRefused() {
        Person colleague = Samples.reviewer("nanda", MINISTRY);
        world.add(colleague);

        assertThat(reasons(UMA, NOEL, colleague))
                .containsExactly(
                        "/reviewers/2 same-organisation-as-submitter", "/reviewers/2 same-organisation-as-implementer");
    }

    @Test
    void anImplementersOrganisationIsRefusedByItsId() {
        Person ofCity = Samples.reviewer("nora", CITY);
        world.add(ofCity);

        assertThat(reasons(UMA, NOEL, ofCity)).containsExactly("/reviewers/2 same-organisation-as-implementer");
    }

    @Test
    void anImplementersOrganisationIsRefusedByItsName() {
        SubmissionId named = submit(OrganisationRef.named("SAMPLE  Université / Sample UNIVERSITY, Dept. of Law"));

        assertThat(Refusals.reasons(() -> world.seat(named, UMA, NOEL, NINA)))
                .containsExactly("/reviewers/1 same-organisation-as-implementer");
    }

    @Test
    void anImplementersOrganisationIsRefusedByAnAlias() {
        SubmissionId named = submit(OrganisationRef.named("Agence (ASPM)"));

        assertThat(Refusals.reasons(() -> world.seat(named, UMA, NOEL, NINA)))
                .containsExactly("/reviewers/0 same-organisation-as-implementer");
    }

    @Test
    void anImplementersOrganisationIsRefusedByTheNameOfItsOffice() {
        SubmissionId named = submit(OrganisationRef.named("Consortium").withOffice("ASF Field Office"));

        assertThat(Refusals.reasons(() -> world.seat(named, UMA, NOEL, NINA)))
                .containsExactly("/reviewers/2 same-organisation-as-implementer");
    }

    @Test
    void aPartnersOrganisationIsRefused() {
        Practice partnered = Samples.practice("Partnered").toBuilder()
                .partner(OrganisationRef.of(ASSOCIATION.id(), ASSOCIATION.name()))
                .partner("Sample University")
                .build();
        SubmissionId submitted = world.submit(partnered);

        assertThat(Refusals.reasons(() -> world.seat(submitted, UMA, NOEL, NINA)))
                .containsExactly(
                        "/reviewers/1 same-organisation-as-partner", "/reviewers/2 same-organisation-as-partner");
    }

    @Test
    void anOfficeIsBoundByTheBodyThatItIsPartOf() {
        Person ofOffice = Samples.reviewer("ursa", FUND_OFFICE);
        world.add(ofOffice);
        SubmissionId ofFund = submit(OrganisationRef.of(FUND.id(), "Any name"));
        SubmissionId ofOfficeItself = submit(OrganisationRef.of(FUND_OFFICE.id(), "Any other name"));

        assertThat(Refusals.reasons(() -> world.seat(ofFund, ofOffice, NOEL, NINA)))
                .containsExactly("/reviewers/0 same-organisation-as-implementer");
        assertThat(Refusals.reasons(() -> world.seat(ofOfficeItself, ULF, NOEL, NINA)))
                .containsExactly("/reviewers/0 same-organisation-as-implementer");
    }

    @Test
    void anOfficeThatSubmitsBindsTheBodyThatItIsPartOf() {
        world.add(Samples.person("olga", FUND_OFFICE));
        SubmissionId ofOlga = world.as(Samples.person("olga", FUND_OFFICE), Role.CONTRIBUTOR)
                .submit(Samples.practice("By an office").toBuilder()
                        .focalPoint(BEN.id())
                        .build())
                .id();

        assertThat(Refusals.reasons(() -> world.seat(ofOlga, ULF, NOEL, NINA)))
                .containsExactly("/reviewers/0 same-organisation-as-submitter");
    }

    @Test
    void theSubmittersOrganisationIsThatOfTheTimeOfHandingIn() {
        Person otto = Samples.person("otto", null);
        world.add(otto);
        Desk desk = world.as(otto, Role.CONTRIBUTOR);
        SubmissionId drafted = desk.saveDraft(Samples.practice("Drafted before").toBuilder()
                        .focalPoint(BEN.id())
                        .build())
                .id();
        world.keeper().changeAffiliation(otto.id(), AGENCY.id(), Sector.UN);
        desk.submitDraft(drafted);

        assertThat(Refusals.reasons(() -> world.seat(drafted, UMA, NOEL, NINA)))
                .containsExactly("/reviewers/0 same-organisation-as-submitter");
    }

    @Test
    void anOrganisationWithWhichAConflictIsDeclaredIsRefused() {
        world.keeper().enrol(NINA.id(), RosterEntry.in(Language.EN).withConflicts(MINISTRY.id()));

        assertThat(reasons(UMA, NOEL, NINA)).containsExactly("/reviewers/2 conflict-declared");
    }

    @Test
    void aDeclaredConflictCountsForABodyThatIsOnlyNamed() {
        SubmissionId named = world.submit(Samples.practice().toBuilder()
                .partner("Sample Fund for Children")
                .build());
        world.keeper().enrol(NINA.id(), RosterEntry.in(Language.EN).withConflicts(Samples.FUND.id()));

        assertThat(Refusals.reasons(() -> world.seat(named, UMA, NOEL, NINA)))
                .containsExactly("/reviewers/2 conflict-declared");
    }

    @Test
    void whoeverHasEnoughToJudgeIsRefused() {
        world.inReview(Samples.practice("One"), UMA, NOEL, NINA);
        world.inReview(Samples.practice("Two"), UMA, NURI, NINA);

        assertThat(reasons(UMA, NOEL, NURI)).containsExactly("/reviewers/0 over-load");
    }

    @Test
    void aFiledReviewMakesRoomForTheNext() {
        SubmissionId one = world.inReview(Samples.practice("One"), UMA, NOEL, NINA);
        world.inReview(Samples.practice("Two"), UMA, NURI, NINA);

        world.approve(one, UMA);

        assertThat(reasons(UMA, NOEL, NURI)).isEmpty();
    }

    @Test
    void aWithdrawnSubmissionMakesRoomForTheNext() {
        SubmissionId one = world.inReview(Samples.practice("One"), UMA, NOEL, NINA);
        world.inReview(Samples.practice("Two"), UMA, NURI, NINA);

        world.ana().withdraw(one, "");

        assertThat(reasons(UMA, NOEL, NURI)).isEmpty();
    }

    @Test
    void whoeverDoesNotReadItIsRefused() {
        world.keeper().enrol(NINA.id(), RosterEntry.in(Language.find("sw").orElseThrow()));

        assertThat(reasons(UMA, NOEL, NINA)).containsExactly("/reviewers/2 wrong-language");
    }

    @Test
    void whoeverIsAwayIsRefusedUntilTheyAreBack() {
        Absence away =
                new Absence(world.clock().instant(), world.clock().instant().plus(Duration.ofDays(2)));
        world.keeper().enrol(NINA.id(), RosterEntry.in(Language.EN).withAbsences(away));

        assertThat(reasons(UMA, NOEL, NINA)).containsExactly("/reviewers/2 absent");
        world.clock().advance(Duration.ofDays(2));
        assertThat(reasons(UMA, NOEL, NINA)).isEmpty();
    }

    @Test
    void whoeverLeftTheRosterIsRefused() {
        world.reviewer(NINA).people().leaveRoster(NINA.id());

        assertThat(reasons(UMA, NOEL, NINA)).containsExactly("/reviewers/2 not-on-roster");
    }

    @Test
    void whoeverWasErasedIsRefused() {
        world.keeper().erase(NINA.id());

        assertThat(reasons(UMA, NOEL, NINA)).containsExactly("/reviewers/2 not-on-roster");
    }

    @Test
    void everyReasonAgainstEverybodyIsGivenAtOnce() {
        world.keeper()
                .enrol(
                        ANA.id(),
                        RosterEntry.in(Language.find("sw").orElseThrow())
                                .withConflicts(CITY.id())
                                .withAbsences(new Absence(Samples.NOW, Samples.NOW.plusSeconds(9))));
        List<PersonId> panel = List.of(ANA.id(), ANA.id(), IDA.id(), new PersonId("nobody"));

        assertThat(Refusals.reasons(() -> world.sam().seatPanel(id, panel)))
                .containsExactly(
                        "/reviewers panel.size",
                        "/reviewers panel.un",
                        "/reviewers panel.twice",
                        "/reviewers/0 submitter",
                        "/reviewers/0 named-in-item",
                        "/reviewers/0 conflict-declared",
                        "/reviewers/0 same-organisation-as-submitter",
                        "/reviewers/0 same-organisation-as-implementer",
                        "/reviewers/0 wrong-language",
                        "/reviewers/0 absent",
                        "/reviewers/1 submitter",
                        "/reviewers/1 named-in-item",
                        "/reviewers/1 conflict-declared",
                        "/reviewers/1 same-organisation-as-submitter",
                        "/reviewers/1 same-organisation-as-implementer",
                        "/reviewers/1 wrong-language",
                        "/reviewers/1 absent",
                        "/reviewers/2 affiliation-undetermined",
                        "/reviewers/3 not-on-roster",
                        "/reviewers/3 affiliation-undetermined");
        assertThat(world.sam().view(id).stage()).isEqualTo(StageName.SUBMITTED);
        assertThat(world.sam().view(id).rounds()).isEmpty();
    }

    @Test
    void separateOrganisationsAreAskedForWhereThePolicyDoes() {
        World strict = World.under(ReviewPolicy.named("sample-strict", 1)
                .seats(3)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(3)
                .separateOrganisations()
                .rules(EnumSet.allOf(EligibilityRule.class))
                .build());
        SubmissionId submitted = strict.submit(Samples.practice());

        assertThat(Refusals.codes(() -> strict.seat(submitted, UMA, NOEL, NURI)))
                .containsExactly("panel.same-organisation");
        strict.seat(submitted, UMA, NOEL, NINA);
        assertThat(Refusals.codes(() -> strict.sam().replaceSeat(submitted, 3, NURI.id())))
                .containsExactly("same-organisation-as-panel-member");
    }

    @Test
    void inThePresetsTwoOfOneOrganisationMaySitTogether() {
        assertThat(reasons(UMA, NOEL, NURI)).isEmpty();
    }

    @Test
    void candidatesAreTheRosterWithEveryReason() {
        world.inReview(Samples.practice("One"), UMA, NOEL, NINA);
        world.inReview(Samples.practice("Two"), UMA, NURI, NINA);
        world.keeper().enrol(BEN.id(), RosterEntry.in(Language.EN));

        List<Eligibility> candidates = world.sam().candidates(id, PersonQuery.roster());

        assertThat(candidates)
                .extracting(Eligibility::person)
                .containsExactly(BEN.id(), IDA.id(), NINA.id(), NOEL.id(), NURI.id(), ULF.id(), UMA.id());
        assertThat(candidates)
                .filteredOn(Eligibility::isEligible)
                .extracting(Eligibility::person)
                .containsExactly(NOEL.id(), NURI.id(), ULF.id());
        assertThat(of(candidates, BEN))
                .containsExactly("named-in-item", "same-organisation-as-submitter", "same-organisation-as-implementer");
        assertThat(of(candidates, UMA)).containsExactly("over-load");
        assertThat(candidates)
                .flatExtracting(Eligibility::reasons)
                .allSatisfy(reason -> assertThat(reason.sentence()).isNotBlank())
                .allSatisfy(reason -> assertThat(reason.remedy()).isNotBlank());
    }

    @Test
    void candidatesComeByPagesAndAreAlwaysOfTheRoster() {
        PersonQuery everybody = PersonQuery.all().limit(2);

        List<Eligibility> first = world.sam().candidates(id, everybody);
        List<Eligibility> second =
                world.sam().candidates(id, everybody.after(first.get(1).person()));

        assertThat(first).extracting(Eligibility::person).containsExactly(IDA.id(), NINA.id());
        assertThat(second).extracting(Eligibility::person).containsExactly(NOEL.id(), NURI.id());
    }

    @Test
    void whoeverIsACandidateWithoutAReasonCanBeSeated() {
        List<PersonId> eligible = world.sam().candidates(id, PersonQuery.roster()).stream()
                .filter(Eligibility::isEligible)
                .map(Eligibility::person)
                .toList();

        for (PersonId person : eligible) {
            assertThat(Refusals.told(() -> world.sam().seatPanel(id, List.of(person))))
                    .doesNotContain("This person");
        }
    }

    @Test
    void aConflictIsFoundInTheLastRevisionNotInTheFirst() {
        world.ana()
                .revise(
                        id,
                        Samples.practice().toBuilder()
                                .partner(OrganisationRef.named(ASSOCIATION.name()))
                                .build());

        assertThat(reasons(UMA, NOEL, NINA)).containsExactly("/reviewers/2 same-organisation-as-partner");
    }

    @Test
    void aSecondPanelIsNotSeatedBesideTheFirst() {
        world.seat(id, UMA, NOEL, NINA);

        assertThat(Refusals.told(() -> world.seat(id, ULF, NURI, NINA))).startsWith("not now seat-panel, in-review");
    }

    @Test
    void theSecretariatDoesNotSeatItself() {
        Person nadia = Samples.reviewer("nadia", UNIVERSITY);
        world.add(nadia);
        Desk desk = world.as(nadia, Role.SECRETARIAT, Role.REVIEWER);

        assertThat(Refusals.told(() -> desk.seatPanel(id, World.ids(UMA, NOEL, nadia))))
                .isNotEqualTo("done");
    }

    private SubmissionId submit(OrganisationRef implementer) {
        return world.submit(Samples.practice("Implemented by others").toBuilder()
                .mainImplementers(List.of(OrganisationRef.of(MINISTRY.id(), MINISTRY.name()), implementer))
                .build());
    }

    /** Why these can't be the panel; seats them if they can. */
    private List<String> reasons(Person... panel) {
        String told = Refusals.told(() -> world.sam().seatPanel(id, World.ids(panel)));
        return told.equals("done")
                ? List.of()
                : Refusals.reasons(() -> world.sam().seatPanel(id, World.ids(panel)));
    }

    private static List<String> of(List<Eligibility> candidates, Person person) {
        return candidates.stream()
                .filter(candidate -> candidate.person().equals(person.id()))
                .flatMap(candidate -> candidate.reasons().stream())
                .map(Reason::code)
                .toList();
    }
}
