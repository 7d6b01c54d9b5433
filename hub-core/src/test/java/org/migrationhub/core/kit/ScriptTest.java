package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.migrationhub.core.review.ReviewPolicy;

/** Every sentence of the language, once where it holds; and what a script says when it doesn't. */
class ScriptTest {

    private static final String IN_REVIEW = """
            given a practice by ana of ministry
            and reviewers uma (UN), noel (non-UN), nina (non-UN)
            when ana submits
            and the secretariat seats uma, noel, nina
            """;

    @Test
    void aPracticeIsPublished() {
        Script script = Script.under(ReviewPolicy.GCM_2022).play(IN_REVIEW).play("""
                then it is in-review
                and it is in round 1 on revision 1
                and uma, noel and nina are awaited
                and uma is invited
                when uma, noel and nina accept
                then uma is accepted
                when uma approves
                and noel approves
                then it is in-review
                and nina is awaited
                and noel is reviewed
                and nothing is public
                when nina approves
                then it is published with 3 approvals, 1 UN and 2 non-UN
                and the verdict is approved
                and revision 1 is public
                and it has 11 events
                """);
        assertThat(script.events()).hasSize(11);
        assertThat(script.submission().version()).isEqualTo(11);
        assertThat(script.context().at()).isEqualTo(Samples.NOW);
    }

    @Test
    void seatsAreFilledAndReplaced() {
        play(IN_REVIEW + """
                and 21 days pass
                then nobody is overdue
                when 1 second passes
                then uma, noel, nina are overdue
                when uma declines the seat
                then uma is declined
                and 1 seat is vacant
                given reviewers ulf (UN of fund) and nuri (non-UN)
                then ulf is eligible
                and nuri is not eligible: mix
                and nuri has no seat
                when the secretariat fills a seat with ulf
                then 0 seats are vacant
                when the secretariat replaces noel by nuri
                then noel is replaced
                when ulf, nuri, nina accept
                and nina recuses
                then nina is recused
                and ulf, nuri are awaited
                but nina is not eligible: conflict-declared
                """);
    }

    @Test
    void revisionsOpenRounds() {
        play(IN_REVIEW + """
                and uma, noel, nina accept
                and uma requests changes
                and noel, nina approve
                then it is changes-requested
                and the verdict is changes-requested
                when ana saves a draft
                and ana revises
                then it is in-review
                and it is in round 2 on revision 2
                and uma, noel, nina are awaited
                when ana revises nothing
                then it is refused: revision.unchanged
                when uma approves revision 1
                then it is refused: wrong-stage
                when ana revises naming noel
                then noel has no seat
                and noel is not eligible: named-in-item
                when ana revises naming nina's organisation
                then nina is not eligible: same-organisation-as-implementer
                when ana revises naming of-uma as partner
                then uma is not eligible: same-organisation-as-partner
                and 3 seats are vacant
                and nobody is awaited
                when ana revises naming city as implementer
                and ana withdraws
                then it is withdrawn
                """);
    }

    @Test
    void theSecretariatScreens() {
        play("""
                given a resource by ana of ministry
                when ana submits
                and the secretariat returns it without a word
                then it is refused: note.required
                when the secretariat returns it
                then it is changes-requested
                when ana revises
                then it is submitted
                when the secretariat declines it without a word
                then it is refused: note.required
                when the secretariat declines it
                then it is declined
                when ana withdraws without a word
                then it is refused: wrong-stage
                """);
    }

    @Test
    void aRoundIsClosedAndAPublicationRetracted() {
        play(IN_REVIEW + """
                and uma, noel, nina accept
                and uma declines without a word
                then it is refused: review.comment-required
                when uma declines
                and the secretariat closes the round
                then it is changes-requested
                when ana revises
                and uma, noel, nina approve
                then it is published with 3 approvals, 1 UN and 2 non-UN
                when the secretariat retracts it without a word
                then it is refused: note.required
                when the secretariat retracts it
                then it is retracted
                and nothing is public
                """);
    }

    @Test
    void aTieIsBroken() {
        Script.under(ReviewPolicy.GCM_2020).play(IN_REVIEW).play("""
                given reviewers ulf (UN), nuri (non-UN)
                when uma, noel, nina accept
                and uma, noel approve
                and nina requests changes without a word
                then it is refused: review.comment-required
                when nina requests changes
                then the round is tied for non-UN
                when the secretariat seats further ulf
                then it is refused: mix
                when the secretariat seats further nuri
                and nuri accepts
                and nuri approves
                then it is published with 3 approvals, 1 UN and 2 non-UN
                """);
    }

