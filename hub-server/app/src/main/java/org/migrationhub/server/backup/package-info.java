/**
 * All that an installation keeps in one file, from any database to any other: a hub's archive, and beside it what lets its
 * people in. {@code BACKUP-FORMAT.md} describes the file.
 */
@NullMarked
package org.migrationhub.server.backup;

import org.jspecify.annotations.NullMarked;
