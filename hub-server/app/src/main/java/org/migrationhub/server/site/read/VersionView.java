package org.migrationhub.server.site.read;

/**
 * The page of a version that was public before.
 *
 * @param body what it said
 * @param number of the version
 * @param review how it was reviewed
 * @param present where the present version is read
 * @param changes where it is told what has changed since
 */
public record VersionView(ItemBody body, String number, Reviewed review, String present, String changes) {}
