/**
 * JSON at the edge of the server: strict reading into plain trees, forms that find everything wrong with a body at once,
 * and writing.
 *
 * <p>A tree is a {@code Map<String, Object>}, {@code List<Object>}, {@link String}, number, {@link Boolean} or null. No
 * object of the core is ever bound to JSON by reflection: what a client may set is what some form asks for.
 */
@NullMarked
package org.migrationhub.server.json;

import org.jspecify.annotations.NullMarked;
