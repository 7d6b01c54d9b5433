package org.migrationhub.core.error;

/**
 * An act that was understood and not done, for a reason the caller can read from the subclass's fields. Nothing has
 * changed when one is thrown.
 *
 * <p>Sealed, so that a server maps every case in one {@code switch}. Unchecked, because most code between the rule and
 * the caller has nothing to add.
 */
public abstract sealed class HubException extends RuntimeException
        permits ForbiddenException, NotFoundException, RefusedException, StaleVersionException, WrongStageException {

    HubException(String message) {
        super(message);
    }
}
