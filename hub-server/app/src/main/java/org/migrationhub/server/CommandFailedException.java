package org.migrationhub.server;

import java.sql.SQLException;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command that was begun and couldn't be carried out: the database went away, or what it keeps contradicts itself. Says so
 * in a sentence, for whoever runs the installation.
 */
final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = LoggerFactory.getLogger(CommandFailedException.class);

    private CommandFailedException(String sentence, RuntimeException cause) {
        super(sentence, cause);
    }

    /** What a command does. */
    interface Work {
        int run();
    }

    /**
     * Does the work.
     *
     * @param command what was asked for
     * @return the status that the work gives
     * @throws StartRefusedException as the work
     * @throws CommandFailedException for whatever else it throws
     */
    static int carryingOut(String command, Work work) {
        try {
            return work.run();
        } catch (StartRefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("{} ended so", command, e);
            throw new CommandFailedException(command + ": " + sentence(e), e);
        }
    }

    private static String sentence(RuntimeException failure) {
        String said = String.valueOf(failure.getMessage()).replaceFirst("[.]$", "");
        if (failure instanceof StorageUnavailableException) {
            SQLException cause = Failure.ofDatabase(failure);
            String why = cause == null ? "" : " (" + cause.getMessage() + ")";
            return said + why + ". Do it again when the database is there: that is safe.";
        }
        if (failure instanceof AlteredException) {
            return said + ". Verify says what else was altered; what it was is in an earlier backup.";
        }
        return failure instanceof IllegalStateException
                ? said + ". Verify says more of it."
                : "this wasn't foreseen: " + failure + ". With --log-level debug it says where.";
    }
}
