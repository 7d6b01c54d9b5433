package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReviewPolicyTest {

    @Test
    void gcm2022AsksForThreeApprovalsOneFromEitherSide() {
        ReviewPolicy policy = ReviewPolicy.GCM_2022;
        assertThat(policy.ref()).isEqualTo(new PolicyRef("gcm-2022", 1));
        assertThat(policy.seats()).isEqualTo(3);
        assertThat(policy.minimumUn()).isEqualTo(1);
        assertThat(policy.minimumNonUn()).isEqualTo(1);
        assertThat(policy.approvals()).isEqualTo(3);
        assertThat(policy.tieBreaker()).isEqualTo(TieBreaker.NOBODY);
        assertDefaults(policy);
    }

    @Test
    void gcm2020AsksForTwoFromOutsideAndLetsAFurtherReviewerDecide() {
        ReviewPolicy policy = ReviewPolicy.GCM_2020;
        assertThat(policy.ref()).isEqualTo(new PolicyRef("gcm-2020", 1));
        assertThat(policy.seats()).isEqualTo(3);
        assertThat(policy.minimumUn()).isEqualTo(1);
        assertThat(policy.minimumNonUn()).isEqualTo(2);
        assertThat(policy.approvals()).isEqualTo(3);
        assertThat(policy.tieBreaker()).isEqualTo(TieBreaker.FURTHER_REVIEWER);
        assertDefaults(policy);
    }

    @Test
    void aPolicyOfOnesOwnHoldsWhatWasSaid() {
        ReviewPolicy policy = ReviewPolicy.named("own", 7)
                .seats(5)
                .atLeastUn(2)
                .atLeastNonUn(1)
                .approvals(4)
                .declinesToEnd(5)
                .separateOrganisations()
                .tieBreaker(TieBreaker.FURTHER_UN_REVIEWER)
                .rules(EnumSet.of(EligibilityRule.PRESENT))
                .rules(EnumSet.of(EligibilityRule.NOT_OF_PARTNER))
                .conflictWindow(Duration.ofDays(365))
                .timeToReview(Duration.ofDays(10))
                .build();
        assertThat(policy.ref()).isEqualTo(new PolicyRef("own", 7));
        assertThat(policy.seats()).isEqualTo(5);
        assertThat(policy.minimumUn()).isEqualTo(2);
        assertThat(policy.minimumNonUn()).isEqualTo(1);
        assertThat(policy.approvals()).isEqualTo(4);
        assertThat(policy.declinesToEnd()).isEqualTo(5);
        assertThat(policy.separateOrganisations()).isTrue();
        assertThat(policy.tieBreaker()).isEqualTo(TieBreaker.FURTHER_UN_REVIEWER);
        assertThat(policy.conflictWindow()).isEqualTo(Duration.ofDays(365));
        assertThat(policy.timeToReview()).isEqualTo(Duration.ofDays(10));
        assertThat(policy).hasToString("own/7");
    }

    @Test
    void theMandatoryRulesAreAddedToThoseChosen() {
        ReviewPolicy policy = own(builder -> {});
        assertThat(policy.rules())
                .containsExactly(
                        EligibilityRule.ON_ROSTER,
                        EligibilityRule.AFFILIATION_DETERMINED,
                        EligibilityRule.NOT_SUBMITTER,
                        EligibilityRule.NOT_NAMED,
                        EligibilityRule.NO_DECLARED_CONFLICT,
                        EligibilityRule.PRESENT,
                        EligibilityRule.NOT_SEATED);
        assertThatThrownBy(() -> policy.rules().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aVerdictDeclinesForGoodFromMoreThanHalfOfTheSeatsUnlessSaid() {
        assertThat(own(builder -> builder.seats(4).approvals(4)).declinesToEnd())
                .isEqualTo(3);
        assertThat(own(builder -> builder.seats(5).approvals(5)).declinesToEnd())
                .isEqualTo(3);
        assertThat(own(builder -> builder.declinesToEnd(1)).declinesToEnd()).isEqualTo(1);
    }

    @Test
    void aPolicyOfWhichNothingWasSaidIsRefusedWithEverythingThatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewPolicy.named("empty", 1).build())
                .withMessageStartingWith("Policy empty/1: ")
                .withMessageContainingAll(
                        "seats must be said, 1 to 9",
                        "; the minimum of UN reviewers must be said, 0 or more",
                        "; the minimum of non-UN reviewers must be said, 0 or more",
                        "; approvals must be said, more than half of the seats",
                        "; the rules on who may judge must be said");
    }

    @Test
    void aTimeMayLastAWholeCentury() {
        Duration century = Duration.ofDays(36_525);
        assertThat(own(builder -> builder.conflictWindow(century)).conflictWindow())
                .isEqualTo(century);
        assertThat(own(builder -> builder.timeToReview(century)).timeToReview()).isEqualTo(century);
    }

    @Test
    void whatIsUnsafeIsRefused() {
        assertRefused(builder -> builder.seats(0).approvals(0), "seats must be said, 1 to 9");
        assertRefused(builder -> builder.seats(10).approvals(10), "seats must be said, 1 to 9");
        assertRefused(builder -> builder.atLeastUn(-1), "the minimum of UN reviewers must be said, 0 or more");
        assertRefused(builder -> builder.atLeastNonUn(-1), "the minimum of non-UN reviewers must be said, 0 or more");
        assertRefused(builder -> builder.atLeastUn(3), "the minimums don't fit into the seats");
        assertRefused(builder -> builder.approvals(0), "approvals must be said, more than half of the seats");
        assertRefused(builder -> builder.approvals(1), "approvals must be said, more than half of the seats");
        assertRefused(builder -> builder.approvals(4), "approvals must be said, more than half of the seats");
        assertRefused(builder -> builder.seats(4).approvals(2), "approvals must be said, more than half of the seats");
        assertRefused(
                builder -> builder.atLeastUn(2).approvals(2), "the approvals can't hold the minimum of both sides");
        assertRefused(builder -> builder.declinesToEnd(-1), "declines that end it can't exceed the seats");
        assertRefused(builder -> builder.declinesToEnd(4), "declines that end it can't exceed the seats");
        assertRefused(builder -> builder.conflictWindow(Duration.ofNanos(-1)), "the conflict window can't be negative");
        assertRefused(builder -> builder.timeToReview(Duration.ofNanos(-1)), "the time to review can't be negative");
        assertRefused(builder -> builder.conflictWindow(Duration.ofDays(36_526)), "longer than a century");
        assertRefused(builder -> builder.timeToReview(Duration.ofSeconds(Long.MAX_VALUE)), "longer than a century");
    }

    @Test
    void aPolicyWithoutChosenRulesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewPolicy.named("own", 1)
                        .seats(3)
                        .atLeastUn(1)
                        .atLeastNonUn(1)
                        .approvals(3)
                        .rules(Set.of())
                        .build())
                .withMessage("Policy own/1: the rules on who may judge must be said");
    }

    @Test
    void whatIsJustSafeIsAccepted() {
        assertThat(own(builder -> builder.seats(1).atLeastUn(0).atLeastNonUn(1).approvals(1))
                        .seats())
                .isEqualTo(1);
        assertThat(own(builder -> builder.seats(9).approvals(5)).approvals()).isEqualTo(5);
        assertThat(own(builder -> builder.atLeastUn(0).atLeastNonUn(0)).minimumUn())
                .isZero();
        assertThat(own(builder -> builder.atLeastUn(2)).minimumUn()).isEqualTo(2);
        assertThat(own(builder -> builder.approvals(2)).approvals()).isEqualTo(2);
        assertThat(own(builder -> builder.declinesToEnd(3)).declinesToEnd()).isEqualTo(3);
        assertThat(own(builder -> builder.conflictWindow(Duration.ZERO)).conflictWindow())
                .isZero();
        assertThat(own(builder -> builder.timeToReview(Duration.ZERO)).timeToReview())
                .isZero();
    }

    @Test
    void policiesAreEqualExactlyIfEveryPartIs() {
        assertThat(own(builder -> {})).isEqualTo(own(builder -> {})).hasSameHashCodeAs(own(builder -> {}));
        List<Consumer<ReviewPolicy.Builder>> changes = List.of(
                builder -> builder.seats(4),
                builder -> builder.atLeastUn(0),
                builder -> builder.atLeastNonUn(0),
                builder -> builder.approvals(2),
                builder -> builder.declinesToEnd(1),
                ReviewPolicy.Builder::separateOrganisations,
                builder -> builder.tieBreaker(TieBreaker.FURTHER_REVIEWER),
                builder -> builder.rules(EnumSet.of(EligibilityRule.HAS_CAPACITY)),
                builder -> builder.conflictWindow(Duration.ofDays(1)),
                builder -> builder.timeToReview(Duration.ofDays(1)));
        for (Consumer<ReviewPolicy.Builder> change : changes) {
            assertThat(own(change)).isNotEqualTo(own(builder -> {}));
        }
        assertThat(basis("own", 2).build()).isNotEqualTo(own(builder -> {}));
        assertThat(basis("other", 1).build()).isNotEqualTo(own(builder -> {}));
        assertThat(own(builder -> {})).isNotEqualTo("own/1");
        assertThat(own(builder -> {}).hashCode())
                .isNotEqualTo(basis("own", 2).build().hashCode());
    }

    @Test
    void theSidesOfATieBreakerAreThoseItIsNamedFor() {
        assertThat(Arrays.stream(TieBreaker.values()).map(TieBreaker::sectors).map(Set::size))
                .containsExactly(0, 2, 1, 1);
    }

    private static void assertDefaults(ReviewPolicy policy) {
        assertThat(policy.declinesToEnd()).isEqualTo(2);
        assertThat(policy.separateOrganisations()).isFalse();
        assertThat(policy.rules()).containsExactly(EligibilityRule.values());
        assertThat(policy.conflictWindow()).isZero();
        assertThat(policy.timeToReview()).isEqualTo(Duration.ofDays(21));
    }

    private static void assertRefused(Consumer<ReviewPolicy.Builder> change, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own(change))
                .withMessageStartingWith("Policy own/1: ")
                .withMessageContaining(reason);
    }

    private static ReviewPolicy own(Consumer<ReviewPolicy.Builder> change) {
        ReviewPolicy.Builder builder = basis("own", 1);
        change.accept(builder);
        return builder.build();
    }

    private static ReviewPolicy.Builder basis(String id, int version) {
        return ReviewPolicy.named(id, version)
                .seats(3)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(3)
                .rules(EnumSet.of(EligibilityRule.PRESENT));
    }
}
