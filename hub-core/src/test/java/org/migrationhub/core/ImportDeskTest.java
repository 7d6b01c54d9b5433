package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationhub.core.ImportOutcome.Status.CREATED;
import static org.migrationhub.core.ImportOutcome.Status.REFUSED;
import static org.migrationhub.core.ImportOutcome.Status.UNCHANGED;
import static org.migrationhub.core.ImportOutcome.Status.UPDATED;
import static org.migrationhub.core.kit.Samples.AGENCY;
import static org.migrationhub.core.kit.Samples.BEN;
import static org.migrationhub.core.kit.Samples.CITY;
import static org.migrationhub.core.kit.Samples.FUND;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UNIVERSITY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.vocabulary.Language;

/** Rows from elsewhere come in whole or not at all, and a second time to no effect. */
class ImportDeskTest {

    private final World world = World.standard();
    private final Desk ana = world.ana();
    private final ImportDesk imports = ana.imports();

    // Practices and resources.

    @Test
    void itemsComeInAsDraftsThatNobodyElseSees() {
        List<ImportOutcome> outcomes = imports.items(rows(Samples.practice(), Samples.resource()), false);

        assertStatuses(outcomes, CREATED, CREATED);
        assertThat(ana.view(id(0)).stage()).isEqualTo(StageName.DRAFT);
        assertThat(ana.draft(id(0))).isEqualTo(Samples.practice());
        assertThat(ana.draft(id(1))).isEqualTo(Samples.resource());
        assertThat(world.sam().submissions(SubmissionQuery.all())).isEmpty();
    }

