/**
 * Keeps a hub in H2 or PostgreSQL: {@link org.migrationhub.storage.jdbi.JdbiStorage} implements
 * {@link org.migrationhub.core.storage.HubStorage}, and is all that an embedder needs to know of this package.
 *
 * <p>A commit becomes a list of {@code Writes}; how a database takes them is its {@code Dialect}'s: PostgreSQL as one
 * statement, H2 one after the other. Submissions are read from the journal, everything else from its tables.
 */
@NullMarked
package org.migrationhub.storage.jdbi;

import org.jspecify.annotations.NullMarked;
