package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.CLEO;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;
import static org.migrationhub.core.kit.Samples.UNIVERSITY;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;

/**
 * What submitter, public and panel members can learn of who reviews, how far the panel is and when its members act: nothing.
 * Each test looks at all that they can call, not at the fields that are known to be dangerous.
 */
class BlindnessTest {

    private final World world = World.standard();

    /** What a panel does while its round is open. None of it concerns the submitter yet. */
    static Stream<Panel> insideARound() {
        return Stream.of(
                new Panel("a seat is accepted", (world, id) -> world.accept(id, NINA)),
                new Panel(
                        "a seat is declined",
                        (world, id) -> world.reviewer(NINA).declineSeat(id, "No time.")),
                new Panel(
                        "a conflict is declared",
                        (world, id) -> world.reviewer(NINA).recuse(id, "Canary.")),
                new Panel("a seat is replaced", (world, id) -> world.sam().replaceSeat(id, 3, NURI.id())),
                new Panel("a review is filed", (world, id) -> world.approve(id, UMA)),
                new Panel("a refusal is filed", (world, id) -> world.refuse(id, UMA)),
                new Panel(
                        "a reviewer changes employer",
                        (world, id) -> world.keeper().changeAffiliation(NINA.id(), UNIVERSITY.id(), Sector.NON_UN)),
                new Panel("a review is withdrawn over a conflict", (world, id) -> {
                    world.approve(id, UMA);
                    world.reviewer(UMA).recuse(id, "");
                    world.sam().fillSeat(id, ULF.id());
                }));
    }

