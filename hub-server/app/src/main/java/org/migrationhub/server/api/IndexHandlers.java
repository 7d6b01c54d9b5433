package org.migrationhub.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.vocabulary.Labels;
import org.migrationhub.server.json.Tree;

/** What tells a program how to talk to this one. */
final class IndexHandlers {

    private IndexHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("index", "GET", Api.ROOT, ask -> index()).fixed(),
                new Operation("readOpenApi", "GET", Api.at("openapi.json"), ask -> OpenApi.answer()).fixed(),
                new Operation("readDocs", "GET", Api.at("docs"), ask -> OpenApiPage.answer())
                        .producing(OpenApiPage.TYPE)
                        .fixed(),
                new Operation("listProblems", "GET", Problem.PATH, ask -> problems()).fixed(),
                new Operation("readVocabulary", "GET", Api.at("vocabulary"), IndexHandlers::vocabulary)
                        .taking("lang")
                        .fixed(),
                new Operation("whoAmI", "GET", Api.at("me"), IndexHandlers::whoAmI));
    }

    private static Answer index() {
        Tree tree = new Tree()
                .put("name", "Migration Hub")
                .put("description", OpenApi.PATH)
                .list("operations", Api.operations(), IndexHandlers::operation);
        return Answer.ok(tree.done()).forAnybody();
    }

    private static Map<String, Object> operation(Operation operation) {
        return new Tree()
                .put("operation", operation.id())
                .put("method", operation.method())
                .put("path", operation.path())
                .done();
    }

    private static Answer problems() {
        Tree tree = new Tree().list("problems", Arrays.asList(Problem.values()), Problem::described);
        return Answer.ok(tree.done()).forAnybody();
    }

    private static Answer vocabulary(Ask ask) {
        VocabularyJson json = new VocabularyJson(Labels.standard(), ask.preferred());
        return Answer.ok(json.all()).forAnybody();
    }

    private static Answer whoAmI(Ask ask) {
        Tree tree = new Tree()
                .text("person", ask.actor().person())
                .list("roles", ask.actor().roles(), Role::code);
        return Answer.ok(tree.done());
    }
}
