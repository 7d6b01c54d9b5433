package org.migrationhub.server.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.migrationhub.server.json.Tree;

/**
 * A page of a list. One more than the page holds is asked for, to know whether there is a next.
 *
 * @param name of the list in the answer
 * @param limit how many the page may hold
 */
record Page(String name, int limit) {

    private static final int USUAL = 50;
    private static final int MOST = 100;

    static Page of(String name, Query query) {
        return new Page(name, query.limit(USUAL, MOST));
    }

    /** How many to ask the core for. */
    int asked() {
        return limit + 1;
    }

    /**
     * The answer.
     *
     * @param found at most {@link #asked()}
     * @param form how each is rendered
     * @param id what the next page goes on from
     */
    <T> Answer answer(Query query, List<T> found, Function<T, Map<String, Object>> form, Function<T, String> id) {
        List<T> shown = found.subList(0, Math.min(limit, found.size()));
        Tree tree = new Tree().list(name, shown, form);
        if (found.size() <= limit) {
            return Answer.ok(tree.done());
        }
        String cursor = id.apply(shown.get(limit - 1));
        return Answer.ok(tree.put("next", cursor).done()).followedBy(query.addressOfNext(cursor));
    }
}
