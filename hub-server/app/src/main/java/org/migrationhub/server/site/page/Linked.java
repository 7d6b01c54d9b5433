package org.migrationhub.server.site.page;

import org.jspecify.annotations.Nullable;

/**
 * Something to read that may lead somewhere.
 *
 * @param said what to read
 * @param address where it leads; null if nowhere
 */
public record Linked(Said said, @Nullable String address) {

    /** Something that leads nowhere. */
    public static Linked plain(Said said) {
        return new Linked(said, null);
    }
}
