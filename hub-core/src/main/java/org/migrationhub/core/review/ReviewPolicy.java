package org.migrationhub.core.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Sector;

/**
 * Who may judge an item, what a panel is, and how its reviews become a verdict: versioned data. The only maker of
 * {@link PanelVerdict}s.
 *
 * <p>{@link #GCM_2022} is the rule that the Hub publishes; {@link #GCM_2020} an older published one. An agency's own is
 * built from the same parts ({@link #named}); one that could approve with something missing can't be built.
 *
 * <p>Immutable and thread-safe. Nothing outside this package can extend it; within, only the tests do, to plant faults
 * that the exploration of all states must catch.
 */
public class ReviewPolicy {

    /** Three seats, at least one UN and one non-UN, all three must approve. Source: the Hub's published rule, 2022. */
    public static final ReviewPolicy GCM_2022 = named("gcm-2022", 1)
            .seats(3)
            .atLeastUn(1)
            .atLeastNonUn(1)
            .approvals(3)
            .rules(EnumSet.allOf(EligibilityRule.class))
            .build();

    /**
     * Three seats, at least one UN and two non-UN, three must approve; when one of the three does not, the secretariat
     * may seat one further reviewer, whose approval then takes the missing one's place. Source: the roster call of 2020.
     */
    public static final ReviewPolicy GCM_2020 = named("gcm-2020", 1)
            .seats(3)
            .atLeastUn(1)
            .atLeastNonUn(2)
            .approvals(3)
            .tieBreaker(TieBreaker.FURTHER_REVIEWER)
            .rules(EnumSet.allOf(EligibilityRule.class))
            .build();

    private final PolicyRef ref;
    private final int seats;
    private final int minimumUn;
    private final int minimumNonUn;
    private final int approvals;
    private final int declinesToEnd;
    private final boolean separateOrganisations;
    private final TieBreaker tieBreaker;
    private final Set<EligibilityRule> rules;
    private final Duration conflictWindow;
    private final Duration timeToReview;

    ReviewPolicy(Builder parts) {
        this.ref = parts.ref;
        this.seats = parts.seats;
        this.minimumUn = parts.minimumUn;
        this.minimumNonUn = parts.minimumNonUn;
        this.approvals = parts.approvals;
        this.declinesToEnd = parts.declinesToEnd == 0 ? parts.seats / 2 + 1 : parts.declinesToEnd;
        this.separateOrganisations = parts.separateOrganisations;
        this.tieBreaker = parts.tieBreaker;
        this.rules = Collections.unmodifiableSet(EnumSet.copyOf(parts.rules));
        this.conflictWindow = parts.conflictWindow;
        this.timeToReview = parts.timeToReview;
    }

    /**
     * Starts a policy of one's own. Seats, minimum of either side, approvals and rules must be said; the rest has
     * defaults.
     *
     * @param id its name
     * @param version 1 for the first; raise it with every change
     */
    public static Builder named(String id, int version) {
        return new Builder(new PolicyRef(id, version));
    }

    /** Its name and version. */
    public PolicyRef ref() {
        return ref;
    }

    /** How many seats a panel has. */
    public int seats() {
        return seats;
    }

    /** How many of the panel, and of the approvals, must come from the UN. */
    public int minimumUn() {
        return minimumUn;
    }

    /** How many of the panel, and of the approvals, must come from outside the UN. */
    public int minimumNonUn() {
        return minimumNonUn;
    }

    /** How many must approve. */
    public int approvals() {
        return approvals;
    }

    /** From how many refusals of the kind {@link ReviewOutcome#DECLINE} on a verdict declines for good. */
    public int declinesToEnd() {
        return declinesToEnd;
    }

    /** Whether the members of a panel must come from different organisations; two offices of one body aren't. */
    public boolean separateOrganisations() {
        return separateOrganisations;
    }

    /** Whose review may decide when one approval is missing. */
    public TieBreaker tieBreaker() {
        return tieBreaker;
    }

    /** The eligibility rules, the mandatory ones among them. */
    public Set<EligibilityRule> rules() {
        return rules;
    }

