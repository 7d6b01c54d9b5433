package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.people.Sector;

/**
 * Every combination of sides and of what became of three seats, and of a further seat, judged by hand-written rules
 * that know nothing of the policy's parts.
 */
class JudgeTest {

    private static final String SIDES = "UNX";
    private static final String STATES = "+~-oiadcr";

    /** Two of three must approve, one of either side among them; nobody breaks a tie; one decline ends it. */
    private static final ReviewPolicy TWO_OF_THREE = ReviewPolicy.named("two-of-three", 1)
            .seats(3)
            .atLeastUn(1)
            .atLeastNonUn(1)
            .approvals(2)
            .declinesToEnd(1)
            .rules(ReviewPolicy.GCM_2022.rules())
            .build();

    @Test
    void gcm2022JudgesEveryRoundOfThree() {
        int judged = check(ReviewPolicy.GCM_2022, threeSeats(), round -> {
            if (round.isPending()) {
                return round.pending();
            }
            boolean all = round.approvals() == 3;
            return all && round.un() >= 1 && round.nonUn() >= 1 ? "approved" : round.refused(2);
        });
        System.out.println("gcm-2022: " + judged + " rounds judged");
        assertThat(judged).isEqualTo(27 * 27 * 27);
    }

    @Test
    void gcm2020JudgesEveryRoundOfThree() {
        int judged = check(ReviewPolicy.GCM_2020, threeSeats(), JudgeTest::withoutFurther);
        System.out.println("gcm-2020: " + judged + " rounds judged");
        assertThat(judged).isEqualTo(27 * 27 * 27);
    }

    @Test
    void gcm2020JudgesEveryRoundWithAFurtherSeat() {
        List<String> rounds = new ArrayList<>();
        for (String three : seats("UN", "+~-", 3)) {
            for (String further : seats(SIDES, STATES, 1)) {
                rounds.add(three + " *" + further);
            }
        }
        int judged = check(ReviewPolicy.GCM_2020, rounds, JudgeTest::withFurther);
        System.out.println("gcm-2020, with a further seat: " + judged + " rounds judged");
        assertThat(judged).isEqualTo(6 * 6 * 6 * 27);
    }

    @Test
    void aPolicyOfTwoOfThreeJudgesEveryRound() {
        check(TWO_OF_THREE, threeSeats(), round -> {
            if (round.isPending()) {
                return round.pending();
            }
            return round.approvals() >= 2 && round.un() >= 1 && round.nonUn() >= 1 ? "approved" : round.refused(1);
        });
    }

    @Test
    void theTieBreakerSaysFromWhichSideTheFurtherReviewerComes() {
        assertThat(judge(breakable(TieBreaker.NOBODY), "U+ N~ N+")).isEqualTo("changes-requested");
        assertThat(judge(breakable(TieBreaker.FURTHER_REVIEWER), "U+ N~ N+")).isEqualTo("tied [UN, NON_UN]");
        assertThat(judge(breakable(TieBreaker.FURTHER_UN_REVIEWER), "U+ N~ N+")).isEqualTo("tied [UN]");
        assertThat(judge(breakable(TieBreaker.FURTHER_NON_UN_REVIEWER), "U+ N~ N+"))
                .isEqualTo("tied [NON_UN]");
        assertThat(judge(breakable(TieBreaker.FURTHER_NON_UN_REVIEWER), "U~ N+ N+"))
                .isEqualTo("changes-requested");
        assertThat(judge(breakable(TieBreaker.FURTHER_UN_REVIEWER), "U+ N- N-")).isEqualTo("declined");
    }

    @Test
    void aFurtherReviewerWhoRefusesBlocksEvenWhereEnoughApprove() {
        assertThat(judge(ReviewPolicy.GCM_2020, "U+ N+ N+ *N~")).isEqualTo("changes-requested");
        assertThat(judge(ReviewPolicy.GCM_2020, "U+ N+ N+ *N+")).isEqualTo("approved");
    }

