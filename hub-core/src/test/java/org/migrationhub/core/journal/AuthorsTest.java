package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;

/** Each entry is by somebody who can have made it; those of whoever represents the submitter say so, and no others do. */
class AuthorsTest {

    private static final ChainId CHAIN = ChainId.of(new SubmissionId("s-1"));
    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId SAM = new PersonId("sam");
    private static final PersonId SUE = new PersonId("sue");
    private static final PersonId IDA = new PersonId("ida");
    private static final PersonId UMA = new PersonId("uma");
    private static final PersonId EVA = new PersonId("eva");
    private static final SubmissionEvent STARTED =
            new SubmissionEvent.Started(Kind.PRACTICE, ANA, new TreeSet<>(), ReviewPolicy.GCM_2022.ref());
    private static final SubmissionEvent SAVED = new SubmissionEvent.DraftSaved(SampleJournal.digest("a"));
    private static final SubmissionEvent REVISION =
            new SubmissionEvent.RevisionSubmitted(1, SampleJournal.digest("a"), SampleJournal.sha("disclosure"));
    private static final SubmissionEvent WITHDRAWN = new SubmissionEvent.Withdrawn(null);
    private static final SubmissionEvent REPRESENTED = represented(SAM);

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void whoBeginsForSomebodyActsOnTheirBehalfFromTheFirstEntryOn() {
        add(SAM, ANA, STARTED);
        Authors.check(entries);
        add(SAM, ANA, REPRESENTED);
        add(SAM, ANA, SAVED);
        add(ANA, null, SAVED);
        add(SAM, ANA, SAVED);
        Authors.check(entries);
    }

    @Test
    void whoTakesOverActsOnTheirBehalfFromThenOn() {
        begunByAna();
        add(SAM, ANA, REPRESENTED);
        add(SUE, ANA, represented(SUE));
        add(SUE, ANA, SAVED);
        add(ANA, null, SAVED);
        Authors.check(entries);
    }

    @Test
    void anEntryOfWhoRepresentsThatDoesNotSaySoIsFound() {
        begunByAna();
        add(SAM, ANA, REPRESENTED);
        add(SAM, null, SAVED);
        assertWrong("its actor represents the submitter, and it doesn't say so");
    }

    @Test
    void aRepresentationThatDoesNotSayOnWhoseBehalfItIsIsFound() {
        begunByAna();
        add(SAM, null, REPRESENTED);
        assertWrong("its actor represents the submitter, and it doesn't say so");
    }

    @Test
    void anEntryOnSomebodyElsesBehalfThanTheSubmittersIsFound() {
        begunByAna();
        add(SAM, ANA, REPRESENTED);
        add(SAM, SUE, SAVED);
        assertWrong("its actor represents the submitter, and it doesn't say so");
    }

    @Test
    void anEntryOfWhoRepresentsNobodyThatSaysSoIsFound() {
        begunByAna();
        add(SUE, ANA, SAVED);
        assertWrong("it says to be on somebody's behalf, whom its actor doesn't represent");
    }

    @Test
    void whatCameBeforeTheRepresentationWasOnNobodysBehalf() {
        begunByAna();
        add(SAM, ANA, SAVED);
        add(SAM, ANA, REPRESENTED);
        assertWrong("it says to be on somebody's behalf, whom its actor doesn't represent");
    }

    @Test
    void whoHasActedOtherwiseBeforeRepresentsNobody() {
        begunByAna();
        add(SAM, null, new SubmissionEvent.Returned(SampleJournal.sha("note")));
        add(SAM, ANA, REPRESENTED);
        assertWrong("its actor has acted otherwise before");
    }

    @Test
    void aRepresentationByAnotherThanWhoRepresentsIsFound() {
        begunByAna();
        add(SUE, ANA, REPRESENTED);
        assertWrong("it is by somebody else than who represents");
    }

    @Test
    void aStartOnSomebodysBehalfThatNoRepresentationFollowsIsFound() {
        add(SAM, ANA, STARTED);
        add(SAM, null, SAVED);
        assertWrong("it says to be on somebody's behalf, whom its actor doesn't represent");
        entries.clear();
        add(SAM, ANA, STARTED);
        add(SUE, ANA, represented(SUE));
        assertWrong("it says to be on somebody's behalf, whom its actor doesn't represent");
        entries.clear();
        add(SAM, SUE, STARTED);
        assertWrong("its actor represents the submitter, and it doesn't say so");
        entries.clear();
        add(SAM, null, STARTED);
        add(SAM, ANA, REPRESENTED);
        assertWrong("its actor represents the submitter, and it doesn't say so");
    }

    @Test
    void whatIsTheSubmittersToDoIsDoneByNobodyElse() {
        for (SubmissionEvent event : List.of(SAVED, REVISION, WITHDRAWN)) {
            begunByAna();
            add(ANA, null, event);
            Authors.check(entries);
            begunByAna();
            add(SUE, null, event);
            assertWrong("only the submitter's side does this, and its actor isn't of it");
        }
        entries.clear();
        add(SUE, null, STARTED);
        assertWrong("only the submitter's side does this, and its actor isn't of it");
        entries.clear();
        entries.addAll(Entry.next(ChainHead.empty(CHAIN), Actor.visitor(), SampleJournal.BEGIN, List.of(STARTED)));
        assertWrong("only the submitter's side does this, and its actor isn't of it");
    }

