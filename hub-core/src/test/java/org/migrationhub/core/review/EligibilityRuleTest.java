package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.review.CheckTime.DECISION;
import static org.migrationhub.core.review.CheckTime.FILING;
import static org.migrationhub.core.review.CheckTime.SEATING;
import static org.migrationhub.core.review.EligibilityRule.AFFILIATION_DETERMINED;
import static org.migrationhub.core.review.EligibilityRule.HAS_CAPACITY;
import static org.migrationhub.core.review.EligibilityRule.NOT_NAMED;
import static org.migrationhub.core.review.EligibilityRule.NOT_OF_IMPLEMENTER;
import static org.migrationhub.core.review.EligibilityRule.NOT_OF_PARTNER;
import static org.migrationhub.core.review.EligibilityRule.NOT_OF_SUBMITTER;
import static org.migrationhub.core.review.EligibilityRule.NOT_SEATED;
import static org.migrationhub.core.review.EligibilityRule.NOT_SUBMITTER;
import static org.migrationhub.core.review.EligibilityRule.NO_DECLARED_CONFLICT;
import static org.migrationhub.core.review.EligibilityRule.ON_ROSTER;
import static org.migrationhub.core.review.EligibilityRule.PRESENT;
import static org.migrationhub.core.review.EligibilityRule.READS_LANGUAGE;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.vocabulary.Language;

/** Each rule where it says nothing and where it objects, with its evidence. */
class EligibilityRuleTest {

