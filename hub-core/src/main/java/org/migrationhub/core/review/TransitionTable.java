package org.migrationhub.core.review;

import static org.migrationhub.core.review.StageName.CHANGES_REQUESTED;
import static org.migrationhub.core.review.StageName.DECLINED;
import static org.migrationhub.core.review.StageName.DRAFT;
import static org.migrationhub.core.review.StageName.IN_REVIEW;
import static org.migrationhub.core.review.StageName.PUBLISHED;
import static org.migrationhub.core.review.StageName.RETRACTED;
import static org.migrationhub.core.review.StageName.SUBMITTED;
import static org.migrationhub.core.review.StageName.UPDATE_CHANGES_REQUESTED;
import static org.migrationhub.core.review.StageName.UPDATE_IN_REVIEW;
import static org.migrationhub.core.review.StageName.UPDATE_SUBMITTED;
import static org.migrationhub.core.review.StageName.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationhub.core.error.WrongStageException;

/**
 * Which act is possible in which stage of a submission and in which state of a seat, and where it may lead. The one
 * table: it decides at run time, and the diagram of the documentation is drawn from it.
 *
 * <p>Immutable and thread-safe; a look-up is two array reads.
 */
public final class TransitionTable {

    private static final TransitionTable STANDARD = standardRows();

    private final Map<StageName, Map<Act, Set<StageName>>> stages;
    private final Map<SeatStateName, Map<Act, SeatStateName>> seats;
    private final int[] actsInStage = new int[StageName.values().length];
    private final int[] actsInSeat = new int[SeatStateName.values().length];

    private TransitionTable(Builder rows) {
        this.stages = rows.stages;
        this.seats = rows.seats;
        stages.forEach((stage, acts) -> actsInStage[stage.ordinal()] = mask(acts.keySet()));
        seats.forEach((seat, acts) -> actsInSeat[seat.ordinal()] = mask(acts.keySet()));
    }

    /** The table by which the Hub works. */
    public static TransitionTable standard() {
        return STANDARD;
    }

    /** Whether the act is possible in the stage. */
    public boolean permits(StageName stage, Act act) {
        return (actsInStage[stage.ordinal()] & (1 << act.ordinal())) != 0;
    }

    /** Whether the act is possible in the seat's state. */
    public boolean permits(SeatStateName seat, Act act) {
        return (actsInSeat[seat.ordinal()] & (1 << act.ordinal())) != 0;
    }

    /** The acts that are possible in the stage. */
    public Set<Act> acts(StageName stage) {
        return Set.copyOf(stages.getOrDefault(stage, Map.of()).keySet());
    }

    /** The acts that are possible in the seat's state. */
    public Set<Act> acts(SeatStateName seat) {
        return Set.copyOf(seats.getOrDefault(seat, Map.of()).keySet());
    }

    /** Where the act may lead from the stage; empty if it isn't possible there. */
    public Set<StageName> targets(StageName stage, Act act) {
        return Set.copyOf(stages.getOrDefault(stage, Map.of()).getOrDefault(act, Set.of()));
    }

    /** The stages of a submission as a Mermaid state diagram. */
    public String stageDiagram() {
        return TransitionDiagram.ofStages(stages);
    }

    /** The states of a seat as a Mermaid state diagram. */
    public String seatDiagram() {
        return TransitionDiagram.ofSeats(seats);
    }

    void require(StageName stage, Act act) {
        if (!permits(stage, act)) {
            throw new WrongStageException(act.code(), stage.code(), codes(acts(stage)));
        }
    }

    void require(StageName stage, SeatStateName seat, Act act) {
        if (!permits(seat, act)) {
            throw WrongStageException.atSeat(act.code(), stage.code(), seat.code(), codes(acts(seat)));
        }
    }

    /** What is said to an act from this seat on other content than that of the round. */
    WrongStageException otherContent(StageName stage, SeatStateName seat, Act act, Round round) {
        String underReview = "revision %d, %s,".formatted(round.revision(), round.digest());
        return WrongStageException.onOtherContent(
                act.code(), stage.code(), seat.code(), underReview, codes(acts(seat)));
    }

    static Builder rows() {
        return new Builder();
    }

    private static List<String> codes(Set<Act> acts) {
        return acts.stream().sorted().map(Act::code).toList();
    }

    private static int mask(Set<Act> acts) {
        return acts.stream().mapToInt(act -> 1 << act.ordinal()).reduce(0, (left, right) -> left | right);
    }

    private static TransitionTable standardRows() {
        return rows().standardStages().standardSeats().build();
    }

    /** The rows of a table, before it is one. */
    static final class Builder {

        private final Map<StageName, Map<Act, Set<StageName>>> stages = new EnumMap<>(StageName.class);
        private final Map<SeatStateName, Map<Act, SeatStateName>> seats = new EnumMap<>(SeatStateName.class);

        Builder row(StageName from, Act act, StageName... to) {
            stages.computeIfAbsent(from, stage -> new EnumMap<>(Act.class)).put(act, EnumSet.copyOf(List.of(to)));
            return this;
        }

        Builder row(SeatStateName from, Act act, SeatStateName to) {
            seats.computeIfAbsent(from, seat -> new EnumMap<>(Act.class)).put(act, to);
            return this;
        }

