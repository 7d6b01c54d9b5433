package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.AGENCY;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.ASSOCIATION;
import static org.migrationhub.core.kit.Samples.CITY;
import static org.migrationhub.core.kit.Samples.FUND;
import static org.migrationhub.core.kit.Samples.FUND_OFFICE;
import static org.migrationhub.core.kit.Samples.IDA;
import static org.migrationhub.core.kit.Samples.MINISTRY;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.UMA;
import static org.migrationhub.core.kit.Samples.UNIVERSITY;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.vocabulary.Language;

/** The records of organisations and persons, and the roster. */
class PeopleDeskTest {

    private final World world = World.standard();
    private final PeopleDesk desk = world.sam().people();

    // What somebody is.

    @Test
    void whatSomebodyIsFromNowOnStandsInTheJournalAndOnlyAnAdministratorSaysIt() {
        Person before = desk.person(UMA.id()).value();
        Actor ada = Actor.administrator(Samples.ADA.id());

        world.hub().as(ada).people().recordRoles(UMA.id(), Set.of(Role.REVIEWER, Role.EDITOR, Role.VISITOR));

        long end = desk.person(UMA.id()).head().sequence();
        Entry last =
                world.storage().chain(ChainId.of(UMA.id()), end - 1, 1).get(0).entry();
        assertThat(last.event()).isEqualTo(new PersonEvent.RolesChanged(new TreeSet<>(Set.of("editor", "reviewer"))));
        assertThat(last.actor()).isEqualTo(ada);
        assertThat(desk.person(UMA.id()).value()).isEqualTo(before);
        assertThat(Refusals.told(() -> desk.recordRoles(UMA.id(), Set.of()))).startsWith("forbidden");
    }