    /** How long an ended affiliation still counts for conflicts of interest. */
    public Duration conflictWindow() {
        return conflictWindow;
    }

    /** How long after being seated a review is due. */
    public Duration timeToReview() {
        return timeToReview;
    }

    /**
     * Whether a person may be seated for an item, with every reason against it.
     *
     * @param candidate the person
     * @param item what the item discloses
     * @param rounds the submission's rounds so far; in an open one, the mix of its panel counts too
     * @param at as of when
     */
    public Eligibility eligibility(Candidate candidate, Disclosure item, List<Round> rounds, Instant at) {
        EligibilityQuestion question = new EligibilityQuestion(candidate, item, rounds, this, at);
        List<Reason> reasons = new ArrayList<>(objections(question, CheckTime.SEATING));
        if (!rounds.isEmpty() && rounds.get(rounds.size() - 1).isOpen()) {
            reasons.addAll(PanelRules.objections(question, rounds.get(rounds.size() - 1)));
        }
        return new Eligibility(candidate.id(), sector(question), candidate.openSeats(), reasons);
    }

    /**
     * The panel made of these people, in this order.
     *
     * @throws RefusedException with every reason against every one of them, and against the panel as a whole
     */
    public Panel panel(List<Candidate> candidates, Disclosure item, List<Round> rounds, Instant at) {
        List<Violation> violations = new ArrayList<>(PanelRules.violations(this, candidates, at));
        List<Seating> seatings = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String path = "/reviewers/" + seatings.size();
            eligibility(candidate, item, rounds, at)
                    .reasons()
                    .forEach(reason -> violations.add(new Violation(path, reason.code(), reason.sentence())));
            seatings.add(seating(seatings.size() + 1, candidate, false, false, at));
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return new Panel(seatings);
    }

    /**
     * Judges a round as it stands. A review counts if it is on exactly the round's digest and its seat still stands.
     *
     * @param round an open round
     * @param at when; recorded with the verdict
     */
    public Judgement judge(Round round, Instant at) {
        int vacancies = seats;
        List<Integer> awaited = List.of();
        boolean hasFurther = false;
        boolean furtherRefuses = false;
        for (Seat seat : round.seats()) {
            if (seat.isStanding()) {
                hasFurther |= seat.isFurther();
                furtherRefuses |= seat.isFurther() && !seat.approves(round);
                vacancies -= seat.isFurther() ? 0 : 1;
                if (!hasJudged(seat, round)) {
                    awaited = plus(awaited, seat.number());
                }
            }
        }
        if (vacancies > 0 || !awaited.isEmpty()) {
            return new Judgement.Pending(awaited, Math.max(vacancies, 0));
        }
        Tally tally = Tally.of(round);
        if (tally.meets(this) && !furtherRefuses) {
            return new Judgement.Decided(verdict(round, VerdictOutcome.APPROVED, at));
        }
        Set<Sector> deciding = hasFurther ? Set.of() : tally.decidingSectors(this);
        return deciding.isEmpty() ? new Judgement.Decided(refusal(round, at)) : new Judgement.Tied(deciding);
    }

    /** Whether so many have refused that no review still to come could lead to publication. */
    boolean isBeyondApproval(Round round) {
        int possible = seats;
        boolean furtherMayApprove = tieBreaker != TieBreaker.NOBODY;
        for (Seat seat : round.seats()) {
            boolean refused = seat.isStanding() && hasJudged(seat, round) && !seat.approves(round);
            possible -= refused && !seat.isFurther() ? 1 : 0;
            furtherMayApprove &= !(refused && seat.isFurther());
        }
        return possible + (furtherMayApprove ? 1 : 0) < approvals;
    }

    /** The verdict that refuses a round on what has been filed. */
    PanelVerdict refusal(Round round, Instant at) {
        long declines = round.seats().stream()
                .flatMap(seat -> seat.review().stream())
                .filter(review -> review.outcome() == ReviewOutcome.DECLINE)
                .count();
        return verdict(
                round, declines >= declinesToEnd ? VerdictOutcome.DECLINED : VerdictOutcome.CHANGES_REQUESTED, at);
    }

