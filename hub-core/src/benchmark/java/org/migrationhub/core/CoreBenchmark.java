package org.migrationhub.core;

import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NOW;
import static org.migrationhub.core.kit.Samples.UMA;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Candidate;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.review.Eligibility;
import org.migrationhub.core.review.Judgement;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.ReviewContext;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.SeatStateName;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.review.TransitionTable;
import org.migrationhub.core.vocabulary.Language;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the core's decisions cost, in time and allocation. Aims: under 25 ns to decide whether an act is possible, under
 * 1 µs to judge a round.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoreBenchmark {

    private final ReviewPolicy policy = ReviewPolicy.GCM_2022;
    private final Practice practice = Samples.practice();
    private final Practice practiceOf20kB = practiceOf20kB();
    private final Disclosure disclosure = Disclosure.of(
            practice, ANA.id(), Samples.submitting(), List.of(ANA.profile(), new Profile("Ben Sample", "")));
    private final Function<PersonId, Candidate> people = peopleById();
    private final Submission inReview = inReview();
    private final Round decided = decided();
    private final Candidate candidate = people.apply(Samples.NURI.id());
    private final Shelf shelf = new Shelf();

    /** Whether an act is possible in a stage and in a seat's state. */
    @Benchmark
    public boolean actIsPossible() {
        TransitionTable table = TransitionTable.standard();
        return table.permits(StageName.IN_REVIEW, Act.REVIEW) && table.permits(SeatStateName.ACCEPTED, Act.REVIEW);
    }

    /** Judging a round of three approvals: a verdict is made. */
    @Benchmark
    public Judgement judgeRound() {
        return policy.judge(decided, NOW);
    }

    /** Explaining whether a person may be seated for an item with several bodies and persons. */
    @Benchmark
    public Eligibility explainEligibility() {
        return policy.eligibility(candidate, disclosure, inReview.rounds(), NOW);
    }

    /** The digest of a practice whose canonical form has 20 kB. */
    @Benchmark
    public ContentDigest digestOf20kB() {
        return ContentDigest.of(practiceOf20kB);
    }

    /**
     * The full path in memory, through the facade: submission, panel, three declarations, three reviews, publication,
     * with journal, index and notices.
     */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public SubmissionView fullPath() {
        return shelf.publishOne(practice);
    }

    private Submission inReview() {
        Submission draft = Submission.start(
                        new SubmissionId("benchmark"),
                        policy,
                        practice.kind(),
                        ANA.id(),
                        Samples.submitting(),
                        ContentDigest.of(practice),
                        NOW)
                .after();
        Submission submitted =
                draft.act(context()).submit(ContentDigest.of(practice)).after();
        Submission seated = submitted
                .act(context())
                .seatPanel(List.of(UMA.id(), NOEL.id(), NINA.id()))
                .after();
        Submission accepted = seated;
        for (Person reviewer : List.of(UMA, NOEL, NINA)) {
            accepted = accepted.act(context()).acceptSeat(reviewer.id()).after();
        }
        return accepted;
    }

    private Round decided() {
        Submission reviewed = inReview;
        for (Person reviewer : List.of(UMA, NOEL, NINA)) {
            reviewed = reviewed.act(context())
                    .review(
                            reviewer.id(),
                            ContentDigest.of(practice),
                            ReviewOutcome.APPROVE,
                            new Note(reviewer.id(), reviewed.id(), ""))
                    .after();
        }
        return reviewed.rounds().get(0);
    }

    private ReviewContext context() {
        return new ReviewContext(disclosure, people, NOW);
    }

    private static Function<PersonId, Candidate> peopleById() {
        var known = Samples.persons().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return id -> new Candidate(known.get(id), Samples.organisations(), 0);
    }

    private static Practice practiceOf20kB() {
        Practice sample = Samples.practice();
        int missing = 20_000 - ContentDigest.canonicalBytes(sample).length;
        String words = "Sample words of no meaning. ".repeat(Math.max(0, missing) / 28);
        return sample.toBuilder()
                .benefitAndImpact(sample.texts().inOriginal().orElseThrow().benefitAndImpact() + words)
                .build();
    }

    /** A hub that is emptied now and then, so that a long run measures a path and not a full memory. */
    private static final class Shelf {

        private static final int MOST = 2_000;

        private Hub hub = Hub.inMemory();
        private PersonId submitter = new PersonId("nobody");
        private List<PersonId> panel = List.of();
        private int published = MOST;

        SubmissionView publishOne(Practice sample) {
            if (published++ >= MOST) {
                renew();
            }
            SubmissionId id = hub.as(Actor.contributor(submitter))
                    .submit(anonymous(sample))
                    .id();
            hub.as(Actor.secretariat(new PersonId("office"))).seatPanel(id, panel);
            ContentDigest digest = ContentDigest.of(anonymous(sample));
            for (PersonId reviewer : panel) {
                Desk desk = hub.as(Actor.reviewer(reviewer));
                desk.acceptSeat(id);
                desk.review(id, digest, ReviewOutcome.APPROVE, Comments.NONE);
            }
            return hub.as(Actor.contributor(submitter)).view(id);
        }

        private Practice anonymous(Practice sample) {
            Practice.Builder builder = Practice.in(Language.EN)
                    .classification(sample.classification())
                    .geography(sample.geography())
                    .period(sample.period())
                    .type(sample.type())
                    .implementer("Sample implementer of the benchmark")
                    .focalPoint(submitter);
            sample.texts().byLanguage().forEach(builder::text);
            return builder.build();
        }

        private void renew() {
            hub = Hub.inMemory();
            published = 0;
            PeopleDesk people =
                    hub.as(Actor.secretariat(new PersonId("office"))).people();
            var agency = people.addOrganisation("Benchmark agency", Sector.UN);
            var city = people.addOrganisation("Benchmark city", Sector.NON_UN);
            submitter = people.register("Benchmark submitter", "");
            panel = Stream.of(agency, city, city)
                    .map(body -> people.addReviewer("Benchmark reviewer", "", body, RosterEntry.in(Language.EN)))
                    .toList();
        }
    }
}
