package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.EligibilityRule;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.vocabulary.Language;

/** Whole ways of a submission, through the facade, under each preset. */
class StoryTest {

    static Stream<ReviewPolicy> presets() {
        return Stream.of(ReviewPolicy.GCM_2022, ReviewPolicy.GCM_2020);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPracticeGoesFromADraftToPublicationAndIsFound(ReviewPolicy policy) {
        World world = World.under(policy);
        ContentItem practice = Samples.practice();

        SubmissionId id = world.ana().saveDraft(practice).id();
        assertThat(world.ana().check(practice).isAcceptable()).isTrue();
        assertThat(world.ana().submitDraft(id).stage()).isEqualTo(StageName.SUBMITTED);
        world.seat(id, UMA, NOEL, NINA);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
        assertThat(world.find("information desk")).isEmpty();
        world.clock().advance(Duration.ofDays(3));
        world.approve(id, NINA);

        PublicRecord.Published published = world.readPublic(id);
        assertThat(published.content()).isEqualTo(practice);
        assertThat(published.digest()).isEqualTo(ContentDigest.of(practice));
        assertThat(published.revision()).isEqualTo(1);
        assertThat(published.submittedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        LocalDate day = LocalDate.of(2026, 3, 5);
        PublicRecord.HowReviewed reviewed = new PublicRecord.HowReviewed(policy.ref(), 3, 1, 2, day);
        assertThat(published.reviewed()).isEqualTo(reviewed);
        assertThat(published.versions())
                .containsExactly(new PublicRecord.Version(1, ContentDigest.of(practice), reviewed));
        assertThat(world.find("information desk")).containsExactly(id);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.PUBLISHED);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aResourceGoesTheSameWay(ReviewPolicy policy) {
        World world = World.under(policy);

        SubmissionId id = world.publish(Samples.resource());

        assertThat(world.readPublic(id).content()).isEqualTo(Samples.resource());
        assertThat(world.find("papiers d'identité")).containsExactly(id);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatIsAskedForAtScreeningIsMendedAndGoesOn(ReviewPolicy policy) {
        World world = World.under(policy);
        SubmissionId id = world.submit(Samples.practice("First try"));

        SubmissionView returned = world.sam().returnToSubmitter(id, "Who paid for it?");
        assertThat(returned.stage()).isEqualTo(StageName.CHANGES_REQUESTED);
        assertThat(world.ana().view(id).note()).isEqualTo("Who paid for it?");
        SubmissionView revised = world.ana().revise(id, Samples.practice("Second try"));

        assertThat(revised.stage()).isEqualTo(StageName.SUBMITTED);
        assertThat(revised.revision()).isEqualTo(2);
        assertThat(revised.note()).isNull();
        assertThat(world.ana().content(id, 1).title()).isEqualTo("First try");
    }

    @Test
    void whatWasAskedForAtScreeningStaysKnownToThoseWhoSeeTheOutcomesWithTheDays() {
        World world = World.standard();
        SubmissionId id = world.submit(Samples.practice("First try"));
        world.clock().advance(Duration.ofDays(1));
        world.sam().returnToSubmitter(id, "Who paid for it?");
        world.clock().advance(Duration.ofDays(1));
        world.ana().revise(id, Samples.practice("Second try"));
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL);

        LocalDate first = LocalDate.of(2026, 3, 2);
        List<RevisionView> known = List.of(
                new RevisionView(1, first, first.plusDays(1), "Who paid for it?"),
                new RevisionView(2, first.plusDays(2), null, ""));
        assertThat(world.ana().view(id).revisions()).isEqualTo(known);
        assertThat(world.sam().view(id).revisions()).isEqualTo(known);
        assertThat(world.reviewer(UMA).view(id).revisions()).isEmpty();
        assertThat(world.ana().view(id).rounds().get(0).judgedOn()).isNull();
        world.clock().advance(Duration.ofDays(1));
        world.approve(id, NINA);
        assertThat(world.ana().view(id).rounds().get(0).judgedOn()).isEqualTo(first.plusDays(3));
    }

    @Test
    void whatIsDeclinedAtScreeningEndsThere() {
        World world = World.standard();
        SubmissionId id = world.submit(Samples.practice());

        assertThat(world.sam().decline(id, "It is a plan, not a practice.").stage())
                .isEqualTo(StageName.DECLINED);

        assertThat(world.ana().view(id).note()).isEqualTo("It is a plan, not a practice.");
        assertThat(world.ana().view(id).possible()).isEmpty();
        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> world.ana().revise(id, Samples.practice("Again")))
                .satisfies(thrown -> assertThat(thrown.stage()).isEqualTo("declined"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> world.visitor().published(id));
    }

    @Test
    void screeningNeedsWords() {
        World world = World.standard();
        SubmissionId id = world.submit(Samples.practice());

        assertThat(Refusals.reasons(() -> world.sam().returnToSubmitter(id, " \n")))
                .containsExactly("/text note.required");
        assertThat(Refusals.reasons(() -> world.sam().decline(id, ""))).containsExactly("/text note.required");
        assertThat(Refusals.reasons(() -> world.sam().decline(id, "No\u0000")))
                .containsExactly("/text text.control-character");
    }

    @Test
    void oneWhoAsksForChangesSendsItBackAndTheSamePanelGoesOn() {
        World world = World.standard();
        SubmissionId id = world.inReview(Samples.practice("First try"));
        world.approve(id, UMA);
        world.refuse(id, NOEL);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
        world.approve(id, NINA);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.CHANGES_REQUESTED);

        assertThat(world.ana().revise(id, Samples.practice("Second try")).stage())
                .isEqualTo(StageName.IN_REVIEW);
        world.approve(id, UMA, NOEL);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.IN_REVIEW);
        world.approve(id, NINA);

        assertThat(world.readPublic(id).content().title()).isEqualTo("Second try");
        assertThat(world.readPublic(id).versions()).hasSize(1);
    }

