package org.migrationhub.core.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.kit.explore.Breach;
import org.migrationhub.core.kit.explore.Exploration;
import org.migrationhub.core.kit.explore.Machine;
import org.migrationhub.core.kit.explore.Promise;
import org.migrationhub.core.kit.explore.ReviewPolicyExploration;
import org.migrationhub.core.people.Sector;

/** The exploration finds what is broken on purpose: in a policy's data, in its judgement, in the tables, in the machine. */
@Tag("exhaustive")
class PlantedFaultsTest {

    private static final ReviewPolicy SOUND = ReviewPolicy.GCM_2022;

    private static final SubmissionEvent UNASKED =
            new SubmissionEvent.Represented(new PersonId("off-roster"), Sha256.of("Unasked".getBytes(UTF_8)));

    @TestFactory
    Stream<DynamicTest> everyPlantedFaultIsFound() {
        Map<String, ReviewPolicyExploration> faults = new LinkedHashMap<>();
        inData(faults);
        inJudgement(faults);
        inEligibility(faults);
        inTables(faults);
        inMachine(faults);
        return faults.entrySet().stream()
                .map(fault -> dynamicTest(fault.getKey(), () -> isFound(fault.getKey(), fault.getValue())));
    }

    private static void isFound(String fault, ReviewPolicyExploration exploration) {
        Exploration seen = exploration.mishaps(1).explore();
        assertThat(seen.breaches()).as(fault).isNotEmpty();
        List<String> broken =
                seen.breaches().stream().map(Breach::invariant).map(Enum::name).toList();
        System.out.println("Planted: " + fault + " -> " + broken);
    }

    private static void inData(Map<String, ReviewPolicyExploration> faults) {
        faults.put("two approvals of three suffice", of(parts(3, 1, 1, 2).build()));
        faults.put("a panel has two seats", of(parts(2, 1, 1, 2).build()));
        faults.put("the UN need not be there", of(parts(3, 0, 1, 3).build()));
        faults.put("nobody from outside need be there", of(parts(3, 1, 0, 3).build()));
        faults.put(
                "implementers judge what they implement",
                of(ReviewPolicy.named("planted", 1)
                        .seats(3)
                        .atLeastUn(1)
                        .atLeastNonUn(1)
                        .approvals(3)
                        .rules(EnumSet.of(EligibilityRule.NOT_OF_SUBMITTER, EligibilityRule.NOT_OF_PARTNER))
                        .build()));
    }

    private static void inJudgement(Map<String, ReviewPolicyExploration> faults) {
        faults.put("it is judged before all have reviewed", of(new Faulty() {
            @Override
            public Judgement judge(Round round, Instant at) {
                List<Seat> approving = approving(round);
                return approving.size() == 2
                        ? new Judgement.Decided(approved(round, approving, at))
                        : super.judge(round, at);
            }
        }));
        faults.put("a refusal is overlooked", of(new Faulty() {
            @Override
            public Judgement judge(Round round, Instant at) {
                return super.judge(round, at) instanceof Judgement.Decided
                        ? new Judgement.Decided(approved(round, round.standing(), at))
                        : super.judge(round, at);
            }
        }));
        faults.put("a closed round publishes", of(new Faulty() {
            @Override
            PanelVerdict refusal(Round round, Instant at) {
                return approved(round, approving(round), at);
            }
        }));
        faults.put("a round may be closed at any time", of(new Faulty() {
            @Override
            boolean isBeyondApproval(Round round) {
                return true;
            }
        }));
        faults.put("a round is never decided", of(new Faulty() {
            @Override
            public Judgement judge(Round round, Instant at) {
                return new Judgement.Pending(List.of(), 0);
            }
        }));
        faults.put("approval by all is a refusal", of(new Faulty() {
            @Override
            public Judgement judge(Round round, Instant at) {
                return super.judge(round, at) instanceof Judgement.Decided
                        ? new Judgement.Decided(refusal(round, at))
                        : super.judge(round, at);
            }
        }));
    }

