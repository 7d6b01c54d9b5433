package org.migrationhub.core.error;

/**
 * The caller may not do this, whatever the stage of the item. Thrown only to somebody who may know that the item
 * exists; everybody else gets a {@link NotFoundException}. Meant for HTTP status 403.
 */
public final class ForbiddenException extends HubException {

    private final String act;
    private final String reason;

    /**
     * Reports an act that is not this caller's to do.
     *
     * @param act the code of the act, such as {@code seat-panel}
     * @param reason one sentence that says why, and who may do it if that is no secret
     */
    public ForbiddenException(String act, String reason) {
        super("You may not do \"%s\". %s".formatted(act, reason));
        this.act = act;
        this.reason = reason;
    }

    /** The code of the act that was tried. */
    public String act() {
        return act;
    }

    /** One sentence that says why. */
    public String reason() {
        return reason;
    }
}
