package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.migrationhub.core.kit.Samples.ADA;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.BEN;
import static org.migrationhub.core.kit.Samples.CLEO;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;

/**
 * Every method of every desk, for everybody. A letter says how it ends: {@code y} it is done, or would be with other words
 * or at another stage; {@code f} it is forbidden; {@code n} there is no such thing as far as this actor may know.
 */
class WhoMayTest {

    /** Those who may know of the item. Uma is invited, Noel has accepted, Nina has declined her seat. */
    private static final List<Actor> INVOLVED = List.of(
            Actor.contributor(ANA.id()),
            Actor.of(ANA.id(), Role.values()),
            Actor.reviewer(UMA.id()),
            Actor.reviewer(NOEL.id()),
            Actor.secretariat(SAM.id()),
            Actor.secretariat(CLEO.id()), // whom the item names
            Actor.of(NOEL.id(), Role.SECRETARIAT, Role.REVIEWER),
            Actor.secretariat(NINA.id()),
            Actor.administrator(ADA.id()));

    /**
     * Those who may not, or not in this role: a visitor, somebody else's submitter, those whom the item names, a reviewer
     * without a seat, one without the role, one who left, and whoever is too close for the secretariat or administration.
     */
    private static final List<Actor> STRANGERS = List.of(
            Actor.visitor(),
            Actor.contributor(new PersonId("otto")),
            Actor.contributor(CLEO.id()),
            Actor.contributor(BEN.id()),
            Actor.reviewer(NURI.id()),
            Actor.reviewer(ANA.id()),
            Actor.contributor(NOEL.id()),
            Actor.contributor(UMA.id()),
            Actor.reviewer(NINA.id()),
            Actor.secretariat(ANA.id()),
            Actor.administrator(ANA.id()),
            Actor.administrator(BEN.id()));

    private static final String ON_ITEM = """
            act            in review            published            withdrawn
                           A a u n S c s f x    A a u n S c s f x    A a u n S c s f x
            view           y y y y y y y y y    y y y y y y y y y    y y n n y y y y y
            disclosure     y y y y y y y y y    y y y y y y y y y    y y n n y y y y y
            content        y y f y y f y f y    y y y y y f y f y    y y n n y f f f y
            content-of     y y f y y f y f y    y y y y y f y f y    y y n n y f f f y
            attachment     y y f y y f y f y    y y y y y f y f y    y y n n y f f f y
            draft          y y f f f f f f f    y y f f f f f f f    y y n n f f f f f
            journal        f f f f y f f f y    f f f f y f f f y    f f n n y f f f y
            words          f f f f y f f f y    f f f f y f f f y    f f n n y f f f y
            candidates     f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            check-for      y y f f f f f f f    y y f f f f f f f    y y n n f f f f f
            typed          y y f f f f f f f    y y f f f f f f f    y y n n f f f f f
            save-draft     y y f f f f f f f    y y f f f f f f f    y y n n f f f f f
            keep-typed     y y f f f f f f f    y y f f f f f f f    y y n n f f f f f
            discard-typed  y y f f f f f f f    y y f f f f f f f    y y n n f f f f f
            submit-draft   y y f f f f f f f    y y f f f f f f f    y y n n f f f f f
            revise         y y f f f f f f f    y y f f f f f f f    y y n n f f f f f
            withdraw       y y f f f f f f f    y y f f f f f f f    y y n n f f f f f
            return         f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            decline        f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            seat-panel     f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            fill-seat      f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            replace-seat   f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            seat-further   f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            close-round    f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            feature        f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            unfeature      f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            retract        f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            represent      f f f f y f f f f    f f f f y f f f f    f f n n y f f f f
            accept-seat    f f y y f f y f f    f f y y f f y f f    f f n n f f f f f
            decline-seat   f f y y f f y f f    f f y y f f y f f    f f n n f f f f f
            recuse         f f y y f f y f f    f f y y f f y f f    f f n n f f f f f
            review         f f y y f f y f f    f f y y f f y f f    f f n n f f f f f
            """;

    /** For a visitor, a contributor, a reviewer, the secretariat and an administrator. */
    private static final String ON_HUB = """
            search                y y y y y
            featured              y y y y y
            suggest               y y y y y
            check                 f y f f f
            upload                f y f y f
            save-new              f y f f f
            submit-new            f y f f f
            start-on-behalf       f f f y f
            my-submissions        f y y y y
            my-typed              f y y y y
            my-reviews            f y y y y
            my-reviewed           f y y y y
            submissions           f f f y y
            add-organisation      f f f y y
            update-organisation   f f f y y
            organisation          f y y y y
            organisations         f y y y y
            register              f y f y y
            add-reviewer          f f f y y
            update-profile        n n n y y
            change-affiliation    f f f y y
            add-affiliation       f f f y y
            end-affiliation       f f f y y
            enrol                 f f f y y
            leave-roster          n n n y y
            record-roles          f f f f y
            person                n n n y y
            people                f f f y y
            erase                 f f f f y
            import-items          f y f f f
            import-organisations  f f f y y
            import-roster         f f f y y
            feed                  f f f f y
            checkpoint            f f f f y
            index-state           f f f f y
            rebuild-index         f f f f y
            export                f f f f y
            """;

