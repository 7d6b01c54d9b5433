package org.migrationhub.server.site.read;

import org.migrationhub.server.site.page.Said;

/**
 * What is left of an item that was taken down.
 *
 * @param kind {@code practice} or {@code resource}
 * @param on the day
 * @param reason as the secretariat wrote it; may be empty
 */
public record Gone(String kind, String on, Said reason) {}
