package org.migrationhub.server.site;

import org.jspecify.annotations.Nullable;

/**
 * An objective in the list of all.
 *
 * @param tally its label, and how many items serve it
 * @param title its official title; null if it has none
 */
public record ObjectiveLine(Tally tally, @Nullable Said title) {}
