package org.migrationhub.server.message;

import java.util.Arrays;
import java.util.Optional;

/** What became of a message. */
public enum MessageState {
    /** It will be sent, now or later. */
    WAITING("waiting"),
    /** The server of mail has it. */
    SENT("sent"),
    /** It couldn't be sent, and isn't tried any more until somebody says so. */
    DEAD("dead"),
    /** It isn't to be sent: there is nobody to tell, or somebody has discarded it. */
    CLOSED("closed");

    private final String code;

    MessageState(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The state with this code. */
    public static Optional<MessageState> find(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
