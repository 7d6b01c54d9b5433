package org.migrationhub.server.site.read;

import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;

/**
 * An objective in the list of all.
 *
 * @param tally its label, and how many items serve it
 * @param title its official title; null if it has none
 */
public record ObjectiveLine(Tally tally, @Nullable Said title) {}
