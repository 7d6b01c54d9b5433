package org.migrationhub.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The act exists and the caller may do it, but not at the stage in which the item is now, or not from the seat as it is.
 * Meant for HTTP status 409.
 */
public final class WrongStageException extends HubException {

    private final String act;
    private final String stage;
    private final @Nullable String seat;
    private final List<String> possible;

    /**
     * Reports an act that the present stage does not know.
     *
     * @param act the code of the act that was tried
     * @param stage the code of the stage in which the item is
     * @param possible the codes of the acts that this stage does know, perhaps none
     */
    public WrongStageException(String act, String stage, List<String> possible) {
        this(
                "\"%s\" is not possible while the item is in stage \"%s\"; %s.".formatted(act, stage, listed(possible)),
                act,
                stage,
                null,
                possible);
    }

    private WrongStageException(
            String message, String act, String stage, @Nullable String seat, List<String> possible) {
        super(message);
        this.act = act;
        this.stage = stage;
        this.seat = seat;
        this.possible = List.copyOf(possible);
    }

    /**
     * An act that the stage knows and the present state of the seat doesn't.
     *
     * @param act the code of the act that was tried
     * @param stage the code of the stage in which the item is
     * @param seat the code of the state in which the seat is
     * @param possible the codes of the acts that are possible from that seat, perhaps none
     */
    public static WrongStageException atSeat(String act, String stage, String seat, List<String> possible) {
        String message = "\"%s\" is not possible while the item is in stage \"%s\" and the seat is \"%s\"; %s."
                .formatted(act, stage, seat, listed(possible));
        return new WrongStageException(message, act, stage, seat, possible);
    }

    /**
     * An act on other content than that under review.
     *
     * @param act the code of the act that was tried
     * @param stage the code of the stage in which the item is
     * @param seat the code of the state in which the seat is
     * @param underReview what is under review
     * @param possible the codes of the acts that are possible from that seat
     */
    public static WrongStageException onOtherContent(
            String act, String stage, String seat, String underReview, List<String> possible) {
        String message = "\"%s\" is not possible on this content: %s is under review; read it first."
                .formatted(act, underReview);
        return new WrongStageException(message, act, stage, seat, possible);
    }

    private static String listed(List<String> possible) {
        return possible.isEmpty() ? "nothing is" : "possible: " + String.join(", ", possible);
    }

    /** The code of the act that was tried. */
    public String act() {
        return act;
    }

    /** The code of the stage in which the item is. */
    public String stage() {
        return stage;
    }

    /** The code of the state in which the seat is; null if the act is no seat's, or not possible in this stage at all. */
    public @Nullable String seat() {
        return seat;
    }

    /** The codes of the acts that are possible in this stage, or from this seat; empty at an end. */
    public List<String> possible() {
        return possible;
    }
}