    /**
     * Rules behind which a second wall stands can't be broken alone: who sits already is refused by the fold as well. The
     * submitter is also barred as a member of the submitting body, so that rule falls with the other.
     */
    private static void inEligibility(Map<String, ReviewPolicyExploration> faults) {
        faults.put("submitters judge what they submitted, and so do their colleagues", of(new Faulty() {
            @Override
            List<Reason> objections(EligibilityQuestion question, CheckTime time) {
                return super.objections(question, time).stream()
                        .filter(reason -> !reason.code().contains("submitter"))
                        .toList();
            }
        }));
        faults.put("who represents the submitter judges what they handed in", of(new Faulty() {
            @Override
            List<Reason> objections(EligibilityQuestion question, CheckTime time) {
                return super.objections(question, time).stream()
                        .filter(reason -> !reason.sentence().contains("behalf"))
                        .toList();
            }
        }));
        for (EligibilityRule rule : List.of(
                EligibilityRule.ON_ROSTER,
                EligibilityRule.AFFILIATION_DETERMINED,
                EligibilityRule.NOT_NAMED,
                EligibilityRule.NO_DECLARED_CONFLICT,
                EligibilityRule.NOT_OF_SUBMITTER,
                EligibilityRule.NOT_OF_PARTNER)) {
            faults.put("nobody asks: " + rule.code(), of(new Faulty() {
                @Override
                List<Reason> objections(EligibilityQuestion question, CheckTime time) {
                    return super.objections(question, time).stream()
                            .filter(reason -> !reason.code().equals(rule.code()))
                            .toList();
                }
            }));
        }
        for (CheckTime time : List.of(CheckTime.FILING, CheckTime.DECISION)) {
            faults.put("nothing is asked any more at " + time, of(new Faulty() {
                @Override
                List<Reason> objections(EligibilityQuestion question, CheckTime asked) {
                    return asked == time ? List.of() : super.objections(question, asked);
                }
            }));
        }
        faults.put("a vacancy is filled whatever the mix", of(new Faulty() {
            @Override
            boolean canReachMix(int un, int nonUn, int vacancies) {
                return true;
            }
        }));
        faults.put("whoever is undetermined counts as UN", of(new Faulty() {
            @Override
            List<Reason> objections(EligibilityQuestion question, CheckTime time) {
                return super.objections(question, time).stream()
                        .filter(reason -> !reason.code().equals("affiliation-undetermined"))
                        .toList();
            }

            @Override
            Seating seating(int number, Candidate candidate, boolean declared, boolean further, Instant at) {
                Seating plain = super.seating(number, candidate, declared, further, at);
                return plain.sector() != Sector.UNDETERMINED
                        ? plain
                        : new Seating(
                                plain.number(),
                                plain.person(),
                                Sector.UN,
                                plain.organisations(),
                                plain.due(),
                                plain.declared(),
                                plain.further());
            }
        }));
        faults.put("reviewers have always declared already", of(new Faulty() {
            @Override
            Seating seating(int number, Candidate candidate, boolean declared, boolean further, Instant at) {
                return super.seating(number, candidate, true, further, at);
            }
        }));
    }

    private static void inTables(Map<String, ReviewPolicyExploration> faults) {
        faults.put(
                "a seat that has reviewed can be replaced",
                with(rows -> rows.row(SeatStateName.REVIEWED, Act.REPLACE_SEAT, SeatStateName.REPLACED)));
        faults.put(
                "a seat reviews without declaring",
                with(rows -> rows.row(SeatStateName.INVITED, Act.REVIEW, SeatStateName.REVIEWED)));
        faults.put(
                "a seat reviews twice",
                with(rows -> rows.row(SeatStateName.REVIEWED, Act.REVIEW, SeatStateName.REVIEWED)));
        faults.put(
                "what was declined is revised",
                with(rows -> rows.row(StageName.DECLINED, Act.REVISE, StageName.SUBMITTED)));
        faults.put(
                "what was withdrawn goes on",
                with(rows -> rows.row(StageName.WITHDRAWN, Act.SAVE_DRAFT, StageName.WITHDRAWN)));
        faults.put(
                "what was declined is taken over",
                with(rows -> rows.row(StageName.DECLINED, Act.REPRESENT, StageName.DECLINED)));
        faults.put(
                "a draft that nobody else may know of is taken over",
                with(rows -> rows.row(StageName.DRAFT, Act.REPRESENT, StageName.DRAFT)));
        faults.put(
                "what was retracted is seated again",
                with(rows -> rows.row(StageName.RETRACTED, Act.SEAT_PANEL, StageName.IN_REVIEW)));
        faults.put(
                "what is under review is featured",
                with(rows -> rows.row(StageName.IN_REVIEW, Act.FEATURE, StageName.IN_REVIEW)));
        faults.put(
                "what is submitted can be retracted",
                with(rows -> rows.row(StageName.SUBMITTED, Act.RETRACT, StageName.RETRACTED)));
    }