        Builder standardStages() {
            return row(DRAFT, Act.SAVE_DRAFT, DRAFT)
                    .row(DRAFT, Act.SUBMIT, SUBMITTED)
                    .row(DRAFT, Act.WITHDRAW, WITHDRAWN)
                    .row(SUBMITTED, Act.SAVE_DRAFT, SUBMITTED)
                    .row(SUBMITTED, Act.REVISE, SUBMITTED)
                    .row(SUBMITTED, Act.WITHDRAW, WITHDRAWN)
                    .row(SUBMITTED, Act.RETURN, CHANGES_REQUESTED)
                    .row(SUBMITTED, Act.DECLINE, DECLINED)
                    .row(SUBMITTED, Act.SEAT_PANEL, IN_REVIEW)
                    .row(SUBMITTED, Act.REPRESENT, SUBMITTED)
                    .review(IN_REVIEW, CHANGES_REQUESTED, DECLINED)
                    .row(IN_REVIEW, Act.WITHDRAW, WITHDRAWN)
                    .row(CHANGES_REQUESTED, Act.SAVE_DRAFT, CHANGES_REQUESTED)
                    .row(CHANGES_REQUESTED, Act.REVISE, SUBMITTED, IN_REVIEW)
                    .row(CHANGES_REQUESTED, Act.WITHDRAW, WITHDRAWN)
                    .row(CHANGES_REQUESTED, Act.REPRESENT, CHANGES_REQUESTED)
                    .row(PUBLISHED, Act.SAVE_DRAFT, PUBLISHED)
                    .row(PUBLISHED, Act.REVISE, UPDATE_SUBMITTED)
                    .featured(PUBLISHED)
                    .row(PUBLISHED, Act.RETRACT, RETRACTED)
                    .row(UPDATE_SUBMITTED, Act.SAVE_DRAFT, UPDATE_SUBMITTED)
                    .row(UPDATE_SUBMITTED, Act.REVISE, UPDATE_SUBMITTED)
                    .row(UPDATE_SUBMITTED, Act.WITHDRAW, PUBLISHED)
                    .row(UPDATE_SUBMITTED, Act.RETURN, UPDATE_CHANGES_REQUESTED)
                    .row(UPDATE_SUBMITTED, Act.DECLINE, PUBLISHED)
                    .row(UPDATE_SUBMITTED, Act.SEAT_PANEL, UPDATE_IN_REVIEW)
                    .featured(UPDATE_SUBMITTED)
                    .row(UPDATE_SUBMITTED, Act.RETRACT, RETRACTED)
                    .review(UPDATE_IN_REVIEW, UPDATE_CHANGES_REQUESTED, PUBLISHED)
                    .row(UPDATE_IN_REVIEW, Act.WITHDRAW, PUBLISHED)
                    .featured(UPDATE_IN_REVIEW)
                    .row(UPDATE_IN_REVIEW, Act.RETRACT, RETRACTED)
                    .row(UPDATE_CHANGES_REQUESTED, Act.SAVE_DRAFT, UPDATE_CHANGES_REQUESTED)
                    .row(UPDATE_CHANGES_REQUESTED, Act.REVISE, UPDATE_SUBMITTED, UPDATE_IN_REVIEW)
                    .row(UPDATE_CHANGES_REQUESTED, Act.WITHDRAW, PUBLISHED)
                    .featured(UPDATE_CHANGES_REQUESTED)
                    .row(UPDATE_CHANGES_REQUESTED, Act.RETRACT, RETRACTED);
        }

        private Builder featured(StageName stage) {
            return row(stage, Act.FEATURE, stage).row(stage, Act.UNFEATURE, stage);
        }

        Builder standardSeats() {
            return row(SeatStateName.INVITED, Act.ACCEPT_SEAT, SeatStateName.ACCEPTED)
                    .row(SeatStateName.INVITED, Act.DECLINE_SEAT, SeatStateName.DECLINED)
                    .row(SeatStateName.INVITED, Act.RECUSE, SeatStateName.RECUSED)
                    .row(SeatStateName.INVITED, Act.REPLACE_SEAT, SeatStateName.REPLACED)
                    .row(SeatStateName.ACCEPTED, Act.REVIEW, SeatStateName.REVIEWED)
                    .row(SeatStateName.ACCEPTED, Act.DECLINE_SEAT, SeatStateName.DECLINED)
                    .row(SeatStateName.ACCEPTED, Act.RECUSE, SeatStateName.RECUSED)
                    .row(SeatStateName.ACCEPTED, Act.REPLACE_SEAT, SeatStateName.REPLACED)
                    .row(SeatStateName.REVIEWED, Act.RECUSE, SeatStateName.RECUSED);
        }

        TransitionTable build() {
            return new TransitionTable(this);
        }

        private Builder review(StageName inReview, StageName changesRequested, StageName declined) {
            return row(inReview, Act.SAVE_DRAFT, inReview)
                    .row(inReview, Act.REVISE, inReview)
                    .row(inReview, Act.FILL_SEAT, inReview)
                    .row(inReview, Act.REPLACE_SEAT, inReview)
                    .row(inReview, Act.SEAT_FURTHER, inReview)
                    .row(inReview, Act.ACCEPT_SEAT, inReview)
                    .row(inReview, Act.DECLINE_SEAT, inReview, changesRequested, declined, PUBLISHED)
                    .row(inReview, Act.RECUSE, inReview, changesRequested, declined, PUBLISHED)
                    .row(inReview, Act.REVIEW, inReview, changesRequested, declined, PUBLISHED)
                    .row(inReview, Act.CLOSE_ROUND, inReview, changesRequested, declined);
        }
    }
}
