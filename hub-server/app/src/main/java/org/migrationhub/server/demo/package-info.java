/**
 * Content for a first look: practices with real facts and sample texts that say so, people invented by role, and the acts
 * that bring items to every stage.
 *
 * <p>Everything goes through the facade of the core in the name of somebody who may do it; there is no back door.
 */
@NullMarked
package org.migrationhub.server.demo;

import org.jspecify.annotations.NullMarked;