    @Test
    void whatIsDoneFromASeatIsDoneByWhoSitsThere() {
        for (SubmissionEvent event : List.of(
                new SubmissionEvent.SeatAccepted(1, 2),
                new SubmissionEvent.SeatDeclined(1, 2, null),
                new SubmissionEvent.SeatRecused(1, 2, List.of("declared"), null),
                reviewed(2))) {
            inReview();
            add(UMA, null, event);
            Authors.check(entries);
            inReview();
            add(SUE, null, event);
            assertWrong("it is done from seat 2, where its actor doesn't sit");
            inReview();
            add(IDA, null, event);
            assertWrong("it is done from seat 2, where its actor doesn't sit");
        }
    }

    @Test
    void aReviewByNobodyKnownIsFound() {
        inReview();
        entries.addAll(Entry.next(
                entries.get(entries.size() - 1).head(), Actor.visitor(), SampleJournal.BEGIN, List.of(reviewed(1))));
        assertWrong("it is done from seat 1, where its actor doesn't sit");
    }

    @Test
    void whoWasSeatedLaterActsFromTheirSeat() {
        inReview();
        add(SUE, null, new SubmissionEvent.SeatReplaced(1, 1, seating(3, SAM)));
        add(SUE, null, new SubmissionEvent.SeatFilled(1, seating(4, EVA)));
        add(SAM, null, new SubmissionEvent.SeatAccepted(1, 3));
        add(EVA, null, new SubmissionEvent.SeatAccepted(1, 4));
        Authors.check(entries);
        add(SAM, null, reviewed(4));
        assertWrong("it is done from seat 4, where its actor doesn't sit");
    }

    @Test
    void whoWasReplacedActsFromTheSeatNoMore() {
        inReview();
        add(SUE, null, new SubmissionEvent.SeatReplaced(1, 1, seating(3, SAM)));
        add(IDA, null, new SubmissionEvent.SeatAccepted(1, 1));
        assertWrong("it is done from seat 1, where its actor doesn't sit");
    }

    @Test
    void theSeatsOfARoundBeforeAreNobodysAnyMore() {
        inReview();
        add(ANA, null, REVISION);
        add(ANA, null, opened(2, UMA));
        Authors.check(entries);
        add(UMA, null, new SubmissionEvent.SeatAccepted(2, 2));
        assertWrong("it is done from seat 2, where its actor doesn't sit");
    }

    @Test
    void aRevisionOpensTheNextRoundForNoneButThoseWhoSatInTheLast() {
        String wrong = "its actor is of the submitter's side, which doesn't do this";
        begunByAna();
        add(ANA, null, REVISION);
        add(ANA, null, opened(1, UMA, IDA));
        assertWrong(wrong);
        begunByAna();
        add(ANA, null, REVISION);
        add(ANA, null, opened(1));
        assertWrong(wrong);
        inReview();
        add(ANA, null, REVISION);
        add(ANA, null, opened(2, UMA, SAM));
        assertWrong(wrong);
        inReview();
        add(ANA, null, SAVED);
        add(ANA, null, opened(2, UMA));
        assertWrong(wrong);
    }

    @Test
    void aRevisionOpensTheNextRoundInTheSameMomentAndByTheSameHand() {
        String wrong = "its actor is of the submitter's side, which doesn't do this";
        inReview();
        add(ANA, null, REVISION);
        entries.addAll(Entry.next(
                entries.get(entries.size() - 1).head(),
                Actor.secretariat(ANA),
                SampleJournal.BEGIN.plusSeconds(1),
                List.of(opened(2, UMA))));
        assertWrong(wrong);
        inReview();
        add(ANA, null, REVISION);
        entries.addAll(Entry.next(
                entries.get(entries.size() - 1).head(),
                Actor.contributor(ANA),
                SampleJournal.BEGIN,
                List.of(opened(2, UMA))));
        assertWrong(wrong);
    }

    @Test
    void whoHasOrHadASeatDoesNothingOfTheSecretariats() {
        for (SubmissionEvent event : List.of(
                new SubmissionEvent.Returned(SampleJournal.sha("note")),
                new SubmissionEvent.DeclinedAtScreening(SampleJournal.sha("note")),
                new SubmissionEvent.Retracted(SampleJournal.sha("note")),
                new SubmissionEvent.Featured(1, new TreeMap<>()),
                new SubmissionEvent.Unfeatured(),
                opened(2, SAM),
                new SubmissionEvent.SeatFilled(1, seating(4, SAM)),
                new SubmissionEvent.SeatReplaced(1, 2, seating(4, SAM)))) {
            inReview();
            add(SUE, null, new SubmissionEvent.SeatReplaced(1, 1, seating(3, EVA)));
            for (PersonId seated : List.of(IDA, UMA, EVA)) {
                add(seated, null, event);
                assertWrong("its actor has, or had, a seat, and so doesn't do this");
                entries.remove(entries.size() - 1);
            }
            add(SUE, null, event);
            Authors.check(entries);
        }
    }

