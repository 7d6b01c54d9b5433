package org.migrationhub.server.site.submit;

/**
 * What can be submitted.
 *
 * @param practice where that begins
 * @param resource where that begins
 * @param offline where there are sheets to be filled in offline
 */
public record KindView(String practice, String resource, String offline) {}
