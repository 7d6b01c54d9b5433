/**
 * What people see: pages in six languages, made on the server from templates, complete without a program in the browser.
 * One class for each kind of page asks the core and makes a record, one template shows that record. What a page says in its
 * own words stands in one file per language; every text of an item keeps its own language and direction. Pages hold no
 * rule: what somebody may see or do, they ask of that person's desk.
 */
@NullMarked
package org.migrationhub.server.site;

import org.jspecify.annotations.NullMarked;
