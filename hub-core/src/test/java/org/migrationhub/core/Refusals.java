package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.WrongStageException;

/** What an act that isn't done says, in one line of text for each reason. */
final class Refusals {

    /** Something that shows something. */
    interface Reading {
        Object read();
    }

    private Refusals() {}

    /** What is shown, as text; nothing where that is refused. */
    static String shown(Reading reading) {
        String[] shown = {""};
        told(() -> shown[0] = String.valueOf(reading.read()));
        return shown[0];
    }

    /** The codes of a refusal, in its order. */
    static List<String> codes(ThrowingCallable act) {
        return refused(act).violations().stream()
                .map(violation -> violation.code())
                .toList();
    }

    /** The places and codes of a refusal, in its order: {@code "/reviewers/0 over-load"}. */
    static List<String> reasons(ThrowingCallable act) {
        return refused(act).violations().stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }

    /** All that an exception tells its caller; a word for those who may pass. */
    static String told(ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        if (thrown == null) {
            return "done";
        }
        assertThat(thrown).isInstanceOf(HubException.class);
        return told((HubException) thrown);
    }

    private static String told(HubException thrown) {
        if (thrown instanceof NotFoundException missing) {
            return "no " + missing.kind() + " " + missing.id() + ": " + missing.getMessage();
        }
        if (thrown instanceof ForbiddenException forbidden) {
            return "forbidden " + forbidden.act() + ": " + forbidden.reason();
        }
        if (thrown instanceof WrongStageException wrong) {
            String seat = wrong.seat() == null ? "" : ", seat " + wrong.seat();
            return "not now " + wrong.act() + ", " + wrong.stage() + seat + ", " + wrong.possible();
        }
        if (thrown instanceof StaleVersionException stale) {
            return "stale " + stale.expected() + ", " + stale.actual();
        }
        return "refused " + thrown.getMessage();
    }

    private static RefusedException refused(ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).isInstanceOf(RefusedException.class);
        return (RefusedException) thrown;
    }
}
