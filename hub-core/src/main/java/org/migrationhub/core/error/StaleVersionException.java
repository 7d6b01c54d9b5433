package org.migrationhub.core.error;

/**
 * Somebody else changed the thing since the caller read it: the caller should read it again and decide anew. Meant for
 * HTTP status 412.
 */
public final class StaleVersionException extends HubException {

    private final String kind;
    private final String id;
    private final long expected;
    private final long actual;

    /**
     * Reports a compare-and-set that lost.
     *
     * @param kind what was to be changed, in the field's words, such as {@code submission}
     * @param id its id
     * @param expected the version on which the caller's change was based
     * @param actual the version that it has now
     */
    public StaleVersionException(String kind, String id, long expected, long actual) {
        super("The %s \"%s\" has changed: it is at version %d, the change was made for version %d."
                .formatted(kind, id, actual, expected));
        this.kind = kind;
        this.id = id;
        this.expected = expected;
        this.actual = actual;
    }

    /** What was to be changed, such as {@code submission}. */
    public String kind() {
        return kind;
    }

    /** The id of what was to be changed. */
    public String id() {
        return id;
    }

    /** The version on which the caller's change was based. */
    public long expected() {
        return expected;
    }

    /** The version at the time of the refusal; it may have moved on since. */
    public long actual() {
        return actual;
    }
}
