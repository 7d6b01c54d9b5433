package org.migrationhub.server.site.read;

import org.migrationhub.server.site.difference.Difference;
import org.migrationhub.server.site.page.Said;

/**
 * What has changed from a version that was public before to the present one.
 *
 * @param title of the item now
 * @param number of the earlier version
 * @param between from which version to which
 * @param difference what has changed
 * @param earlier where the earlier version is read
 * @param present where the present version is read
 */
public record VersionChangesView(
        Said title, String number, String between, Difference difference, String earlier, String present) {}
