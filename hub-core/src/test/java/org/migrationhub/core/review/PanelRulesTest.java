package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.Sector;

class PanelRulesTest {

    private static final ReviewPolicy SEPARATE = ReviewPolicy.named("separate", 1)
            .seats(3)
            .atLeastUn(1)
            .atLeastNonUn(1)
            .approvals(3)
            .separateOrganisations()
            .rules(ReviewPolicy.GCM_2022.rules())
            .timeToReview(Duration.ofDays(5))
            .build();

    @Test
    void aPanelOfBothSidesIsSeatedInTheOrderGiven() {
        Panel panel = panel(ReviewPolicy.GCM_2022, Samples.NOEL, Samples.UMA, Samples.NINA);
        assertThat(panel.seats())
                .extracting(Seating::number, Seating::person, Seating::sector, Seating::organisations)
                .containsExactly(
                        tuple(1, Samples.NOEL.id(), Sector.NON_UN, Questions.ids(Samples.UNIVERSITY)),
                        tuple(2, Samples.UMA.id(), Sector.UN, Questions.ids(Samples.AGENCY)),
                        tuple(3, Samples.NINA.id(), Sector.NON_UN, Questions.ids(Samples.ASSOCIATION)));
        assertThat(panel.seats()).allSatisfy(seating -> {
            assertThat(seating.due()).isEqualTo(Samples.NOW.plus(Duration.ofDays(21)));
            assertThat(seating.declared()).isFalse();
            assertThat(seating.further()).isFalse();
        });
        assertThatThrownBy(() -> panel.seats().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theDueDateIsThePolicys() {
        assertThat(panel(SEPARATE, Samples.NOEL, Samples.UMA, Samples.NINA).seats())
                .extracting(Seating::due)
                .containsOnly(Samples.NOW.plus(Duration.ofDays(5)));
    }

    @Test
    void twoOfficesOfOneBodyAreNotDifferentOrganisations() {
        Person office = Samples.reviewer("olga", Samples.FUND_OFFICE);
        assertThat(refusals(SEPARATE, Samples.ULF, office, Samples.NOEL))
                .containsExactly(new Violation(
                        "/reviewers", "panel.same-organisation", "The panel must come from different organisations."));
        assertThat(panel(SEPARATE, Samples.UMA, office, Samples.NOEL)
                        .seats()
                        .get(1)
                        .organisations())
                .isEqualTo(Questions.ids(Samples.FUND_OFFICE, Samples.FUND));
        assertThat(panel(ReviewPolicy.GCM_2022, Samples.ULF, office, Samples.NOEL)
                        .seats())
                .hasSize(3);
    }

    @Test
    void whoJoinsAPanelIsOfNoOfficeOfABodyThatSitsThere() {
        Round round = Rounds.of("Ua Na")
                .with(new Seat(
                        panel(SEPARATE, Samples.UMA, Samples.reviewer("olga", Samples.FUND_OFFICE), Samples.NOEL)
                                .seats()
                                .get(1),
                        new SeatState.Invited()));
        EligibilityQuestion question =
                Questions.of(Questions.candidate(Samples.ULF), Questions.ITEM, List.of(round), SEPARATE, Samples.NOW);
        assertThat(PanelRules.objections(question, round))
                .extracting(Reason::code)
                .contains("same-organisation-as-panel-member");
    }

    @Test
    void aPanelWithoutAnOutsiderIsRefused() {
        Person third = Samples.reviewer("ute", Samples.FUND);
        assertThat(refusals(ReviewPolicy.GCM_2022, Samples.UMA, Samples.ULF, third))
                .containsExactly(new Violation(
                        "/reviewers", "panel.non-un", "At least 1 of the panel must be from outside the UN; 0 is."));
    }

    @Test
    void aPanelWithoutAnInsiderIsRefused() {
        assertThat(refusals(ReviewPolicy.GCM_2022, Samples.NOEL, Samples.NINA, Samples.NURI))
                .containsExactly(
                        new Violation("/reviewers", "panel.un", "At least 1 of the panel must be from the UN; 0 is."));
    }

    @Test
    void gcm2020AsksForTwoOutsiders() {
        assertThat(refusals(ReviewPolicy.GCM_2020, Samples.UMA, Samples.ULF, Samples.NOEL))
                .containsExactly(new Violation(
                        "/reviewers", "panel.non-un", "At least 2 of the panel must be from outside the UN; 1 is."));
        assertThat(panel(ReviewPolicy.GCM_2020, Samples.UMA, Samples.NINA, Samples.NOEL)
                        .seats())
                .hasSize(3);
    }

    @Test
    void aPanelOfAnotherSizeIsRefused() {
        assertThat(refusals(ReviewPolicy.GCM_2022, Samples.UMA, Samples.NOEL))
                .containsExactly(new Violation("/reviewers", "panel.size", "A panel has 3 seats, not 2."));
        assertThat(refusals(ReviewPolicy.GCM_2022, Samples.UMA, Samples.NOEL, Samples.NINA, Samples.NURI))
                .containsExactly(new Violation("/reviewers", "panel.size", "A panel has 3 seats, not 4."));
        assertThat(refusals(ReviewPolicy.GCM_2022))
                .extracting(Violation::code)
                .containsExactly("panel.size", "panel.un", "panel.non-un");
    }

    @Test
    void onePersonFillsNoTwoSeats() {
        assertThat(refusals(ReviewPolicy.GCM_2022, Samples.UMA, Samples.NOEL, Samples.NOEL))
                .containsExactly(new Violation("/reviewers", "panel.twice", "One person can't fill two seats."));
        Person unknown = Samples.NOEL.with(new Profile("", ""));
        assertThat(refusals(ReviewPolicy.GCM_2022, Samples.UMA, unknown, unknown))
                .extracting(Violation::code)
                .containsExactly("panel.twice");
    }

    @Test
    void oneHumanBeingUnderTwoRecordsFillsNoTwoSeats() {
        Person again = Samples.reviewer("nils", Samples.ASSOCIATION)
                .with(new Profile("Nils", Samples.NOEL.profile().email()));
        Violation twice = new Violation("/reviewers", "panel.twice", "One person can't fill two seats.");
        assertThat(refusals(ReviewPolicy.GCM_2022, Samples.UMA, Samples.NOEL, again))
                .containsExactly(twice);
        assertThat(refusals(ReviewPolicy.GCM_2022, again, Samples.UMA, Samples.NOEL))
                .containsExactly(twice);
        assertThat(refusals(ReviewPolicy.GCM_2022, again, Samples.NOEL, Samples.UMA))
                .containsExactly(twice);
        Person unknown = again.with(new Profile("Nils", ""));
        Person unknownToo = Samples.NOEL.with(new Profile("Noel", ""));
        assertThat(panel(ReviewPolicy.GCM_2022, Samples.UMA, unknownToo, unknown)
                        .seats())
                .hasSize(3);
    }

    @Test
    void membersOfOneOrganisationAreRefusedOnlyWhereThePolicySaysSo() {
        assertThat(panel(ReviewPolicy.GCM_2022, Samples.UMA, Samples.NOEL, Samples.NURI)
                        .seats())
                .hasSize(3);
        assertThat(refusals(SEPARATE, Samples.UMA, Samples.NOEL, Samples.NURI))
                .containsExactly(new Violation(
                        "/reviewers", "panel.same-organisation", "The panel must come from different organisations."));
        assertThat(panel(SEPARATE, Samples.UMA, Samples.NOEL, Samples.NINA).seats())
                .hasSize(3);
    }

    @Test
    void aFormerOrganisationIsNotSharedAnyMore() {
        Person moved = Samples.NURI.with(Samples.NURI
                .affiliations()
                .changedTo(new Affiliation(Samples.CITY.id(), Sector.NON_UN, Samples.NOW, null)));
        assertThat(refusals(SEPARATE, Samples.UMA, Samples.NOEL, moved))
                .extracting(Violation::code)
                .containsExactly("same-organisation-as-implementer");
    }

    @Test
    void everyReasonAgainstEveryMemberAndThePanelIsGivenAtOnce() {
        assertThat(refusals(SEPARATE, Samples.ANA, Samples.IDA, Samples.ANA, Samples.UMA))
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        tuple("/reviewers", "panel.size"),
                        tuple("/reviewers", "panel.twice"),
                        tuple("/reviewers", "panel.same-organisation"),
                        tuple("/reviewers/0", "not-on-roster"),
                        tuple("/reviewers/0", "submitter"),
                        tuple("/reviewers/0", "named-in-item"),
                        tuple("/reviewers/0", "same-organisation-as-submitter"),
                        tuple("/reviewers/0", "same-organisation-as-implementer"),
                        tuple("/reviewers/1", "affiliation-undetermined"),
                        tuple("/reviewers/2", "not-on-roster"),
                        tuple("/reviewers/2", "submitter"),
                        tuple("/reviewers/2", "named-in-item"),
                        tuple("/reviewers/2", "same-organisation-as-submitter"),
                        tuple("/reviewers/2", "same-organisation-as-implementer"));
    }

    @Test
    void whoCameFromARoundBeforeIsLookedAtToo() {
        Person recused = Samples.reviewer("p-1", Samples.UNIVERSITY);
        Round before = Rounds.of("Nc Ui Ni").voided(9);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ReviewPolicy.GCM_2022.panel(
                        candidates(recused, Samples.UMA, Samples.NINA), Questions.ITEM, List.of(before), Samples.NOW))
                .satisfies(e -> assertThat(e.violations())
                        .extracting(Violation::path, Violation::code)
                        .containsExactly(tuple("/reviewers/0", "conflict-declared")));
    }