    private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);
    private static final String NOTHING = "";

    @ParameterizedTest
    @EnumSource(EligibilityRule.class)
    void noRuleObjectsToAnOutsiderOnTheRoster(EligibilityRule rule) {
        assertThat(rule.objection(Questions.of(Samples.UMA))).isNull();
        assertThat(rule.objection(Questions.of(Samples.NOEL))).isNull();
    }

    @Test
    void theLastTimeAtWhichARuleIsAskedIsStated() {
        Map<EligibilityRule, CheckTime> expected = Map.ofEntries(
                Map.entry(ON_ROSTER, FILING),
                Map.entry(AFFILIATION_DETERMINED, FILING),
                Map.entry(NOT_SUBMITTER, DECISION),
                Map.entry(NOT_NAMED, DECISION),
                Map.entry(NO_DECLARED_CONFLICT, DECISION),
                Map.entry(NOT_OF_SUBMITTER, DECISION),
                Map.entry(NOT_OF_IMPLEMENTER, DECISION),
                Map.entry(NOT_OF_PARTNER, DECISION),
                Map.entry(READS_LANGUAGE, SEATING),
                Map.entry(HAS_CAPACITY, SEATING),
                Map.entry(PRESENT, SEATING),
                Map.entry(NOT_SEATED, SEATING));
        assertThat(EligibilityRule.values())
                .allSatisfy(rule -> assertThat(rule.latest()).isEqualTo(expected.get(rule)));
    }

    @Test
    void theMandatoryRulesAreThose() {
        assertThat(EligibilityRule.values())
                .filteredOn(EligibilityRule::isMandatory)
                .containsExactly(
                        ON_ROSTER, AFFILIATION_DETERMINED, NOT_SUBMITTER, NOT_NAMED, NO_DECLARED_CONFLICT, NOT_SEATED);
    }

    @Test
    void aRuleIsFoundByItsCode() {
        assertThat(Arrays.stream(EligibilityRule.values()).map(EligibilityRule::code))
                .containsExactly(
                        "not-on-roster",
                        "affiliation-undetermined",
                        "submitter",
                        "named-in-item",
                        "conflict-declared",
                        "same-organisation-as-submitter",
                        "same-organisation-as-implementer",
                        "same-organisation-as-partner",
                        "wrong-language",
                        "over-load",
                        "absent",
                        "already-seated");
        assertThat(EligibilityRule.values())
                .allSatisfy(
                        rule -> assertThat(EligibilityRule.find(rule.code())).contains(rule));
        assertThat(EligibilityRule.find("none")).isEmpty();
    }

    @Test
    void whoIsNotOnTheRosterIsNoReviewer() {
        assertObjects(ON_ROSTER, Samples.UMA.onRoster(null), NOTHING);
        assertObjects(ON_ROSTER, Samples.UMA.erase(), NOTHING);
    }

    @Test
    void whoseSideIsNotKnownFillsNoSeat() {
        assertObjects(AFFILIATION_DETERMINED, Samples.IDA, "as of 2026-03-02T09:00:00Z");
        Person onBothSides = Samples.NOEL.with(Samples.NOEL
                .affiliations()
                .with(new Affiliation(Samples.FUND.id(), Sector.UN, Samples.LONG_AGO, null)));
        assertObjects(AFFILIATION_DETERMINED, onBothSides, "as of 2026-03-02T09:00:00Z");
    }

    @Test
    void theSideIsAskedForAsOfTheInstant() {
        Person joinsNow = Questions.of(Samples.NOEL, Samples.UNIVERSITY, Samples.NOW, null);
        Person joinsLater = Questions.of(Samples.NOEL, Samples.UNIVERSITY, Samples.NOW.plus(MOMENT), null);
        Person leavesNow = Questions.of(Samples.NOEL, Samples.UNIVERSITY, Samples.LONG_AGO, Samples.NOW);
        assertAgrees(AFFILIATION_DETERMINED, Questions.of(joinsNow));
        assertObjects(AFFILIATION_DETERMINED, joinsLater, "as of 2026-03-02T09:00:00Z");
        assertObjects(AFFILIATION_DETERMINED, leavesNow, "as of 2026-03-02T09:00:00Z");
    }

    @Test
    void nobodyJudgesWhatTheySubmitted() {
        assertObjects(NOT_SUBMITTER, Samples.ANA, "ana");
        assertAgrees(NOT_SUBMITTER, Questions.of(Samples.BEN));
    }

    @Test
    void nobodyJudgesWhatTheyHandedInForSomebody() {
        Disclosure item = Questions.ITEM.on(Stages.at(StageName.SUBMITTED)
                .play("when nora represents the submitter")
                .submission());
        assertObjects(NOT_SUBMITTER, Questions.of(new Person(new PersonId("nora"), Profile.ERASED), item), "nora");
        assertObjects(NOT_SUBMITTER, Questions.of(Samples.ANA, item), "ana");
        assertAgrees(NOT_SUBMITTER, Questions.of(Samples.NOEL, item));
    }

    @Test
    void nobodyJudgesWhatTheyAreNamedIn() {
        assertObjects(NOT_NAMED, Samples.BEN, "ben");
        assertObjects(NOT_NAMED, Samples.CLEO, "cleo");
    }

    @Test
    void somebodyOfTheSameNameOrAddressAsSomebodyNamedDoesNotJudgeEither() {
        PersonId other = new PersonId("ben-2");
        assertObjects(NOT_NAMED, new Person(other, new Profile("BEN SAMPLE", "b@example.org")), "ben-2");
        assertObjects(NOT_NAMED, new Person(other, new Profile("B.", "Ben@example.org")), "ben-2");
        assertObjects(NOT_NAMED, new Person(other, new Profile("Ana Sample", "")), "ben-2");
        assertAgrees(NOT_NAMED, Questions.of(new Person(other, new Profile("Bea Sample", "bea@example.org"))));
        assertAgrees(NOT_NAMED, Questions.of(new Person(other, Profile.ERASED)));
    }

    @Test
    void whoFellOutOverAConflictDoesNotComeBack() {
        Round round = recused(Samples.NOEL.id());
        assertObjects(NO_DECLARED_CONFLICT, Questions.of(Samples.NOEL, Questions.ITEM, round), NOTHING);
        assertObjects(
                NO_DECLARED_CONFLICT,
                Questions.of(Samples.NOEL, Questions.ITEM, round, Rounds.of("Ui Ni Ni")),
                NOTHING);
        assertAgrees(NO_DECLARED_CONFLICT, Questions.of(Samples.NINA, Questions.ITEM, round));
    }

    @Test
    void whoDeclinedASeatOrWasReplacedMayComeBack() {
        assertAgrees(NO_DECLARED_CONFLICT, Questions.of(named("p-1"), Questions.ITEM, Rounds.of("Nd")));
        assertAgrees(NO_DECLARED_CONFLICT, Questions.of(named("p-1"), Questions.ITEM, Rounds.of("Nr")));
    }

    @Test
    void aConflictDeclaredOnTheRosterCountsForEveryBodyOfTheItem() {
        assertObjects(NO_DECLARED_CONFLICT, inConflictWith(Samples.MINISTRY), "sample-ministry");
        assertObjects(NO_DECLARED_CONFLICT, inConflictWith(Samples.CITY), "sample-city");
        Disclosure partnered = Questions.about(practice ->
                practice.mainImplementers(List.of()).partner(OrganisationRef.of(Samples.FUND.id(), "Fund")));
        assertObjects(NO_DECLARED_CONFLICT, Questions.of(inConflictWith(Samples.FUND), partnered), "sample-fund");
        assertAgrees(NO_DECLARED_CONFLICT, Questions.of(inConflictWith(Samples.FUND)));
        assertAgrees(NO_DECLARED_CONFLICT, Questions.of(Samples.NOEL.onRoster(null)));
    }

    @Test
    void aConflictDeclaredWithABodyCountsForItsNamesAndForWhatItIsPartOf() {
        Disclosure byName = Questions.about(practice -> practice.partner("the s.f.f.c. and SFFC"));
        assertObjects(NO_DECLARED_CONFLICT, Questions.of(inConflictWith(Samples.FUND), byName), "sample-fund");
        Disclosure wider = Questions.about(practice -> practice.partner(OrganisationRef.of(Samples.FUND.id(), "F")));
        assertObjects(
                NO_DECLARED_CONFLICT, Questions.of(inConflictWith(Samples.FUND_OFFICE), wider), "sample-fund-office");
        assertAgrees(NO_DECLARED_CONFLICT, Questions.of(inConflictWith(Samples.AGENCY), wider));
    }

    @Test
    void whoFellOutIsToldOfWhatTheyDeclaredToo() {
        Person fallen = new Person(
                new PersonId("p-1"),
                Samples.NOEL.profile(),
                Samples.NOEL.affiliations(),
                RosterEntry.in(Language.EN).withConflicts(Samples.CITY.id()),
                false);
        assertObjects(NO_DECLARED_CONFLICT, Questions.of(fallen, Questions.ITEM, Rounds.of("Nc")), "sample-city");
    }

    @Test
    void allBodiesOfADeclaredConflictAreNamed() {
        Person reviewer = Samples.NOEL.onRoster(
                RosterEntry.in(Language.EN).withConflicts(Samples.MINISTRY.id(), Samples.FUND.id(), Samples.CITY.id()));
        assertObjects(NO_DECLARED_CONFLICT, reviewer, "sample-city, sample-ministry");
    }

    @Test
    void nobodyJudgesWhatTheirOrganisationSubmitted() {
        assertObjects(NOT_OF_SUBMITTER, Samples.reviewer("bea", Samples.MINISTRY), "sample-ministry");
        assertAgrees(NOT_OF_SUBMITTER, Questions.of(Samples.reviewer("bea", Samples.CITY)));
    }

    @Test
    void whatAnOrganisationIsPartOfCountsToo() {
        Organisation desk = part("desk", "Labour Desk", Samples.MINISTRY);
        Organisation corner = part("corner", "Corner of the Desk", desk);
        List<Organisation> records = List.of(Samples.MINISTRY, desk, corner);
        assertObjects(NOT_OF_SUBMITTER, ask(new Candidate(reviewerOf(desk), records, 0)), "sample-ministry");
        assertObjects(NOT_OF_SUBMITTER, ask(new Candidate(reviewerOf(corner), records, 0)), "sample-ministry");
        assertAgrees(NOT_OF_SUBMITTER, ask(new Candidate(reviewerOf(corner), List.of(corner), 0)));
        assertThat(ask(new Candidate(reviewerOf(corner), records, 0)).organisations())
                .isEqualTo(Questions.ids(corner, desk, Samples.MINISTRY));
    }

    @Test
    void anotherPartOfTheSameBodyIsNotTheReviewersOwn() {
        Organisation desk = part("desk", "Labour Desk", Samples.UNIVERSITY);
        EligibilityQuestion question = ask(new Candidate(Samples.NOEL, List.of(desk, Samples.UNIVERSITY), 0));
        assertThat(question.organisations()).isEqualTo(Questions.ids(Samples.UNIVERSITY));
    }

    @Test
    void somebodyWithoutAnOrganisationHasNone() {
        assertThat(Questions.of(Samples.IDA).organisations()).isEmpty();
    }

    @Test
    void aFormerOrganisationCountsWithinThePolicysWindow() {
        Instant left = Samples.NOW.minus(Duration.ofDays(30));
        Person former = Questions.of(Samples.NOEL, Samples.MINISTRY, Samples.LONG_AGO, left);
        assertAgrees(NOT_OF_SUBMITTER, within(former, Duration.ZERO));
        assertAgrees(NOT_OF_SUBMITTER, within(former, Duration.ofDays(30)));
        assertObjects(NOT_OF_SUBMITTER, within(former, Duration.ofDays(30).plus(MOMENT)), "sample-ministry");
    }

    @Test
    void nobodyJudgesWhatTheirOrganisationImplements() {
        assertObjects(NOT_OF_IMPLEMENTER, Samples.reviewer("bea", Samples.MINISTRY), "Sample Ministry of Labour");
        assertObjects(NOT_OF_IMPLEMENTER, Samples.reviewer("bea", Samples.CITY), "City of Sampleton");
    }

    @Test
    void anOrganisationIsMeantByTheNameAsWritten() {
        Disclosure byName = Questions.about(practice -> practice.mainImplementers(List.of(
                OrganisationRef.named("SAFM (Sampleton)"),
                OrganisationRef.named("Somebody else"),
                OrganisationRef.of(Samples.AGENCY.id(), "The agency"))));
        assertObjects(NOT_OF_IMPLEMENTER, Questions.of(Samples.UMA, byName), "SAFM (Sampleton), The agency");
        assertAgrees(NOT_OF_IMPLEMENTER, Questions.of(Samples.ULF, byName));
    }

    @Test
    void anOrganisationWithoutARecordIsStillMeantByItsId() {
        Disclosure byId = Questions.about(
                practice -> practice.implementer(OrganisationRef.of(Samples.AGENCY.id(), "The agency")));
        Candidate unrecorded = new Candidate(Samples.UMA, List.of(), 0);
        assertObjects(
                NOT_OF_IMPLEMENTER,
                Questions.of(unrecorded, byId, List.of(), ReviewPolicy.GCM_2022, Samples.NOW),
                "The agency");
    }

    @Test
    void anOrganisationThatIsNotTheReviewersOwnIsNotLookedFor() {
        Disclosure byName = Questions.about(practice -> practice.implementer("SAFM"));
        assertAgrees(NOT_OF_IMPLEMENTER, Questions.of(Samples.NOEL, byName));
    }

    @Test
    void nobodyJudgesWhatTheirOrganisationPartnersIn() {
        Disclosure partnered =
                Questions.about(practice -> practice.partner(OrganisationRef.named("Sample University, Law")));
        assertObjects(NOT_OF_PARTNER, Questions.of(Samples.NOEL, partnered), "Sample University, Law");
        assertAgrees(NOT_OF_PARTNER, Questions.of(Samples.NINA, partnered));
        assertAgrees(NOT_OF_IMPLEMENTER, Questions.of(Samples.NOEL, partnered));
    }

    @Test
    void aReviewerJudgesTextsInOneOfTheItemsLanguages() {
        Disclosure item = new Disclosure(
                Samples.ANA.id(),
                new TreeSet<>(),
                Samples.submitting(),
                List.of(),
                List.of(),
                new TreeSet<>(),
                List.of(),
                new TreeSet<>(List.of(Language.FR, Language.AR)));
        assertObjects(
                READS_LANGUAGE, Questions.of(reading(Language.EN, Language.ES), item), "item: ar fr; reviewer: en es");
        assertAgrees(READS_LANGUAGE, Questions.of(reading(Language.EN, Language.FR), item));
        assertAgrees(READS_LANGUAGE, Questions.of(Samples.NOEL.onRoster(null), item));
    }

    @Test
    void aReviewerTakesNoMoreItemsThanOffered() {
        assertObjects(HAS_CAPACITY, loaded(2), "2 of 2");
        assertObjects(HAS_CAPACITY, loaded(3), "3 of 2");
        assertAgrees(HAS_CAPACITY, loaded(1));
        Candidate offRoster = new Candidate(Samples.NOEL.onRoster(null), List.of(), 9);
        assertAgrees(HAS_CAPACITY, ask(offRoster));
    }

    @Test
    void aReviewerWhoIsAwayTakesNoSeat() {
        Absence past = new Absence(Samples.LONG_AGO, Samples.NOW);
        Absence now = new Absence(Samples.NOW, Samples.NOW.plus(Duration.ofDays(3)));
        Absence soon = new Absence(Samples.NOW.plus(MOMENT), Samples.NOW.plus(Duration.ofDays(9)));
        assertObjects(PRESENT, away(past, now, soon), "until 2026-03-05T09:00:00Z");
        assertAgrees(PRESENT, Questions.of(away(past, soon)));
        assertAgrees(PRESENT, Questions.of(Samples.NOEL.onRoster(null)));
    }

    @Test
    void nobodyFillsTwoSeats() {
        assertObjects(NOT_SEATED, Questions.of(named("p-2"), Questions.ITEM, Rounds.of("Ui Ni Ni")), NOTHING);
        assertAgrees(NOT_SEATED, Questions.of(named("p-2"), Questions.ITEM, Rounds.of("Ui Nd Ni")));
        assertAgrees(NOT_SEATED, Questions.of(named("p-4"), Questions.ITEM, Rounds.of("Ui Ni Ni")));
        assertAgrees(
                NOT_SEATED,
                Questions.of(named("p-2"), Questions.ITEM, Rounds.of("Ui Ni Ni").voided(9)));
    }

    @Test
    void onlyTheLastRoundSeatsSomebody() {
        Round first = Rounds.of("Ui Ni Ni").voided(9);
        Round second = new Round(Rounds.ID, 2, Rounds.REVISION, Rounds.AT, List.of(Rounds.seat(1, "Ui")));
        assertAgrees(NOT_SEATED, Questions.of(named("p-2"), Questions.ITEM, first, second));
        assertObjects(NOT_SEATED, Questions.of(named("p-1"), Questions.ITEM, first, second), NOTHING);
    }

    private static void assertAgrees(EligibilityRule rule, EligibilityQuestion question) {
        assertThat(rule.objection(question)).isNull();
    }

    private static void assertObjects(EligibilityRule rule, Person person, String evidence) {
        assertObjects(rule, Questions.of(person), evidence);
    }

    private static void assertObjects(EligibilityRule rule, EligibilityQuestion question, String evidence) {
        Reason reason = rule.objection(question);
        assertThat(reason).isNotNull();
        assertThat(reason.code()).isEqualTo(rule.code());
        assertThat(reason.evidence()).isEqualTo(evidence);
        assertThat(reason.sentence()).endsWith(".").hasSizeGreaterThan(15);
        assertThat(reason.remedy()).endsWith(".").hasSizeGreaterThan(15);
    }

    private static EligibilityQuestion ask(Candidate candidate) {
        return Questions.of(candidate, Questions.ITEM, List.of(), ReviewPolicy.GCM_2022, Samples.NOW);
    }

    private static EligibilityQuestion within(Person person, Duration window) {
        ReviewPolicy policy = ReviewPolicy.named("window", 1)
                .seats(3)
                .atLeastUn(1)
                .atLeastNonUn(1)
                .approvals(3)
                .rules(ReviewPolicy.GCM_2022.rules())
                .conflictWindow(window)
                .build();
        return Questions.of(Questions.candidate(person), Questions.ITEM, List.of(), policy, Samples.NOW);
    }

    private static Round recused(PersonId person) {
        Seating seating = Rounds.seating(1, person.value(), Sector.NON_UN, false);
        return new Round(
                Rounds.ID,
                1,
                Rounds.REVISION,
                Rounds.AT,
                List.of(new Seat(seating, new SeatState.Recused(List.of("declared"), null))));
    }

    private static Person named(String id) {
        return new Person(new PersonId(id), new Profile("", ""));
    }

    private static Person inConflictWith(Organisation body) {
        return Samples.NOEL.onRoster(RosterEntry.in(Language.EN).withConflicts(body.id()));
    }

    private static Person reviewerOf(Organisation body) {
        return Samples.reviewer("bea", body);
    }

    private static Person reading(Language... languages) {
        return Samples.NOEL.onRoster(RosterEntry.in(languages));
    }

    private static Person away(Absence... times) {
        return Samples.NOEL.onRoster(RosterEntry.in(Language.EN).withAbsences(times));
    }

    private static EligibilityQuestion loaded(int openSeats) {
        return ask(new Candidate(Samples.NOEL, Samples.organisations(), openSeats));
    }

    private static Organisation part(String id, String name, Organisation whole) {
        return new Organisation(new OrganisationId(id), name, new TreeSet<>(), whole.sector(), whole.id());
    }
}
