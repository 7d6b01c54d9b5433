package org.migrationhub.server.site.read;

/**
 * The page of a version that was public before.
 *
 * @param body what it said
 * @param number of the version
 * @param on the day on which it became public
 * @param digest of its content
 * @param present where the present version is read
 * @param changes where it is told what has changed since
 */
public record VersionView(ItemBody body, String number, String on, String digest, String present, String changes) {}
