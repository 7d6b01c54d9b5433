/**
 * The desk of the secretariat: what waits and what is to be done about it, each item with its panel and its journal, who could
 * be seated, and the records of people, organisations and messages. Every act is the core's, done as whoever is logged in;
 * a page only says what it leads to before it is done.
 */
@NullMarked
package org.migrationhub.server.site.secretariat;

import org.jspecify.annotations.NullMarked;
