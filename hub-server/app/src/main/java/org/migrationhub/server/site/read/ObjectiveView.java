package org.migrationhub.server.site.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;

/**
 * The page of an objective.
 *
 * @param self the objective, and how many items serve it
 * @param title its official title; null if it has none
 * @param brief what it is about, in words of the Hub
 * @param regions how many there are per continent, gaps included
 * @param types how many there are per type
 * @param items the newest of them
 * @param search where all of them are found
 * @param previous the objective before; null if there is none
 * @param next the objective after; null if there is none
 */
public record ObjectiveView(
        Tally self,
        @Nullable Said title,
        Said brief,
        List<Tally> regions,
        List<Tally> types,
        List<Card> items,
        String search,
        @Nullable Tally previous,
        @Nullable Tally next) {}
