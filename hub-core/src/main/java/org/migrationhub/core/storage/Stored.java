package org.migrationhub.core.storage;

import org.migrationhub.core.journal.ChainHead;

/**
 * An aggregate as it is kept, with the head of its chain: what the next commit must be based on.
 *
 * @param value the aggregate
 * @param head of its chain; its sequence is the aggregate's version
 */
public record Stored<A>(A value, ChainHead head) {}