    @Test
    void theWorldChanges() {
        play("""
                # who is what
                given a practice by ana of ministry
                and it names ben
                and it is implemented by city
                and it is partnered by fund by name
                and office is part of fund
                and reviewers uma (UN of office), noel (non-UN of city), nina (non-UN), ida (undetermined), ben (UN)
                then uma is not eligible: same-organisation-as-partner
                and noel is not eligible: same-organisation-as-implementer
                and ida is not eligible: affiliation-undetermined
                and ben is not eligible: named-in-item
                but nina is eligible

                given nina takes 1 item at a time
                and nina holds 1 open seat
                then nina is not eligible: over-load
                given nina takes 2 items at a time
                then nina is eligible
                given nina is away for 2 days
                then nina is not eligible: absent
                when 48 hours pass
                then nina is eligible
                when nina judges in es
                then nina is not eligible: wrong-language
                given it is written in fr, es
                then nina is eligible
                when nina declares a conflict with ministry
                then nina is not eligible: conflict-declared
                when ida has the address of ben
                then ida is not eligible: affiliation-undetermined, named-in-item
                when nina leaves the roster
                then nina is not eligible: not-on-roster
                when nina joins the roster
                then nina is eligible
                when nina also joins bank (UN)
                then nina is not eligible: affiliation-undetermined
                when nina leaves bank
                then nina is eligible
                when nina moves to ministry (non-UN)
                then nina is not eligible: same-organisation-as-submitter, same-organisation-as-implementer
                """);
        play("""
                given a resource by ana of ministry
                and it names ben
                and it is implemented by city
                and it is partnered by fund
                and it is written in fr
                when ana submits
                then it is submitted
                """);
    }

    @Test
    void aLineThatFailsIsNamedWithWhatWasExpected() {
        assertThatThrownBy(() -> play(IN_REVIEW + "\nthen it is published"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Line 6, \"then it is published\": expected the stage published, but found in-review");
    }

    @Test
    void everyExpectationCanFail() {
        assertFails("then it is in round 2 on revision 1", "expected 2 round, but found 1");
        assertFails("then it has 9 events", "expected 9 events, but found 4");
        assertFails("then revision 1 is public", "nothing is public");
        assertFails("then the verdict is approved", "the last round was not judged");
        assertFails("then the round is tied for UN", "expected a tie that can be broken from UN, but found Pending");
        assertFails("then nobody is awaited", "expected [] to be awaited, but found [nina, noel, uma]");
        assertFails("then 1 seat is vacant", "expected 1 vacant seats, but found 0");
        assertFails("then uma is overdue", "expected [uma] to be overdue, but found []");
        assertFails("then uma is accepted", "expected uma's seat to be accepted, but found invited");
        assertFails("then uma has no seat", "expected no seat of uma, but found ");
        assertFails("then ana is invited", "ana has no seat in the last round");
        assertFails("then uma is eligible", "expected uma to be eligible, but found [Reason[code=already-seated");
        assertFails("then uma is not eligible: mix", "for [mix], but found [already-seated");
        assertFails("then it is refused: mix", "expected to be refused for [mix], but found that it was done");
        assertFails("then it is lost", "no stage is called lost");
        assertFails("when uma withdraws", "expected the submitter ana, but found uma");
        assertFails("when the secretariat replaces ana by uma", "ana has no seat in the last round");
        assertFails("when uma approves revision 2", "expected a revision from 1 to 1, but found 2");
        assertFails("when zoe approves", "nobody is called zoe; the script knows ana, uma, noel, nina");
    }

    @Test
    void aRefusalThatNobodyExpectsFails() {
        String expected = "Line 5, \"when uma approves\" was refused;"
                + " if that is meant, say: then it is refused: wrong-stage";
        assertFails("when uma approves\nthen it is in-review", "Line 6, \"then it is in-review\": " + expected);
        assertFails("when uma approves", "At the end of the script: " + expected);
        assertFails("when uma, noel approve", "Line 5, \"when uma, noel approve\" was refused");
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredWithWhatIs() {
        assertFails("when uma sleeps", "not understood; when knows\n");
        assertFails("when uma sleeps", "\n  NAME submits\n");
        assertFails("uma approves", "expected a sentence that begins with given, when or then");
        assertThatThrownBy(() -> play("and uma approves"))
                .hasMessageStartingWith("Line 1, \"and uma approves\": expected");
        assertThatThrownBy(() -> play("then")).hasMessageStartingWith("Line 1, \"then\": expected a sentence");
        assertThatThrownBy(() -> play("then it is draft")).hasMessageContaining("nothing was submitted; begin with");
        assertThatThrownBy(() -> play("given it names ben")).hasMessageContaining("there is no item; begin with");
    }

    @Test
    void aSubmissionUnderAPolicyOfOnesOwnIsReplayedUnderIt() {
        ReviewPolicy two = ReviewPolicy.named("two-of-two", 3)
                .seats(2)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(2)
                .rules(ReviewPolicy.GCM_2022.rules())
                .build();
        Script.under(two).play("""
                given a practice by ana of ministry
                and reviewers uma (UN), noel (non-UN)
                when ana submits
                and the secretariat seats uma, noel
                and uma, noel accept
                and uma, noel approve
                then it is published with 2 approvals, 1 UN and 1 non-UN
                """);
    }

    private static void assertFails(String last, String message) {
        assertThatThrownBy(() -> play(IN_REVIEW + last))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private static void play(String lines) {
        Script.under(ReviewPolicy.GCM_2022).play(lines);
    }
}
