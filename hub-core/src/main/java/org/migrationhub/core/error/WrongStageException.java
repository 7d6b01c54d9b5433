package org.migrationhub.core.error;

import java.util.List;

/**
 * The act exists and the caller may do it, but not at the stage in which the item is now. Meant for HTTP status 409.
 */
public final class WrongStageException extends HubException {

    private final String act;
    private final String stage;
    private final List<String> possible;

    /**
     * Reports an act that the present stage does not know.
     *
     * @param act the code of the act that was tried
     * @param stage the code of the stage in which the item is
     * @param possible the codes of the acts that this stage does know, perhaps none
     */
    public WrongStageException(String act, String stage, List<String> possible) {
        super("\"%s\" is not possible while the item is in stage \"%s\"; %s."
                .formatted(act, stage, possible.isEmpty() ? "nothing is" : "possible: " + String.join(", ", possible)));
        this.act = act;
        this.stage = stage;
        this.possible = List.copyOf(possible);
    }

    /** The code of the act that was tried. */
    public String act() {
        return act;
    }

    /** The code of the stage in which the item is. */
    public String stage() {
        return stage;
    }

    /** The codes of the acts that are possible in this stage; empty at an end. */
    public List<String> possible() {
        return possible;
    }
}
