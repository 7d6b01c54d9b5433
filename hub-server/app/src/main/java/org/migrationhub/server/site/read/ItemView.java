package org.migrationhub.server.site.read;

import java.util.List;
import org.migrationhub.server.site.page.Said;

/**
 * The page of a practice or resource that is public.
 *
 * @param body the item itself
 * @param review how it was reviewed
 * @param versions what was published, the latest first
 * @param citation how to cite it
 * @param address its own, as seen from elsewhere
 * @param shares where it can be passed on
 * @param related other items with the same objective
 */
public record ItemView(
        ItemBody body,
        Reviewed review,
        List<Version> versions,
        Citation citation,
        String address,
        List<Share> shares,
        List<Card> related) {

    /**
     * A revision that was published.
     *
     * @param number of the revision
     * @param on the day
     * @param digest of its content
     * @param shown whether it is the one that is shown
     * @param address where it is read
     */
    public record Version(String number, String on, String digest, boolean shown, String address) {}

    /**
     * How to cite it, piece by piece: pieces of different directions must not run into each other.
     *
     * @param by who carried it; may be empty
     * @param year in which it was published
     * @param title in the language that is shown
     * @param version which is shown, since items change
     * @param published where and on which day it was published
     * @param files the same for reference managers
     */
    public record Citation(String by, String year, Said title, String version, String published, List<Share> files) {}

    /**
     * A way to pass it on.
     *
     * @param name of the way
     * @param address where that happens
     */
    public record Share(String name, String address) {}
}
