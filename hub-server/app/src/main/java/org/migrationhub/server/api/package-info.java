/**
 * The API under {@code /api/v1}: what is asked, handed to the core in the name of whoever asks, and rendered. No rule of
 * the Hub stands here.
 *
 * <p>{@link org.migrationhub.server.api.Api} lists the operations; {@link org.migrationhub.server.api.HttpFront} puts them
 * behind HTTP; {@link org.migrationhub.server.api.Problem} is the one table of errors.
 */
@NullMarked
package org.migrationhub.server.api;

import org.jspecify.annotations.NullMarked;
