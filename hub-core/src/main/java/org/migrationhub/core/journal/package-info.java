/**
 * What happened, for ever: one hash chain of entries for each aggregate, checkpoints over all chains, an export as JSON
 * Lines, and a verifier that needs nothing but such an export.
 *
 * <p>Entries refer to persons by id and to words by digest, so that erasing a person's data leaves every chain valid.
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package org.migrationhub.core.journal;

import org.jspecify.annotations.NullMarked;
