/**
 * The reference server: one program that puts the core behind HTTP.
 *
 * <p>{@link org.migrationhub.server.Main} reads flags and configuration, refuses what can't be right with everything that
 * is wrong at once, and starts a {@link org.migrationhub.server.HubServer}. The server holds no rule.
 */
@NullMarked
package org.migrationhub.server;

import org.jspecify.annotations.NullMarked;
