package org.migrationhub.server.api;

/** What is to be had of an operation, or needed for it, beside its body. */
public enum Trait {
    /** Can be tried with {@code dryRun=true}: it is answered what would happen, and nothing does. */
    TRIABLE,
    /** Changes what is there, so that its version must be told in {@code If-Match}. */
    VERSIONED,
    /** Creates something, once only for each {@code Idempotency-Key}. */
    REPEATABLE,
    /** Is alike for all, so that nobody is asked who they are. */
    ALIKE,
    /** Is the same for all who don't show who they are, as long as nothing happens in the hub. */
    SHARED,
    /** Is the same for all, as long as the server runs. */
    FIXED,
    /** Is a page of whoever is logged in: it is asked for as by them, and by nobody else. */
    PERSONAL,
    /** Is done whoever one is, so that no session has a say in it, and none of its secrets is asked for. */
    ENTRANCE,
    /** What it leads to is told only when it is done: trying it tells only whether it would be let through. */
    SILENT_WHEN_TRIED
}