    @Test
    void onePersonCountsOnce() {
        Seat first = Rounds.seat(1, "U+");
        Seat second = Rounds.seat(2, "N+");
        Seat again = new Seat(Rounds.seating(3, "p-2", Sector.NON_UN, false), Rounds.state('+'));
        Round round = new Round(Rounds.ID, 1, Rounds.REVISION, Rounds.AT, List.of(first, second, again));
        PanelVerdict verdict = Rounds.verdict(ReviewPolicy.GCM_2022.judge(round, Rounds.AT));
        assertThat(verdict.outcome()).isEqualTo(VerdictOutcome.CHANGES_REQUESTED);
        assertThat(verdict.approvals()).containsExactly(first, second);
    }

    @Test
    void theVerdictHoldsWhatWasJudged() {
        Round round = Rounds.of("Ud U+ N+ Nr N+");
        PanelVerdict verdict = Rounds.verdict(ReviewPolicy.GCM_2022.judge(round, Rounds.DUE));
        assertThat(verdict.submission()).isEqualTo(Rounds.ID);
        assertThat(verdict.round()).isEqualTo(1);
        assertThat(verdict.policy()).isEqualTo(new PolicyRef("gcm-2022", 1));
        assertThat(verdict.digest()).isEqualTo(Rounds.DIGEST);
        assertThat(verdict.outcome()).isEqualTo(VerdictOutcome.APPROVED);
        assertThat(verdict.approvals()).extracting(Seat::number).containsExactly(2, 3, 5);
        assertThat(verdict.at()).isEqualTo(Rounds.DUE);
        assertThat(verdict.approvals(Sector.UN)).isEqualTo(1);
        assertThat(verdict.approvals(Sector.NON_UN)).isEqualTo(2);
        assertThat(verdict.approvals(Sector.UNDETERMINED)).isZero();
    }

    @Test
    void aRoundIsBeyondApprovalOnceNoReviewToComeCanHelp() {
        for (String round : threeSeats()) {
            long refused = Judged.of(round).refusedSeats();
            assertThat(ReviewPolicy.GCM_2022.isBeyondApproval(Rounds.of(round)))
                    .as(round)
                    .isEqualTo(refused >= 1);
            assertThat(ReviewPolicy.GCM_2020.isBeyondApproval(Rounds.of(round)))
                    .as(round)
                    .isEqualTo(refused >= 2);
            assertThat(TWO_OF_THREE.isBeyondApproval(Rounds.of(round)))
                    .as(round)
                    .isEqualTo(refused >= 2);
        }
    }

    @Test
    void aFurtherRefusalPutsARoundBeyondApproval() {
        assertThat(beyond2020("U+ N+ N~ *N~")).isTrue();
        assertThat(beyond2020("U+ N+ N~ *Na")).isFalse();
        assertThat(beyond2020("U+ N+ N~ *N+")).isFalse();
        assertThat(beyond2020("U+ N+ N~ *Nd")).isFalse();
        assertThat(beyond2020("U+ N+ Nc Na *N~")).isFalse();
        assertThat(beyond2020("U+ N~ N~ *N+")).isTrue();
    }

    @Test
    void aRefusalDeclinesFromTheNumberOfDeclinesOnThatThePolicySays() {
        assertThat(refusal(ReviewPolicy.GCM_2022, "U- N~ Ni")).isEqualTo(VerdictOutcome.CHANGES_REQUESTED);
        assertThat(refusal(ReviewPolicy.GCM_2022, "U- N- Ni")).isEqualTo(VerdictOutcome.DECLINED);
        assertThat(refusal(ReviewPolicy.GCM_2022, "U- Nc N-")).isEqualTo(VerdictOutcome.DECLINED);
        assertThat(refusal(TWO_OF_THREE, "U+ N+ N~")).isEqualTo(VerdictOutcome.CHANGES_REQUESTED);
        assertThat(refusal(TWO_OF_THREE, "U+ N+ N-")).isEqualTo(VerdictOutcome.DECLINED);
    }

    @Test
    void aFurtherSeatFillsNoVacancy() {
        assertThat(judge(ReviewPolicy.GCM_2020, "U+ N+ Nd *N+")).isEqualTo("pending [] 1");
        assertThat(judge(ReviewPolicy.GCM_2020, "U+ N+ N~ *Ni")).isEqualTo("pending [4] 0");
    }

