/** What files tell of the people and places that they come from, taken out before they are kept (OWASP ASVS 14.2.8). */
@NullMarked
package org.migrationhub.server.traces;

import org.jspecify.annotations.NullMarked;
