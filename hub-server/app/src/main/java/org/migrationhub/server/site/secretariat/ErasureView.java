package org.migrationhub.server.site.secretariat;

import org.migrationhub.server.site.page.Typed;

/**
 * Somebody whose data is about to be erased.
 *
 * @param person what is known of them
 * @param typed with what is wrong
 */
public record ErasureView(PersonView person, Typed typed) {}
