package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdgTest {

    @Test
    void thereAreSeventeenGoalsWithOneHundredAndSixtyNineTargets() {
        assertThat(Sdg.goals()).hasSize(17).allMatch(Sdg::isGoal);
        assertThat(Sdg.all().stream().filter(sdg -> !sdg.isGoal())).hasSize(169);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 7", "2, 8", "3, 13", "4, 10", "5, 9", "6, 8", "7, 5", "8, 12", "9, 8", "10, 10", "11, 10", "12, 11",
        "13, 5", "14, 10", "15, 12", "16, 12", "17, 19"
    })
    void everyGoalHasAsManyTargetsAsTheAgendaGivesIt(int goal, int targets) {
        assertThat(Sdg.all().stream().filter(sdg -> !sdg.isGoal() && sdg.goal().equals(Sdg.goal(goal))))
                .hasSize(targets);
    }

    @Test
    void everyOneIsFoundByItsCodeAndItsNumber() {
        assertThat(Sdg.all()).allSatisfy(sdg -> {
            assertThat(Sdg.find(sdg.code())).contains(sdg);
            assertThat(sdg.code()).isEqualTo("sdg-" + sdg.number());
        });
    }

    @Test
    void aTargetKnowsItsGoal() {
        Sdg target = Sdg.target("10.7");
        assertThat(target.goal()).isEqualTo(Sdg.goal(10));
        assertThat(target.isGoal()).isFalse();
        assertThat(target).hasToString("sdg-10.7");
    }

    @Test
    void aTargetMayHaveALetter() {
        assertThat(Sdg.target("1.a").code()).isEqualTo("sdg-1.a");
    }

    @Test
    void aGoalComesBeforeItsTargetsAndNumbersBeforeLetters() {
        List<Sdg> mixed = new ArrayList<>(Sdg.all());
        Collections.shuffle(mixed, new Random(1));
        Collections.sort(mixed);
        assertThat(mixed).isEqualTo(Sdg.all());
        assertThat(mixed)
                .containsSubsequence(
                        Sdg.goal(8), Sdg.target("8.2"), Sdg.target("8.10"), Sdg.target("8.a"), Sdg.goal(9));
    }

    @Test
    void equalityIsThatOfTheCode() {
        assertThat(Sdg.goal(8)).isEqualTo(Sdg.find("sdg-8").orElseThrow()).isNotEqualTo(Sdg.target("8.1"));
        assertThat(Sdg.all()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 18, -1})
    void anotherGoalIsRefused(int goal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sdg.goal(goal))
                .withMessageContaining(String.valueOf(goal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "8.11", "8.c", "17.a", "18.1", "8.08", "08.8", "1.A", "", "sdg-8.8"})
    void whatIsNoTargetIsRefused(String target) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sdg.target(target))
                .withMessageContaining(target);
    }
}
