package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionDiagramTest {

    private static final TransitionTable TABLE = TransitionTable.standard();

    @Test
    void theDiagramOfASeatIsDrawnFromTheTable() {
        assertThat(TABLE.seatDiagram()).isEqualTo("""
                stateDiagram-v2
                    [*] --> invited: seated
                    invited --> replaced: replace-seat
                    invited --> accepted: accept-seat
                    invited --> declined: decline-seat
                    invited --> recused: recuse
                    accepted --> replaced: replace-seat
                    accepted --> declined: decline-seat
                    accepted --> recused: recuse
                    accepted --> reviewed: review
                    reviewed --> recused: recuse
                """);
    }

    @Test
    void theDiagramOfStagesHasOneArrowForEachTarget() {
        List<String> arrows = new ArrayList<>();
        for (StageName from : StageName.values()) {
            for (Act act : TABLE.acts(from)) {
                for (StageName to : TABLE.targets(from, act)) {
                    arrows.add("    %s --> %s: %s".formatted(id(from), id(to), act.code()));
                }
            }
        }
        List<String> lines = TABLE.stageDiagram().lines().toList();
        assertThat(lines.subList(0, 2)).containsExactly("stateDiagram-v2", "    [*] --> draft: start");
        assertThat(lines.subList(2, lines.size())).containsExactlyInAnyOrderElementsOf(arrows);
        assertThat(arrows).hasSize(80);
    }

    @Test
    void theDiagramEndsWithItsLastLine() {
        assertThat(TABLE.stageDiagram()).endsWith("    update_changes_requested --> retracted: retract\n");
    }

    @Test
    void theOrderOfTheArrowsIsThatOfStagesAndActs() {
        TransitionTable table = TransitionTable.rows()
                .row(StageName.UPDATE_IN_REVIEW, Act.RETRACT, StageName.RETRACTED)
                .row(StageName.IN_REVIEW, Act.REVIEW, StageName.PUBLISHED, StageName.CHANGES_REQUESTED)
                .row(StageName.IN_REVIEW, Act.REVISE, StageName.IN_REVIEW)
                .build();
        assertThat(table.stageDiagram()).isEqualTo("""
                stateDiagram-v2
                    [*] --> draft: start
                    in_review --> in_review: revise
                    in_review --> changes_requested: review
                    in_review --> published: review
                    update_in_review --> retracted: retract
                """);
    }

    private static String id(StageName stage) {
        return stage.code().replace('-', '_');
    }
}
