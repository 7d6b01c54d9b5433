/**
 * Where everything is kept: the {@link org.migrationhub.core.storage.HubStorage} interface that an embedder can implement
 * on almost any database, and {@link org.migrationhub.core.storage.InMemoryStorage}.
 *
 * <p>An aggregate (a submission, a person, an organisation) is the unit of change. One call stores its next version
 * together with its journal entries, or nothing. No act spans two aggregates; only an import does, which is stored whole
 * or not at all.
 *
 * <p>Every implementation passes the contract that ships in hub-core's test-jar.
 */
@NullMarked
package org.migrationhub.core.storage;

import org.jspecify.annotations.NullMarked;
