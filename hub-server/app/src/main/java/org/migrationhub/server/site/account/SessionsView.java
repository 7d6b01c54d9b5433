package org.migrationhub.server.site.account;

import java.util.List;

/**
 * The browsers in which somebody is logged in.
 *
 * @param sessions each of them, the present first
 */
public record SessionsView(List<Line> sessions) {

    /** Copies the list. */
    public SessionsView {
        sessions = List.copyOf(sessions);
    }

    /** Whether there is another than the present. */
    public boolean hasOthers() {
        return sessions.size() > 1;
    }

    /**
     * One of them.
     *
     * @param id by which it is ended
     * @param way how they logged in
     * @param since the day and the minute
     * @param seen the day and the minute at which it was last used
     * @param until the day on which it ends by itself
     * @param present whether it is this one
     */
    public record Line(String id, String way, String since, String seen, String until, boolean present) {}
}
