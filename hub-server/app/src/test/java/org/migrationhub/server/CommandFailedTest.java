package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.storage.StorageUnavailableException;

/** Whoever gives a command is told in a sentence why it couldn't be carried out. */
class CommandFailedTest {

    @Test
    void aDatabaseThatGoesAwayIsToldWithWhatItSaid() {
        SQLException gone = new SQLException("FATAL: terminating connection", "57P01");

        assertThat(sentence(new StorageUnavailableException("The database can't be reached.", gone)))
                .startsWith("backup: The database can't be reached (FATAL: terminating connection). ")
                .contains("Do it again");
    }

    @Test
    void aContradictionIsToldAsItIs() {
        assertThat(sentence(new IllegalStateException("The note 1 is gone")))
                .startsWith("backup: The note 1 is gone. ");
    }

    @Test
    void whatNobodyForesawIsNamed() {
        assertThat(sentence(new ArithmeticException("by zero")))
                .contains("ArithmeticException: by zero", "--log-level");
    }

    @Test
    void aRefusalIsNoFailure() {
        assertThat(CommandFailedException.carryingOut("verify", () -> 1)).isOne();
        assertThatThrownBy(() -> CommandFailedException.carryingOut("verify", () -> {
                    throw new StartRefusedException("no");
                }))
                .isInstanceOf(StartRefusedException.class);
    }

    private static String sentence(RuntimeException failure) {
        StringBuilder said = new StringBuilder();
        assertThatExceptionOfType(CommandFailedException.class)
                .isThrownBy(() -> CommandFailedException.carryingOut("backup", () -> {
                    throw failure;
                }))
                .withCause(failure)
                .satisfies(told -> said.append(told.getMessage()));
        return said.toString();
    }
}
