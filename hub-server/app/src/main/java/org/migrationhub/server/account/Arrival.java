package org.migrationhub.server.account;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody comes who wants to be let in.
 *
 * @param network what one customer of a provider has
 * @param region what a provider may give one customer at most: of IPv6 far more than a network, of IPv4 the same
 * @param device what their browser shows; null if nothing
 */
public record Arrival(
        String network, String region, @Nullable String device) {

    /** Nothing of it: what a browser shows must not get into a log. */
    @Override
    public String toString() {
        return "an arrival";
    }
}
