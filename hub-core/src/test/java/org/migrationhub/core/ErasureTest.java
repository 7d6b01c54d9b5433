package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.BEN;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.UMA;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.StorageVerifier;
import org.migrationhub.core.storage.StorageWrapper;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.Words;
import org.migrationhub.core.vocabulary.Language;

/** What is left of somebody whose data was erased: an id, and decisions that stay provable. */
class ErasureTest {

    /** What anybody may do. */
    private static final Set<String> PUBLIC = Set.of("featured", "search", "suggest");

    private final World world = World.standard();
    private SubmissionId sentBack;

    /** Nina has commented on an item that went back to its submitter. */
    @BeforeEach
    void aRoundIsJudged() {
        sentBack = world.inReview(Samples.practice());
        world.approve(sentBack, UMA, NOEL);
        world.review(sentBack, NINA, ReviewOutcome.REQUEST_CHANGES, Comments.toSubmitter("canary-comment"));
        assertThat(world.ana().view(sentBack).toString()).contains("canary-comment");
    }

    @Test
    void whatIdentifiesAPersonIsGone() {
        world.ada().people().erase(NINA.id());

        Person left = world.ada().people().person(NINA.id()).value();
        assertThat(left.profile()).isEqualTo(Profile.ERASED);
        assertThat(left.roster()).isNull();
        assertThat(left.erased()).isTrue();
        assertThat(world.ada().people().people(PersonQuery.all().limit(200)))
                .extracting(Person::id)
                .doesNotContain(NINA.id());
        assertThat(world.sam().candidates(sentBack, PersonQuery.roster()).toString())
                .doesNotContain("nina");
    }

    @Test
    void whatAPersonWroteIsGoneAndTheOutcomeStays() {
        world.ada().people().erase(NINA.id());

        assertThat(world.ana().view(sentBack).toString()).doesNotContain("canary");
        assertThat(world.sam().view(sentBack).toString()).doesNotContain("canary");
        assertThat(world.ana().view(sentBack).rounds().get(0).seats())
                .extracting(seat -> seat.review().outcome())
                .contains(ReviewOutcome.REQUEST_CHANGES);
    }

    @Test
    void whatAPersonDraftedIsGoneAndWhatTheyHandedInStays() {
        ContentItem drafted = Samples.practice("canary-drafted");
        SubmissionId draft = world.ana().saveDraft(drafted).id();
        world.ana().workingCopies().keep(draft, Samples.practice("canary-typed"));
        SubmissionId begun = world.sam()
                .startOnBehalf(ANA.id(), Samples.practice("canary-begun"), "By letter.")
                .id();
        world.ana().saveDraft(sentBack, Samples.practice("canary-next"));

        world.keeper().erase(ANA.id());

        assertThat(world.storage().content(ContentDigest.of(drafted))).isEmpty();
        assertThat(world.storage().workingCopy(draft)).isEmpty();
        assertThat(world.storage().submissions(SubmissionQuery.all()).toString())
                .doesNotContain("canary");
        assertThat(world.sam().view(begun).toString()).doesNotContain("canary");
        assertThat(world.sam().draft(begun)).isEqualTo(Words.forgotten(Kind.PRACTICE));
        assertThat(world.sam().mySubmissions(SubmissionQuery.all()).toString()).doesNotContain("canary");
        assertThat(world.sam().content(sentBack)).isEqualTo(Samples.practice());
        assertThat(StorageVerifier.contradictions(world.storage())).isEmpty();
    }

    @Test
    void aDraftThatIsGoneWithoutAnErasureIsFound() {
        world.ana().saveDraft(Samples.practice("canary-drafted"));
        ContentDigest digest = ContentDigest.of(Samples.practice("canary-drafted"));
        HubStorage lossy = new StorageWrapper(world.storage()) {
            @Override
            public Optional<ContentItem> content(ContentDigest asked) {
                return asked.equals(digest) ? Optional.empty() : inner.content(asked);
            }
        };

        assertThat(StorageVerifier.contradictions(lossy)).anyMatch(fault -> fault.contains("is gone"));
        world.keeper().erase(ANA.id());
        assertThat(StorageVerifier.contradictions(lossy)).isEmpty();
    }

    @Test
    void whatWasHandedInMayNotBeGoneEvenAfterAnErasure() {
        ContentDigest digest = ContentDigest.of(Samples.practice());
        world.keeper().erase(ANA.id());
        HubStorage lossy = new StorageWrapper(world.storage()) {
            @Override
            public Optional<ContentItem> content(ContentDigest asked) {
                return asked.equals(digest) ? Optional.empty() : inner.content(asked);
            }
        };

        assertThat(StorageVerifier.contradictions(lossy)).anyMatch(fault -> fault.contains("is gone"));
    }