    @Test
    void mostOfThePanelCanDeclineItForGood() {
        World world = World.standard();
        SubmissionId id = world.inReview(Samples.practice());
        world.approve(id, UMA);
        world.review(id, NOEL, ReviewOutcome.DECLINE, World.MEND);

        SubmissionView seen = world.review(id, NINA, ReviewOutcome.DECLINE, World.MEND);

        assertThat(seen.stage()).isEqualTo(StageName.DECLINED);
        assertThat(world.ana().view(id).rounds())
                .extracting(RoundView::outcome)
                .containsExactly(VerdictOutcome.DECLINED);
        assertThat(world.ana().view(id).possible()).isEmpty();
    }

    @Test
    void aRoundThatCanLeadNowhereIsClosedEarlyAndNotBefore() {
        World world = World.standard();
        SubmissionId id = world.inReview(Samples.practice());
        assertThat(Refusals.codes(() -> world.sam().closeRound(id))).containsExactly("round.open");
        assertThat(world.sam().view(id).possible()).doesNotContain(Act.CLOSE_ROUND);

        world.refuse(id, NOEL);
        assertThat(world.sam().view(id).possible()).contains(Act.CLOSE_ROUND);

        assertThat(world.sam().closeRound(id).stage()).isEqualTo(StageName.CHANGES_REQUESTED);
        assertThat(world.ana().view(id).rounds().get(0).seats()).hasSize(1);
    }

    @Test
    void in2020OneFurtherReviewerMayDecideATie() {
        World world = World.under(ReviewPolicy.GCM_2020);
        SubmissionId id = tied(world);
        assertThat(world.sam().view(id).possible()).contains(Act.SEAT_FURTHER, Act.CLOSE_ROUND);

        world.sam().seatFurther(id, NURI.id());
        world.accept(id, NURI);
        world.approve(id, NURI);

        assertThat(world.readPublic(id).reviewed().approvals()).isEqualTo(3);
        assertThat(world.sam().view(id).rounds().get(0).seats())
                .filteredOn(SeatView::further)
                .extracting(SeatView::person)
                .containsExactly(NURI.id());
    }