    // What a name and an address may be.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\u00A0",
                "\u200B",
                "\u3164",
                "Null\u0000",
                "Bell\u0007",
                "Two\nlines",
                "Tab\ttab",
                "Line\u2028separator",
                "Over\u202Eride",
                "Isolate\u2066d",
                "Half \uD83D",
                "\uFFFE"
            })
    void aNameThatCannotBeReadOrDeceivesIsRefused(String name) {
        assertThat(Refusals.reasons(() -> desk.register(name, ""))).allMatch(reason -> reason.startsWith("/name "));
        assertThat(Refusals.reasons(() -> desk.updateProfile(ANA.id(), new Profile(name, ""))))
                .isNotEmpty();
        assertThat(Refusals.reasons(() -> world.ana().people().register(name, "")))
                .isNotEmpty();
        assertThat(Refusals.reasons(() -> desk.addReviewer(name, "", CITY.id(), RosterEntry.in(Language.EN))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "Null\u0000", "Two\nlines", "Over\u202Eride", "Half \uD83D"})
    void theSameHoldsForBodies(String name) {
        assertThat(Refusals.told(() -> desk.addOrganisation(name, Sector.UN))).startsWith("refused");
        assertThat(Refusals.reasons(() -> desk.addOrganisation("A body", Sector.UN, "Good", name)))
                .allMatch(reason -> reason.startsWith("/aliases/1 "));
        if (!name.isBlank()) {
            assertThat(Refusals.told(() -> desk.updateOrganisation(named(CITY, name))))
                    .startsWith("refused");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "محمد عبد الله",
                "Нурсултан Әбішұлы",
                "李小龙",
                "Nguyễn Thị Minh Khai",
                "O'Brien-Smith, Jr.",
                "Jose\u0301",
                "Αλέξης",
                "ไพโรจน์",
                "👩🏽‍🚀 Ama"
            })
    void everyRealNameComesBackUnchanged(String name) {
        PersonId id = desk.register(name, "");

        assertThat(desk.person(id).value().profile().name()).isEqualTo(name);
    }

    // Ids that somebody else gave.

    @Test
    void whoIsKnownElsewhereIsRegisteredUnderThatIdInOneStep() {
        PersonId id = new PersonId("4f1c7b1e");
        desk.register(id, new Profile("Known elsewhere", ""), CITY.id(), RosterEntry.in(Language.EN));

        Person person = desk.person(id).value();
        assertThat(person.affiliations().sectorAt(world.clock().instant())).isEqualTo(Sector.NON_UN);
        assertThat(person.roster()).isEqualTo(RosterEntry.in(Language.EN));
        assertThat(desk.person(id).head().sequence()).isEqualTo(3);
        assertThat(world.storage().chain(ChainId.of(id), 0, 10))
                .extracting(fed -> fed.entry().actor())
                .containsOnly(Actor.secretariat(SAM.id()));
    }

    @Test
    void anIdIsGivenOnceWhateverBecomesOfItsHolder() {
        PersonId id = new PersonId("4f1c7b1e");
        desk.register(id, new Profile("Known elsewhere", ""), null, null);
        assertThat(Refusals.told(() -> desk.register(id, new Profile("Another", ""), null, null)))
                .startsWith("stale");
        world.ada().people().erase(id);
        assertThat(Refusals.told(() -> desk.register(id, new Profile("Another", ""), null, null)))
                .startsWith("stale");

        assertThat(Refusals.told(() -> desk.addOrganisation(CITY.id(), "Another city", Sector.UN)))
                .startsWith("stale");
        assertThat(desk.organisation(CITY.id()).value()).isEqualTo(CITY);
    }

    @Test
    void onlyWhoKeepsTheRecordsGivesIdsAndNotTheirOwn() {
        PersonId id = new PersonId("4f1c7b1e");
        Profile profile = new Profile("Known elsewhere", "");
        assertThat(Refusals.told(() -> world.ana().people().register(id, profile, null, null)))
                .startsWith("forbidden");
        assertThat(Refusals.told(() ->
                        world.ana().people().addOrganisation(new OrganisationId("4f1c7b1e"), "A body", Sector.UN)))
                .startsWith("forbidden");
        assertThat(Refusals.told(() -> desk.register(SAM.id(), profile, null, null)))
                .startsWith("forbidden");
        assertThat(Refusals.reasons(() -> desk.register(id, new Profile(" ", "nowhere"), null, null)))
                .hasSize(2);
    }

    @Test
    void whiteSpaceAroundANameIsDropped() {
        PersonId id = desk.register("  Somebody\u2003", " somebody@example.org ");

        assertThat(desk.person(id).value().profile()).isEqualTo(new Profile("Somebody", "somebody@example.org"));
    }

    @Test
    void anEndlessNameIsRefused() {
        assertThat(Refusals.reasons(() -> desk.register("x".repeat(301), ""))).containsExactly("/name text.too-long");
        assertThat(desk.register("x".repeat(300), "")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "@example.org",
                "ana@",
                "a b@example.org",
                "ana@exa mple.org",
                "ana@b@example.org",
                "ana@example.org\r\nBcc: all@example.org",
                "ana\u0000@example.org",
                "ana@example.org\nx",
                "ana\u202E@example.org",
                "ana@exa\u2028mple.org",
                "ana\u00A0b@example.org",
                "ana\uD83D@example.org",
                "<ana>@example.org",
                "ana,eva@example.org",
                "ana@example.org;eva"
            })
    void anAddressThatIsNoneIsRefused(String email) {
        assertThat(Refusals.reasons(() -> desk.register("Somebody", email)))
                .isNotEmpty()
                .allMatch(reason -> reason.startsWith("/email "));
        assertThat(Refusals.reasons(() -> desk.updateProfile(ANA.id(), new Profile("Ana", email))))
                .isNotEmpty();
    }

    @Test
    void nameAndAddressAreCheckedTogether() {
        assertThat(Refusals.reasons(() -> desk.register(" ", "nowhere")))
                .containsExactly("/name name.required", "/email email.invalid");
    }

    @Test
    void anAddressMayBeLeftOut() {
        assertThat(desk.person(desk.register("Somebody", "")).value().profile().email())
                .isEmpty();
    }

    // Who may record what of whom.

    @Test
    void aContributorRegistersWhomAnItemNamesAndSeesNobodyElsesRecord() {
        PeopleDesk ana = world.ana().people();
        PersonId id = ana.register("Somebody to ask", "ask@example.org");

        assertThat(Refusals.told(() -> ana.person(id)))
                .isEqualTo("no person " + id + ": There is no person with the id \"" + id + "\".");
        assertThat(ana.person(ANA.id()).value().profile().name()).isEqualTo("Ana Sample");
    }

    @Test
    void whoMayNotSeeARecordIsToldThatThereIsNone() {
        for (Desk each : List.of(world.visitor(), world.ana(), world.reviewer(UMA))) {
            PeopleDesk people = each.people();
            for (PersonId id : List.of(NINA.id(), new PersonId("nobody"))) {
                String none = "no person " + id + ": There is no person with the id \"" + id + "\".";
                assertThat(Refusals.told(() -> people.person(id))).isEqualTo(none);
                assertThat(Refusals.told(() -> people.updateProfile(id, new Profile("X", ""))))
                        .isEqualTo(none);
                assertThat(Refusals.told(() -> people.leaveRoster(id))).isEqualTo(none);
            }
            assertThat(Refusals.told(() -> people.enrol(NINA.id(), RosterEntry.in(Language.EN))))
                    .isEqualTo(Refusals.told(() -> people.enrol(new PersonId("nobody"), RosterEntry.in(Language.EN))))
                    .startsWith("forbidden");
        }
    }

    @Test
    void everybodyCorrectsTheirOwnProfile() {
        world.ana().people().updateProfile(ANA.id(), new Profile("Ana Renamed", "renamed@example.org"));

        assertThat(desk.person(ANA.id()).value().profile())
                .isEqualTo(new Profile("Ana Renamed", "renamed@example.org"));
    }

    @Test
    void nobodyRecordsTheirOwnAffiliationOrEnrolment() {
        for (Role role : List.of(Role.SECRETARIAT, Role.ADMINISTRATOR)) {
            PeopleDesk own =
                    world.as(SAM, Role.CONTRIBUTOR, Role.REVIEWER, role).people();
            assertThat(Refusals.told(() -> own.changeAffiliation(SAM.id(), UNIVERSITY.id(), Sector.NON_UN)))
                    .startsWith("forbidden keep-people: Nobody records their own");
            assertThat(Refusals.told(() -> own.addAffiliation(SAM.id(), UNIVERSITY.id(), Sector.NON_UN)))
                    .startsWith("forbidden keep-people: Nobody records their own");
            assertThat(Refusals.told(() -> own.endAffiliation(SAM.id(), UNIVERSITY.id())))
                    .startsWith("forbidden keep-people: Nobody records their own");
            assertThat(Refusals.told(() -> own.enrol(SAM.id(), RosterEntry.in(Language.EN))))
                    .startsWith("forbidden keep-people: Nobody records their own");
        }
        assertThat(world.keeper().person(SAM.id()).value().affiliations().history())
                .hasSize(1);
        assertThat(world.keeper().person(SAM.id()).value().roster()).isNull();
    }

    @Test
    void aReviewerChangesTheirOwnDeclaration() {
        RosterEntry entry = RosterEntry.in(Language.AR).withCapacity(5).withConflicts(CITY.id());

        world.reviewer(UMA).people().enrol(UMA.id(), entry);

        assertThat(desk.person(UMA.id()).value().roster()).isEqualTo(entry);
        assertThat(Refusals.told(() -> world.reviewer(UMA).people().enrol(NINA.id(), entry)))
                .startsWith("forbidden");
    }

    @Test
    void aReviewerLeavesTheRosterAndDoesNotComeBackUnasked() {
        PeopleDesk uma = world.reviewer(UMA).people();
        uma.leaveRoster(UMA.id());

        assertThat(desk.person(UMA.id()).value().roster()).isNull();
        assertThat(desk.people(PersonQuery.roster())).extracting(Person::id).doesNotContain(UMA.id());
        assertThat(Refusals.told(() -> uma.enrol(UMA.id(), RosterEntry.in(Language.EN))))
                .startsWith("forbidden");
        desk.enrol(UMA.id(), RosterEntry.in(Language.EN));
        assertThat(desk.people(PersonQuery.roster())).extracting(Person::id).contains(UMA.id());
    }

    @Test
    void somebodyUnknownIsNotFoundByThoseWhoKeepTheRecords() {
        PersonId nobody = new PersonId("nobody");

        assertThat(Refusals.told(() -> desk.person(nobody))).startsWith("no person nobody");
        assertThat(Refusals.told(() -> desk.enrol(nobody, RosterEntry.in(Language.EN))))
                .startsWith("no person nobody");
        assertThat(Refusals.told(() -> desk.leaveRoster(nobody))).startsWith("no person nobody");
        assertThat(Refusals.told(() -> desk.changeAffiliation(nobody, CITY.id(), Sector.UN)))
                .startsWith("no person");
        assertThat(Refusals.told(() -> desk.updateProfile(nobody, new Profile("X", ""))))
                .startsWith("no person");
    }

    @Test
    void whoeverIsNotRegisteredThemselvesHasNoRecord() {
        PeopleDesk otto =
                world.hub().as(Actor.contributor(new PersonId("otto"))).people();

        assertThat(Refusals.told(() -> otto.person(new PersonId("otto")))).startsWith("no person otto");
        assertThat(Refusals.told(() -> otto.enrol(new PersonId("otto"), RosterEntry.in(Language.EN))))
                .startsWith("no person otto");
    }

    @Test
    void peopleAreListedByPages() {
        List<Person> first = desk.people(PersonQuery.all().limit(4));
        List<Person> rest =
                desk.people(PersonQuery.all().after(first.get(3).id()).limit(200));

        assertThat(first).extracting(Person::id).isSorted().hasSize(4);
        assertThat(rest).hasSize(Samples.persons().size() - 4);
    }

    // Affiliations.

    @Test
    void aReviewerIsRegisteredWithBodyAndDeclaration() {
        PersonId id = desk.addReviewer("Ugo Sample", "ugo@example.org", AGENCY.id(), RosterEntry.in(Language.EN));

        Person ugo = desk.person(id).value();
        assertThat(ugo.affiliations().history())
                .containsExactly(
                        new Affiliation(AGENCY.id(), Sector.UN, world.clock().instant(), null));
        assertThat(ugo.roster()).isEqualTo(RosterEntry.in(Language.EN));
    }

    @Test
    void aBodyThatIsNotRegisteredIsNobodys() {
        OrganisationId none = new OrganisationId("none");

        assertThat(Refusals.told(() -> desk.addReviewer("Ugo", "", none, RosterEntry.in(Language.EN))))
                .startsWith("no organisation none");
        assertThat(Refusals.told(() -> desk.changeAffiliation(NINA.id(), none, Sector.UN)))
                .startsWith("no organisation");
        assertThat(Refusals.told(() -> desk.addAffiliation(NINA.id(), none, Sector.UN)))
                .startsWith("no organisation");
    }

    @Test
    void aChangeOfEmployerEndsWhatWasAndAFurtherOneDoesNot() {
        world.clock().advance(Duration.ofDays(1));
        desk.changeAffiliation(NINA.id(), UNIVERSITY.id(), Sector.NON_UN);
        desk.addAffiliation(NINA.id(), CITY.id(), Sector.NON_UN);

        var affiliations = desk.person(NINA.id()).value().affiliations();
        assertThat(affiliations.history()).hasSize(3);
        assertThat(affiliations.organisationsAt(world.clock().instant())).containsExactly(CITY.id(), UNIVERSITY.id());
        assertThat(affiliations.organisationsAt(Samples.NOW)).containsExactly(ASSOCIATION.id());
    }

    @Test
    void whoLeavesWithoutGoingElsewhereBelongsNowhereFromThenOn() {
        desk.addAffiliation(NINA.id(), CITY.id(), Sector.NON_UN);
        world.clock().advance(Duration.ofDays(1));
        desk.endAffiliation(NINA.id(), ASSOCIATION.id());
        var one = desk.person(NINA.id()).value().affiliations();
        assertThat(one.organisationsAt(world.clock().instant())).containsExactly(CITY.id());

        desk.endAffiliation(NINA.id(), CITY.id());
        var none = desk.person(NINA.id()).value().affiliations();
        assertThat(none.organisationsAt(world.clock().instant())).isEmpty();
        assertThat(none.sectorAt(world.clock().instant())).isEqualTo(Sector.UNDETERMINED);
        assertThat(none.organisationsAt(Samples.NOW)).contains(ASSOCIATION.id());
        assertThat(Refusals.told(() -> desk.endAffiliation(NINA.id(), CITY.id())))
                .startsWith("no affiliation");
    }

    @Test
    void aChangeOfAffiliationChangesNoSeatThatWasGivenButThoseToCome() {
        SubmissionId id = world.inReview(Samples.practice("Before the change"));
        desk.changeAffiliation(UMA.id(), UNIVERSITY.id(), Sector.NON_UN);
        SubmissionId next = world.submit(Samples.practice("After the change"));

        SeatView given = world.sam().view(id).rounds().get(0).seats().get(0);
        assertThat(given.sector()).isEqualTo(Sector.UN);
        assertThat(Refusals.codes(() -> world.seat(next, UMA, NOEL, NINA))).containsExactly("panel.un");
    }

    @Test
    void aMoveWithinOneSideLeavesTheSeatGood() {
        SubmissionId id = world.inReview(Samples.practice());

        desk.changeAffiliation(UMA.id(), FUND.id(), Sector.UN);
        world.approve(id, UMA, NOEL, NINA);

        assertThat(world.readPublic(id).reviewed().un()).isEqualTo(1);
    }

    @Test
    void twoChangesInOneInstantLeaveTheLast() {
        desk.changeAffiliation(IDA.id(), UNIVERSITY.id(), Sector.NON_UN);
        desk.changeAffiliation(IDA.id(), AGENCY.id(), Sector.UN);

        var affiliations = desk.person(IDA.id()).value().affiliations();
        assertThat(affiliations.organisationsAt(world.clock().instant())).containsExactly(AGENCY.id());
        assertThat(affiliations.sectorAt(world.clock().instant())).isEqualTo(Sector.UN);
    }

    @Test
    void aChangeOfABodysSideChangesNobodysAffiliation() {
        desk.updateOrganisation(
                new Organisation(UNIVERSITY.id(), UNIVERSITY.name(), UNIVERSITY.aliases(), Sector.UN, null));

        SubmissionId id = world.submit(Samples.practice());
        assertThat(Refusals.codes(() -> world.seat(id, Samples.NURI, NOEL, NINA)))
                .containsExactly("panel.un");
    }

    // Bodies.

    @Test
    void aBodyIsFoundByAnyOfItsNames() {
        assertThat(desk.organisations(OrganisationQuery.all().named("aspm"))).containsExactly(AGENCY);
        assertThat(world.ana().people().organisations(OrganisationQuery.all().named("sample ministry")))
                .containsExactly(MINISTRY);
        assertThat(world.ana().people().organisation(MINISTRY.id()).value()).isEqualTo(MINISTRY);
        assertThat(Refusals.told(() -> world.ana().people().organisation(new OrganisationId("none"))))
                .startsWith("no organisation none");
    }

    @Test
    void aCorrectedRecordIsTheOneThatCounts() {
        desk.updateOrganisation(new Organisation(
                ASSOCIATION.id(), "Renamed Association", new TreeSet<>(List.of("RAS")), Sector.NON_UN, null));
        SubmissionId id = world.submit(
                Samples.practice("With the renamed").toBuilder().partner("RAS").build());

        assertThat(Refusals.codes(() -> world.seat(id, UMA, NOEL, NINA)))
                .containsExactly("same-organisation-as-partner");
    }

    @Test
    void aBodyThatWouldBePartOfItselfByWayOfOthersIsRefused() {
        desk.updateOrganisation(partOf(UNIVERSITY, FUND_OFFICE.id()));

        assertThat(Refusals.reasons(() -> desk.updateOrganisation(partOf(FUND, UNIVERSITY.id()))))
                .containsExactly("/partOf organisation.circle");
        assertThat(desk.organisation(FUND.id()).value().partOf()).isNull();
    }

    @Test
    void aBodyThatIsPartOfNothingKnownIsRefused() {
        assertThat(Refusals.reasons(() -> desk.updateOrganisation(partOf(CITY, new OrganisationId("none")))))
                .containsExactly("/partOf organisation.unknown");
    }

    @Test
    void aBodyThatIsNotRegisteredIsNotCorrected() {
        assertThat(Refusals.told(() -> desk.updateOrganisation(Samples.organisation("none", "None", Sector.UN))))
                .startsWith("no organisation none");
    }

    @Test
    void ofTwoCorrectionsAtOnceTheLaterStandsAndBothAreInTheJournal() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage));
        storage.beforeNext(() -> raced.keeper().updateOrganisation(named(CITY, "First")));

        raced.keeper().updateOrganisation(named(CITY, "Second"));

        assertThat(raced.keeper().organisation(CITY.id()).value().name()).isEqualTo("Second");
        assertThat(raced.keeper().organisation(CITY.id()).head().sequence()).isEqualTo(3);
    }

    @Test
    void ofTwoCorrectionsOfDifferentPartsOfARecordBothStand() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage));
        storage.beforeNext(() -> raced.keeper().enrol(ANA.id(), RosterEntry.in(Language.EN)));

        raced.keeper().updateProfile(ANA.id(), new Profile("Ana Renamed", ""));

        assertThat(raced.keeper().person(ANA.id()).value().roster()).isEqualTo(RosterEntry.in(Language.EN));
        assertThat(raced.keeper().person(ANA.id()).value().profile().name()).isEqualTo("Ana Renamed");
    }

    // Side doors.

    @Test
    void noViewOfAnItemHoldsAnAddress() {
        SubmissionId id = world.inReview(Samples.practice());
        world.review(id, UMA, ReviewOutcome.REQUEST_CHANGES, World.MEND);

        for (Desk each : List.of(world.ana(), world.sam(), world.reviewer(NOEL), world.ada())) {
            assertThat(each.view(id).toString()).doesNotContain("@example.org");
        }
    }

    @Test
    void aConflictCanNotBeDeclaredWithABodyThatNobodyKnows() {
        RosterEntry entry = RosterEntry.in(Language.EN).withConflicts(CITY.id(), new OrganisationId("zz-nowhere"));

        assertThat(Refusals.reasons(() -> world.reviewer(NINA).people().enrol(NINA.id(), entry)))
                .containsExactly("/conflicts organisation.unknown");
        assertThat(Refusals.reasons(() -> world.keeper().addReviewer(" ", "no address", CITY.id(), entry)))
                .containsExactly("/name name.required", "/email email.invalid", "/conflicts organisation.unknown");
        assertThat(world.reviewer(NINA).people().person(NINA.id()).value().roster())
                .isEqualTo(NINA.roster());
    }

    @Test
    void whoeverKnowsAPersonsIdOnlyDoesNotLearnTheirAddress() {
        Desk otto = world.hub().as(Actor.contributor(new PersonId("otto")));
        SubmissionId id = otto.saveDraft(Samples.practice("A fishing draft").toBuilder()
                        .contributor(NINA.id())
                        .build())
                .id();

        assertThat(otto.disclosure(id).toString()).doesNotContain("nina@example.org");
    }

    private static Organisation named(Organisation body, String name) {
        return new Organisation(body.id(), name, body.aliases(), body.sector(), body.partOf());
    }

    private static Organisation partOf(Organisation body, @Nullable OrganisationId wider) {
        return new Organisation(body.id(), body.name(), body.aliases(), body.sector(), wider);
    }
}