    /** What speaks against a person at one of the times at which eligibility is looked at. */
    List<Reason> objections(EligibilityQuestion question, CheckTime time) {
        EligibilityQuestion asked = time == CheckTime.SEATING ? question : question.withoutResemblance();
        List<Reason> reasons = new ArrayList<>();
        for (EligibilityRule rule : rules) {
            Reason reason = rule.latest().compareTo(time) >= 0 ? rule.objection(asked) : null;
            if (reason != null) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    Seating seating(int number, Candidate candidate, boolean declared, boolean further, Instant at) {
        SortedSet<OrganisationId> organisations = candidate.organisationsAt(at);
        Sector sector = candidate.person().affiliations().sectorAt(at);
        return new Seating(number, candidate.id(), sector, organisations, at.plus(timeToReview), declared, further);
    }

    /** Whether a panel that has these and so many vacancies can still get the mix. */
    boolean canReachMix(int un, int nonUn, int vacancies) {
        return Math.max(0, minimumUn - un) + Math.max(0, minimumNonUn - nonUn) <= vacancies;
    }

    private PanelVerdict verdict(Round round, VerdictOutcome outcome, Instant at) {
        return new PanelVerdict(round, ref, outcome, Tally.approving(round), at);
    }

    private static Sector sector(EligibilityQuestion question) {
        return question.candidate().person().affiliations().sectorAt(question.at());
    }

    private static boolean hasJudged(Seat seat, Round round) {
        return seat.state() instanceof SeatState.Reviewed reviewed
                && reviewed.review().digest().equals(round.digest());
    }

    private static List<Integer> plus(List<Integer> numbers, int number) {
        List<Integer> more = new ArrayList<>(numbers);
        more.add(number);
        return more;
    }

    @Override
    public String toString() {
        return ref.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReviewPolicy that
                && ref.equals(that.ref)
                && seats == that.seats
                && minimumUn == that.minimumUn
                && minimumNonUn == that.minimumNonUn
                && approvals == that.approvals
                && declinesToEnd == that.declinesToEnd
                && separateOrganisations == that.separateOrganisations
                && tieBreaker == that.tieBreaker
                && rules.equals(that.rules)
                && conflictWindow.equals(that.conflictWindow)
                && timeToReview.equals(that.timeToReview);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ref, seats, approvals, rules);
    }

    /** The parts of a policy. Not thread-safe. */
    public static final class Builder {

        private static final int UNSAID = -1;
        private static final Duration CENTURY = Duration.ofDays(36_525);

        private final PolicyRef ref;
        private int seats = UNSAID;
        private int minimumUn = UNSAID;
        private int minimumNonUn = UNSAID;
        private int approvals = UNSAID;
        private int declinesToEnd;
        private boolean separateOrganisations;
        private TieBreaker tieBreaker = TieBreaker.NOBODY;
        private final Set<EligibilityRule> rules = EnumSet.noneOf(EligibilityRule.class);
        private Duration conflictWindow = Duration.ZERO;
        private Duration timeToReview = Duration.ofDays(21);

        private Builder(PolicyRef ref) {
            this.ref = ref;
        }

        /** How many seats a panel has; 1 to 9. */
        public Builder seats(int number) {
            this.seats = number;
            return this;
        }

        /** How many of the panel and of the approvals must come from the UN. */
        public Builder atLeastUn(int number) {
            this.minimumUn = number;
            return this;
        }

        /** How many of the panel and of the approvals must come from outside the UN. */
        public Builder atLeastNonUn(int number) {
            this.minimumNonUn = number;
            return this;
        }

        /** How many must approve: more than half of the seats, at the most all. */
        public Builder approvals(int number) {
            this.approvals = number;
            return this;
        }

        /** From how many refusals of the kind decline on a verdict declines for good; more than half unless said. */
        public Builder declinesToEnd(int number) {
            this.declinesToEnd = number;
            return this;
        }

        /** Members of a panel must come from different organisations. Off unless said. */
        public Builder separateOrganisations() {
            this.separateOrganisations = true;
            return this;
        }

        /** Whose review may decide when one approval is missing. Nobody's unless said. */
        public Builder tieBreaker(TieBreaker breaker) {
            this.tieBreaker = breaker;
            return this;
        }

        /** The rules on who may judge. The mandatory ones are added in any case. */
        public Builder rules(Set<EligibilityRule> chosen) {
            this.rules.addAll(chosen);
            return this;
        }

        /** How long an ended affiliation still counts for conflicts of interest. Not at all unless said. */
        public Builder conflictWindow(Duration window) {
            this.conflictWindow = window;
            return this;
        }

        /** How long after being seated a review is due. 21 days unless said. */
        public Builder timeToReview(Duration time) {
            this.timeToReview = time;
            return this;
        }

        /**
         * The policy.
         *
         * @throws IllegalArgumentException naming everything that is missing or would let an item through unjudged
         */
        public ReviewPolicy build() {
            List<String> wrong = new ArrayList<>();
            check(wrong, seats >= 1 && seats <= 9, "seats must be said, 1 to 9");
            check(wrong, minimumUn >= 0, "the minimum of UN reviewers must be said, 0 or more");
            check(wrong, minimumNonUn >= 0, "the minimum of non-UN reviewers must be said, 0 or more");
            check(wrong, (long) minimumUn + minimumNonUn <= seats, "the minimums don't fit into the seats");
            check(
                    wrong,
                    approvals <= seats && 2L * approvals > seats,
                    "approvals must be said, more than half of the seats");
            check(
                    wrong,
                    (long) minimumUn + minimumNonUn <= approvals,
                    "the approvals can't hold the minimum of both sides");
            check(wrong, declinesToEnd >= 0 && declinesToEnd <= seats, "declines that end it can't exceed the seats");
            check(wrong, !rules.isEmpty(), "the rules on who may judge must be said");
            check(wrong, isSane(conflictWindow), "the conflict window can't be negative or longer than a century");
            check(wrong, isSane(timeToReview), "the time to review can't be negative or longer than a century");
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException("Policy " + ref + ": " + String.join("; ", wrong));
            }
            EnumSet.allOf(EligibilityRule.class).stream()
                    .filter(EligibilityRule::isMandatory)
                    .forEach(rules::add);
            return new ReviewPolicy(this);
        }

        /** A longer time would lead out of the calendar when a seat is given. */
        private static boolean isSane(Duration time) {
            return !time.isNegative() && time.compareTo(CENTURY) <= 0;
        }

        private static void check(List<String> wrong, boolean holds, String otherwise) {
            if (!holds) {
                wrong.add(otherwise);
            }
        }
    }