    @Test
    void everyViewStillWorks() {
        Desk colleague = world.hub().as(Actor.secretariat(new PersonId("sol")));
        for (Person person : List.of(NINA, ANA, BEN, SAM)) {
            world.keeper().erase(person.id());
        }

        assertThat(colleague.view(sentBack).rounds().get(0).seats()).hasSize(3);
        assertThat(colleague.disclosure(sentBack).namedPersons()).contains(BEN.id());
        assertThat(colleague.content(sentBack)).isEqualTo(Samples.practice());
        assertThat(colleague.submissions(SubmissionQuery.all())).hasSize(1);
        assertThat(colleague.journal(sentBack, 0, 100)).isNotEmpty();
        assertThat(colleague.candidates(sentBack, PersonQuery.roster())).isNotEmpty();
        assertThat(world.reviewer(UMA).view(sentBack).rounds()).hasSize(1);
    }

    @Test
    void theChainsStayValidAndTheJournalSaysErased() throws IOException {
        world.ada().people().erase(NINA.id());
        StringBuilder lines = new StringBuilder();
        world.ada().journal().export(lines);

        assertThat(new JournalVerifier()
                        .replaying(Policies.presets())
                        .verify(lines.toString().lines())
                        .fault())
                .isEmpty();
        List<Entry> chain = world.storage().chain(ChainId.of(NINA.id()), 0, 99).stream()
                .map(FeedEntry::entry)
                .toList();
        assertThat(chain.get(chain.size() - 1).event()).isInstanceOf(PersonEvent.Erased.class);
        assertThat(chain.get(chain.size() - 1).actor().person()).isEqualTo(Samples.ADA.id());
        assertThat(chain.toString()).doesNotContain("Nina Sample", "@");
    }

    @Test
    void aTombstoneWhoseAuthorWasErasedKeepsItsDayOnly() {
        SubmissionId id = world.publish(Samples.practice("Public"));
        world.sam().retract(id, "canary-reason");

        world.keeper().erase(SAM.id());

        assertThat(world.visitor().published(id)).isInstanceOfSatisfying(PublicRecord.Tombstone.class, tombstone -> {
            assertThat(tombstone.reason()).isEmpty();
            assertThat(tombstone.on()).isEqualTo("2026-03-02");
        });
    }

    @Test
    void whatWasPublishedStaysPublic() {
        SubmissionId id = world.publish(Samples.practice("Public"));

        world.keeper().erase(UMA.id());
        world.keeper().erase(ANA.id());

        assertThat(world.readPublic(id).reviewed().approvals()).isEqualTo(3);
        assertThat(world.find("public")).containsExactly(id);
    }

    @Test
    void aReviewThatWasFiledStillCounts() {
        SubmissionId id = world.inReview(Samples.practice("Half way"));
        world.approve(id, UMA, NOEL);

        world.keeper().erase(UMA.id());
        world.approve(id, NINA);

        assertThat(world.readPublic(id).reviewed().approvals()).isEqualTo(3);
    }

    @Test
    void aSeatThatWasNotUsedYetIsReplaced() {
        SubmissionId id = world.inReview(Samples.practice("Half way"));

        world.keeper().erase(UMA.id());

        assertThat(Refusals.told(() -> world.approve(id, UMA))).startsWith("forbidden");
        assertThat(world.sam().view(id).possible()).contains(Act.REPLACE_SEAT);
        world.sam().replaceSeat(id, 1, Samples.ULF.id());
    }

    @Test
    void thePanelOfTheNextRevisionGoesOnWithoutThem() {
        world.keeper().erase(NINA.id());

        world.ana()
                .revise(
                        sentBack,
                        Samples.practice().toBuilder()
                                .title("Sample: told better")
                                .build());

        assertThat(world.sam().view(sentBack).rounds().get(1).vacancies()).isEqualTo(1);
    }

