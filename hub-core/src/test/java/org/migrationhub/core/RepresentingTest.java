package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.CITY;
import static org.migrationhub.core.kit.Samples.CLEO;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.UMA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;

/** Somebody of the secretariat does the submitter's part for them, and everybody can see it. */
class RepresentingTest {

    private static final Practice ITEM = Samples.practice();
    private static final ContentItem MENDED = Samples.practice("Sample: told better");
    private static final String WHY = "Ana wrote a letter.";

    private final World world = World.standard();

    /** A colleague of Sam's, of whom there is no record. */
    private final Desk sue = world.hub().as(Actor.secretariat(new PersonId("sue")));

    @Test
    void aDraftThatIsBegunForSomebodyIsTheirsAndSaysWhoActs() {
        SubmissionView begun = world.sam().startOnBehalf(ANA.id(), ITEM, WHY);

        assertThat(begun.stage()).isEqualTo(StageName.DRAFT);
        assertThat(begun.submitter()).isEqualTo(ANA.id());
        RepresentativeView sam = new RepresentativeView(
                SAM.id(), SAM.profile().name(), WHY, world.clock().instant());
        assertThat(begun.representatives()).containsExactly(sam);
        assertThat(world.ana().view(begun.id())).isEqualTo(begun);
        assertThat(begun.possible()).containsExactly(Act.SAVE_DRAFT, Act.SUBMIT, Act.WITHDRAW);
        assertThat(Refusals.told(() -> sue.view(begun.id()))).startsWith("no submission");
    }

    @Test
    void theSubmittersOrganisationsCountAndNotThoseOfWhoActs() {
        SubmissionId id = world.sam().startOnBehalf(CLEO.id(), ITEM, WHY).id();
        assertThat(world.storage().submission(id).orElseThrow().value().organisations())
                .containsExactly(CITY.id());
    }

    @Test
    void whoActsForTheSubmitterGoesTheirWholeWay() throws IOException {
        Desk sam = world.sam();
        SubmissionId id = sam.startOnBehalf(ANA.id(), ITEM, WHY).id();
        sam.upload("further.txt", "", new ByteArrayInputStream(new byte[] {'a'}));
        assertThat(sam.check(id, MENDED).violations()).isEmpty();
        sam.saveDraft(id, MENDED);
        assertThat(sam.draft(id)).isEqualTo(MENDED);
        sam.submitDraft(id);
        sue.returnToSubmitter(id, "Since when?");
        sam.revise(id, ITEM);
        sue.seatPanel(id, World.ids(UMA, NOEL, NINA));
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL);
        world.refuse(id, NINA);
        assertThat(sam.view(id).rounds().get(0).seats())
                .hasSize(3)
                .allSatisfy(seat -> assertThat(seat.person()).isNull());
        sam.revise(id, MENDED);
        sam.withdraw(id, "Never mind.");

