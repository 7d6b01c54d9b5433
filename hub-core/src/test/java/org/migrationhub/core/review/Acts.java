package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.kit.Script;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.vocabulary.Language;

/** Acts on a script's submission, past the script's language, and how they are refused. */
final class Acts {

    static final PersonId UMA = new PersonId("uma");
    static final PersonId NOEL = new PersonId("noel");
    static final PersonId NINA = new PersonId("nina");
    static final PersonId NURI = new PersonId("nuri");
    static final Note WORDS = new Note(new PersonId("sam"), Rounds.ID, "Sample words");
    static final Note SILENCE = new Note(new PersonId("sam"), Rounds.ID, " ");
    static final ContentDigest NEXT = Rounds.digest("next");

    private Acts() {}

    static SubmissionActs acts(Script script) {
        return script.submission().act(script.context());
    }

    /** Does it, or throws what the act throws. */
    static void perform(Script script, Act act, PersonId person) {
        switch (act) {
            case SAVE_DRAFT -> script.submission().saveDraft(NEXT, Samples.NOW);
            case SUBMIT -> acts(script).submit(NEXT);
            case REVISE -> acts(script).revise(NEXT);
            case WITHDRAW -> acts(script).withdraw(null);
            case RETURN -> acts(script).returnToSubmitter(WORDS);
            case DECLINE -> acts(script).decline(WORDS);
            case SEAT_PANEL -> acts(script).seatPanel(List.of(person));
            case FILL_SEAT -> acts(script).fillSeat(person);
            case REPLACE_SEAT -> acts(script).replaceSeat(firstWithoutReview(script), new PersonId("nora"));
            case SEAT_FURTHER -> acts(script).seatFurther(person);
            case ACCEPT_SEAT -> acts(script).acceptSeat(person);
            case DECLINE_SEAT -> acts(script).declineSeat(person, null);
            case RECUSE -> acts(script).recuse(person, null);
            case REVIEW -> acts(script).review(person, digest(script), ReviewOutcome.APPROVE, WORDS);
            case CLOSE_ROUND -> acts(script).closeRound();
            case FEATURE -> acts(script).feature(Map.of(Language.EN, WORDS));
            case UNFEATURE -> acts(script).unfeature();
            case RETRACT -> acts(script).retract(WORDS);
            case REPRESENT -> acts(script).represent(person, false, WORDS);
        }
    }

    /** The digest under review; before any round, one of nothing. */
    static ContentDigest digest(Script script) {
        return script.submission().round().map(Round::digest).orElse(NEXT);
    }

    static Seating seating(Script script, int number, String person, Sector sector, boolean further) {
        return new Seating(
                number,
                new PersonId(person),
                sector,
                new TreeSet<>(List.of(new OrganisationId("of-" + person))),
                script.context().at().plus(Duration.ofDays(21)),
                false,
                further);
    }

    static void assertSeatRefuses(ThrowingCallable act, String state) {
        assertThatExceptionOfType(WrongStageException.class).isThrownBy(act).satisfies(e -> {
            assertThat(e.stage()).isEqualTo("in-review");
            assertThat(e.seat()).isEqualTo(state);
        });
    }

    static void assertRefused(ThrowingCallable act, Violation... violations) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act)
                .satisfies(e -> assertThat(e.violations()).containsExactly(violations));
    }

    private static int firstWithoutReview(Script script) {
        return script.submission().round().stream()
                .flatMap(round -> round.standing().stream())
                .filter(seat -> seat.review().isEmpty())
                .map(Seat::number)
                .findFirst()
                .orElse(1);
    }
}