    /** How far a submission has come. */
    enum At {
        DRAFT,
        SUBMITTED,
        IN_REVIEW,
        CHANGES_REQUESTED,
        PUBLISHED,
        UPDATE_SUBMITTED,
        WITHDRAWN,
        DECLINED,
        RETRACTED;

        /** A submission of Ana's that has come so far; Uma stays invited where she can. */
        SubmissionId in(World world) {
            SubmissionId id = world.ana().saveDraft(Samples.practice()).id();
            if (this == DRAFT) {
                return id;
            }
            world.ana().submitDraft(id);
            if (this == SUBMITTED) {
                return id;
            }
            if (this == DECLINED) {
                world.sam().decline(id, "No.");
                return id;
            }
            world.seat(id, UMA, NOEL, NINA);
            world.accept(id, NOEL);
            world.reviewer(NINA).declineSeat(id, "");
            goOn(world, id);
            return id;
        }

        private void goOn(World world, SubmissionId id) {
            switch (this) {
                case CHANGES_REQUESTED -> {
                    world.refuse(id, NOEL);
                    world.sam().closeRound(id);
                }
                case WITHDRAWN -> world.ana().withdraw(id, "");
                case PUBLISHED, UPDATE_SUBMITTED, RETRACTED -> {
                    world.sam().fillSeat(id, ULF.id());
                    world.accept(id, UMA, ULF);
                    world.approve(id, NOEL, UMA, ULF);
                }
                default -> {}
            }
            if (this == UPDATE_SUBMITTED) {
                world.ana()
                        .revise(
                                id,
                                Samples.practice().toBuilder()
                                        .title("Sample: updated")
                                        .build());
            } else if (this == RETRACTED) {
                world.sam().retract(id, "Wrong.");
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> whoIsInvolvedMayDoExactlyThis() {
        return rows(ON_ITEM).skip(2).map(row -> {
            EveryAct.OnItem act = EveryAct.onItem().get(row.get(0));
            return DynamicTest.dynamicTest(row.get(0), () -> {
                List<String> letters = new ArrayList<>(List.of(row.get(0)));
                letters.addAll(letters(At.IN_REVIEW, act));
                letters.addAll(letters(At.PUBLISHED, act));
                letters.addAll(letters(At.WITHDRAWN, act));
                assertThat(String.join(" ", letters)).isEqualTo(String.join(" ", row));
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> whatConcernsNoItemIsAMatterOfRoles() {
        List<Actor> actors = List.of(
                Actor.visitor(),
                Actor.contributor(ANA.id()),
                Actor.reviewer(UMA.id()),
                Actor.secretariat(SAM.id()),
                Actor.administrator(ADA.id()));
        return rows(ON_HUB)
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    EveryAct.OnHub act = EveryAct.onHub().get(row.get(0));
                    List<String> letters = new ArrayList<>(List.of(row.get(0)));
                    actors.forEach(actor -> letters.add(
                            letter(World.standard(), world -> act.by(world.hub().as(actor)))));
                    assertThat(String.join(" ", letters)).isEqualTo(String.join(" ", row));
                }));
    }

    @Test
    void theTablesHoldEveryAct() {
        assertThat(rows(ON_ITEM).skip(2).map(row -> row.get(0)))
                .containsExactlyElementsOf(EveryAct.onItem().keySet());
        assertThat(rows(ON_HUB).map(row -> row.get(0)))
                .containsExactlyElementsOf(EveryAct.onHub().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void toAStrangerAnItemIsAsIfItWereNot(At stage) {
        World world = World.standard();
        SubmissionId id = stage.in(world);

        STRANGERS.forEach(stranger -> isAsIfItWereNot(world, id, stranger));
    }

    @ParameterizedTest
    @EnumSource
    void whetherSomebodyMayIsWhatTheyFindWhenTheyTry(At stage) {
        World world = World.standard();
        SubmissionId id = stage.in(world);

        Stream.concat(INVOLVED.stream(), STRANGERS.stream()).forEach(actor -> {
            Desk desk = world.hub().as(actor);
            assertThat(desk.may(Right.SEE_STATUS, id)).isEqualTo(isDone(() -> desk.view(id)));
            assertThat(desk.may(Right.SEE_DISCLOSURE, id)).isEqualTo(isDone(() -> desk.disclosure(id)));
            assertThat(desk.may(Right.SEE_JOURNAL, id)).isEqualTo(isDone(() -> desk.journal(id, 0, 100)));
            assertThat(desk.may(Right.SEE_QUEUES)).isEqualTo(isDone(() -> desk.submissions(SubmissionQuery.all())));
            assertThat(desk.may(Right.SEE_STATUS, new SubmissionId("s-9999"))).isFalse();
        });
    }

    @Test
    void nobodyWhoseDataWasErasedMayAnything() {
        World world = World.standard();
        SubmissionId id = At.PUBLISHED.in(world);
        world.hub().as(Actor.administrator(ADA.id())).people().erase(SAM.id());

        assertThat(catchThrowable(() -> world.sam().may(Right.SEE_QUEUES))).isInstanceOf(ForbiddenException.class);
        assertThat(catchThrowable(() -> world.sam().may(Right.SEE_PANEL, id))).isInstanceOf(ForbiddenException.class);
    }

    private static boolean isDone(Runnable act) {
        return Refusals.told(act::run).equals("done");
    }

    @Test
    void anAdministratorWhoSitsOnThePanelIsAStrangerInThatRole() {
        World world = World.standard();
        SubmissionId id = At.IN_REVIEW.in(world);

        isAsIfItWereNot(world, id, Actor.administrator(UMA.id()));
        isAsIfItWereNot(world, id, Actor.administrator(NOEL.id()));
    }

    @Test
    void aDraftIsThereForItsSubmitterAlone() {
        World world = World.standard();
        SubmissionId id = At.DRAFT.in(world);

        INVOLVED.stream()
                .filter(actor -> !ANA.id().equals(actor.person()))
                .forEach(actor -> isAsIfItWereNot(world, id, actor));
        assertThat(world.ana().view(id).title()).isEqualTo(Samples.practice().title());
    }

    @Test
    void aDraftThatWasTakenBackWithoutEverBeingHandedInIsThereForItsSubmitterAlone() {
        World world = World.standard();
        SubmissionId id = At.DRAFT.in(world);
        Refusals.told(() -> world.ana().withdraw(id, "Never mind."));

        INVOLVED.stream()
                .filter(actor -> !ANA.id().equals(actor.person()))
                .forEach(actor -> isAsIfItWereNot(world, id, actor));
    }

    @ParameterizedTest
    @EnumSource
    void thePublicSeesWhatIsPublicAndNothingElse(At stage) {
        World world = World.standard();
        SubmissionId id = stage.in(world);
        String told = Refusals.told(() -> world.visitor().published(id));

        if (stage == At.PUBLISHED || stage == At.UPDATE_SUBMITTED || stage == At.RETRACTED) {
            assertThat(told).isEqualTo("done");
        } else {
            assertThat(told).isEqualTo("no item " + id + ": There is no item with the id \"" + id + "\".");
        }
        assertThat(world.find("").contains(id)).isEqualTo(stage == At.PUBLISHED || stage == At.UPDATE_SUBMITTED);
    }

    private static void isAsIfItWereNot(World world, SubmissionId id, Actor stranger) {
        SubmissionId never = new SubmissionId("s-9999");
        long before = length(world);
        EveryAct.onItem().forEach((name, act) -> {
            Desk desk = world.hub().as(stranger);
            String told = Refusals.told(() -> act.by(desk, id));
            assertThat(told)
                    .as("%s by %s", name, stranger)
                    .startsWith("no submission " + id)
                    .isEqualTo(Refusals.told(() -> act.by(desk, never)).replace("s-9999", id.value()));
        });
        assertThat(length(world)).isEqualTo(before);
    }

    private static List<String> letters(At stage, EveryAct.OnItem act) {
        Fresh fresh = new Fresh(stage);
        return INVOLVED.stream().map(actor -> fresh.letter(actor, act)).toList();
    }

    /** Nothing that throws may have changed anything, so a world is used up only by what is done. */
    private static final class Fresh {

        private final At stage;
        private World world = World.standard();
        private SubmissionId id;

        Fresh(At stage) {
            this.stage = stage;
            this.id = stage.in(world);
        }

        String letter(Actor actor, EveryAct.OnItem act) {
            long before = length(world);
            String letter = WhoMayTest.letter(world, used -> act.by(used.hub().as(actor), id));
            if (length(world) != before) {
                world = World.standard();
                id = stage.in(world);
            }
            return letter;
        }
    }

    private interface InWorld {
        void act(World world) throws Exception;
    }

    private static String letter(World world, InWorld act) {
        long before = length(world);
        Throwable thrown = catchThrowable(() -> act.act(world));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(HubException.class);
            assertThat(length(world)).isEqualTo(before);
        }
        boolean hidden =
                thrown instanceof NotFoundException missing && !missing.kind().matches("seat|draft");
        return hidden ? "n" : thrown instanceof ForbiddenException ? "f" : "y";
    }

    private static long length(World world) {
        return world.storage().feed(0, Integer.MAX_VALUE).size();
    }

    private static Stream<List<String>> rows(String table) {
        return table.lines()
                .map(line -> Arrays.stream(line.strip().split("\\s+")).toList());
    }
}
