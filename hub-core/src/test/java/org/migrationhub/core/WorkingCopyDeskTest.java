package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.UMA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.WorkingCopy;

/** What is typed is kept for who may save it, and changes nothing for anybody until it is saved. */
class WorkingCopyDeskTest {

    private static final String CANARY = "canary, half a sentence";

    private final World world = World.standard();

    @Test
    void whatIsTypedIsKeptAndTheLastStateIsFound() {
        SubmissionId id = begun();
        assertThat(typed(id)).isNull();

        keep(id, "Half");
        world.clock().advance(Duration.ofMinutes(2));
        WorkingCopy kept = keep(id, "Half a sentence");

        assertThat(typed(id)).isEqualTo(kept);
        assertThat(kept.content()).isEqualTo(Samples.practice("Half a sentence"));
        assertThat(kept.keptAt()).isEqualTo(Samples.NOW.plus(Duration.ofMinutes(2)));
        assertThat(kept.author()).isEqualTo(ANA.id());
        assertThat(kept.isUnsaved()).isTrue();
        assertThat(world.ana().draft(id).title()).isEqualTo("One");
    }

    @Test
    void typingMovesNobodysVersionAndMakesNoEntry() {
        SubmissionId id = world.submit(Samples.practice("One"));
        world.seat(id, UMA, NOEL, NINA);
        List<Desk> desks = List.of(world.ana(), world.sam(), world.reviewer(UMA));
        List<Long> versions =
                desks.stream().map(desk -> desk.view(id).version()).toList();
        ChainHead head = head(id);

        keep(id, "Half");
        keep(id, "Half a sentence");

        assertThat(desks.stream().map(desk -> desk.view(id).version())).isEqualTo(versions);
        assertThat(head(id)).isEqualTo(head);
    }