    @Test
    void nobodySeatsThemselves() {
        begunByAna();
        add(ANA, null, REVISION);
        add(SUE, null, opened(1, UMA, SUE));
        assertWrong("its actor has, or had, a seat, and so doesn't do this");
        inReview();
        add(SUE, null, new SubmissionEvent.SeatFilled(1, seating(3, SUE)));
        assertWrong("its actor has, or had, a seat, and so doesn't do this");
    }

    @Test
    void aVerdictComesOfWhateverWasDoneLast() {
        inReview();
        add(UMA, null, SampleJournal.judged("a"));
        Authors.check(entries);
        inReview();
        add(SUE, null, SampleJournal.judged("a"));
        Authors.check(entries);
    }

    @Test
    void aConflictThatARuleFoundIsNobodysAct() {
        inReview();
        add(IDA, null, new SubmissionEvent.SeatRecused(1, 2, List.of("same-organisation"), null));
        Authors.check(entries);
    }

    @Test
    void theSubmittersSideDoesNothingOfTheOthers() {
        for (SubmissionEvent event : List.of(
                new SubmissionEvent.Returned(SampleJournal.sha("note")),
                new SubmissionEvent.DeclinedAtScreening(SampleJournal.sha("note")),
                new SubmissionEvent.Retracted(SampleJournal.sha("note")),
                new SubmissionEvent.Unfeatured(),
                opened(2, UMA),
                new SubmissionEvent.SeatFilled(1, seating(3, SAM)))) {
            inReview();
            add(SUE, null, event);
            Authors.check(entries);
            inReview();
            add(ANA, null, event);
            assertWrong("its actor is of the submitter's side, which doesn't do this");
        }
        entries.clear();
        add(ANA, null, STARTED);
        add(SAM, ANA, REPRESENTED);
        add(SAM, ANA, new SubmissionEvent.Returned(SampleJournal.sha("note")));
        assertWrong("its actor is of the submitter's side, which doesn't do this");
    }

    @Test
    void withoutItsStartNothingIsKnown() {
        add(ANA, null, SAVED);
        assertWrong("The entries don't begin with a submission's start");
        entries.clear();
        assertWrong("The entries don't begin with a submission's start");
    }

    @Test
    void aVerifierThatReplaysNamesTheEntryThatHidesOnWhoseBehalfItIs() {
        begunByAna();
        add(ANA, null, SAVED);
        add(
                ANA,
                null,
                new SubmissionEvent.RevisionSubmitted(1, SampleJournal.digest("a"), SampleJournal.sha("disclosure")));
        add(SAM, ANA, REPRESENTED);
        assertThat(replayed()).isEmpty();
        add(SAM, null, SAVED);
        add(SAM, ANA, SAVED);
        Fault fault = replayed().get(0);
        assertThat(fault.code()).isEqualTo(Fault.Code.DOES_NOT_FOLLOW);
        assertThat(fault.sequence()).isEqualTo(5);
        assertThat(fault.sentence()).contains("represents the submitter");
    }

    private List<Fault> replayed() {
        Stream<String> lines = entries.stream().map(entry -> EntryCodec.line(new FeedEntry(entry.sequence(), entry)));
        return new JournalVerifier()
                .replaying(Policies.presets()).verify(lines).fault().stream().toList();
    }

    private void inReview() {
        begunByAna();
        add(ANA, null, REVISION);
        add(SUE, null, opened(1, IDA, UMA));
    }

    private static SubmissionEvent opened(int round, PersonId... people) {
        List<Seating> seats = new ArrayList<>();
        for (PersonId person : people) {
            seats.add(seating(seats.size() + 1, person));
        }
        return new SubmissionEvent.RoundOpened(round, round, seats);
    }

    private static Seating seating(int number, PersonId person) {
        return new Seating(number, person, Sector.UN, new TreeSet<>(), SampleJournal.BEGIN, false, false);
    }

    private static SubmissionEvent reviewed(int seat) {
        return new SubmissionEvent.Reviewed(
                1, seat, SampleJournal.digest("a"), ReviewOutcome.APPROVE, SampleJournal.sha("note"));
    }

    private void begunByAna() {
        entries.clear();
        add(ANA, null, STARTED);
    }

    private void add(PersonId actor, @Nullable PersonId behalf, SubmissionEvent event) {
        ChainHead head = entries.isEmpty()
                ? ChainHead.empty(CHAIN)
                : entries.get(entries.size() - 1).head();
        entries.addAll(Entry.next(head, Actor.secretariat(actor), behalf, SampleJournal.BEGIN, List.of(event)));
    }

    private void assertWrong(String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Authors.check(entries))
                .withMessage(message);
    }

    private static SubmissionEvent represented(PersonId person) {
        return new SubmissionEvent.Represented(person, SampleJournal.sha("note of " + person));
    }
}
