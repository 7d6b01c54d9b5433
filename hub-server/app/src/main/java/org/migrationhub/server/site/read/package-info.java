/** Pages of what is public, the same whoever reads them: whatever they show, they get from a visitor's desk. */
@NullMarked
package org.migrationhub.server.site.read;

import org.jspecify.annotations.NullMarked;