    @Test
    void anOpenPanelMustStillBeAbleToGetItsMix() {
        assertThat(objections(ReviewPolicy.GCM_2022, Samples.NOEL, "Ud Ni Ni")).containsExactly("mix");
        assertThat(objections(ReviewPolicy.GCM_2022, Samples.NOEL, "Ud Nd Ni")).isEmpty();
        assertThat(objections(ReviewPolicy.GCM_2022, Samples.UMA, "Ui Ui Nd")).containsExactly("mix");
        assertThat(objections(ReviewPolicy.GCM_2022, Samples.NOEL, "Ui Ui Nd")).isEmpty();
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.UMA, "Ui Ni Nd")).containsExactly("mix");
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.NOEL, "Ui Ni Nd")).isEmpty();
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.UMA, "Ui")).containsExactly("mix");
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.NOEL, "")).isEmpty();
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.IDA, "")).containsExactly("mix");
        assertThat(objections(ReviewPolicy.GCM_2022, Samples.IDA, "")).isEmpty();
    }

    @Test
    void theFurtherSeatIsNoPartOfTheMix() {
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.NOEL, "U+ N+ Nd *N+"))
                .isEmpty();
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.UMA, "U+ N+ Nd *U+"))
                .containsExactly("mix");
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.NOEL, "Ud N+ N+ *U+"))
                .containsExactly("mix");
    }

    @Test
    void aFurtherReviewerComesFromTheSideThatCanDecide() {
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.UMA, "U+ N+ N~")).containsExactly("mix");
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.NOEL, "U+ N+ N~")).isEmpty();
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.UMA, "U~ N+ N+")).isEmpty();
        assertThat(objections(ReviewPolicy.GCM_2020, Samples.NOEL, "U~ N+ N+")).containsExactly("mix");
    }

    @Test
    void theReasonSaysWhichSideToLookFor() {
        Reason filling = objection(ReviewPolicy.GCM_2022, Samples.NOEL, Rounds.of("Ud Ni Ni"));
        assertThat(filling)
                .isEqualTo(new Reason(
                        "mix",
                        "With this person the panel could no longer hold both sides as the policy asks.",
                        "",
                        "Choose a reviewer from the other side."));
        Reason breaking = objection(ReviewPolicy.GCM_2020, Samples.NOEL, Rounds.of("U~ N+ N+"));
        assertThat(breaking)
                .isEqualTo(new Reason(
                        "mix",
                        "One further approval from this side would not decide the round.",
                        "",
                        "Choose a reviewer from the other side."));
    }

    @Test
    void anOpenPanelIsJoinedFromADifferentOrganisationWhereThePolicySaysSo() {
        Round seated = seated(Samples.UNIVERSITY, new SeatState.Invited());
        assertThat(objection(SEPARATE, Samples.NOEL, seated))
                .isEqualTo(new Reason(
                        "same-organisation-as-panel-member",
                        "This person's organisation sits on the panel already.",
                        "noel",
                        "Choose a reviewer from another organisation."));
        assertThat(objections(SEPARATE, Samples.NINA, seated)).isEmpty();
        assertThat(objections(ReviewPolicy.GCM_2022, Samples.NOEL, seated)).isEmpty();
        assertThat(objections(SEPARATE, Samples.NOEL, seated(Samples.UNIVERSITY, new SeatState.Declined(null))))
                .isEmpty();
    }

    @Test
    void onesOwnSeatIsNoReasonAgainstOneself() {
        Round seated = seated(Samples.UNIVERSITY, new SeatState.Invited());
        assertThat(objections(SEPARATE, Samples.reviewer("p-1", Samples.UNIVERSITY), seated))
                .isEmpty();
    }

    private static Round seated(Organisation body, SeatState state) {
        Seating seating = new Seating(
                1,
                Rounds.seating(1, "p-1", Sector.NON_UN, false).person(),
                Sector.NON_UN,
                Questions.ids(body),
                Rounds.DUE,
                false,
                false);
        return new Round(Rounds.ID, 1, Rounds.REVISION, Rounds.AT, List.of(new Seat(seating, state)));
    }

    private static Panel panel(ReviewPolicy policy, Person... members) {
        return policy.panel(candidates(members), Questions.ITEM, List.of(), Samples.NOW);
    }

    private static List<Violation> refusals(ReviewPolicy policy, Person... members) {
        try {
            panel(policy, members);
            throw new AssertionError("The panel was not refused");
        } catch (RefusedException refused) {
            return refused.violations();
        }
    }

    private static List<String> objections(ReviewPolicy policy, Person person, String round) {
        return objections(policy, person, Rounds.of(round));
    }

    private static List<String> objections(ReviewPolicy policy, Person person, Round round) {
        EligibilityQuestion question =
                Questions.of(Questions.candidate(person), Questions.ITEM, List.of(round), policy, Samples.NOW);
        return PanelRules.objections(question, round).stream().map(Reason::code).toList();
    }

    private static Reason objection(ReviewPolicy policy, Person person, Round round) {
        EligibilityQuestion question =
                Questions.of(Questions.candidate(person), Questions.ITEM, List.of(round), policy, Samples.NOW);
        return PanelRules.objections(question, round).get(0);
    }

    private static List<Candidate> candidates(Person... members) {
        return Arrays.stream(members).map(Questions::candidate).toList();
    }
}