    @Test
    void nobodyElseEverSeesWhatIsTyped() {
        SubmissionId id = world.submit(Samples.practice("One"));
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, NOEL, NINA);
        keep(id, CANARY);
        List<String> leaks = new ArrayList<>();
        List<Actor> others = Stream.concat(
                        Stream.of(Actor.visitor()),
                        Samples.persons().stream()
                                .flatMap(person -> Stream.of(Role.values())
                                        .filter(role -> !person.equals(ANA) || role != Role.CONTRIBUTOR)
                                        .map(role -> Actor.of(person.id(), role))))
                .toList();
        for (Actor other : others) {
            Desk desk = world.hub().as(other);
            assertThat(Refusals.told(() -> desk.workingCopies().find(id)))
                    .as("%s", other)
                    .matches("(no submission|forbidden save-draft).*");
            assertThat(Refusals.told(() -> desk.workingCopies().discard(id)))
                    .isEqualTo(Refusals.told(() -> desk.workingCopies().find(id)));
            shown(desk, id).filter(text -> text.contains("canary")).forEach(leaks::add);
        }
        assertThat(leaks).isEmpty();
        assertThat(typed(id)).isNotNull();
    }

    /** All that the desk shows, as text; what it refuses is left out. */
    private static Stream<String> shown(Desk desk, SubmissionId id) {
        return Stream.<Refusals.Reading>of(
                        () -> desk.view(id),
                        () -> desk.content(id),
                        () -> desk.draft(id),
                        () -> desk.disclosure(id),
                        () -> desk.journal(id, 0, 100),
                        () -> desk.submissions(SubmissionQuery.all()),
                        () -> desk.mySubmissions(SubmissionQuery.all()),
                        () -> desk.journal().feed(0, 1000))
                .map(Refusals::shown);
    }

    @Test
    void whoeverHasNotSeenWhatIsTypedOverwritesNothing() {
        SubmissionId id = begun();
        long saved = world.ana().view(id).version();
        WorkingCopy there = keep(id, "There");

        for (long seen : List.of(saved, saved + 1, there.version() + 1)) {
            WorkingCopyDesk desk = world.ana().ifVersion(seen).workingCopies();
            assertThatExceptionOfType(StaleVersionException.class)
                    .isThrownBy(() -> desk.keep(id, Samples.practice("Other")))
                    .satisfies(stale -> assertThat(stale.actual()).isEqualTo(there.version()));
            assertThat(Refusals.told(() -> desk.discard(id))).startsWith("stale");
        }
        assertThat(typed(id)).isEqualTo(there);
    }

    @Test
    void whoeverHasSeenItTypesOnFromVersionToVersion() {
        SubmissionId id = begun();
        long seen = world.ana().view(id).version();
        for (String title : List.of("A", "AB", "ABC")) {
            seen = world.ana()
                    .ifVersion(seen)
                    .workingCopies()
                    .keep(id, Samples.practice(title))
                    .version();
        }
        assertThat(typed(id).content().title()).isEqualTo("ABC");
    }

    @Test
    void whoeverGotNoAnswerMaySendTheSameAgain() {
        SubmissionId id = begun();
        long seen = world.ana().view(id).version();
        WorkingCopy first = world.ana().ifVersion(seen).workingCopies().keep(id, Samples.practice("Typed"));

        WorkingCopy again = world.ana().ifVersion(seen).workingCopies().keep(id, Samples.practice("Typed"));

        assertThat(again.version()).isEqualTo(first.version());
    }

    @Test
    void whatIsTypedOnADraftThatWasSavedSinceIsRefused() {
        SubmissionId id = begun();
        long seen = world.ana().view(id).version();
        world.ana().saveDraft(id, Samples.practice("Saved in another window"));

        assertThat(Refusals.told(
                        () -> world.ana().ifVersion(seen).workingCopies().keep(id, Samples.practice("Typed"))))
                .startsWith("stale");
        assertThat(typed(id)).isNull();
    }

    @Test
    void savingHandingInAndWithdrawingDropWhatIsTyped() {
        SubmissionId id = begun();
        keep(id, "Typed");
        world.ana().saveDraft(id, Samples.practice("Saved"));
        assertThat(typed(id)).isNull();
        keep(id, "Typed on");
        world.ana().submitDraft(id);
        assertThat(world.ana().content(id).title())
                .as("what was saved is handed in")
                .isEqualTo("Saved");
        assertThat(typed(id)).isNull();
        keep(id, "Typed for a next revision");
        world.ana().withdraw(id, "");
        assertThat(typed(id)).isNull();
        assertThat(Refusals.told(() -> keep(id, "Too late"))).startsWith("not now save-draft");
    }

    @Test
    void savingWhatIsSavedMakesNoEntryAndDropsWhatIsTyped() {
        SubmissionId id = begun();
        ChainHead head = head(id);
        keep(id, "Typed");

        SubmissionView view = world.ana().saveDraft(id, Samples.practice("One"));

        assertThat(head(id)).isEqualTo(head);
        assertThat(view).isEqualTo(world.ana().view(id));
        assertThat(typed(id)).isNull();
        world.ana().submitDraft(id);
        long handedIn = head(id).sequence();
        world.ana().saveDraft(id, Samples.practice("One"));
        assertThat(head(id).sequence()).as("a draft after handing in").isEqualTo(handedIn + 1);
    }

    @Test
    void whatIsTypedBackToWhatIsSavedIsKeptAndSaysSo() {
        SubmissionId id = begun();
        keep(id, "Typed");

        assertThat(keep(id, "One").isUnsaved()).isFalse();
    }

    @Test
    void whatIsDiscardedIsGoneAndDiscardingNothingIsNoFailure() {
        SubmissionId id = begun();
        WorkingCopy kept = keep(id, "Typed");

        world.ana().ifVersion(kept.version()).workingCopies().discard(id);
        world.ana().ifVersion(kept.version()).workingCopies().discard(id);

        assertThat(typed(id)).isNull();
        assertThat(world.ana().draft(id).title()).isEqualTo("One");
    }

    @Test
    void whatNoDraftMayHoldIsNotKept() {
        SubmissionId id = begun();
        ContentItem malformed = Samples.practice("Half a character \ud83d");

        assertThat(Refusals.codes(() -> world.ana().workingCopies().keep(id, malformed)))
                .containsExactly("text.half-character");
        assertThat(Refusals.codes(() -> world.ana().workingCopies().keep(id, Samples.resource())))
                .containsExactly("kind.changed");
        assertThat(typed(id)).isNull();
    }

    @Test
    void whatAnErasedPersonTypedIsGone() {
        SubmissionId id = begun();
        keep(id, CANARY);

        world.ada().people().erase(ANA.id());

        assertThat(world.storage().workingCopy(id)).isEmpty();
        assertThat(Refusals.told(() -> keep(id, "Back"))).startsWith("forbidden");
    }

    @Test
    void onesOwnAreListedInPages() {
        List<SubmissionId> begun = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            SubmissionId id = begun();
            keep(id, "Typed " + number);
            begun.add(0, id);
        }
        List<SubmissionId> listed = new ArrayList<>();
        List<WorkingCopy> page = world.ana().workingCopies().own(null, 2);
        while (!page.isEmpty()) {
            page.forEach(copy -> listed.add(copy.submission()));
            page = world.ana().workingCopies().own(listed.get(listed.size() - 1), 2);
        }
        assertThat(listed).isEqualTo(begun);
        assertThat(world.hub()
                        .as(Actor.contributor(new PersonId("otto")))
                        .workingCopies()
                        .own(null, 2))
                .isEmpty();
    }

    @Test
    void neitherOfTheSubmittersSideDropsUnseenWhatTheOtherTypes() {
        SubmissionId id = world.submit(Samples.practice("One"));
        world.sam().represent(id, "Ana telephoned.");
        long saved = world.sam().view(id).version();
        WorkingCopy hers = keep(id, "Hers");
        ContentItem his = Samples.practice("His");
        for (long seen : List.of(saved, hers.version() + 1)) {
            Desk sam = world.sam().ifVersion(seen);
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> sam.saveDraft(id, his),
                    () -> sam.saveDraft(id, Samples.practice("One")),
                    () -> sam.revise(id, his),
                    () -> sam.submitDraft(id))) {
                assertThat(Refusals.told(act)).startsWith("stale");
            }
        }
        assertThat(typed(id)).isEqualTo(hers);

        world.sam().ifVersion(hers.version()).saveDraft(id, his);

        assertThat(typed(id)).isNull();
        WorkingCopy next = world.sam().workingCopies().keep(id, Samples.practice("His next"));
        Desk ana = world.ana().ifVersion(world.ana().view(id).version());
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> ana.submitDraft(id))
                .satisfies(stale -> assertThat(stale.actual()).isEqualTo(next.version()));
        world.ana().ifVersion(next.version()).submitDraft(id);
        assertThat(world.ana().content(id).title()).isEqualTo("His");
    }

    @Test
    void whatSomebodyTypedThemselvesTheySaveOverKnowingTheSubmissionOrIt() {
        SubmissionId id = world.submit(Samples.practice("One"));
        world.sam().represent(id, "Ana telephoned.");
        keep(id, "Typed");
        world.ana().ifVersion(world.ana().view(id).version()).saveDraft(id, Samples.practice("Two"));
        WorkingCopy typed = keep(id, "Typed on");

        world.ana().ifVersion(typed.version()).saveDraft(id, Samples.practice("Three"));

        assertThat(world.ana().draft(id).title()).isEqualTo("Three");
        assertThat(Refusals.told(() -> world.ana().ifVersion(typed.version()).saveDraft(id, Samples.practice("Four"))))
                .startsWith("stale");
    }

    @Test
    void whoeverAsksForNoVersionSavesAndWhoeverTakesItBackEndsWhatTheOtherTypes() {
        SubmissionId id = world.submit(Samples.practice("One"));
        world.sam().represent(id, "Ana telephoned.");
        keep(id, "Hers");
        world.sam().saveDraft(id, Samples.practice("Two"));
        assertThat(typed(id)).isNull();
        keep(id, "Hers again");
        world.sam().ifVersion(world.sam().view(id).version()).withdraw(id, "");
        assertThat(world.storage().workingCopy(id)).isEmpty();
    }

    @Test
    void whatSomebodyTypedForAnotherIsTheirsOnlyWhileTheirRoleLetsThem() {
        List<SubmissionId> begun = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            SubmissionId id = number == 2
                    ? world.as(SAM, Role.CONTRIBUTOR)
                            .saveDraft(Samples.practice("His"))
                            .id()
                    : world.sam()
                            .startOnBehalf(ANA.id(), Samples.practice("One"), "By letter.")
                            .id();
            world.as(SAM, Role.CONTRIBUTOR, Role.SECRETARIAT).workingCopies().keep(id, Samples.practice(CANARY));
            begun.add(0, id);
        }

        assertThat(ownOf(world.as(SAM, Role.CONTRIBUTOR, Role.SECRETARIAT))).isEqualTo(begun);
        assertThat(ownOf(world.as(SAM, Role.CONTRIBUTOR))).containsExactly(begun.get(1));
        assertThat(ownOf(world.as(SAM))).isEmpty();
    }

    private static List<SubmissionId> ownOf(Desk desk) {
        List<SubmissionId> all = new ArrayList<>();
        List<WorkingCopy> page = desk.workingCopies().own(null, 1);
        while (!page.isEmpty()) {
            page.forEach(copy -> all.add(copy.submission()));
            page = desk.workingCopies().own(all.get(all.size() - 1), 1);
        }
        return all;
    }

    @Test
    void aRehearsalBeginsNothingOfWhatItTookBack() {
        SubmissionId id = begun();
        Desk rehearsing = world.hub().rehearsal().as(Actor.contributor(ANA.id()));
        rehearsing.withdraw(id, "");

        assertThat(Refusals.told(() -> rehearsing.workingCopies().keep(id, Samples.practice("Late"))))
                .startsWith("not now");
        assertThat(rehearsing.workingCopies().find(id)).isEmpty();
    }

    @Test
    void aRehearsalKeepsNothing() {
        SubmissionId id = begun();
        Desk rehearsing = world.hub().rehearsal().as(Actor.contributor(ANA.id()));

        WorkingCopy tried = rehearsing.workingCopies().keep(id, Samples.practice("Tried"));

        assertThat(rehearsing.workingCopies().find(id)).contains(tried);
        assertThat(typed(id)).isNull();
        WorkingCopy kept = keep(id, "Typed");
        Desk another = world.hub().rehearsal().as(Actor.contributor(ANA.id()));
        another.workingCopies().discard(id);
        assertThat(another.workingCopies().find(id)).isEmpty();
        assertThat(typed(id)).isEqualTo(kept);
    }

    private SubmissionId begun() {
        return world.ana().saveDraft(Samples.practice("One")).id();
    }

    private WorkingCopy keep(SubmissionId id, String title) {
        return world.ana().workingCopies().keep(id, Samples.practice(title));
    }

    private WorkingCopy typed(SubmissionId id) {
        return world.ana().workingCopies().find(id).orElse(null);
    }

    private ChainHead head(SubmissionId id) {
        return world.storage().head(ChainId.of(id));
    }
}
