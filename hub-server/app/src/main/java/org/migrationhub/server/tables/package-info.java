/**
 * The server's own tables, beside the hub's in the same database: what is no part of a hub, but of this way to run one.
 */
@NullMarked
package org.migrationhub.server.tables;

import org.jspecify.annotations.NullMarked;