    @Test
    void nothingIsRecordedOfThemAnyMore() {
        world.keeper().erase(NINA.id());
        PersonId id = NINA.id();
        PeopleDesk desk = world.ada().people();

        for (Recording act : List.<Recording>of(
                () -> desk.updateProfile(id, new Profile("Back", "")),
                () -> desk.changeAffiliation(id, Samples.CITY.id(), Sector.NON_UN),
                () -> desk.addAffiliation(id, Samples.CITY.id(), Sector.NON_UN),
                () -> desk.endAffiliation(id, Samples.ASSOCIATION.id()),
                () -> desk.enrol(id, RosterEntry.in(Language.EN)),
                () -> desk.leaveRoster(id),
                () -> desk.erase(id),
                () -> world.reviewer(NINA).people().updateProfile(id, new Profile("Back", "")))) {
            assertThat(Refusals.told(act::run)).startsWith("no person nina");
        }
    }

    @Test
    void theyTakeNoFurtherPart() {
        SubmissionId id = world.submit(Samples.practice("At screening"));
        for (Person person : List.of(ANA, SAM, Samples.ADA)) {
            world.keeper().erase(person.id());
        }

        for (Recording act : List.<Recording>of(
                () -> world.ana().saveDraft(Samples.practice("Back")),
                () -> world.ana().submit(Samples.practice("Back")),
                () -> world.ana().withdraw(id, ""),
                () -> world.ana().people().register("Somebody", ""),
                () -> world.sam().decline(id, "No."),
                () -> world.sam().submissions(SubmissionQuery.all()),
                () -> world.sam().people().addOrganisation("A body", Sector.UN),
                () -> world.sam().people().people(PersonQuery.all()),
                () -> world.ada().people().erase(UMA.id()),
                () -> world.ada().journal().feed(0, 1))) {
            assertThat(Refusals.told(act::run)).isNotEqualTo("done");
        }
    }

    @Test
    void whatTheyWriteAfterwardsIsNotKept() {
        SubmissionId id = world.inReview(Samples.practice("Half way"));
        world.keeper().erase(UMA.id());

        Refusals.told(() -> world.reviewer(UMA).declineSeat(id, "canary-afterwards"));

        assertThat(notesBy(UMA.id())).isEmpty();
    }

    @Test
    void whatTheyWroteInTheSameMomentIsNotKept() {
        FlakyStorage storage = new FlakyStorage();
        World raced = World.of(parts -> parts.storage(storage));
        SubmissionId id = raced.inReview(Samples.practice("Half way"));
        storage.beforeNext(() -> raced.keeper().erase(UMA.id()));

        Refusals.told(() -> raced.reviewer(UMA).declineSeat(id, "canary-same-moment"));

        assertThat(raced.sam().view(id).toString()).doesNotContain("canary");
    }

    @Test
    void theyReadNothingButWhatIsPublic() {
        SubmissionId id = world.publish(Samples.practice("Public"));
        for (Person person : List.of(ANA, SAM, UMA)) {
            world.keeper().erase(person.id());
        }
        List<Desk> desks = List.of(
                world.ana(), world.sam(), world.reviewer(UMA), world.as(UMA, Role.CONTRIBUTOR, Role.SECRETARIAT));

        for (Desk desk : desks) {
            EveryAct.onItem()
                    .forEach((name, act) -> assertThat(Refusals.told(() -> act.by(desk, id)))
                            .as(name)
                            .isNotEqualTo("done"));
            EveryAct.onHub()
                    .forEach((name, act) -> assertThat(
                                    Refusals.told(() -> act.by(desk)).equals("done"))
                            .as(name)
                            .isEqualTo(PUBLIC.contains(name)));
            assertThat(desk.published(id)).isInstanceOf(PublicRecord.Published.class);
        }
    }

    @Test
    void nobodyButAnAdministratorErases() {
        assertThat(Refusals.told(() -> world.sam().people().erase(NINA.id()))).startsWith("forbidden erase-person");
        assertThat(Refusals.told(() -> world.reviewer(NINA).people().erase(NINA.id())))
                .startsWith("forbidden");
        assertThat(Refusals.told(() -> world.ada().people().erase(new PersonId("nobody"))))
                .startsWith("no person");
    }

    /** The words of this person that the storage still holds. */
    private List<String> notesBy(PersonId person) {
        return world.storage().feed(0, Integer.MAX_VALUE).stream()
                .map(fed -> fed.entry().event())
                .filter(SubmissionEvent.SeatDeclined.class::isInstance)
                .map(event -> ((SubmissionEvent.SeatDeclined) event).note())
                .filter(Objects::nonNull)
                .flatMap(note -> world.storage().note(note).stream())
                .filter(note -> note.author().equals(person))
                .map(note -> note.text() + note.toSecretariat())
                .toList();
    }

    private interface Recording {
        void run();
    }
}