    @Test
    void moreSeatsThanThePolicyHasLeaveNoVacancy() {
        assertThat(judge(ReviewPolicy.GCM_2022, "U+ N+ N+ Ni")).isEqualTo("pending [4] 0");
    }

    private static ReviewPolicy breakable(TieBreaker breaker) {
        return ReviewPolicy.named("breakable", 1)
                .seats(3)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(3)
                .tieBreaker(breaker)
                .rules(ReviewPolicy.GCM_2022.rules())
                .build();
    }

    private static VerdictOutcome refusal(ReviewPolicy policy, String round) {
        return policy.refusal(Rounds.of(round), Rounds.AT).outcome();
    }

    private static boolean beyond2020(String round) {
        return ReviewPolicy.GCM_2020.isBeyondApproval(Rounds.of(round));
    }

    private static String withoutFurther(Judged round) {
        if (round.isPending()) {
            return round.pending();
        }
        if (round.un() >= 1 && round.nonUn() >= 2) {
            return "approved";
        }
        if (round.un() >= 1 && round.nonUn() == 1) {
            return "tied [NON_UN]";
        }
        return round.un() == 0 && round.nonUn() >= 2 ? "tied [UN]" : round.refused(2);
    }

    private static String withFurther(Judged round) {
        return switch (round.further()) {
            case '+' ->
                round.un() >= 1 && round.nonUn() >= 2 && round.un() + round.nonUn() >= 3
                        ? "approved"
                        : round.refused(2);
            case '~', '-' -> round.refused(2);
            case 'o', 'i', 'a' -> "pending [4] 0";
            default -> withoutFurther(round);
        };
    }

    private static int check(ReviewPolicy policy, List<String> rounds, Function<Judged, String> expected) {
        for (String round : rounds) {
            assertThat(judge(policy, round)).as(round).isEqualTo(expected.apply(Judged.of(round)));
        }
        return rounds.size();
    }

    private static String judge(ReviewPolicy policy, String round) {
        Judgement judgement = policy.judge(Rounds.of(round), Rounds.AT);
        if (judgement instanceof Judgement.Pending pending) {
            return "pending " + pending.awaited() + " " + pending.vacancies();
        }
        return judgement instanceof Judgement.Tied tied
                ? "tied " + tied.sectors()
                : Rounds.verdict(judgement).outcome().code();
    }

    private static List<String> threeSeats() {
        return seats(SIDES, STATES, 3);
    }

    private static List<String> seats(String sides, String states, int number) {
        List<String> rounds = List.of("");
        for (int seat = 0; seat < number; seat++) {
            List<String> longer = new ArrayList<>();
            for (String round : rounds) {
                sides.chars()
                        .forEach(side -> states.chars()
                                .forEach(state -> longer.add((round + " " + (char) side + (char) state).strip())));
            }
            rounds = longer;
        }
        return rounds;
    }

    /** A round's words, counted. The further seat is told by its star. */
    private record Judged(List<String> words) {

        private static final Set<Character> GONE = Set.of('d', 'c', 'r');

        static Judged of(String round) {
            return new Judged(List.of(round.split(" ")));
        }

        boolean isPending() {
            return vacancies() > 0 || !awaited().isEmpty();
        }

        String pending() {
            return "pending " + awaited() + " " + vacancies();
        }

        String refused(int declinesToEnd) {
            return count("-") >= declinesToEnd ? "declined" : "changes-requested";
        }

        long un() {
            return count("U+");
        }

        long nonUn() {
            return count("N+");
        }

        long approvals() {
            return un() + nonUn();
        }

        long refusedSeats() {
            return count("~") + count("-");
        }

        char further() {
            String last = words.get(words.size() - 1);
            return last.charAt(last.length() - 1);
        }

        private int vacancies() {
            return (int)
                    words.stream().filter(word -> GONE.contains(word.charAt(1))).count();
        }

        private List<Integer> awaited() {
            List<Integer> numbers = new ArrayList<>();
            for (int seat = 0; seat < words.size(); seat++) {
                if ("oia".indexOf(words.get(seat).charAt(1)) >= 0) {
                    numbers.add(seat + 1);
                }
            }
            return numbers;
        }

        private long count(String end) {
            return words.stream().filter(word -> word.endsWith(end)).count();
        }
    }
}
