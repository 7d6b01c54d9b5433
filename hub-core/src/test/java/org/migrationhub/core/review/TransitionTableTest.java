package org.migrationhub.core.review;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.error.WrongStageException;

/** Every cell of the table against {@code transitions.txt}, in which each is written down by hand. */
class TransitionTableTest {

    /** What can leave nothing to wait for. */
    private static final Set<Act> LAST = Set.of(Act.REVIEW, Act.DECLINE_SEAT, Act.RECUSE);

    private static final TransitionTable TABLE = TransitionTable.standard();
    private static final Map<String, Map<String, Set<String>>> EXPECTED = read();

    @Test
    void everyStageAndEveryStateOfASeatIsStated() {
        Stream<String> stages = Arrays.stream(StageName.values()).map(StageName::code);
        Stream<String> seats = Arrays.stream(SeatStateName.values()).map(seat -> "seat " + seat.code());
        assertThat(EXPECTED.keySet())
                .containsExactlyElementsOf(Stream.concat(stages, seats).toList());
    }

    @Test
    void everyActInEveryStageIsAsStated() {
        int cells = 0;
        for (StageName stage : StageName.values()) {
            for (Act act : Act.values()) {
                Set<String> targets = EXPECTED.get(stage.code()).getOrDefault(act.code(), Set.of());
                assertThat(TABLE.permits(stage, act)).as("%s, %s", stage, act).isEqualTo(!targets.isEmpty());
                assertThat(TABLE.targets(stage, act).stream().map(StageName::code))
                        .as("%s, %s", stage, act)
                        .containsExactlyInAnyOrderElementsOf(targets);
                cells++;
            }
        }
        assertThat(cells).isEqualTo(11 * 19);
    }

    @Test
    void everyActInEveryStateOfASeatIsAsStated() {
        for (SeatStateName seat : SeatStateName.values()) {
            for (Act act : Act.values()) {
                boolean possible = EXPECTED.get("seat " + seat.code()).containsKey(act.code());
                assertThat(TABLE.permits(seat, act)).as("%s, %s", seat, act).isEqualTo(possible);
            }
        }
    }

    @Test
    void theActsOfAStageAreThoseItPermits() {
        for (StageName stage : StageName.values()) {
            assertThat(codes(TABLE.acts(stage)))
                    .isEqualTo(new TreeSet<>(EXPECTED.get(stage.code()).keySet()));
        }
        for (SeatStateName seat : SeatStateName.values()) {
            assertThat(codes(TABLE.acts(seat)))
                    .isEqualTo(new TreeSet<>(EXPECTED.get("seat " + seat.code()).keySet()));
        }
    }

    @Test
    void nothingFollowsAFinalStageAndSomethingFollowsEveryOther() {
        for (StageName stage : StageName.values()) {
            assertThat(TABLE.acts(stage).isEmpty()).as("%s", stage).isEqualTo(stage.isFinal());
        }
    }

    @Test
    void noActLeadsFromPublicToAnythingButPublicOrRetracted() {
        for (StageName stage : StageName.values()) {
            for (Act act : TABLE.acts(stage)) {
                assertThat(TABLE.targets(stage, act))
                        .allSatisfy(target -> assertThat(
                                        !stage.isPublic() || target.isPublic() || target == StageName.RETRACTED)
                                .isTrue());
            }
        }
    }

    @Test
    void onlyAReviewAndTheLossOfASeatPublishWhatWasNotPublic() {
        for (StageName stage : StageName.values()) {
            for (Act act : TABLE.acts(stage)) {
                boolean publishes =
                        !stage.isPublic() && TABLE.targets(stage, act).stream().anyMatch(StageName::isPublic);
                assertThat(publishes)
                        .as("%s, %s", stage, act)
                        .isEqualTo(stage == StageName.IN_REVIEW && LAST.contains(act));
            }
        }
    }

    @Test
    void whatIsNotPossibleIsAnsweredWithWhatIs() {
        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> TABLE.require(StageName.PUBLISHED, Act.SUBMIT))
                .satisfies(e -> {
                    assertThat(e.act()).isEqualTo("submit");
                    assertThat(e.stage()).isEqualTo("published");
                    assertThat(e.possible()).containsExactly("save-draft", "revise", "feature", "unfeature", "retract");
                });
        assertThatExceptionOfType(WrongStageException.class)
                .isThrownBy(() -> TABLE.require(StageName.IN_REVIEW, SeatStateName.REVIEWED, Act.REVIEW))
                .satisfies(e -> {
                    assertThat(e.act()).isEqualTo("review");
                    assertThat(e.stage()).isEqualTo("in-review");
                    assertThat(e.seat()).isEqualTo("reviewed");
                    assertThat(e.possible()).containsExactly("recuse");
                });
    }

    @Test
    void whatIsPossiblePasses() {
        TABLE.require(StageName.DRAFT, Act.SUBMIT);
        TABLE.require(StageName.IN_REVIEW, SeatStateName.ACCEPTED, Act.REVIEW);
    }

    @Test
    void theSetsCanNotBeChanged() {
        assertThatThrownBy(() -> TABLE.acts(StageName.DRAFT).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TABLE.targets(StageName.DRAFT, Act.SUBMIT).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TABLE.acts(SeatStateName.INVITED).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theStandardRowsMakeTheStandardTable() {
        TransitionTable again =
                TransitionTable.rows().standardStages().standardSeats().build();
        assertThat(again.stageDiagram()).isEqualTo(TransitionTable.standard().stageDiagram());
        assertThat(again.seatDiagram()).isEqualTo(TransitionTable.standard().seatDiagram());
    }

    @Test
    void aTableOfOtherRowsPermitsThese() {
        TransitionTable table = TransitionTable.rows()
                .row(StageName.DRAFT, Act.RETRACT, StageName.RETRACTED)
                .row(SeatStateName.REVIEWED, Act.REVIEW, SeatStateName.INVITED)
                .build();
        assertThat(table.acts(StageName.DRAFT)).containsExactly(Act.RETRACT);
        assertThat(table.acts(StageName.SUBMITTED)).isEmpty();
        assertThat(table.permits(StageName.SUBMITTED, Act.REVISE)).isFalse();
        assertThat(table.permits(StageName.DRAFT, Act.RETRACT)).isTrue();
        assertThat(table.permits(SeatStateName.REVIEWED, Act.REVIEW)).isTrue();
        assertThat(table.permits(SeatStateName.INVITED, Act.ACCEPT_SEAT)).isFalse();
        assertThat(table.acts(SeatStateName.REVIEWED)).containsExactly(Act.REVIEW);
        assertThat(table.acts(SeatStateName.INVITED)).isEmpty();
    }

    private static Set<String> codes(Set<Act> acts) {
        return acts.stream().map(Act::code).collect(toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, Set<String>>> read() {
        Map<String, Map<String, Set<String>>> rows = new LinkedHashMap<>();
        String from = "";
        for (String line : lines()) {
            if (line.startsWith(" ")) {
                List<String> words = List.of(line.strip().split("\\s+"));
                rows.get(from).put(words.get(0), Set.copyOf(words.subList(1, words.size())));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                from = line.strip();
                rows.put(from, new LinkedHashMap<>());
            }
        }
        return rows;
    }

    private static List<String> lines() {
        try (InputStream in = TransitionTableTest.class.getResourceAsStream("transitions.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