    @ParameterizedTest
    @MethodSource("insideARound")
    void theSubmittersViewDoesNotChangeWhileTheRoundIsOpen(Panel panel) {
        SubmissionId id = begun();
        SubmissionView before = world.ana().view(id);

        world.clock().advance(Duration.ofHours(1));
        panel.act().in(world, id);

        assertThat(world.ana().view(id))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("insideARound")
    void theVersionThatASubmitterSeesDoesNotCountWhatThePanelDoes(Panel panel) {
        SubmissionId id = begun();
        long before = world.ana().view(id).version();

        panel.act().in(world, id);

        assertThat(world.ana().view(id).version()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("insideARound")
    void theSubmittersListsDoNotChangeWhileTheRoundIsOpen(Panel panel) {
        SubmissionId id = begun();
        List<?> before = world.ana().mySubmissions(SubmissionQuery.all());

        world.clock().advance(Duration.ofHours(1));
        panel.act().in(world, id);

        assertThat(world.ana().mySubmissions(SubmissionQuery.all())).isEqualTo(before);
    }

    @Test
    void theSubmittersListDoesNotTellTheDayEither() {
        SubmissionId id = begun();
        List<?> before = world.ana().mySubmissions(SubmissionQuery.all());

        world.clock().advance(Duration.ofDays(3));
        world.approve(id, UMA);

        assertThat(world.ana().mySubmissions(SubmissionQuery.all())).isEqualTo(before);
    }

    @Test
    void theSubmittersListCannotBeAskedWhoReviews() {
        SubmissionId id = begun();

        assertThat(world.ana().mySubmissions(SubmissionQuery.all().awaiting(UMA.id())))
                .isEqualTo(world.ana().mySubmissions(SubmissionQuery.all().awaiting(ULF.id())));
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
    }

    @Test
    void theSubmittersListCannotBeAskedWhetherAReviewIsOverdue() {
        SubmissionId id = begun();
        SubmissionQuery overdue =
                SubmissionQuery.all().overdue(world.clock().instant().plus(Duration.ofDays(99)));
        List<?> before = world.ana().mySubmissions(overdue);
        world.accept(id, NINA);

        world.approve(id, UMA, NOEL);
        world.reviewer(NINA).declineSeat(id, "");

        assertThat(world.ana().mySubmissions(overdue)).isEqualTo(before);
    }

    @Test
    void theQueueTellsWhoeverMayNotSeeThePanelNothingOfIt() {
        world.inReview(Samples.practice());
        List<Desk> tooClose = List.of(
                world.as(ANA, Role.CONTRIBUTOR, Role.SECRETARIAT),
                world.as(ANA, Role.CONTRIBUTOR, Role.ADMINISTRATOR),
                world.as(CLEO, Role.SECRETARIAT),
                world.as(NOEL, Role.REVIEWER, Role.SECRETARIAT));

        for (Desk desk : tooClose) {
            assertThat(desk.submissions(SubmissionQuery.all().awaiting(UMA.id())))
                    .isEqualTo(desk.submissions(SubmissionQuery.all().awaiting(ULF.id())));
        }
    }

    @Test
    void theLengthOfAPageDoesNotTellWhoReviewsEither() {
        Desk otto = world.as(Samples.person("otto", null), Role.CONTRIBUTOR);
        SubmissionId other = otto.submit(
                        Samples.practice().toBuilder().title("Sample: another").build())
                .id();
        world.seat(other, UMA, NOEL, NINA);
        world.inReview(Samples.practice());
        Desk ana = world.as(ANA, Role.CONTRIBUTOR, Role.SECRETARIAT);

        assertThat(ana.submissions(SubmissionQuery.all().awaiting(UMA.id()).limit(1)))
                .extracting(SubmissionSummary::id)
                .containsExactly(other);
    }

    @Test
    void theQueueTellsWhoeverMayNotSeeThePanelNothingOfItsPace() {
        SubmissionId id = begun();
        Desk ana = world.as(ANA, Role.CONTRIBUTOR, Role.SECRETARIAT);
        List<?> before = ana.submissions(SubmissionQuery.all());

        world.clock().advance(Duration.ofHours(1));
        world.accept(id, NINA);
        world.approve(id, UMA, NOEL);

        assertThat(ana.submissions(SubmissionQuery.all())).isEqualTo(before);
    }

    @Test
    void whoeverIsNotSeatedAgainLosesTheItemFromTheirList() {
        SubmissionId id = begun();
        world.approve(id, UMA);
        assertThat(world.reviewer(UMA).myReviewed(SubmissionQuery.all())).hasSize(1);
        world.reviewer(UMA).recuse(id, "");
        assertThat(world.reviewer(UMA).myReviewed(SubmissionQuery.all())).isEmpty();
    }

    @Test
    void listsOfOnesOwnAreEmptyForWhoseRoleLetsThemReadNothingOfIt() {
        SubmissionId id = begun();
        world.accept(id, NINA);

        assertThat(world.reviewer(NINA).myReviews(SubmissionQuery.all())).isNotEmpty();
        assertThat(world.as(NINA, Role.CONTRIBUTOR).myReviews(SubmissionQuery.all()))
                .isEmpty();
        assertThat(world.ana().mySubmissions(SubmissionQuery.all())).isNotEmpty();
        assertThat(world.as(ANA, Role.REVIEWER).mySubmissions(SubmissionQuery.all()))
                .isEmpty();
    }

    @Test
    void aReviewersListTellsNothingOfTheOthers() {
        SubmissionId id = begun();
        List<?> before = world.reviewer(NOEL).myReviews(SubmissionQuery.all());

        world.clock().advance(Duration.ofHours(1));
        world.accept(id, NINA);
        world.approve(id, UMA);

        assertThat(world.reviewer(NOEL).myReviews(SubmissionQuery.all())).isEqualTo(before);
        assertThat(world.reviewer(NOEL).myReviews(SubmissionQuery.all().by(ANA.id())))
                .isEqualTo(before);
    }

    @Test
    void aReviewerSeesTheirOwnSeatOnly() {
        SubmissionId id = begun();
        world.review(id, UMA, ReviewOutcome.REQUEST_CHANGES, Comments.toSubmitter("canary-words"));
        SubmissionView seen = world.reviewer(NOEL).view(id);

        assertThat(seen.rounds())
                .flatExtracting(RoundView::seats)
                .extracting(SeatView::person)
                .containsExactly(NOEL.id());
        assertThat(seen.toString()).doesNotContain("uma", "nina", "canary-words");
        assertThat(seen.changedAt()).isNull();
    }

    @Test
    void whoReviewsMakesNoDifferenceToWhatTheSubmitterSees() {
        List<Object> one = storyOf(UMA, NOEL, NINA);
        List<Object> other = storyOf(NURI, ULF, NINA);

        assertThat(one).isEqualTo(other);
    }

    @Test
    void noReviewerIsNamedToTheSubmitterOrThePublicAtAnyTime() {
        Map<String, Object> seen = new LinkedHashMap<>();
        World canaries = World.under(ReviewPolicy.GCM_2020);
        Organisation unBody = Samples.organisation("canary-un", "Canary Agency", Sector.UN);
        Organisation body = Samples.organisation("canary-body", "Canary Institute", Sector.NON_UN);
        canaries.add(unBody);
        canaries.add(body);
        List<Person> panel = List.of(canary("canarya", unBody), canary("canaryb", body), canary("canaryc", body));
        Person further = canary("canaryd", body);
        panel.forEach(canaries::add);
        canaries.add(further);

        SubmissionId id = canaries.submit(Samples.practice());
        Consumer<String> look = when -> seen.putAll(everythingSeenBy(canaries, id, when));
        look.accept("submitted");
        canaries.seat(id, panel.toArray(Person[]::new));
        look.accept("seated");
        for (Person person : panel) {
            canaries.accept(id, person);
        }
        Comments words = new Comments(
                "To the submitter.", "canary to the secretariat", new TreeMap<>(Map.of(Criterion.QUALITY, "Good.")));
        canaries.review(id, panel.get(0), ReviewOutcome.APPROVE, words);
        canaries.review(id, panel.get(1), ReviewOutcome.APPROVE, words);
        look.accept("reviewed by two");
        canaries.review(id, panel.get(2), ReviewOutcome.DECLINE, words);
        look.accept("tied");
        canaries.sam().seatFurther(id, further.id());
        canaries.accept(id, further);
        canaries.review(id, further, ReviewOutcome.REQUEST_CHANGES, words);
        look.accept("sent back");
        canaries.ana()
                .revise(
                        id,
                        Samples.practice().toBuilder()
                                .title("Sample: told better")
                                .build());
        look.accept("revised");
        for (Person person : panel) {
            canaries.review(id, person, ReviewOutcome.APPROVE, words);
        }
        look.accept("published");
        canaries.ana()
                .revise(
                        id,
                        Samples.practice().toBuilder()
                                .title("Sample: once more")
                                .build());
        canaries.seat(id, panel.toArray(Person[]::new));
        canaries.ana().withdraw(id, "");
        look.accept("update taken back");
        canaries.sam().retract(id, "Wrong.");
        look.accept("retracted");

        assertThat(seen).hasSize(9 * 7);
        seen.forEach((what, value) -> assertThat(String.valueOf(value)).as(what).doesNotContainIgnoringCase("canary"));
    }

    @Test
    void whileTheRoundIsOpenTheSubmitterSeesNoSeatAndAfterwardsNoneThatCanBeToldApart() {
        SubmissionId id = begun();
        world.accept(id, NINA);
        world.approve(id, UMA, NOEL);
        RoundView open = world.ana().view(id).rounds().get(0);
        assertThat(open.seats()).isEmpty();
        assertThat(open.vacancies()).isZero();
        assertThat(open.outcome()).isNull();

        world.clock().advance(Duration.ofDays(40));
        world.refuse(id, NINA);

        RoundView judged = world.ana().view(id).rounds().get(0);
        assertThat(judged.seats()).hasSize(3).allSatisfy(seat -> {
            assertThat(seat.number()).isZero();
            assertThat(seat.person()).isNull();
            assertThat(seat.due()).isNull();
            assertThat(seat.overdue()).isFalse();
            assertThat(seat.review().at()).isNull();
            assertThat(seat.review().toSecretariat()).isEmpty();
        });
    }

    @Test
    void theSubmitterIsToldNoInstantButWhenTheyBegan() {
        Instant begun = world.clock().instant();
        SubmissionId id = begun();
        world.clock().advance(Duration.ofDays(1));
        world.accept(id, NINA);
        world.clock().advance(Duration.ofDays(1));
        world.approve(id, UMA, NOEL, NINA);

        assertThat(instants(world.ana().view(id))).containsOnly(begun);
        assertThat(instants(world.visitor().published(id))).isEmpty();
    }

    @Test
    void theOrderOfTheReviewsTellsNothing() {
        List<List<ReviewOutcome>> orders = new ArrayList<>();
        for (List<Person> order : List.of(List.of(UMA, NOEL, NINA), List.of(NINA, NOEL, UMA))) {
            World each = World.standard();
            SubmissionId id = each.inReview(Samples.practice(), order.toArray(Person[]::new));
            for (Person person : order) {
                Comments words = Comments.toSubmitter("I am " + person.id());
                each.review(
                        id, person, person.equals(UMA) ? ReviewOutcome.DECLINE : ReviewOutcome.REQUEST_CHANGES, words);
            }
            orders.add(each.ana().view(id).rounds().get(0).seats().stream()
                    .map(seat -> seat.review().outcome())
                    .toList());
        }

        assertThat(orders.get(0)).isEqualTo(orders.get(1));
    }

    @Test
    void aRoundThatWasVoidedTellsTheSubmitterNothing() {
        SubmissionId id = begun();
        world.accept(id, NINA);
        world.review(id, UMA, ReviewOutcome.DECLINE, Comments.toSubmitter("canary-words"));

        world.ana()
                .revise(
                        id,
                        Samples.practice().toBuilder()
                                .title("Sample: quickly mended")
                                .build());

        assertThat(world.ana().view(id).toString()).doesNotContain("canary-words");
        assertThat(world.ana().view(id).rounds()).extracting(RoundView::open).containsExactly(true);
    }

    @Test
    void theNameThatASubmitterTakesTellsThemNothingOfThePanel() {
        SubmissionId id = begun();
        world.accept(id, NINA);
        world.approve(id, UMA, NOEL);
        world.ana().people().updateProfile(ANA.id(), new Profile("Nina Sample", "ana@example.org"));

        assertThat(Refusals.told(() -> world.approve(id, NINA))).isEqualTo("done");
    }

    @Test
    void nothingIsWrittenToTheSubmitterWhileTheRoundIsOpen() {
        SubmissionId id = begun();
        List<?> before = world.told().toldTo(ANA.id());

        insideARound().limit(1).forEach(panel -> panel.act().in(world, id));
        world.approve(id, UMA, NOEL);
        world.reviewer(NOEL).recuse(id, "");
        world.sam().fillSeat(id, NURI.id());

        assertThat(world.told().toldTo(ANA.id())).isEqualTo(before);
    }

    /** A round in which Uma and Noel have accepted and Nina is invited. */
    private SubmissionId begun() {
        SubmissionId id = world.submit(Samples.practice());
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL);
        return id;
    }

    /** All that Ana sees on the way of an item whose panel is this, in which the first refuses once. */
    private static List<Object> storyOf(Person... panel) {
        World world = World.standard();
        List<Object> seen = new ArrayList<>();
        SubmissionId id = world.submit(Samples.practice());
        world.seat(id, panel);
        seen.addAll(everythingSeenBy(world, id, "seated").values());
        world.accept(id, panel);
        for (Person person : panel) {
            boolean refuses = person.affiliations().sectorAt(Samples.NOW) == Sector.UN;
            world.review(id, person, refuses ? ReviewOutcome.REQUEST_CHANGES : ReviewOutcome.APPROVE, World.MEND);
        }
        seen.addAll(everythingSeenBy(world, id, "judged").values());
        return seen;
    }

    /** What submitter and public can call about an item, and what they get. */
    private static Map<String, Object> everythingSeenBy(World world, SubmissionId id, String when) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put(when + ": view", world.ana().view(id));
        seen.put(when + ": lists", world.ana().mySubmissions(SubmissionQuery.all()));
        seen.put(when + ": disclosure", world.ana().disclosure(id));
        seen.put(when + ": content", world.ana().content(id));
        seen.put(when + ": public", told(() -> world.visitor().published(id)));
        seen.put(when + ": search", world.visitor().search(SearchQuery.everything()));
        seen.put(when + ": notices", world.told().toldTo(ANA.id()));
        return seen;
    }

    private static Object told(Callable<?> read) {
        try {
            return read.call();
        } catch (Exception e) {
            return e.getMessage();
        }
    }

    private static Person canary(String id, Organisation body) {
        return Samples.reviewer(id, body);
    }

    /** Every instant anywhere in a view. */
    private static List<Instant> instants(Object value) {
        List<Instant> found = new ArrayList<>();
        collect(value, found);
        return found;
    }

    private static void collect(Object value, List<Instant> found) {
        if (value instanceof Instant instant) {
            found.add(instant);
        } else if (value instanceof Iterable<?> many) {
            many.forEach(each -> collect(each, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> collect(each, found));
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(each -> collect(each, found));
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                collect(read(value, component), found);
            }
        }
    }

    private static Object read(Object value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " can't be read", e);
        }
    }

    private interface InsideARound {
        void in(World world, SubmissionId id);
    }

    record Panel(String what, InsideARound act) {
        @Override
        public String toString() {
            return what;
        }
    }
}
