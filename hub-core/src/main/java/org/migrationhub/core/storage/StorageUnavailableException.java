package org.migrationhub.core.storage;

import org.jspecify.annotations.Nullable;

/**
 * The system below a storage can't be reached or takes nothing at the moment: it is being restarted, its connections are
 * all in use, its disk is full. What was asked for may be asked again later. A commit that ends so was most likely not
 * stored, but may have been: whoever repeats it is told by the chain's head.
 */
public final class StorageUnavailableException extends RuntimeException {

    /**
     * Reports a failure that is likely to pass.
     *
     * @param message what can't be done, without anything that names the system's inside
     * @param cause what the system said
     */
    public StorageUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
