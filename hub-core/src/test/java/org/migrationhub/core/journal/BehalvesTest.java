package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;

/** Entries of whoever represents the submitter say so, and no others do. */
class BehalvesTest {

    private static final ChainId CHAIN = ChainId.of(new SubmissionId("s-1"));
    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId SAM = new PersonId("sam");
    private static final PersonId SUE = new PersonId("sue");
    private static final SubmissionEvent STARTED =
            new SubmissionEvent.Started(Kind.PRACTICE, ANA, new TreeSet<>(), ReviewPolicy.GCM_2022.ref());
    private static final SubmissionEvent SAVED = new SubmissionEvent.DraftSaved(SampleJournal.digest("a"));
    private static final SubmissionEvent REPRESENTED = represented(SAM);

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void whoBeginsForSomebodyActsOnTheirBehalfFromTheFirstEntryOn() {
        add(SAM, ANA, STARTED);
        Behalves.check(entries);
        add(SAM, ANA, REPRESENTED);
        add(SAM, ANA, SAVED);
        add(ANA, null, SAVED);
        add(SAM, ANA, SAVED);
        Behalves.check(entries);
    }

    @Test
    void whoTakesOverActsOnTheirBehalfFromThenOn() {
        begunByAna();
        add(SAM, ANA, REPRESENTED);
        add(SUE, ANA, represented(SUE));
        add(SUE, ANA, SAVED);
        add(ANA, null, SAVED);
        Behalves.check(entries);
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
        add(SAM, null, SAVED);
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
    void aVisitorRepresentsNobody() {
        entries.addAll(
                Entry.next(ChainHead.empty(CHAIN), Actor.visitor(), SampleJournal.BEGIN, List.of(STARTED, SAVED)));
        Behalves.check(entries);
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

    private void begunByAna() {
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
                .isThrownBy(() -> Behalves.check(entries))
                .withMessage(message);
    }

    private static SubmissionEvent represented(PersonId person) {
        return new SubmissionEvent.Represented(person, SampleJournal.sha("note of " + person));
    }
}