    /** The approvals of a round, counted by side and by person. */
    private record Tally(int un, int nonUn) {

        static List<Seat> approving(Round round) {
            List<Seat> found = new ArrayList<>();
            Set<PersonId> counted = new HashSet<>();
            for (Seat seat : round.seats()) {
                if (seat.approves(round) && counted.add(seat.person())) {
                    found.add(seat);
                }
            }
            return found;
        }

        static Tally of(Round round) {
            int un = 0;
            int nonUn = 0;
            for (Seat seat : approving(round)) {
                un += seat.seating().sector() == Sector.UN ? 1 : 0;
                nonUn += seat.seating().sector() == Sector.NON_UN ? 1 : 0;
            }
            return new Tally(un, nonUn);
        }

        boolean meets(ReviewPolicy policy) {
            return un + nonUn >= policy.approvals && un >= policy.minimumUn && nonUn >= policy.minimumNonUn;
        }

        /** From which side one further approval would decide. */
        Set<Sector> decidingSectors(ReviewPolicy policy) {
            Set<Sector> deciding = new TreeSet<>();
            for (Sector sector : policy.tieBreaker.sectors()) {
                Tally more = sector == Sector.UN ? new Tally(un + 1, nonUn) : new Tally(un, nonUn + 1);
                if (more.meets(policy)) {
                    deciding.add(sector);
                }
            }
            return deciding;
        }
    }
}