    private static void inMachine(Map<String, ReviewPolicyExploration> faults) {
        faults.put("a withdrawal is lost", losing(Act.WITHDRAW));
        faults.put("a review is lost", losing(Act.REVIEW));
        faults.put("a revision is lost, the approvals stay", losing(Act.REVISE));
        faults.put("a recusal is lost", losing(Act.RECUSE));
        faults.put("it is lost who represents the submitter", losing(Act.REPRESENT));
        faults.put("somebody represents the submitter unasked", representingUnasked());
        faults.put("somebody represents the submitter after a panel", representingAfterPanel());
        faults.put(
                "an event is not written down",
                ReviewPolicyExploration.of(SOUND)
                        .promising(Promise.GCM_2022)
                        .on(new Broken(TransitionTable.standard()) {
                            @Override
                            public Change done(Submission before, Act act, Change change) {
                                int size = change.events().size();
                                return new Change(
                                        change.after(), change.events().subList(0, Math.max(1, size - 1)), change.at());
                            }
                        }));
    }

    /** With every draft that is handed in, somebody who has nothing to do with it stands in for the submitter. */
    private static ReviewPolicyExploration representingUnasked() {
        return ReviewPolicyExploration.of(SOUND).promising(Promise.GCM_2022).on(new Broken(TransitionTable.standard()) {
            @Override
            public Change done(Submission before, Act act, Change change) {
                return act == Act.SUBMIT ? unasked(change) : change;
            }
        });
    }

    private static Change unasked(Change submitted) {
        Submission after = submitted.after().after(UNASKED, submitted.at());
        return new Change(after, with(UNASKED, submitted.events()), submitted.at());
    }

    /** The same with every seat that is accepted. The machine can't be brought to do so, only to write that it was done. */
    private static ReviewPolicyExploration representingAfterPanel() {
        return ReviewPolicyExploration.of(SOUND).promising(Promise.GCM_2022).on(new Broken(TransitionTable.standard()) {
            @Override
            public Change done(Submission before, Act act, Change change) {
                return act == Act.ACCEPT_SEAT
                        ? new Change(change.after(), with(UNASKED, change.events()), change.at())
                        : change;
            }
        });
    }

    private static List<SubmissionEvent> with(SubmissionEvent last, List<SubmissionEvent> events) {
        List<SubmissionEvent> all = new ArrayList<>(events);
        all.add(last);
        return all;
    }

    private static ReviewPolicyExploration of(ReviewPolicy policy) {
        return ReviewPolicyExploration.of(policy)
                .promising(Promise.GCM_2022)
                .on(new Broken(TransitionTable.standard()));
    }

    private static ReviewPolicyExploration with(UnaryOperator<TransitionTable.Builder> row) {
        TransitionTable table = row.apply(
                        TransitionTable.rows().standardStages().standardSeats())
                .build();
        return ReviewPolicyExploration.of(SOUND).promising(Promise.GCM_2022).on(new Broken(table));
    }

    private static ReviewPolicyExploration losing(Act lost) {
        return ReviewPolicyExploration.of(SOUND).promising(Promise.GCM_2022).on(new Broken(TransitionTable.standard()) {
            @Override
            public Change done(Submission before, Act act, Change change) {
                return act == lost ? new Change(before, change.events(), change.at()) : change;
            }
        });
    }

    private static ReviewPolicy.Builder parts(int seats, int un, int nonUn, int approvals) {
        return ReviewPolicy.named("planted", 1)
                .seats(seats)
                .atLeastUn(un)
                .atLeastNonUn(nonUn)
                .approvals(approvals)
                .rules(EnumSet.allOf(EligibilityRule.class));
    }

    /** The preset, to be broken. */
    private static class Faulty extends ReviewPolicy {

        Faulty() {
            super(checked());
        }

        private static Builder checked() {
            Builder parts = parts(3, 1, 1, 3);
            parts.build();
            return parts;
        }

        List<Seat> approving(Round round) {
            List<Seat> found = new ArrayList<>(round.standing());
            found.removeIf(seat -> !seat.approves(round));
            return found;
        }

        PanelVerdict approved(Round round, List<Seat> approvals, Instant at) {
            return new PanelVerdict(round, ref(), VerdictOutcome.APPROVED, approvals, at);
        }
    }

    /** A machine with a table of its own, which replays by the policy at hand, broken or not. */
    private static class Broken implements Machine {

        private final TransitionTable table;

        Broken(TransitionTable table) {
            this.table = table;
        }

        @Override
        public Change start(
                SubmissionId id,
                ReviewPolicy policy,
                PersonId submitter,
                SortedSet<OrganisationId> organisations,
                ContentDigest draft,
                Instant at) {
            return Submission.start(id, policy, table, Kind.PRACTICE, submitter, organisations, null, draft, at);
        }

        @Override
        public Submission replay(SubmissionId id, List<PastEvent> events, ReviewPolicy policy) {
            return Submission.replay(id, events, policy, table);
        }
    }
}
