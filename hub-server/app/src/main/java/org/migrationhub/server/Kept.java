package org.migrationhub.server;

/** Where everything is kept. */
sealed interface Kept extends Check.Neighbour permits KeptInMemory, KeptInFiles, KeptInPostgres {

    /**
     * Opens it.
     *
     * @throws StartRefusedException if it can't be used, naming the setting and the remedy
     */
    OpenStorage open();

    @Override
    default String name() {
        return where();
    }

    /** Where that is, for people; without any secret. */
    String where();
}
