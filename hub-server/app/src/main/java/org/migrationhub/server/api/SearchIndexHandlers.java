package org.migrationhub.server.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.IndexState;
import org.migrationhub.server.json.Tree;

/** The search index of this server, for those who run it. */
final class SearchIndexHandlers {

    /** Nobody waits for it, and a server that stops doesn't either: what was half built is removed at the next start. */
    private static final Executor BESIDE = work -> {
        Thread thread = new Thread(work, "rebuilding");
        thread.setDaemon(true);
        thread.start();
    };

    private SearchIndexHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("readSearchIndex", "GET", Api.at("index"), SearchIndexHandlers::state),
                new Operation("rebuildSearchIndex", "POST", Api.at("index/rebuild"), SearchIndexHandlers::rebuild));
    }

    private static Answer state(Ask ask) {
        return Answer.ok(state(ask.desk().index().state()));
    }

    private static Answer rebuild(Ask ask) {
        ask.noForm();
        IndexState state = ask.desk().index().rebuild(BESIDE);
        return Answer.accepted(Api.at("index"), state(state));
    }

    private static Map<String, Object> state(IndexState state) {
        return new Tree()
                .put("position", state.position())
                .put("end", state.end())
                .put("rebuild", rebuild(state.rebuild()))
                .done();
    }

    private static @Nullable Map<String, Object> rebuild(IndexState.@Nullable Rebuild rebuild) {
        if (rebuild == null) {
            return null;
        }
        return new Tree()
                .text("begunAt", rebuild.begunAt())
                .put("reached", rebuild.reached())
                .put("goal", rebuild.goal())
                .text("endedAt", rebuild.endedAt())
                .flag("failed", rebuild.failed())
                .done();
    }
}
