package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.vocabulary.Language;

class EligibilityTest {

    private static final ReviewPolicy POLICY = ReviewPolicy.GCM_2022;

    /** Submits, is named by a second record, declares a conflict, reads nothing of it, is away and has no room. */
    private static final Person HOPELESS = Samples.ANA.onRoster(RosterEntry.in(new Language("pt"))
            .withConflicts(Samples.CITY.id())
            .withAbsences(new Absence(Samples.LONG_AGO, Samples.NOW.plus(Duration.ofDays(1)))));

    @Test
    void nothingSpeaksAgainstAnOutsider() {
        Eligibility eligibility = ask(Samples.NOEL);
        assertThat(eligibility).isEqualTo(new Eligibility(Samples.NOEL.id(), Sector.NON_UN, 0, List.of()));
        assertThat(eligibility.isEligible()).isTrue();
    }

    @Test
    void everyReasonIsGivenAtOnceInTheOrderOfTheRules() {
        Candidate candidate = new Candidate(HOPELESS, Samples.organisations(), 2);
        Eligibility eligibility = POLICY.eligibility(candidate, Questions.ITEM, List.of(), Samples.NOW);
        assertThat(eligibility.isEligible()).isFalse();
        assertThat(eligibility.reasons())
                .extracting(Reason::code)
                .containsExactly(
                        "submitter",
                        "named-in-item",
                        "conflict-declared",
                        "same-organisation-as-submitter",
                        "same-organisation-as-implementer",
                        "wrong-language",
                        "over-load",
                        "absent");
    }

    @Test
    void whoIsUnknownIsNeitherOnTheRosterNorOnASide() {
        Eligibility eligibility = ask(Samples.ADA);
        assertThat(eligibility.sector()).isEqualTo(Sector.UNDETERMINED);
        assertThat(eligibility.reasons())
                .extracting(Reason::code)
                .containsExactly("not-on-roster", "affiliation-undetermined");
    }

    @Test
    void aPolicyAsksOnlyTheRulesItHolds() {
        ReviewPolicy bare = ReviewPolicy.named("bare", 1)
                .seats(3)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(3)
                .rules(EnumSet.of(EligibilityRule.NOT_OF_SUBMITTER))
                .build();
        Candidate candidate = new Candidate(HOPELESS, Samples.organisations(), 2);
        assertThat(bare.eligibility(candidate, Questions.ITEM, List.of(), Samples.NOW)
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("submitter", "named-in-item", "conflict-declared", "same-organisation-as-submitter");
    }

    @Test
    void laterTimesAskFewerRules() {
        Candidate candidate = new Candidate(HOPELESS.with(Samples.IDA.affiliations()), List.of(), 2);
        EligibilityQuestion question = Questions.of(candidate, Questions.ITEM, List.of(), POLICY, Samples.NOW);
        assertThat(codes(question, CheckTime.SEATING))
                .containsExactly(
                        "affiliation-undetermined",
                        "submitter",
                        "named-in-item",
                        "conflict-declared",
                        "wrong-language",
                        "over-load",
                        "absent");
        assertThat(codes(question, CheckTime.FILING))
                .as("that two records resemble each other is asked at seating only")
                .containsExactly("affiliation-undetermined", "submitter", "conflict-declared");
        assertThat(codes(question, CheckTime.DECISION)).containsExactly("submitter", "conflict-declared");
    }

    @Test
    void thatTwoRecordsResembleEachOtherCountsOnlyWhenASeatIsGiven() {
        Person lookalike = new Person(new PersonId("ben-2"), Samples.BEN.profile())
                .with(Samples.NOEL.affiliations())
                .onRoster(Samples.NOEL.roster());
        assertThat(codes(Questions.of(lookalike), CheckTime.SEATING)).containsExactly("named-in-item");
        assertThat(codes(Questions.of(lookalike), CheckTime.FILING)).isEmpty();
        assertThat(codes(Questions.of(lookalike), CheckTime.DECISION)).isEmpty();
    }

    @Test
    void whoIsNamedByTheirIdIsNamedAtAnyTime() {
        Person named = Samples.BEN.with(Samples.NOEL.affiliations()).onRoster(Samples.NOEL.roster());
        for (CheckTime time : CheckTime.values()) {
            assertThat(codes(Questions.of(named), time)).containsExactly("named-in-item");
        }
    }

    @Test
    void anOpenPanelAsksForItsMix() {
        assertThat(reasons(Samples.NOEL, Rounds.of("Ud Ni Ni"))).containsExactly("mix");
        assertThat(reasons(Samples.UMA, Rounds.of("Ud Ni Ni"))).isEmpty();
        assertThat(reasons(Samples.NOEL, Rounds.of("Ui Nd Ni"))).isEmpty();
    }

    @Test
    void aPanelThatIsOverAsksForNothing() {
        assertThat(reasons(Samples.NOEL, Rounds.of("Ud Ni Ni").voided(9))).isEmpty();
    }

    @Test
    void onlyTheLastRoundsPanelCounts() {
        Eligibility eligibility = POLICY.eligibility(
                Questions.candidate(Samples.NOEL),
                Questions.ITEM,
                List.of(Rounds.of("Ud Ni Ni"), Rounds.of("Ui Nd Ni")),
                Samples.NOW);
        assertThat(eligibility.reasons()).isEmpty();
    }

    @Test
    void theReasonsCanNotBeChanged() {
        List<Reason> given = new ArrayList<>(List.of(new Reason("a", "b", "c", "d")));
        Eligibility copied = new Eligibility(Samples.UMA.id(), Sector.UN, 0, given);
        given.clear();
        assertThat(copied.reasons()).hasSize(1);
        assertThatThrownBy(() -> copied.reasons().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Eligibility ask(Person person) {
        return POLICY.eligibility(Questions.candidate(person), Questions.ITEM, List.of(), Samples.NOW);
    }

    private static List<String> codes(EligibilityQuestion question, CheckTime time) {
        return POLICY.objections(question, time).stream().map(Reason::code).toList();
    }

    private static List<String> reasons(Person person, Round round) {
        return POLICY
                .eligibility(Questions.candidate(person), Questions.ITEM, List.of(round), Samples.NOW)
                .reasons()
                .stream()
                .map(Reason::code)
                .toList();
    }
}