        assertThat(behalves(id)).containsOnly("secretariat sam for ana", "reviewer", "secretariat");
        assertSound();
    }

    @Test
    void everyEntryCarriesBothNamesAndOthersDoNot() {
        SubmissionId id = world.sam().startOnBehalf(ANA.id(), ITEM, WHY).id();
        world.sam().submitDraft(id);
        world.ana().saveDraft(id, MENDED);
        sue.returnToSubmitter(id, "More.");
        Desk other = world.as(NURI, Role.SECRETARIAT);
        other.represent(id, "Ana telephoned.");
        other.submitDraft(id);

        assertThat(entries(id).stream().map(RepresentingTest::telling))
                .containsExactly(
                        "Started by sam for ana",
                        "Represented by sam for ana",
                        "DraftSaved by sam for ana",
                        "RevisionSubmitted by sam for ana",
                        "DraftSaved by ana",
                        "Returned by sue",
                        "Represented by nuri for ana",
                        "RevisionSubmitted by nuri for ana");
        assertSound();
    }

    @Test
    void whoTakesOverMayDoWhatTheSubmitterMayAndNothingElseAnyMore() {
        SubmissionId id = world.submit(ITEM);
        world.ana().saveDraft(id, MENDED);
        assertThat(sue.view(id).possible()).contains(Act.REPRESENT, Act.SEAT_PANEL);

        SubmissionView after = sue.represent(id, WHY);

        assertThat(after).isEqualTo(world.ana().view(id));
        for (Right right : EnumSet.allOf(Right.class)) {
            if (!right.isHubWide()) {
                assertThat(sue.may(right, id))
                        .as("%s", right)
                        .isEqualTo(world.ana().may(right, id));
            }
        }
        assertThat(sue.draft(id)).isEqualTo(MENDED);
        assertThat(sue.disclosure(id)).isEqualTo(world.ana().disclosure(id));
        for (String refused : List.of(
                Refusals.told(() -> sue.journal(id, 0, 1)),
                Refusals.told(() -> sue.candidates(id, PersonQuery.roster())),
                Refusals.told(() -> sue.seatPanel(id, World.ids(UMA, NOEL, NINA))),
                Refusals.told(() -> sue.returnToSubmitter(id, WHY)),
                Refusals.told(() -> sue.represent(id, WHY)))) {
            assertThat(refused).startsWith("forbidden");
        }
    }

    @Test
    void whoHasHadAHandInItsReviewDoesNotTakeOver() {
        SubmissionId id = world.submit(ITEM);
        world.sam().returnToSubmitter(id, "More.");
        assertThat(Refusals.codes(() -> world.sam().represent(id, WHY))).containsExactly("represents-after-acting");
        assertThat(Refusals.told(
                        () -> world.as(ANA, Role.CONTRIBUTOR, Role.SECRETARIAT).represent(id, WHY)))
                .startsWith("forbidden");
    }

    @Test
    void nobodyTakesOverOnceThereWasAPanelWhoseNamesTheyMayHaveRead() {
        SubmissionId id = world.inReview(ITEM);
        assertThat(sue.view(id).possible()).doesNotContain(Act.REPRESENT);
        assertThat(Refusals.told(() -> sue.represent(id, WHY))).startsWith("not now represent, in-review");
        assertThat(Refusals.told(() -> world.as(UMA, Role.SECRETARIAT).represent(id, WHY)))
                .startsWith("forbidden");

        world.approve(id, UMA, NOEL);
        world.refuse(id, NINA);

        assertThat(sue.view(id).possible()).doesNotContain(Act.REPRESENT);
        assertThat(Refusals.codes(() -> sue.represent(id, WHY))).containsExactly("represents-after-panel");
    }

    @Test
    void nobodyActsForOthersWhoMayReadTheJournalOfTheWholeHub() {
        SubmissionId id = world.submit(ITEM);
        Desk both = world.as(NURI, Role.SECRETARIAT, Role.ADMINISTRATOR);

        assertThat(both.view(id).possible()).doesNotContain(Act.REPRESENT);
        assertThat(Refusals.codes(() -> both.represent(id, WHY))).containsExactly("represents-with-journal");
        assertThat(Refusals.reasons(() -> both.startOnBehalf(ANA.id(), ITEM, " ")))
                .containsExactly(" represents-with-journal", "/text note.required");
    }

    @Test
    void whyNobodyBeginsForSomebodyIsToldBeforeAnythingIsWritten() {
        Desk both = world.as(NURI, Role.SECRETARIAT, Role.ADMINISTRATOR);
        assertThat(world.sam().whyNotStartingOnBehalf(ANA.id())).isEmpty();
        assertThat(both.whyNotStartingOnBehalf(ANA.id()))
                .extracting(Violation::code)
                .containsExactly("represents-with-journal");
        assertThat(both.whyNotStartingOnBehalf(NURI.id()))
                .extracting(Violation::code)
                .containsExactly("represents-with-journal", "represents-oneself");
        world.keeper().erase(ANA.id());
        assertThat(world.sam().whyNotStartingOnBehalf(ANA.id()))
                .extracting(Violation::code)
                .containsExactly("person.erased");
        assertThat(Refusals.told(() -> world.ana().whyNotStartingOnBehalf(SAM.id())))
                .startsWith("forbidden");
        assertThat(Refusals.told(() -> world.sam().whyNotStartingOnBehalf(new PersonId("nobody"))))
                .startsWith("no person nobody");
    }

    @Test
    void nobodyGoesOnForSomebodyWhoseDataWasErasedButMayTakeBackWhatTheyBegan() {
        SubmissionId begun = world.sam().startOnBehalf(ANA.id(), ITEM, WHY).id();
        world.keeper().erase(ANA.id());
        assertThat(Refusals.reasons(() -> world.sam().saveDraft(begun, MENDED))).containsExactly(" person.erased");
        assertThat(Refusals.reasons(() -> world.sam().submitDraft(begun))).containsExactly(" person.erased");
        Desk importing = world.as(SAM, Role.CONTRIBUTOR, Role.SECRETARIAT);
        assertThat(importing.imports().items(List.of(new ImportedItem(begun, MENDED)), false))
                .flatExtracting(ImportOutcome::violations)
                .extracting(Violation::code)
                .containsExactly("person.erased");
        assertThat(Refusals.reasons(() -> world.sam().workingCopies().keep(begun, MENDED)))
                .containsExactly(" person.erased");
        assertThat(world.sam().withdraw(begun, "").stage()).isEqualTo(StageName.WITHDRAWN);
    }

    @Test
    void onlyTheSecretariatActsForOthers() {
        SubmissionId id = world.submit(ITEM);
        for (Role role : Role.values()) {
            Desk desk = world.as(NURI, role);
            assertThat(Refusals.told(() -> desk.startOnBehalf(ANA.id(), ITEM, WHY))
                            .equals("done"))
                    .as("%s", role)
                    .isEqualTo(role == Role.SECRETARIAT);
        }
        assertThat(Refusals.told(() -> world.ada().represent(id, WHY))).startsWith("forbidden");
        assertThat(Refusals.told(() -> world.reviewer(NURI).represent(id, WHY))).startsWith("no submission");
        assertThat(Refusals.told(() -> world.visitor().startOnBehalf(ANA.id(), ITEM, WHY)))
                .startsWith("forbidden");
    }

    @Test
    void whoIsOfTheSecretariatNoMoreActsForNobody() {
        SubmissionId id = world.sam().startOnBehalf(ANA.id(), ITEM, WHY).id();
        Desk later = world.as(SAM, Role.CONTRIBUTOR, Role.REVIEWER);
        assertThat(Refusals.told(() -> later.view(id))).startsWith("no submission");
        assertThat(Refusals.told(() -> later.saveDraft(id, MENDED))).startsWith("no submission");
    }

    @Test
    void whoActsForTheSubmitterIsNoCandidate() {
        world.keeper().addAffiliation(SAM.id(), CITY.id(), Sector.NON_UN);
        SubmissionId id = world.submit(ITEM);
        world.as(NURI, Role.SECRETARIAT).represent(id, WHY);
        assertThat(sue.candidates(id, PersonQuery.roster()))
                .filteredOn(found -> found.person().equals(NURI.id()))
                .singleElement()
                .satisfies(found -> assertThat(found.reasons().stream().map(reason -> reason.code()))
                        .contains("submitter"));
        assertThat(Refusals.reasons(() -> sue.seatPanel(id, World.ids(UMA, NURI, NINA))))
                .containsExactly("/reviewers/1 submitter", "/reviewers/1 named-in-item");
    }

    @Test
    void whoIsKnownByAnotherRecordTooIsNoCandidateEither() {
        world.keeper().updateProfile(SAM.id(), new Profile("Noel Sample", "s@example.org"));
        SubmissionId id = world.submit(ITEM);
        world.sam().represent(id, WHY);
        assertThat(Refusals.reasons(() -> sue.seatPanel(id, World.ids(UMA, NOEL, NINA))))
                .containsExactly("/reviewers/1 named-in-item");
    }

    @Test
    void reviewersAreToldWhoActs() {
        SubmissionId id = world.submit(ITEM);
        world.sam().represent(id, WHY);
        sue.seatPanel(id, World.ids(UMA, NOEL, NINA));
        assertThat(world.reviewer(UMA).disclosure(id).representatives()).containsExactly(SAM.id());
        assertThat(world.reviewer(UMA).view(id).representatives()).isEmpty();
        assertThat(sue.view(id).representatives())
                .extracting(RepresentativeView::reason)
                .containsExactly(WHY);
    }

    @Test
    void aListOfOnesOwnHoldsWhatIsDoneForOthers() {
        SubmissionId begun = world.sam().startOnBehalf(ANA.id(), ITEM, WHY).id();
        SubmissionId taken = world.submit(ITEM);
        world.submit(ITEM);
        world.sam().represent(taken, WHY);

        List<SubmissionSummary> mine = world.sam().mySubmissions(SubmissionQuery.all());

        assertThat(mine).extracting(SubmissionSummary::id).containsExactlyInAnyOrder(begun, taken);
        assertThat(mine).allSatisfy(line -> {
            assertThat(line.submitter()).isEqualTo(ANA.id());
            assertThat(line.changedAt()).isNull();
        });
        assertThat(world.ana().mySubmissions(SubmissionQuery.all())).hasSize(3);
        assertThat(sue.mySubmissions(SubmissionQuery.all())).isEmpty();
    }

    @Test
    void aPersonWhomNobodyKnowsOrWhoWasErasedIsNotRepresented() {
        SubmissionId id = world.submit(ITEM);
        assertThat(Refusals.told(() -> world.sam().startOnBehalf(new PersonId("nobody"), ITEM, " ")))
                .startsWith("no person nobody");
        assertThat(Refusals.reasons(() -> world.sam().startOnBehalf(SAM.id(), ITEM, WHY)))
                .containsExactly(" represents-oneself");
        world.keeper().erase(ANA.id());
        assertThat(Refusals.reasons(() -> world.sam().startOnBehalf(ANA.id(), ITEM, " ")))
                .containsExactly("/submitter person.erased", "/text note.required");
        assertThat(Refusals.reasons(() -> world.sam().represent(id, WHY))).containsExactly(" person.erased");
    }

    @Test
    void whatCanNotBeSavedIsToldWithEverythingElse() {
        ContentItem garbled = ITEM.toBuilder().title("A\u0000B").build();
        assertThat(Refusals.reasons(() -> world.sam().startOnBehalf(ANA.id(), garbled, "\u0000x")))
                .containsExactly("/texts/en/title text.control-character", "/text text.control-character");
        assertThat(world.sam().mySubmissions(SubmissionQuery.all())).isEmpty();
    }

    @Test
    void anImportOfWhoActsChangesTheDraftOnTheSubmittersBehalf() {
        SubmissionId id = world.sam().startOnBehalf(ANA.id(), ITEM, WHY).id();
        Desk sam = world.as(SAM, Role.CONTRIBUTOR, Role.SECRETARIAT);
        sam.imports().items(List.of(new ImportedItem(id, MENDED)), false);
        assertThat(sam.draft(id)).isEqualTo(MENDED);
        Entry last = entries(id).get(entries(id).size() - 1);
        assertThat(last.behalf()).isEqualTo(ANA.id());
        assertSound();
    }

    private List<Entry> entries(SubmissionId id) {
        return world.storage().chain(ChainId.of(id), 0, Integer.MAX_VALUE).stream()
                .map(fed -> fed.entry())
                .toList();
    }

    private static String telling(Entry entry) {
        String told = entry.event().getClass().getSimpleName() + " by "
                + entry.actor().person();
        return entry.behalf() == null ? told : told + " for " + entry.behalf();
    }

    private Set<String> behalves(SubmissionId id) {
        Set<String> told = new TreeSet<>();
        for (Entry entry : entries(id)) {
            List<String> roles = new ArrayList<>(
                    entry.actor().roles().stream().map(Role::code).toList());
            roles.remove("visitor");
            String who = String.join(" ", roles);
            told.add(entry.behalf() == null ? who : who + " " + entry.actor().person() + " for " + entry.behalf());
        }
        return told;
    }

    private void assertSound() {
        List<String> lines = new ArrayList<>();
        world.storage().feed(0, Integer.MAX_VALUE).forEach(fed -> lines.add(EntryCodec.line(fed)));
        assertThat(new JournalVerifier()
                        .replaying(Policies.presets())
                        .verify(lines.stream())
                        .fault())
                .isEmpty();
    }
}
