package org.migrationhub.core.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Eligibility;
import org.migrationhub.core.review.Judgement;
import org.migrationhub.core.review.PanelVerdict;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.Reason;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SeatStateName;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;

/** The sentences on what must hold. */
final class ScriptExpectations {

    private static final String SEAT_STATE = "(invited|accepted|declined|recused|replaced|reviewed)";

    private final ScriptWorld world;

    ScriptExpectations(ScriptWorld world) {
        this.world = world;
    }

    void teach(ScriptGrammar grammar) {
        teachStages(grammar);
        teachRounds(grammar);
        teachSeats(grammar);
        teachEligibility(grammar);
    }

    private void teachStages(ScriptGrammar grammar) {
        then(grammar, "it is refused: CODES", words -> world.expectRefusal(codes(words.group(1))));
        then(grammar, "it is published with N approvals?, N UN and N non-UN", this::published);
        then(grammar, "it is in round N on revision N", words -> {
            expect(words, 1, lastRound().number(), "round");
            expect(words, 2, lastRound().revision(), "revision");
        });
        then(grammar, "it is CODE", words -> stage(words.group(1)));
        then(
                grammar,
                "it has N events?",
                words -> expect(words, 1, world.events().size(), "events"));
        then(
                grammar,
                "revision N is public",
                words -> expect(words, 1, publication().revision(), "public revision"));
        then(grammar, "nothing is public", words -> {
            Optional<Publication> found = world.submission().publication();
            ScriptProblem.unless(found.isEmpty(), "nothing public", found);
        });
    }

    private void teachRounds(ScriptGrammar grammar) {
        then(grammar, "the verdict is CODE", words -> {
            PanelVerdict verdict = verdict();
            ScriptProblem.unless(
                    verdict.outcome().code().equals(words.group(1)), "the verdict " + words.group(1), verdict);
        });
        then(grammar, "the round is tied for SIDES", words -> tied(words.group(1)));
        then(grammar, "nobody is awaited", words -> expectNames(Set.of(), awaited(), "awaited"));
        then(grammar, "NAMES (?:is|are) awaited", words -> expectNames(names(words), awaited(), "awaited"));
        then(grammar, "N seats? (?:is|are) vacant", words -> expect(words, 1, vacancies(), "vacant seats"));
    }

    private void teachSeats(ScriptGrammar grammar) {
        then(grammar, "nobody is overdue", words -> expectNames(Set.of(), overdue(), "overdue"));
        then(grammar, "NAMES (?:is|are) overdue", words -> expectNames(names(words), overdue(), "overdue"));
        then(grammar, "NAME is " + SEAT_STATE, words -> seatState(words.group(1), words.group(2)));
        then(grammar, "NAME has no seat", words -> {
            Optional<Seat> found = lastSeatOf(world, id(words.group(1)));
            ScriptProblem.unless(found.isEmpty(), "no seat of " + words.group(1), found);
        });
    }

    private void teachEligibility(ScriptGrammar grammar) {
        then(grammar, "NAME is eligible", words -> {
            Eligibility found = eligibility(words.group(1));
            ScriptProblem.unless(found.isEligible(), words.group(1) + " to be eligible", found.reasons());
        });
        then(grammar, "NAME is not eligible: CODES", words -> {
            Set<String> found = eligibility(words.group(1)).reasons().stream()
                    .map(Reason::code)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> expected = codes(words.group(2));
            ScriptProblem.unless(found.equals(expected), words.group(1) + " not to be eligible for " + expected, found);
        });
    }

    private static void then(ScriptGrammar grammar, String form, Consumer<MatchResult> meaning) {
        grammar.on("then", form, meaning);
    }

    private void stage(String code) {
        StageName expected = StageName.find(code).orElseThrow(() -> new ScriptProblem("no stage is called " + code));
        StageName found = world.submission().stage().name();
        ScriptProblem.unless(expected == found, "the stage " + code, found.code());
    }

    private void published(MatchResult words) {
        stage(StageName.PUBLISHED.code());
        PanelVerdict verdict = publication().verdict();
        expect(words, 1, verdict.approvals().size(), "approvals");
        expect(words, 2, verdict.approvals(Sector.UN), "UN approvals");
        expect(words, 3, verdict.approvals(Sector.NON_UN), "non-UN approvals");
    }

    private void tied(String sides) {
        Judgement judgement = judgement();
        Set<Sector> expected =
                List.of(sides.split(", ")).stream().map(ScriptFacts::side).collect(Collectors.toSet());
        boolean holds =
                judgement instanceof Judgement.Tied tied && tied.sectors().equals(expected);
        ScriptProblem.unless(holds, "a tie that can be broken from " + sides, judgement);
    }

    private void seatState(String name, String state) {
        SeatStateName found = lastSeatOf(world, id(name))
                .orElseThrow(() -> new ScriptProblem(name + " has no seat in the last round"))
                .state()
                .name();
        ScriptProblem.unless(found.code().equals(state), name + "'s seat to be " + state, found.code());
    }

    private Set<String> awaited() {
        return judgement() instanceof Judgement.Pending pending
                ? persons(seat -> pending.awaited().contains(seat.number()))
                : Set.of();
    }

    private int vacancies() {
        return judgement() instanceof Judgement.Pending pending ? pending.vacancies() : 0;
    }

    private Set<String> overdue() {
        return persons(seat -> seat.isOverdue(world.now()));
    }

    private Set<String> persons(Predicate<Seat> which) {
        return lastRound().seats().stream()
                .filter(which)
                .map(seat -> seat.person().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Judgement judgement() {
        return world.submission().policy().judge(lastRound(), world.now());
    }

    private Eligibility eligibility(String name) {
        Submission submission = world.submission();
        return submission
                .policy()
                .eligibility(world.people().candidate(id(name)), world.disclosure(), submission.rounds(), world.now());
    }

    private Publication publication() {
        return world.submission().publication().orElseThrow(() -> new ScriptProblem("nothing is public"));
    }

    private PanelVerdict verdict() {
        return lastRound().verdict().orElseThrow(() -> new ScriptProblem("the last round was not judged"));
    }

    private Round lastRound() {
        return world.submission().round().orElseThrow(() -> new ScriptProblem("there was no round yet"));
    }

    private PersonId id(String name) {
        return world.people().find(name).id();
    }

    static Optional<Seat> lastSeatOf(ScriptWorld world, PersonId person) {
        return world.submission().round().stream()
                .flatMap(round -> round.seats().stream())
                .filter(seat -> seat.person().equals(person))
                .max(Comparator.comparing(Seat::number));
    }

    private static Set<String> names(MatchResult words) {
        return new TreeSet<>(ScriptFacts.names(words.group(1)));
    }

    private static void expectNames(Set<String> expected, Set<String> found, String what) {
        ScriptProblem.unless(expected.equals(found), expected + " to be " + what, found);
    }

    private static void expect(MatchResult words, int group, int found, String what) {
        int expected = Integer.parseInt(words.group(group));
        ScriptProblem.unless(expected == found, expected + " " + what, found);
    }

    private static Set<String> codes(String written) {
        return new TreeSet<>(List.of(written.split(", ")));
    }
}
