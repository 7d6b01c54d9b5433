package org.migrationhub.server.api;

/** What a client may ask for a certain number of times in a minute. */
public enum Budget {
    /** Anything. */
    REQUESTS("limit.requests", 1_200),
    /** A search, which costs more than reading. */
    SEARCHES("limit.searches", 300),
    /** A file to be taken in. */
    UPLOADS("limit.uploads", 60),
    /** Anything by which a secret could be guessed or somebody be sent a message. */
    LOGINS("limit.logins", 20);

    private final String setting;
    private final int usual;

    Budget(String setting, int usual) {
        this.setting = setting;
        this.usual = usual;
    }

    /** The setting that says how many times. */
    public String setting() {
        return setting;
    }

    /** How many times, unless said. */
    public int usual() {
        return usual;
    }
}
