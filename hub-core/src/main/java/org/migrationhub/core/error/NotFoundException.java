package org.migrationhub.core.error;

/**
 * There is no such thing, or the caller may not learn that there is: both cases carry the same fields and message, so
 * that they can't be told apart. Meant for HTTP status 404.
 */
public final class NotFoundException extends HubException {

    private final String kind;
    private final String id;

    /**
     * Reports that nothing of a kind has this id.
     *
     * @param kind what was looked for, in the field's words, such as {@code submission}
     * @param id the id as the caller gave it
     */
    public NotFoundException(String kind, String id) {
        super("There is no %s with the id \"%s\".".formatted(kind, id));
        this.kind = kind;
        this.id = id;
    }

    /** What was looked for, such as {@code submission}. */
    public String kind() {
        return kind;
    }

    /** The id that led nowhere, as the caller gave it. */
    public String id() {
        return id;
    }
}
