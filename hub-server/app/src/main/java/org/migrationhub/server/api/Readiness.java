package org.migrationhub.server.api;

/** Whether requests should be sent here. Thread-safe. */
public interface Readiness {

    /** Why they should not; empty if they should. */
    String obstacle();
}
