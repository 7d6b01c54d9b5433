package org.migrationhub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.kit.Script;
import org.migrationhub.core.review.ReviewPolicy;

class RelationTest {

    private static final PersonId NOEL = new PersonId("noel");
    private static final String HANDED_IN = """
            given a practice by ana of ministry
            and reviewers uma (UN), noel (non-UN), nina (non-UN), nuri (non-UN), nora (non-UN)
            when ana submits
            """;
    private static final String SEATED = HANDED_IN + "when the secretariat seats uma, noel, nina\n";

    @Test
    void aVisitorIsNothingToAnItem() {
        Script script = play(SEATED);
        assertThat(Relation.of(null, script.submission(), Set.of(NOEL))).isEqualTo(Relation.NONE);
    }

    @Test
    void whoSubmittedItIsTheSubmitterWhateverElse() {
        Script script = play(SEATED);
        assertThat(relation(script, "ana")).isEqualTo(Relation.SUBMITTER);
        assertThat(Relation.of(new PersonId("ana"), script.submission(), Set.of(new PersonId("ana"))))
                .isEqualTo(Relation.SUBMITTER);
    }

    @Test
    void whoActsOnTheSubmittersBehalfIsTheRepresentativeForGoodWhateverTheItemNames() {
        Script script = play(HANDED_IN);
        assertThat(relation(script, "nora")).isEqualTo(Relation.NONE);
        script.play("when nora represents the submitter");
        assertThat(relation(script, "nora")).isEqualTo(Relation.REPRESENTATIVE);
        assertThat(Relation.of(new PersonId("nora"), script.submission(), Set.of(new PersonId("nora"))))
                .isEqualTo(Relation.REPRESENTATIVE);
        assertThat(relation(script.play("when ana withdraws"), "nora")).isEqualTo(Relation.REPRESENTATIVE);
        assertThat(relation(script, "ana")).isEqualTo(Relation.SUBMITTER);
        assertThat(Relation.of(null, script.submission(), Set.of())).isEqualTo(Relation.NONE);
    }

    @Test
    void onlyTheSubmitterAndWhoRepresentsThemAreOfTheSubmittersSide() {
        assertThat(Relation.values())
                .filteredOn(Relation::isSubmitting)
                .containsExactly(Relation.SUBMITTER, Relation.REPRESENTATIVE);
    }

    @Test
    void whoHasASeatIsInvitedUntilNoConflictIsDeclared() {
        Script script = play(SEATED);
        assertThat(relation(script, "noel")).isEqualTo(Relation.INVITED);
        assertThat(relation(script.play("when noel accepts"), "noel")).isEqualTo(Relation.SEATED);
        assertThat(relation(script.play("when noel approves"), "noel")).isEqualTo(Relation.SEATED);
        assertThat(relation(script.play("when noel recuses"), "noel")).isEqualTo(Relation.FORMER);
    }

    @Test
    void whoLostTheSeatIsFormer() {
        Script script = play(SEATED + """
                when noel declines the seat
                and the secretariat replaces nina by nuri
                """);
        assertThat(relation(script, "noel")).isEqualTo(Relation.FORMER);
        assertThat(relation(script, "nina")).isEqualTo(Relation.FORMER);
        assertThat(relation(script, "nuri")).isEqualTo(Relation.INVITED);
        assertThat(relation(script, "nora")).isEqualTo(Relation.NONE);
    }

    @Test
    void aSeatLastsBeyondTheVerdict() {
        Script script = play(SEATED + """
                when uma, noel, nina accept
                and uma, noel, nina approve
                then it is published
                """);
        assertThat(relation(script, "noel")).isEqualTo(Relation.SEATED);
    }

    @Test
    void whoSatOnAPanelForAnEarlierRevisionOnlyIsFormer() {
        Script script = play(SEATED + """
                when uma, noel, nina accept
                and uma, noel, nina approve
                and ana revises
                then it is update-submitted
                """);
        assertThat(relation(script, "noel")).isEqualTo(Relation.FORMER);
        script.play("when the secretariat seats uma, nina, nuri");
        assertThat(relation(script, "noel")).isEqualTo(Relation.FORMER);
        assertThat(relation(script, "nina")).isEqualTo(Relation.INVITED);
    }

    @Test
    void whoseSeatWasCarriedOverIsSeated() {
        Script script = play(SEATED + "when uma, noel, nina accept\nand ana revises");
        assertThat(relation(script, "noel")).isEqualTo(Relation.SEATED);
    }

    @Test
    void whoIsNamedIsNamedUnlessASeatSaysMore() {
        Script script = play(SEATED);
        assertThat(Relation.of(new PersonId("nora"), script.submission(), Set.of(new PersonId("nora"))))
                .isEqualTo(Relation.NAMED);
        assertThat(Relation.of(NOEL, script.submission(), Set.of(NOEL))).isEqualTo(Relation.INVITED);
    }

    @Test
    void beforeAnyRoundNobodyHasASeat() {
        Script script = play("given a practice by ana of ministry\nand reviewers noel (non-UN)");
        assertThat(relation(script, "noel")).isEqualTo(Relation.NONE);
        assertThat(Relation.of(NOEL, script.submission(), Set.of(NOEL))).isEqualTo(Relation.NAMED);
    }

    private static Script play(String lines) {
        return Script.under(ReviewPolicy.GCM_2022).play(lines);
    }

    private static Relation relation(Script script, String person) {
        return Relation.of(new PersonId(person), script.submission(), Set.of());
    }
}
