/**
 * The Migration Hub as a library: {@link org.migrationhub.core.Hub} is the one class that an embedder must know, and
 * {@code hub.as(actor)} gives what this actor may do.
 *
 * <p>A hub decides by the rules of the packages below it, stores what happened through
 * {@link org.migrationhub.core.storage.HubStorage}, and lets search index and notices follow the journal.
 */
@NullMarked
package org.migrationhub.core;

import org.jspecify.annotations.NullMarked;
