package org.migrationhub.server.message;

/**
 * What came of trying to send a message.
 *
 * @param fate what is to be done with it
 * @param reason why, as a code; empty where there is nothing to say
 */
record Outcome(Fate fate, String reason) {

    enum Fate {
        /** The server has it. */
        SENT,
        /** It couldn't be sent; it may be at another time. */
        LATER,
        /** It can't be sent, now or ever. */
        NEVER,
        /** There is nobody to send it to. */
        NOBODY,
        /** The server takes no message now, whichever. */
        NONE_NOW
    }

    static Outcome sent() {
        return new Outcome(Fate.SENT, "");
    }
}
