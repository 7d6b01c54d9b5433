package org.migrationhub.core.storage;

/**
 * What another storage held can only be put into an empty one, and this one holds something. Nothing was changed. For
 * whoever runs an installation; no act of a hub leads to it.
 */
public final class NotEmptyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Reports it.
     *
     * @param held what was found, in a sentence
     */
    public NotEmptyException(String held) {
        super("The storage isn't empty: " + held);
    }
}
