package org.migrationhub.server.site.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;

/**
 * A page of a search.
 *
 * @param words what was looked for
 * @param instead what was looked for in place of it; null if it was looked for as it was typed
 * @param fewer how many of the words what was found has, as a code; null if it has all
 * @param missing the words that nothing on this page has, as they were typed; none if each is somewhere
 * @param total how many there are on all pages
 * @param items of this page
 * @param chips what is chosen, each leading to the search without it
 * @param kept what the search form keeps of it
 * @param facets what can be chosen
 * @param sorts the orders
 * @param number which page this is
 * @param previous the page before; null if this is the first
 * @param next the page after; null if this is the last
 * @param gaps objectives of which there is nothing at all; told where nothing was found
 */
public record Found(
        String words,
        @Nullable String instead,
        @Nullable String fewer,
        List<String> missing,
        long total,
        List<Card> items,
        List<Chip> chips,
        List<Kept> kept,
        List<Shelf> facets,
        List<Order> sorts,
        int number,
        @Nullable String previous,
        @Nullable String next,
        List<Tally> gaps) {

    /**
     * A value that is chosen.
     *
     * @param side of what it is a value
     * @param said what it is called
     * @param without the search without it
     */
    public record Chip(String side, Said said, String without) {}

    /**
     * A hidden field of the form.
     *
     * @param name of the parameter
     * @param value its value
     */
    public record Kept(String name, String value) {}

    /**
     * What can be chosen of one facet.
     *
     * @param code of the facet
     * @param name what it is called
     * @param open whether it is shown without asking
     * @param roles as what what is chosen may count; none if that is no question
     * @param values the values that most have
     * @param more others, folded away
     * @param way to all of them, or back; null if all are here
     * @param gaps objectives that nothing has of what was found
     */
    public record Shelf(
            String code,
            String name,
            boolean open,
            List<Order> roles,
            List<Choice> values,
            List<Choice> more,
            @Nullable Way way,
            List<Tally> gaps) {}

    /**
     * To the same search with more of a shelf, or less.
     *
     * @param name what it leads to
     * @param address where that is
     */
    public record Way(String name, String address) {}

    /**
     * A value that can be chosen.
     *
     * @param said what it is called
     * @param count how many have it
     * @param chosen whether it is chosen
     * @param href the address of the search with it, or without it if it is chosen, as it stands in an attribute of HTML
     */
    public record Choice(Said said, String count, boolean chosen, String href) {}

    /**
     * An order, or another way to look for the same.
     *
     * @param name what it is called
     * @param address the same search in this order or way
     * @param chosen whether it is this one
     */
    public record Order(String name, String address, boolean chosen) {}
}
