package org.migrationhub.server.site.read;

import java.util.List;
import org.migrationhub.server.site.page.Said;

/**
 * The page of a practice or resource that is public.
 *
 * @param body the item itself
 * @param review how it was reviewed
 * @param versions what was published, the latest first
 * @param submitted when it was first handed in
 * @param citation how to cite it
 * @param address its own, as seen from elsewhere
 * @param shares where it can be passed on
 * @param related other items with the same objective
 */
public record ItemView(
        ItemBody body,
        Review review,
        List<Version> versions,
        String submitted,
        Citation citation,
        String address,
        List<Share> shares,
        List<Card> related) {

    /**
     * How it was reviewed, without anything that tells by whom.
     *
     * @param approvals how many approved
     * @param un how many of them from the UN
     * @param nonUn how many of them from outside it
     * @param on the day of the verdict
     * @param policy under which
     * @param digest of exactly this content
     */
    public record Review(int approvals, int un, int nonUn, String on, String policy, String digest) {}

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
     * @param published where and on which day it was published
     * @param files the same for reference managers
     */
    public record Citation(String by, String year, Said title, String published, List<Share> files) {}

    /**
     * A way to pass it on.
     *
     * @param name of the way
     * @param address where that happens
     */
    public record Share(String name, String address) {}
}
