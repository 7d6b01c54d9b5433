package org.migrationhub.core.search;

import java.util.List;

/**
 * Finds what is public. An index follows the journal: somebody reads the journal from {@link #position()} on and tells
 * the index what changed.
 *
 * <p>Implementations are thread-safe. Searches go on while changes are applied, and see all of an {@link #apply} or none
 * of it. Whoever opens an index closes it; a hub never does.
 *
 * <p>A failure of the underlying system is an unchecked exception of the implementation's own; it is never reported as
 * "nothing found".
 */
public interface SearchIndex extends AutoCloseable {

    /**
     * Up to which position of the journal the index has followed; 0 if it is empty. It is kept together with what was
     * indexed: after a crash the index holds exactly what belongs to the position that it then gives.
     */
    long position();

    /**
     * Makes changes, in their order, and moves to a position, all of it or nothing. Every search that begins after this
     * has returned sees the result.
     *
     * <p>Applying a position that the index has reached already does nothing at all, so that changes may be handed over
     * twice. If this throws, nothing of it was taken in, and the index may stand further back than before: ask for its
     * {@link #position()} again. Several threads may follow the journal, but each asks and applies before the next one asks.
     *
     * @param changes what changed between the index's position and the new one; may be empty
     * @param position of the last entry of the journal that is covered
     */
    void apply(List<IndexChange> changes, long position);

    /**
     * Searches. Hits, total, counts and the next page's cursor are all of one state of the index.
     *
     * <p>If nothing fits all of the words, whatever the filters say, {@link Enough#MOST} of them are enough, and if nothing fits
     * these, {@link Enough#SOME}; the page says so. Filters have no part in this, so that choosing another value finds what was
     * counted. The pages after it go on by the same measure ({@link SearchQuery#attempts}).
     *
     * <p>Going from page to page gives each hit once as long as the index doesn't change; when it does, under the orders
     * {@link Sort#NEWEST} and {@link Sort#TITLE} each hit that stayed as it was still comes once.
     *
     * @throws org.migrationhub.core.error.RefusedException with the code {@code cursor.invalid} if
     *     {@link SearchQuery#after()} is not what a page of this query gave as its next
     */
    SearchPage search(SearchQuery query);

    /** Forgets everything and goes back to position 0, all at once. */
    void clear();

    /**
     * Builds the index anew beside the one that serves, which goes on to answer searches and to take in changes until the
     * new one takes its place, all at once. Position and content are then what the source gave, whatever they were before.
     * Before that the source is asked again while nothing can be applied: so what was taken in meanwhile isn't missing, as
     * long as the source gives it, too.
     *
     * <p>If the source fails, its exception is passed on and the index is what it was, with what it has taken in meanwhile;
     * so it is after a crash on the way.
     *
     * @param source asked from position 0 on until it has nothing more, and then again
     */
    void rebuild(IndexBatch.Source source);

    /** Lets go of what the index holds on to. A second call does nothing. */
    @Override
    void close();
}
