package org.migrationhub.server.account;

import java.time.Instant;

/**
 * A browser that somebody has logged in with.
 *
 * @param id by which it is listed and ended; it lets nobody in
 * @param way how they logged in: {@code password}, or {@code oidc:} and the name of an identity provider
 * @param since when
 * @param seen when it was last used, to some minutes
 * @param until when it ends, however much it is used
 */
public record Session(String id, String way, Instant since, Instant seen, Instant until) {}