    @Test
    void itemsThatAreHandedInWaitForThePanelAndAreNotPublic() {
        assertStatuses(imports.items(rows(Samples.practice(), Samples.resource()), true), CREATED, CREATED);

        assertThat(ana.view(id(0)).stage()).isEqualTo(StageName.SUBMITTED);
        assertThat(world.sam().submissions(SubmissionQuery.all())).hasSize(2);
        assertThatThrownBy(() -> world.visitor().published(id(0))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aDraftMayLackWhatIsAskedForWhenItIsHandedInAndSaysSo() {
        Practice bare = Practice.in(Language.EN).title("A bare sample").build();

        ImportOutcome draft = imports.items(rows(bare), false).get(0);
        ImportOutcome handedIn = imports.items(List.of(row(7, bare)), true).get(0);

        assertThat(codes(draft.warnings())).contains("summary.required", "implementers.required");
        assertThat(handedIn.status()).isEqualTo(REFUSED);
        assertThat(codes(handedIn.violations())).contains("summary.required", "implementers.required");
    }

    @Test
    void ifOneRowIsRefusedNoneIsStoredAndAllThatIsWrongIsTold() {
        long end = world.storage().end();
        Practice control = Samples.practice("A control \u0007 character");
        Practice override = Samples.practice("An override \u202E of direction");

        List<ImportOutcome> outcomes = imports.items(rows(Samples.practice(), control, override), false);

        assertStatuses(outcomes, CREATED, REFUSED, REFUSED);
        assertThat(codes(outcomes.get(1).violations())).containsExactly("text.control-character");
        assertThat(codes(outcomes.get(2).violations())).containsExactly("text.direction-override");
        assertThat(world.storage().end()).isEqualTo(end);
    }

    @Test
    void aRepeatChangesNothing() {
        List<ImportedItem> rows = rows(Samples.practice(), Samples.resource());
        imports.items(rows, false);
        long end = world.storage().end();

        assertStatuses(imports.items(rows, false), UNCHANGED, UNCHANGED);
        assertThat(world.storage().end()).isEqualTo(end);
    }

    @Test
    void aRowTakesNoPlaceOfWhatSomebodyElseIsWriting() {
        Desk sam = world.as(SAM, Role.SECRETARIAT, Role.CONTRIBUTOR);
        SubmissionId id = sam.startOnBehalf(Samples.ANA.id(), Samples.practice("First"), "By letter.")
                .id();
        ImportedItem row = new ImportedItem(id, Samples.practice("From the row"), false);
        sam.workingCopies().keep(id, Samples.practice("Being written"));

        ImportOutcome refused = imports.items(List.of(row), false).get(0);

        assertThat(codes(refused.violations())).containsExactly("import.typed-by-another");
        assertThat(sam.workingCopies().find(id)).isPresent();
        sam.workingCopies().discard(id);
        ana.workingCopies().keep(id, Samples.practice("Written by herself"));
        assertStatuses(imports.items(List.of(row), false), UPDATED);
        assertThat(ana.workingCopies().find(id)).isEmpty();
    }

    @Test
    void aDraftBecomesWhatItsRowSays() {
        imports.items(rows(Samples.practice("First"), Samples.practice("Other")), false);

        List<ImportOutcome> outcomes =
                imports.items(rows(Samples.practice("Second"), Samples.practice("Other")), false);

        assertStatuses(outcomes, UPDATED, UNCHANGED);
        assertThat(ana.draft(id(0)).title()).isEqualTo("Second");
    }

    @Test
    void theFilesOfADraftStayWhereItsSourceKnowsOfNone() {
        Practice bare = Samples.practice().toBuilder().attachments(List.of()).build();
        ImportedItem row = new ImportedItem(id(0), bare, true);
        assertStatuses(imports.items(List.of(row), false), CREATED);
        assertThat(ana.draft(id(0)).attachments()).isEmpty();
        ana.saveDraft(id(0), Samples.practice());

        assertStatuses(imports.items(List.of(row), false), UNCHANGED);
        assertThat(ana.draft(id(0))).isEqualTo(Samples.practice());
        assertStatuses(imports.items(List.of(row), true), UPDATED);
        assertThat(ana.content(id(0))).isEqualTo(Samples.practice());
        assertStatuses(imports.items(List.of(row), true), UNCHANGED);
    }

    @Test
    void aDraftIsHandedInByALaterImport() {
        imports.items(rows(Samples.practice(), Samples.practice("A draft")), false);

        assertStatuses(imports.items(rows(Samples.practice(), Samples.practice("Changed")), true), UPDATED, UPDATED);

        assertThat(ana.content(id(0))).isEqualTo(Samples.practice());
        assertThat(ana.content(id(1)).title()).isEqualTo("Changed");
        assertThat(ana.view(id(1)).stage()).isEqualTo(StageName.SUBMITTED);
    }

    @Test
    void whatWasHandedInIsLeftAloneOrRefused() {
        imports.items(rows(Samples.practice()), true);

        assertStatuses(imports.items(rows(Samples.practice()), true), UNCHANGED);
        assertStatuses(imports.items(rows(Samples.practice()), false), UNCHANGED);
        ImportOutcome changed =
                imports.items(rows(Samples.practice("Changed")), true).get(0);
        assertThat(codes(changed.violations())).containsExactly("import.not-a-draft");
        assertThat(changed.violations().get(0).message()).contains("submitted");
        assertThat(ana.content(id(0))).isEqualTo(Samples.practice());
    }

    @Test
    void whatWasPublishedOrWithdrawnIsNotImportedAgain() {
        imports.items(rows(Samples.practice(), Samples.practice("Withdrawn")), false);
        ana.submitDraft(id(0));
        world.seat(id(0), Samples.UMA, Samples.NOEL, Samples.NINA);
        world.accept(id(0), Samples.UMA, Samples.NOEL, Samples.NINA);
        world.approve(id(0), Samples.UMA, Samples.NOEL, Samples.NINA);
        ana.withdraw(id(1), "");

        assertStatuses(
                imports.items(rows(Samples.practice("Changed"), Samples.practice("Changed")), false), REFUSED, REFUSED);
        assertStatuses(
                imports.items(rows(Samples.practice(), Samples.practice("Withdrawn")), false), UNCHANGED, UNCHANGED);
        assertThat(world.readPublic(id(0)).content()).isEqualTo(Samples.practice());
    }

    @Test
    void anIdOfSomebodyElsesSubmissionIsRefused() {
        world.as(BEN, Role.CONTRIBUTOR).imports().items(rows(Samples.practice()), false);

        assertThat(codes(imports.items(rows(Samples.practice()), false).get(0).violations()))
                .containsExactly("id.taken");
    }

    @Test
    void aKindThatChangesIsRefused() {
        imports.items(rows(Samples.practice()), false);

        assertThat(codes(imports.items(rows(Samples.resource()), false).get(0).violations()))
                .containsExactly("kind.changed");
    }

    @Test
    void aRowThatComesTwiceIsRefused() {
        List<ImportOutcome> outcomes =
                imports.items(List.of(row(0, Samples.practice()), row(0, Samples.practice("Other"))), false);

        assertStatuses(outcomes, CREATED, REFUSED);
        assertThat(codes(outcomes.get(1).violations())).containsExactly("row.repeated");
    }

    @Test
    void aDryRunSaysWhatWouldBeAndStoresNothing() {
        imports.items(rows(Samples.practice("First")), false);
        long end = world.storage().end();

        assertStatuses(
                imports.dryRun().items(rows(Samples.practice("Second"), Samples.practice("New")), false),
                UPDATED,
                CREATED);
        assertThat(world.storage().end()).isEqualTo(end);
    }

    @Test
    void nothingToImportIsImported() {
        assertThat(imports.items(List.of(), true)).isEmpty();
    }

    @Test
    void whoeverIsSlowerPlansAnew() {
        FlakyStorage flaky = new FlakyStorage();
        World contested = World.of(parts -> parts.storage(flaky));
        List<ImportedItem> rows = rows(Samples.practice("One"), Samples.practice("Two"));
        flaky.beforeNext(() -> contested.ana().imports().items(rows, false));

        assertStatuses(contested.ana().imports().items(rows, false), UNCHANGED, UNCHANGED);
        assertThat(flaky.chain(ChainId.of(id(0)), 0, 10)).hasSize(2);
    }

    @Test
    void aStorageThatRefusesForNoReasonIsCaught() {
        FlakyStorage flaky = new FlakyStorage();
        World contested = World.of(parts -> parts.storage(flaky));
        flaky.before(commit -> {
            throw new StaleVersionException("submission", "import-0", 0, 1);
        });

        assertThatThrownBy(() -> contested.ana().imports().items(rows(Samples.practice()), false))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aThousandRowsComeInAtOnce() {
        List<ImportedItem> rows = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            rows.add(row(number, Samples.practice("Number " + number)));
        }

        assertThat(imports.items(rows, false)).allMatch(outcome -> outcome.status() == CREATED);
        assertThat(imports.items(rows, false)).allMatch(outcome -> outcome.status() == UNCHANGED);
    }

    // Organisations.

    @Test
    void organisationsMayBePartOfOthersThatComeAfterThem() {
        ImportDesk office = world.sam().imports();
        List<ImportedOrganisation> rows = List.of(
                body("office", "The office", "head"),
                body("head", "The head", null),
                body("agency-office", "An office", AGENCY.id().value()));

        assertStatuses(office.organisations(rows), CREATED, CREATED, CREATED);
        assertStatuses(office.organisations(rows), UNCHANGED, UNCHANGED, UNCHANGED);

        Organisation stored = world.storage()
                .organisation(new OrganisationId("office"))
                .orElseThrow()
                .value();
        assertThat(stored.partOf()).isEqualTo(new OrganisationId("head"));
        assertThat(stored.aliases()).containsExactly("O1");
        assertStatuses(office.organisations(List.of(body("office", "Renamed", "head"))), UPDATED);
    }

    @Test
    void organisationsThatCantBeAreRefusedWithEveryReason() {
        List<ImportOutcome> outcomes = world.sam()
                .imports()
                .organisations(List.of(
                        body("a", " ", "a"), body("b", "B", "c"), body("c", "C", "b"), body("d", "D", "nobody")));

        assertThat(codes(outcomes.get(0).violations())).containsExactly("name.required", "organisation.circle");
        assertThat(codes(outcomes.get(1).violations())).containsExactly("organisation.circle");
        assertThat(codes(outcomes.get(2).violations())).containsExactly("organisation.circle");
        assertThat(codes(outcomes.get(3).violations())).containsExactly("organisation.unknown");
        assertThat(world.storage().organisation(new OrganisationId("b"))).isEmpty();
    }

    // The roster.

    @Test
    void reviewersComeInWithTheirAffiliationAndCanBeSeated() {
        ImportDesk office = world.sam().imports();
        List<ImportedReviewer> rows = List.of(reviewer("rita", FUND), reviewer("rolf", UNIVERSITY));

        assertStatuses(office.roster(rows), CREATED, CREATED);
        assertStatuses(office.roster(rows), UNCHANGED, UNCHANGED);

        SubmissionId item = world.submit(Samples.practice());
        assertThat(world.sam().candidates(item, PersonQuery.roster().limit(200)))
                .filteredOn(candidate -> candidate.person().equals(new PersonId("rita")))
                .allMatch(candidate -> candidate.isEligible() && candidate.sector() == Sector.UN)
                .hasSize(1);
    }

    @Test
    void aReviewersRecordBecomesWhatTheRowSays() {
        ImportDesk office = world.sam().imports();
        office.roster(List.of(reviewer("rita", FUND)));
        world.clock().advance(Duration.ofDays(1));
        ImportedReviewer moved = new ImportedReviewer(
                new PersonId("rita"),
                new Profile("Rita New", "rita@example.net"),
                CITY.id(),
                RosterEntry.in(Language.FR));

        assertStatuses(office.roster(List.of(moved)), UPDATED);

        var stored = world.storage().person(new PersonId("rita")).orElseThrow().value();
        assertThat(stored.profile()).isEqualTo(moved.profile());
        assertThat(stored.affiliations().organisationsAt(world.clock().instant()))
                .containsExactly(CITY.id());
        assertThat(stored.affiliations().history()).hasSize(2);
        assertThat(stored.roster()).isEqualTo(moved.entry());
    }

    @Test
    void reviewersWhoCantBeTakenInAreRefusedWithEveryReason() {
        world.ada().people().erase(ULF.id());
        ImportedReviewer wrong = new ImportedReviewer(
                new PersonId("wrong"),
                new Profile("", "no address"),
                new OrganisationId("nowhere"),
                RosterEntry.in(Language.EN).withConflicts(new OrganisationId("nobody")));

        List<ImportOutcome> outcomes = world.sam()
                .imports()
                .roster(List.of(
                        wrong,
                        reviewer(ULF.id().value(), FUND),
                        reviewer(SAM.id().value(), FUND)));

        assertThat(codes(outcomes.get(0).violations()))
                .containsExactly("name.required", "email.invalid", "organisation.unknown", "organisation.unknown");
        assertThat(codes(outcomes.get(1).violations())).containsExactly("person.erased");
        assertThat(codes(outcomes.get(2).violations())).containsExactly("person.self");
    }

    @Test
    void twoRowsWithTheSameAddressAreToldOf() {
        ImportedReviewer other = new ImportedReviewer(
                new PersonId("other"),
                new Profile("Rita Again", "RITA@example.org"),
                FUND.id(),
                RosterEntry.in(Language.EN));

        assertThat(world.sam().imports().roster(List.of(reviewer("rita", FUND), other)))
                .allSatisfy(outcome -> assertThat(codes(outcome.warnings())).containsExactly("person.same-address"));
    }

    @Test
    void whoIsErasedImportsNothing() {
        world.ada().people().erase(BEN.id());

        assertThatThrownBy(() ->
                        world.hub().as(Actor.contributor(BEN.id())).imports().items(rows(Samples.practice()), false))
                .isInstanceOf(ForbiddenException.class);
    }

    private static SubmissionId id(int number) {
        return new SubmissionId("import-" + number);
    }

    private static ImportedItem row(int number, ContentItem item) {
        return new ImportedItem(id(number), item);
    }

    private static List<ImportedItem> rows(ContentItem... items) {
        List<ImportedItem> rows = new ArrayList<>();
        Stream.of(items).forEach(item -> rows.add(row(rows.size(), item)));
        return rows;
    }

    private static ImportedOrganisation body(String id, String name, @Nullable String partOf) {
        return new ImportedOrganisation(
                new OrganisationId(id),
                name,
                Sector.NON_UN,
                List.of("O1"),
                partOf == null ? null : new OrganisationId(partOf));
    }

    private static ImportedReviewer reviewer(String id, Organisation organisation) {
        return new ImportedReviewer(
                new PersonId(id),
                new Profile("Reviewer " + id, id + "@example.org"),
                organisation.id(),
                RosterEntry.in(Language.EN, Language.FR));
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(Violation::code).toList();
    }

    private static void assertStatuses(List<ImportOutcome> outcomes, ImportOutcome.Status... statuses) {
        assertThat(outcomes.stream().map(ImportOutcome::status)).containsExactly(statuses);
    }
}