    @Test
    void in2020AFurtherRefusalSendsItBack() {
        World world = World.under(ReviewPolicy.GCM_2020);
        SubmissionId id = tied(world);
        world.sam().seatFurther(id, NURI.id());
        world.accept(id, NURI);

        world.refuse(id, NURI);

        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.CHANGES_REQUESTED);
        assertThat(Refusals.told(() -> world.sam().seatFurther(id, ULF.id()))).startsWith("not now seat-further");
    }

    @Test
    void in2020ATieThatNobodyShallBreakIsClosed() {
        World world = World.under(ReviewPolicy.GCM_2020);
        SubmissionId id = tied(world);

        assertThat(world.sam().closeRound(id).stage()).isEqualTo(StageName.CHANGES_REQUESTED);
    }

    @Test
    void in2020AFurtherReviewerFromTheWrongSideIsRefused() {
        World world = World.under(ReviewPolicy.GCM_2020);
        SubmissionId id = tied(world); // Noel, from outside the UN, refused: only an outsider's approval decides

        assertThat(Refusals.codes(() -> world.sam().seatFurther(id, ULF.id()))).containsExactly("mix");
    }

    @Test
    void in2020AFurtherReviewerWhoCantStayLeavesTheTieToTheSecretariat() {
        World world = World.under(ReviewPolicy.GCM_2020);
        SubmissionId id = tied(world);
        world.sam().seatFurther(id, NURI.id());

        world.reviewer(NURI).declineSeat(id, "");

        assertThat(world.sam().view(id).possible()).contains(Act.SEAT_FURTHER, Act.CLOSE_ROUND);
    }

    @Test
    void in2022NobodyBreaksATie() {
        World world = World.standard();
        SubmissionId id = world.inReview(Samples.practice());
        world.approve(id, UMA, NINA);

        assertThat(Refusals.codes(() -> world.sam().seatFurther(id, NURI.id()))).containsExactly("round.not-tied");
        world.refuse(id, NOEL);
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.CHANGES_REQUESTED);
    }

    @Test
    void anAgencysOwnPolicyIsTheOneThatJudges() {
        ReviewPolicy own = ReviewPolicy.named("sample-own", 4)
                .seats(2)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(2)
                .rules(EnumSet.allOf(EligibilityRule.class))
                .build();
        World world = World.under(own);
        SubmissionId id = world.inReview(Samples.practice(), UMA, NINA);

        world.approve(id, UMA, NINA);

        PublicRecord.HowReviewed reviewed = world.readPublic(id).reviewed();
        assertThat(reviewed.policy()).hasToString("sample-own/4");
        assertThat(reviewed.approvals()).isEqualTo(2);
    }

    @Test
    void whatWasBegunUnderOnePolicyIsJudgedByItWhenTheHubHasAnother() {
        World world = World.under(ReviewPolicy.GCM_2022);
        SubmissionId id = world.submit(Samples.practice());
        Hub later = Hub.builder()
                .storage(world.storage())
                .clock(world.clock())
                .policy(ReviewPolicy.GCM_2020)
                .build();

        SubmissionView seated = later.as(Actor.secretariat(Samples.SAM.id())).seatPanel(id, World.ids(UMA, ULF, NINA));

        assertThat(seated.policy()).isEqualTo(ReviewPolicy.GCM_2022.ref());
    }

    @Test
    void whatIsWrongWithAFormIsSaidAllAtOnceAndNothingIsKept() {
        World world = World.standard();
        ContentItem empty = Practice.in(Language.EN).build();

        List<String> reasons = Refusals.reasons(() -> world.ana().submit(empty));

        assertThat(reasons)
                .contains("/texts/en/title title.required", "/type type.required", "/geography geography.required")
                .hasSizeGreaterThan(5);
        assertThat(world.ana().check(empty).violations()).hasSameSizeAs(reasons);
        assertThat(world.ana().mySubmissions(SubmissionQuery.all())).isEmpty();
    }

    @Test
    void aReferenceIntoNowhereIsRefusedWhenHandedInAndNotBefore() {
        World world = World.standard();
        ContentItem lost = Samples.practice().toBuilder()
                .contributor(new PersonId("nobody"))
                .partner(OrganisationRef.of(new OrganisationId("no-body"), "No such body"))
                .build();

        SubmissionId id = world.ana().saveDraft(lost).id();

        assertThat(Refusals.reasons(() -> world.ana().submitDraft(id)))
                .containsExactly("/contributors/1 person.unknown", "/partners/1/id organisation.unknown");
        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.DRAFT);
    }

    @Test
    void aDraftMayBeUnfinishedButNotMalformed() {
        World world = World.standard();
        ContentItem unfinished = Practice.in(Language.EN).title("Only a title").build();
        ContentItem malformed = Practice.in(Language.EN).title("Half a \uD83D").build();

        SubmissionId id = world.ana().saveDraft(unfinished).id();

        assertThat(world.ana().draft(id)).isEqualTo(unfinished);
        assertThat(Refusals.codes(() -> world.ana().saveDraft(malformed))).containsExactly("text.half-character");
        assertThat(Refusals.codes(() -> world.ana().saveDraft(id, malformed))).containsExactly("text.half-character");
        assertThat(Refusals.codes(() -> world.ana().submit(malformed))).contains("text.half-character");
        assertThat(Refusals.codes(() -> world.ana().submitDraft(id))).contains("summary.required");
        assertThat(world.ana().draft(id)).isEqualTo(unfinished);
    }

    @Test
    void handingInTheWorkingCopyUsesItUp() {
        World world = World.standard();
        SubmissionId id = world.ana().saveDraft(Samples.practice("A draft")).id();
        world.ana().submitDraft(id);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> world.ana().draft(id))
                .satisfies(thrown -> assertThat(thrown.kind()).isEqualTo("draft"));
        assertThat(Refusals.codes(() -> world.ana().submitDraft(id))).containsExactly("draft.missing");
    }

    @Test
    void aWorkingCopyBesideWhatWasHandedInBecomesTheNextRevision() {
        World world = World.standard();
        SubmissionId id = world.submit(Samples.practice("Handed in"));

        world.ana().saveDraft(id, Samples.practice("Working copy"));
        assertThat(world.ana().content(id).title()).isEqualTo("Handed in");
        assertThat(world.sam().view(id).title()).isEqualTo("Handed in");
        SubmissionView handedIn = world.ana().submitDraft(id);

        assertThat(handedIn.revision()).isEqualTo(2);
        assertThat(world.sam().content(id).title()).isEqualTo("Working copy");
    }

    @Test
    void handingInTheSameAgainIsRefused() {
        World world = World.standard();
        SubmissionId id = world.submit(Samples.practice("The same"));

        assertThat(Refusals.codes(() -> world.ana().revise(id, Samples.practice("The same"))))
                .containsExactly("revision.unchanged");
    }

    @Test
    void aPracticeDoesNotBecomeAResource() {
        World world = World.standard();
        SubmissionId id = world.submit(Samples.practice());

        assertThat(Refusals.reasons(() -> world.ana().revise(id, Samples.resource())))
                .containsExactly("/kind kind.changed");
        assertThat(Refusals.reasons(() -> world.ana().saveDraft(id, Samples.resource())))
                .containsExactly("/kind kind.changed");
    }

    @Test
    void aSubmissionIsTakenBackAtAnyTimeBeforePublication() {
        World world = World.standard();
        SubmissionId atScreening = world.submit(Samples.practice("At screening"));
        SubmissionId inReview = world.inReview(Samples.practice("In review"));
        world.approve(inReview, UMA, NOEL);
        SubmissionId sentBack = world.submit(Samples.practice("Sent back"));
        world.sam().returnToSubmitter(sentBack, "More, please.");

        for (SubmissionId id : List.of(atScreening, inReview, sentBack)) {
            SubmissionView withdrawn = world.ana().withdraw(id, "We found a mistake.");
            assertThat(withdrawn.stage()).isEqualTo(StageName.WITHDRAWN);
            assertThat(withdrawn.note()).isEqualTo("We found a mistake.");
            assertThat(withdrawn.possible()).isEmpty();
            assertThat(world.sam().view(id).possible()).isEmpty();
        }
        assertThat(Refusals.told(() -> world.approve(inReview, NINA))).startsWith("no submission");
        assertThat(world.find("")).isEmpty();
    }

    @Test
    void aDraftIsTakenBackByItsSubmitter() {
        World world = World.standard();
        SubmissionId id = world.ana().saveDraft(Samples.practice("Never mind")).id();

        assertThat(Refusals.told(() -> world.ana().withdraw(id, "Never mind."))).isEqualTo("done");

        assertThat(world.ana().view(id).stage()).isEqualTo(StageName.WITHDRAWN);
        assertThat(world.ana().view(id).possible()).isEmpty();
    }

    @Test
    void aDraftThatWasTakenBackBreaksNobodysList() {
        World world = World.standard();
        SubmissionId other = world.submit(Samples.practice("Another"));
        SubmissionId id = world.ana().saveDraft(Samples.practice("Never mind")).id();
        world.ana().withdraw(id, "");

        assertThat(listed(world.sam().submissions(SubmissionQuery.all()))).containsExactly(other);
        assertThat(listed(world.ana().mySubmissions(SubmissionQuery.all()))).contains(other);
    }

    @Test
    void whatIsPublicCannotBeTakenBackByItsSubmitter() {
        World world = World.standard();
        SubmissionId id = world.publish(Samples.practice());

        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> world.ana().withdraw(id, ""))
                .satisfies(thrown -> assertThat(thrown.stage()).isEqualTo("published"));
    }

    @Test
    void theListsHoldWhatTheySay() {
        World world = World.standard();
        SubmissionId draft = world.ana().saveDraft(Samples.practice("A draft")).id();
        SubmissionId screening = world.submit(Samples.practice("At screening"));
        SubmissionId inReview = world.inReview(Samples.practice("In review"));
        world.approve(inReview, UMA);

        assertThat(listed(world.ana().mySubmissions(SubmissionQuery.all())))
                .containsExactly(inReview, screening, draft);
        assertThat(listed(world.as(NURI, Role.CONTRIBUTOR).mySubmissions(SubmissionQuery.all())))
                .isEmpty();
        assertThat(listed(world.sam().submissions(SubmissionQuery.all()))).containsExactly(inReview, screening);
        assertThat(listed(world.sam().submissions(SubmissionQuery.all().in(EnumSet.of(StageName.DRAFT)))))
                .isEmpty();
        assertThat(listed(world.sam()
                        .submissions(SubmissionQuery.all().in(EnumSet.of(StageName.DRAFT, StageName.SUBMITTED)))))
                .containsExactly(screening);
        assertThat(listed(world.sam().submissions(SubmissionQuery.all().by(ANA.id()))))
                .doesNotContain(draft);
        assertThat(listed(world.reviewer(NOEL).myReviews(SubmissionQuery.all())))
                .containsExactly(inReview);
        assertThat(listed(world.reviewer(UMA).myReviews(SubmissionQuery.all()))).isEmpty();
        assertThat(listed(world.reviewer(UMA).myReviewed(SubmissionQuery.all())))
                .containsExactly(inReview);
        assertThat(listed(world.reviewer(NOEL).myReviewed(SubmissionQuery.all())))
                .isEmpty();
        assertThat(listed(world.sam().submissions(SubmissionQuery.all().limit(1))))
                .containsExactly(inReview);
        assertThat(listed(world.sam().submissions(SubmissionQuery.all().limit(1).after(inReview))))
                .containsExactly(screening);
    }

    @Test
    void whatIsOverdueIsComputedFromTheClock() {
        World world = World.standard();
        SubmissionId id = world.inReview(Samples.practice());
        world.approve(id, UMA);
        SubmissionQuery overdue =
                SubmissionQuery.all().overdue(world.clock().instant().plus(Duration.ofDays(22)));
        assertThat(seats(world, id)).noneMatch(SeatView::overdue);

        world.clock().advance(Duration.ofDays(22));

        assertThat(seats(world, id))
                .filteredOn(SeatView::overdue)
                .extracting(SeatView::person)
                .containsExactly(NOEL.id(), NINA.id());
        assertThat(listed(world.sam().submissions(overdue))).containsExactly(id);
    }

    @Test
    void aRevisionThatNeverWasIsNotFound() {
        World world = World.standard();
        SubmissionId id = world.submit(Samples.practice());

        for (int number : new int[] {-1, 0, 2, Integer.MAX_VALUE}) {
            assertThat(Refusals.told(() -> world.ana().content(id, number)))
                    .startsWith("no revision " + id + "/" + number);
        }
    }

    @Test
    void aSearchGoesFromPageToPage() {
        World world = World.standard();
        SubmissionId first = world.publish(Samples.practice("Sampling one"));
        SubmissionId second = world.publish(Samples.practice("Sampling two"));

        SearchResult page = world.visitor().search(SearchQuery.of("sampling").limit(1));
        SearchResult rest =
                world.visitor().search(SearchQuery.of("sampling").limit(1).after(page.next()));

        assertThat(page.total()).isEqualTo(2);
        assertThat(Stream.concat(page.items().stream(), rest.items().stream()).map(PublicRecord::id))
                .containsExactlyInAnyOrder(first, second);
        assertThat(rest.next()).isNull();
        assertThat(Refusals.codes(
                        () -> world.visitor().search(SearchQuery.of("sampling").after("made up"))))
                .containsExactly("cursor.invalid");
    }

    @Test
    void theSidesAreThoseOnWhichReviewersStoodWhenSeated() {
        World world = World.standard();
        SubmissionId id = world.inReview(Samples.practice(), UMA, ULF, NINA);

        assertThat(seats(world, id)).extracting(SeatView::sector).containsExactly(Sector.UN, Sector.UN, Sector.NON_UN);
    }

    /** Uma and Nina approve, Noel doesn't. */
    private static SubmissionId tied(World world) {
        SubmissionId id = world.inReview(Samples.practice());
        world.approve(id, UMA, NINA);
        world.refuse(id, NOEL);
        return id;
    }

    private static List<SeatView> seats(World world, SubmissionId id) {
        List<RoundView> rounds = world.sam().view(id).rounds();
        return rounds.get(rounds.size() - 1).seats();
    }

    private static List<SubmissionId> listed(List<SubmissionSummary> lines) {
        return lines.stream().map(SubmissionSummary::id).toList();
    }
}
